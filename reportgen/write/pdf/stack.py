"""Stacks strips on pages: decides where a page ends, and stands footnotes at its foot.

Strips that must stand together form a unit: it goes on the page whole, or on the next. Only a unit higher than a page
is taken apart. Strips wait until what follows them begins a page: only then is it known how full their last page is.
"""

from __future__ import annotations

from math import inf

from msgspec import Struct

from reportgen.model.theme import Page as Frame
from reportgen.write.pdf.page import Page
from reportgen.write.pdf.paging import CLOSE, Gauge, Unit, in_units, notes_in, run_of
from reportgen.write.pdf.press import Press
from reportgen.write.pdf.strip import Holder, Strip


class Head(Struct, frozen=True):
    """What the running head of a page says: a chapter's number and title, either may be empty.

    ``occurrences`` are the bound numbers in the title.
    """

    number: str
    title: str
    family: str
    occurrences: tuple[int, ...] = ()


class Stack:
    """The pages so far. ``heads`` has for each page its running head, or ``None`` where head and foot are left out."""

    def __init__(self, press: Press) -> None:
        self.pages: list[Page] = []
        self.heads: list[Head | None] = []
        self.head = Head("", "", "brand")
        self._press = press
        self._y = press.theme.page.top
        self._waiting: list[Strip] = []
        self._gauge = self._new_gauge()
        self._last: Strip | None = None
        self._full = True
        self._prose = False

    @property
    def _frame(self) -> Frame:
        return self._press.theme.page

    @property
    def frame_height(self) -> float:
        """The height that a page has for text."""
        return self._frame.bottom - self._frame.top

    def _new_gauge(self) -> Gauge:
        frame = self._frame
        return Gauge(frame.top, frame.bottom, self._press.theme.step, self._press.notes.height_with)

    def add(self, strip: Strip) -> None:
        """Add a strip below the last. It is laid on a page once all that stands before the next page's end has come."""
        self._waiting.append(strip)

    def begin_page(self) -> None:
        """What comes next begins a page."""
        self._lay_all()
        if not self._full and self._last is not None:
            self._close(None)
            self._full = True

    def full_page(self) -> Page:
        """Return a new page without head and foot that is painted as a whole."""
        self.begin_page()
        self._finish_notes()
        self._open(None, running=False)
        self._full = True
        return self.pages[-1]

    def finish(self) -> None:
        """Lay what is left."""
        self.begin_page()
        self._finish_notes()

    def _finish_notes(self) -> None:
        """Lay the notes that are left over on pages of their own."""
        while self._press.notes.waiting:
            self._open(None, notes=1.0)
            self._prose = True
            self._close(None)

    def _lay_all(self) -> None:
        self._gauge = self._new_gauge()
        units, self._waiting = in_units(self._waiting, self._gauge.step), []
        run = run_of(units, self._gauge)
        self._gauge = run.gauge
        for number, unit in enumerate(units):
            if number == run.early and self._last is not None:
                self._turn(unit[0])
            self._place(unit)

    def _place(self, unit: Unit) -> None:
        if self._full:
            self._open(None)
        if not self._fits(unit) and not self._begun_here(unit) and self._last is not None:
            self._turn(unit[0])
        if self._fits(unit):
            for strip in unit:
                self._lay(strip)
        else:
            self._take_apart(unit)

    def _begun_here(self, unit: Unit) -> bool:
        """Part a unit's first strip that may be, so that what stands before it and a part of it stand on this page."""
        place = next((at for at, strip in enumerate(unit) if strip.split is not None), -1)
        if place < 0 or self._last is None or not self._fits(unit[:place]):
            return False
        parts = self._part_below(unit[:place], unit[place])
        if parts is None:
            return False
        for strip in (*unit[:place], parts[0]):
            self._lay(strip)
        self._turn(parts[1])
        unit[: place + 1] = [parts[1]]
        return True

    def _part_below(self, above: list[Strip], strip: Strip) -> tuple[Strip, Strip] | None:
        """Part a strip at what others leave of the page above it."""
        y = self._gauge.foot_of(above, self._y, self._last, inf)
        top = self._gauge.top_of(strip, y, above[-1] if above else self._last)
        room = self._room(top) - self._press.notes.height_with(notes_in([*above, strip]))
        return strip.split(room) if strip.split else None

    def _take_apart(self, unit: Unit) -> None:
        for strip in unit:
            rest: Strip | None = strip
            while rest is not None and not self._fits([rest]):
                rest = self._parted(rest)
            if rest is not None:
                self._lay(rest)

    def _parted(self, strip: Strip) -> Strip | None:
        """Lay what fits of a strip that does not; return what is left."""
        parts = strip.split(self._room(self._gauge.top_of(strip, self._y, self._last))) if strip.split else None
        if parts is not None:
            self._lay(parts[0])
            self._turn(parts[1])
            return parts[1]
        if self._last is not None:
            self._turn(strip)
            return strip
        self._lay(strip)
        return None

    def _fits(self, unit: Unit) -> bool:
        foot = self._frame.bottom - self._press.notes.height
        end = self._gauge.foot_of(unit, self._y, self._last, foot)
        return end + self._press.notes.height_with(notes_in(unit)) <= self._frame.bottom + CLOSE

    def _room(self, y: float) -> float:
        return self._frame.bottom - y

    def _lay(self, strip: Strip) -> None:
        self._y = self._gauge.top_of(strip, self._y, self._last)
        strip.paint(self.pages[-1], self._y)
        self._y += strip.height
        self._last = strip
        self._prose = self._prose or strip.prose
        self._press.notes.put(strip.notes, self._room(self._y) + CLOSE)

    def _turn(self, strip: Strip) -> None:
        """Go on to a new page, on which ``strip`` comes first."""
        goes_on = strip.holder if self._last is not None and self._last.holder is strip.holder else None
        self._close(goes_on)
        self._open(goes_on)
        if goes_on is not None and strip.again is not None:
            strip.again.paint(self.pages[-1], self._y)
            self._y += strip.again.height

    def _close(self, holder: Holder | None) -> None:
        self._press.notes.fill(self._room(self._y) + CLOSE)
        foot = self._frame.bottom - self._press.notes.height
        if holder is not None:
            holder.pause(self.pages[-1], self._y, foot)
        x = self._frame.prose_x if self._prose else self._frame.left
        self._press.notes.finish(self.pages[-1], self._frame.bottom, x)

    def _open(self, holder: Holder | None, *, running: bool = True, notes: float = 0.5) -> None:
        """Begin a page; notes that are left over from the last one take at most a part of it."""
        page = Page(len(self.pages), self._frame)
        self.pages.append(page)
        self.heads.append(self.head if running else None)
        self._y, self._last, self._full, self._prose = self._frame.top, None, False, False
        if not running:
            return
        if holder is not None:
            holder.resume(page, self._y)
            self._y += holder.resumed
        self._press.notes.fill(self.frame_height * notes)
