"""Where pages end: strips that must stand together, how high they stand, and a last page that is not nearly empty.

What goes in: the strips of a run, which begins and ends with a page. What comes out: its units, how far apart they
stand, and before which of them a page ends early. Nothing is painted here: all is chosen before the run is laid.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from math import ceil, inf

from msgspec import Struct
from msgspec.structs import replace

from reportgen.write.pdf.strip import Strip

CLOSE = 0.01
"""Lengths are sums of decimals: what lacks less than this fits."""
LEAST_LINES = 5
"""A run's last page has so many lines at least, where the page before can spare them."""

_LITTLE = 1 / 3
"""Of a last page: where no more of it is used, spaces are drawn in if that saves the page."""
_WIDE = 1.5
"""In steps: spaces from here on are drawn in, by half a step."""

Unit = list[Strip]
"""Strips that must stand together: laid on a page whole, or on the next."""


class Gauge(Struct, frozen=True):
    """The frame of a page: its upper and lower edge, the grid's step; ``notes`` gives the height that notes take.

    ``drawn`` is by how much wide spaces are drawn in.
    """

    top: float
    bottom: float
    step: float
    notes: Callable[[tuple[int, ...]], float]
    drawn: float = 0.0

    @property
    def height(self) -> float:
        """The height of the frame."""
        return self.bottom - self.top

    def top_of(self, strip: Strip, y: float, last: Strip | None) -> float:
        """Return where a strip begins below the last, on the grid of half steps if it keeps to it."""
        if last is not None:
            y += self._between(last, strip)
        if not strip.grid:
            return y
        half = self.step / 2
        return self.top + ceil((y - self.top - CLOSE) / half) * half

    def foot_of(self, unit: Unit, y: float, last: Strip | None, foot: float) -> float:
        """Return where a unit ends below the last strip of a page.

        That is nowhere (infinitely far down) where one of its strips wants more room above ``foot`` than is left.
        """
        begun = last is not None
        for strip in unit:
            top = self.top_of(strip, y, last)
            if begun and foot - top < strip.room:
                return inf
            y, last = top + strip.height, strip
        return y

    def _between(self, last: Strip, strip: Strip) -> float:
        """Return the space between two strips. What wants space has some below a heading that gives none."""
        if last.heading and not strip.apart:
            return max(last.after, min(strip.before, self.step / 2))
        space = max(last.after, strip.before)
        return space - self.drawn if space >= _WIDE * self.step - CLOSE else space


class Run(Struct, frozen=True):
    """How a run is laid: in which gauge, and before which unit a page ends early, if one does."""

    gauge: Gauge
    early: int | None


def run_of(units: list[Unit], gauge: Gauge) -> Run:
    """Choose how units are laid, so that their last page is saved or not nearly empty."""
    starts, foot = _pages(units, gauge)
    if len(starts) > 1 and foot - gauge.top < gauge.height * _LITTLE:
        closer = replace(gauge, drawn=gauge.step / 2)
        if len(_pages(units, closer)[0]) < len(starts):
            return Run(closer, None)
    if len(starts) > 1 and all(unit[-1].evenly for unit in units[starts[-2] :]):
        return Run(gauge, _even_end(units, gauge, starts))
    return Run(gauge, _early_end(units, gauge, starts, foot))


def in_units(strips: Iterable[Strip], step: float) -> list[Unit]:
    """Return strips in units: each strip with so many lines of what follows as it wants on its page.

    A heading wants no more than the text that it heads: with the next heading a unit begins.
    """
    units: list[Unit] = []
    unit: Unit = []
    kept = 0
    for strip in strips:
        if strip.heading and unit and not unit[-1].heading:
            units.append(unit)
            unit = []
        unit.append(strip)
        lines = max(1, int(strip.height // step))
        kept = max(kept - (0 if strip.heading else lines), strip.keep)
        if kept <= 0:
            units.append(unit)
            unit = []
    return [*units, unit] if unit else units


def notes_in(unit: Unit) -> tuple[int, ...]:
    """Return the footnotes first marked in a unit."""
    return tuple(number for strip in unit for number in strip.notes)


def _early_end(units: list[Unit], gauge: Gauge, starts: list[int], foot: float) -> int | None:
    """Return the unit before which the last page but one ends early, so that the last one is not nearly empty."""
    least = LEAST_LINES * gauge.step - CLOSE
    if len(starts) < 2 or foot - gauge.top >= least:
        return None
    for start in range(starts[-1] - 1, starts[-2], -1):
        height = _height(units[start:], gauge)
        if height >= least:
            return start if height <= gauge.height / 2 else None
    return None


def _even_end(units: list[Unit], gauge: Gauge, starts: list[int]) -> int:
    """Return the unit before which the last page but one ends, so that the fuller of the two is filled least."""

    def fuller(place: int) -> float:
        return max(_filled(units[starts[-2] : place], gauge), _filled(units[place:], gauge))

    return min(range(starts[-2] + 1, starts[-1] + 1), key=fuller)


def _filled(units: list[Unit], gauge: Gauge) -> float:
    """Return how much of a page units fill with their notes."""
    return _height(units, gauge) + gauge.notes(tuple(number for unit in units for number in notes_in(unit)))


def _pages(units: list[Unit], gauge: Gauge) -> tuple[list[int], float]:
    """Return the units that begin a page, and where the last page ends, if pages are filled one after the other.

    A unit that is parted over pages begins each of them.
    """
    starts, y, last = [0], gauge.top, None
    numbers: tuple[int, ...] = ()
    for number, unit in enumerate(units):
        more = (*numbers, *notes_in(unit))
        end = gauge.foot_of(unit, y, last, gauge.bottom - gauge.notes(numbers))
        full = end + gauge.notes(more) > gauge.bottom + CLOSE
        if full and last is not None and (end == inf or not any(strip.split for strip in unit)):
            starts.append(number)
            end, more = gauge.foot_of(unit, gauge.top + _resumed(unit[0], last), None, inf), notes_in(unit)
        while end > gauge.bottom + CLOSE:
            starts.append(number)
            end, more = end - gauge.height, ()
        y, last, numbers = end, unit[-1], more
    return starts, y


def _resumed(strip: Strip, last: Strip) -> float:
    if strip.holder is None or strip.holder is not last.holder:
        return 0.0
    return strip.holder.resumed + (strip.again.height if strip.again else 0.0)


def _height(units: list[Unit], gauge: Gauge) -> float:
    y, last = gauge.top, None
    for unit in units:
        y, last = gauge.foot_of(unit, y, last, inf), unit[-1]
    return y - gauge.top
