"""A table's cell: its words are one message; ``<br>`` breaks the line, ``- a<br>- b`` is a list."""

from __future__ import annotations

import re
from itertools import groupby

from reportgen.diagnostics import Code
from reportgen.i18n.draft import mark, unmark
from reportgen.model.block import Block, Cell, ListBlock, Paragraph
from reportgen.model.inline import Break, Inline
from reportgen.model.words import Words
from reportgen.read.attributes import Attributes, check_attributes, names
from reportgen.read.reading import Reading
from reportgen.read.source import cut

ROLES = ("achieved", "area", "child", "missed", "part", "quiet", "total")

_BREAK = re.compile(r"<br ?/?>")


def read_cell(words: Words, attributes: Attributes, reading: Reading) -> Cell:
    """Return the cell of words without attributes, one row high and one column wide."""
    check_attributes(attributes, ("role",), "a cell", reading.diagnostics)
    role = attributes.get("role")
    if role and role not in ROLES:
        hint = f"a cell is {names(ROLES)}"
        span = attributes.settings["role"].span
        reading.diagnostics.error(Code.WRONG_ATTRIBUTES, f"`{role}` is no role of a cell", span, hint)
    return Cell(_blocks(reading.message(words), reading), reading.span(words), role=role)


def _blocks(words: Words, reading: Reading) -> tuple[Block, ...]:
    if not words.text:
        return ()
    whole = unmark(words)
    lines = _lines(whole)
    if len(lines) == 1 and not _is_item(lines[0]):
        return (Paragraph(reading.inlines(words), reading.span(words)),)
    if whole is not words:
        lines = [mark(line) for line in lines]
    return tuple(_block(is_item, list(group), reading) for is_item, group in groupby(lines, _is_item))


def _lines(words: Words) -> list[Words]:
    bounds = [0, *(end for match in _BREAK.finditer(words.text) for end in match.span()), len(words.text)]
    return [cut(words, start, end) for start, end in zip(bounds[::2], bounds[1::2], strict=True)]


def _is_item(line: Words) -> bool:
    return unmark(line).text.startswith("- ")


def _block(items: bool, lines: list[Words], reading: Reading) -> Block:
    span = reading.span(lines[0])
    if items:
        return ListBlock(False, tuple((_item(line, reading),) for line in lines), span)
    inlines: list[Inline] = []
    for line in lines:
        inlines.extend((Break(), *reading.inlines(line)) if line is not lines[0] else reading.inlines(line))
    return Paragraph(tuple(inlines), span)


def _item(line: Words, reading: Reading) -> Paragraph:
    text = unmark(line)
    item = cut(text, 2)
    return Paragraph(reading.inlines(item if text is line else mark(item)), reading.span(item))
