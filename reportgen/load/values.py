"""A scalar to a value: exact numbers, identifiers, choices, dates. Each function reports what it cannot take."""

from __future__ import annotations

import re
from collections.abc import Mapping as Table
from datetime import date
from decimal import Decimal
from enum import Enum
from typing import TypeVar

from reportgen.diagnostics import Code, Diagnostics, suggest
from reportgen.load.yaml_nodes import Mapping, Node, Scalar, Sequence

E = TypeVar("E", bound=Enum)
V = TypeVar("V")

# 27 digits at most: `decimal` reckons exactly with 28.
NUMBER = re.compile(r"[-+]?\d{1,15}(\.\d{1,12})?", re.ASCII)
_LONG_NUMBER = re.compile(r"[-+]?\d+(\.\d+)?", re.ASCII)
ID = re.compile(r"[a-z][a-z0-9_]*", re.ASCII)
PERIOD = re.compile(r"[A-Za-z_][A-Za-z0-9_]*", re.ASCII)
_FULL_WIDTH = str.maketrans("０１２３４５６７８９．－，％", "0123456789.-,%")
_GROUPED = re.compile(r"[-+]?\d{1,3}(?:[,_'\s]\d{3})+(?![\d,_'])", re.ASCII)
_DECIMAL_COMMA = re.compile(r"([-+]?\d+),(\d+)(?=%?$)", re.ASCII)


def decimal_of(node: Node, diagnostics: Diagnostics) -> Decimal | None:
    """Return the exact number with the digits typed, or ``None`` with NOT_A_NUMBER."""
    if not isinstance(node, Scalar):
        diagnostics.error(Code.NOT_A_NUMBER, f"expected a number, found {kind_of(node)}", node.span)
        return None
    if NUMBER.fullmatch(node.text):
        return Decimal(node.text)
    found = f"`{node.text}`" if node.text else "nothing"
    diagnostics.error(Code.NOT_A_NUMBER, f"expected a number, found {found}", node.span, _number_hint(node.text))
    return None


def _number_hint(text: str) -> str:
    bare = _bare(text.translate(_FULL_WIDTH))
    if NUMBER.fullmatch(bare):
        return f"write `{bare}`: digits and a point, without separators"
    if bare[-1:] == "%" and NUMBER.fullmatch(bare[:-1]):
        return f'write `{bare[:-1]}` and give the indicator `unit: "%"`'
    if _LONG_NUMBER.fullmatch(bare):
        return "write at most 15 digits before the point and 12 after it"
    if text in ("-", "–", "—", "n/a", "N/A", "/"):
        return "write `{none: not_available}`, `{none: not_applicable}` or `{none: nil}` where there is no value"
    return "write digits and a point, such as `1234.5`"


def _bare(text: str) -> str:
    """Return a number without what groups its digits by three; another comma is a decimal one."""
    text = re.sub(r"\s+(?=%)", "", text)
    return re.sub(r"[,_'\s]", "", text) if _GROUPED.match(text) else _DECIMAL_COMMA.sub(r"\1.\2", text)


def text_of(node: Node, diagnostics: Diagnostics, what: str) -> str | None:
    """Return a scalar's text, or ``None`` where it is empty or no scalar (WRONG_VALUE)."""
    if isinstance(node, Scalar) and node.text:
        return node.text
    found = kind_of(node) if not isinstance(node, Scalar) else "nothing"
    diagnostics.error(Code.WRONG_VALUE, f"expected {what}, found {found}", node.span)
    return None


def is_id(text: str) -> bool:
    """Tell whether a text can be an id: flat snake case, as references name it."""
    return ID.fullmatch(text) is not None


def is_period_id(text: str) -> bool:
    """Tell whether a text can be a period's id: an identifier."""
    return PERIOD.fullmatch(text) is not None


def choice_of(node: Node, choices: Table[str, V], what: str, diagnostics: Diagnostics) -> V | None:
    """Return what a scalar names, or ``None`` where it names nothing known (WRONG_VALUE, with a suggestion)."""
    text = text_of(node, diagnostics, what)
    if text is None or text in choices:
        return None if text is None else choices[text]
    hint = suggest(text, choices) or f"write {one_of(choices)}"
    diagnostics.error(Code.WRONG_VALUE, f"expected {what}, found `{text}`", node.span, hint)
    return None


def member_of(node: Node, kind: type[E], what: str, diagnostics: Diagnostics) -> E | None:
    """Return the member of an enumeration that a scalar names by its value."""
    return choice_of(node, {str(member.value): member for member in kind}, what, diagnostics)


def date_of(node: Node, diagnostics: Diagnostics) -> date | None:
    """Return a date written as `2023-12-31`."""
    text = text_of(node, diagnostics, "a date")
    if text is None:
        return None
    try:
        return date.fromisoformat(text)
    except ValueError:
        hint = "write year, month and day, such as `2023-12-31`"
        diagnostics.error(Code.WRONG_VALUE, f"expected a date, found `{text}`", node.span, hint)
        return None


def one_of(names: Table[str, object]) -> str:
    """Return names as a person lists them: "`a`, `b` or `c`"."""
    quoted = [f"`{name}`" for name in names]
    return quoted[0] if len(quoted) == 1 else f"{', '.join(quoted[:-1])} or {quoted[-1]}"


def kind_of(node: Node) -> str:
    """Return what a node is, in words of a message."""
    match node:
        case Mapping():
            return "a mapping"
        case Sequence():
            return "a list"
        case Scalar(text=""):
            return "nothing"
    return f"`{node.text}`"
