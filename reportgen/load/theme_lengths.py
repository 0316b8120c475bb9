"""Lengths and colours of the theme file."""

from __future__ import annotations

from reportgen.diagnostics import Code, Diagnostics
from reportgen.load.fields import Fields
from reportgen.load.values import decimal_of, text_of
from reportgen.load.yaml_nodes import Node, Sequence
from reportgen.model.theme_names import COLOUR


def length(fields: Fields, key: str) -> float:
    """Return a key's length in points, which must be there."""
    node = fields.needed(key)
    return 0.0 if node is None else number(node, fields.diagnostics)


def length_or(fields: Fields, key: str, default: float) -> float:
    """Return a key's length in points, or the default where it is missing."""
    node = fields.node(key)
    return default if node is None else number(node, fields.diagnostics)


def lengths(node: Node | None, count: int, diagnostics: Diagnostics) -> tuple[float, ...]:
    """Return a list of ``count`` lengths; zeros stand in."""
    if isinstance(node, Sequence) and len(node.items) == count:
        return tuple(number(item, diagnostics) for item in node.items)
    if node is not None:
        diagnostics.error(Code.WRONG_VALUE, f"expected a list of {count} numbers", node.span)
    return (0.0,) * count


def number(node: Node, diagnostics: Diagnostics) -> float:
    """Return a length; lengths are not reported figures, so binary fractions do."""
    value = decimal_of(node, diagnostics)
    return float(value) if value is not None else 0.0


def colour(fields: Fields, key: str) -> str:
    """Return a key's colour, ``#RRGGBB``."""
    node = fields.needed(key)
    if node is None:
        return "#000000"
    text = text_of(node, fields.diagnostics, 'a colour, `"#1F5FBF"`') or "#000000"
    if not COLOUR.fullmatch(text):
        fields.diagnostics.error(
            Code.WRONG_VALUE, f"expected a colour, found `{text}`", node.span, 'write it as `"#1F5FBF"`, in quotes'
        )
        return "#000000"
    return text
