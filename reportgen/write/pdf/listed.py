"""Texts set in a column beside a figure."""

from __future__ import annotations

from msgspec import Struct

from reportgen.write.pdf.page import Page
from reportgen.write.pdf.text import SetText


class Placed(Struct, frozen=True):
    """A text set, and its place from the upper left corner of what it stands in."""

    text: SetText
    x: float
    y: float


class Listed(Struct, frozen=True):
    """Texts set, and how high they are together."""

    placed: tuple[Placed, ...]
    height: float

    @property
    def texts(self) -> tuple[SetText, ...]:
        """The texts in reading order."""
        return tuple(each.text for each in self.placed)

    def paint(self, page: Page, x: float, top: float) -> None:
        """Paint the texts in reading order."""
        for placed in self.placed:
            placed.text.paint_all(page, x + placed.x, top + placed.y)
