"""Who changed what and when: the marks of tracked changes, each with a number of its own."""

from __future__ import annotations

from msgspec import Struct

from reportgen.write.docx.markup import SECTION, add
from reportgen.write.docx.xml import Element, word_name

INSERTED, DELETED = "ins", "del"
_FIRST = 1_000_000
"""Bookmarks are numbered from 1."""


class Stamp(Struct, frozen=True):
    """The author of all changes, and their date as ISO 8601 in UTC: ``2024-03-01T01:00:00Z``."""

    author: str
    date: str


class Stamper:
    """Stamps what was inserted or deleted."""

    def __init__(self, stamp: Stamp) -> None:
        self._stamp = stamp
        self._next = _FIRST

    def add(self, parent: Element, kind: str) -> Element:
        """Add the mark of a change to a parent and return it: what it holds was inserted or deleted."""
        self._next += 1
        return add(parent, kind, id=self._next, author=self._stamp.author, date=self._stamp.date)

    def end(self, paragraph: Element, kind: str) -> None:
        """Stamp a paragraph's end; one that ends a section stays, for the section's sake."""
        properties = paragraph[0]
        if properties.find(SECTION) is not None:
            return
        look = properties.find(word_name("rPr"))
        if look is None:
            look = add(properties, "rPr")
        if look.find(word_name(kind)) is None:
            look.insert(0, self.add(look, kind))

    def row(self, row: Element, kind: str) -> None:
        """Stamp a table's row."""
        properties = row.find(word_name("trPr"))
        if properties is None:
            properties = add(row, "trPr")
            row.insert(0, properties)
        self.add(properties, kind)
