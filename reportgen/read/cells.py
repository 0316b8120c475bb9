"""A table's cell: its words are one message; ``<br>`` breaks the line, ``- a<br>- b`` is a list."""

from __future__ import annotations

import re
from collections.abc import Callable
from itertools import groupby

from reportgen.diagnostics import Code
from reportgen.i18n.draft import mark, unmark
from reportgen.i18n.naming import with_name, without_name
from reportgen.model.block import Block, Cell, ListBlock, Paragraph
from reportgen.model.inline import Break, Inline
from reportgen.model.words import Words
from reportgen.read.attributes import Attributes, check_attributes, names
from reportgen.read.reading import Reading
from reportgen.read.source import cut

ROLES = ("achieved", "area", "child", "missed", "part", "quiet", "total")

Inlines = Callable[[Words], tuple[Inline, ...]]

_BREAK = re.compile(r"<br ?/?>")


def read_cell(words: Words, attributes: Attributes, reading: Reading) -> Cell:
    """Return the cell of words without attributes, one row high and one column wide."""
    check_attributes(attributes, ("id", "role"), "a cell", reading.diagnostics)
    role = attributes.get("role")
    if role and role not in ROLES:
        hint = f"a cell is {names(ROLES)}"
        span = attributes.settings["role"].span
        reading.diagnostics.error(Code.WRONG_ATTRIBUTES, f"`{role}` is no role of a cell", span, hint)
    anchor = reading.anchor(attributes.get("id"), attributes.span or reading.span(words))
    return Cell(_blocks(reading.message(words), reading), reading.span(words), role=role, anchor=anchor)


def _blocks(words: Words, reading: Reading) -> tuple[Block, ...]:
    if not words.text:
        return ()
    bare, name = without_name(words)
    whole = unmark(bare)
    lines = _lines(whole)
    if len(lines) == 1 and not _is_item(lines[0]):
        return (Paragraph(reading.inlines(words), reading.span(bare)),)

    def inlines(line: Words) -> tuple[Inline, ...]:
        """Return what stands in a line: each is as unfinished as the whole, and of the same message."""
        return reading.inlines(with_name(line if whole is bare else mark(line), name))

    return tuple(_block(items, list(group), inlines, reading) for items, group in groupby(lines, _is_item))


def _lines(words: Words) -> list[Words]:
    if "<br" not in words.text:
        return [cut(words, 0)]
    bounds = [0, *(end for match in _BREAK.finditer(words.text) for end in match.span()), len(words.text)]
    return [cut(words, start, end) for start, end in zip(bounds[::2], bounds[1::2], strict=True)]


def _is_item(line: Words) -> bool:
    return line.text.startswith("- ")


def _block(items: bool, lines: list[Words], inlines: Inlines, reading: Reading) -> Block:
    span = reading.span(lines[0])
    if items:
        return ListBlock(False, tuple((_item(line, inlines, reading),) for line in lines), span)
    said: list[Inline] = []
    for line in lines:
        said.extend((Break(), *inlines(line)) if line is not lines[0] else inlines(line))
    return Paragraph(tuple(said), span)


def _item(line: Words, inlines: Inlines, reading: Reading) -> Paragraph:
    item = cut(line, 2)
    return Paragraph(inlines(item), reading.span(item))
