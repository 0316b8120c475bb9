"""The page, the places on cover and openings, and their art, in the theme file."""

from __future__ import annotations

import re

from reportgen.diagnostics import Code, Diagnostics, suggest
from reportgen.load.fields import Fields
from reportgen.load.theme_lengths import length, lengths, number
from reportgen.load.values import text_of
from reportgen.load.yaml_nodes import Node, Sequence
from reportgen.model.theme import Box, Cloud, Page
from reportgen.model.theme_names import STYLES

_BOX = frozenset({"x", "top", "width", "style"})
_CLOUD_COLOUR = re.compile(r"#[0-9A-Fa-f]{6}|[01]?\.\d+|[01]")

PAGE = frozenset(name.replace("_", "-") for name in Page.__struct_fields__)
CLOUD = frozenset("circles foot top colours accents seed".split())


def read_page(fields: Fields) -> Page:
    """Return the page's measures; a key for each field of `Page`, with hyphens."""
    return Page(*(length(fields, name.replace("_", "-")) for name in Page.__struct_fields__))


def read_boxes(fields: Fields, key: str, names: frozenset[str]) -> tuple[Box, ...]:
    """Return the named places of a page, in the file's order."""
    part = Fields(fields.mapping(key), f"`{key}`", names, fields.diagnostics)
    for name in sorted(names):
        part.needed(name)
    return tuple(_box(name, part) for name in fields.mapping(key).entries if name in names)


def _box(name: str, part: Fields) -> Box:
    fields = Fields(part.mapping(name), f"the place `{name}`", _BOX, part.diagnostics)
    style = fields.needed_text("style")
    if style not in STYLES:
        hint = suggest(style, STYLES)
        part.diagnostics.error(Code.WRONG_VALUE, f"there is no style `{style}`", fields.value_place("style"), hint)
    return Box(name, length(fields, "x"), length(fields, "top"), length(fields, "width"), style)


def read_cloud(fields: Fields) -> Cloud:
    """Return the art of a page."""
    circles = [lengths(node, 3, fields.diagnostics) for node in fields.items("circles")]
    return Cloud(
        tuple((x, y, radius) for x, y, radius in circles),
        length(fields, "foot"),
        length(fields, "top"),
        tuple(_colour(node, fields.diagnostics) for node in fields.items("colours")),
        tuple(_accent(node, fields.diagnostics) for node in fields.items("accents")),
        length(fields, "seed"),
    )


def _colour(node: Node, diagnostics: Diagnostics) -> str:
    text = text_of(node, diagnostics, "a colour") or "0"
    if _CLOUD_COLOUR.fullmatch(text):
        return text
    diagnostics.error(
        Code.WRONG_VALUE,
        f"expected a colour, found `{text}`",
        node.span,
        'write `"#1F5FBF"`, or a mix from 0 (deep) to 1 (base)',
    )
    return "0"


def _accent(node: Node, diagnostics: Diagnostics) -> tuple[tuple[int, int], str]:
    if isinstance(node, Sequence) and len(node.items) == 3:
        row, piece, tint = node.items
        return (int(number(row, diagnostics)), int(number(piece, diagnostics))), _colour(tint, diagnostics)
    diagnostics.error(Code.WRONG_VALUE, "expected an accent as `[row, piece, colour]`", node.span)
    return (-1, -1), "0"
