"""A strip: what is laid on a page whole, from edge to edge. Paragraphs give one a line, tables one a row."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

from msgspec import Struct

from reportgen.write.pdf.page import Page

Paint = Callable[[Page, float], None]


class Holder(Protocol):
    """What strips stand in that shows on each page it reaches: a table with its head, a tinted box."""

    @property
    def resumed(self) -> float:
        """The height that the holder takes where it goes on at the top of a page."""

    def pause(self, page: Page, bottom: float, foot: float) -> None:
        """The page ends within the holder: its last strip ends at ``bottom``, the page's text at ``foot``."""

    def resume(self, page: Page, top: float) -> None:
        """The holder goes on at the top of a page."""


class Strip(Struct):
    """Something that is laid on a page whole.

    Args:
        height: in points.
        paint: paints it on a page, its upper edge at a y.
        before: space above it, none at a page's top; the larger of it and the last strip's ``after`` holds.
        after: space below it, if something follows.
        keep: how many lines of what follows must stand on the same page.
        notes: the footnotes first marked in it.
        room: it goes to a new page where less than this is left.
        heading: what follows stands at its ``after``, whatever ``before`` it wants, if it is not ``apart``.
        apart: it wants its ``before`` below a heading as well.
        holder: what it stands in.
        again: what is said again above it where its holder goes on with it at the top of a page.
        prose: whether it stands in the column of prose.
        grid: whether it begins on the grid of half steps.
        opens: whether a paragraph begins with it.
        evenly: whether a run of such strips fills its last two pages alike.
        split: parts it, where it is too high, into what fits into a height and the rest.
    """

    height: float
    paint: Paint
    before: float = 0.0
    after: float = 0.0
    keep: int = 0
    notes: tuple[int, ...] = ()
    room: float = 0.0
    heading: bool = False
    apart: bool = False
    holder: Holder | None = None
    again: Strip | None = None
    prose: bool = False
    grid: bool = False
    opens: bool = False
    evenly: bool = False
    split: Callable[[float], tuple[Strip, Strip] | None] | None = None


def space(height: float) -> Strip:
    """Return a strip of nothing."""
    return Strip(height, lambda page, top: None)
