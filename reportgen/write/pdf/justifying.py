"""How a line of Chinese is opened to fill its width (CLREQ): spaces and the gaps between scripts first.

What goes in: a plan, a stretch of it, a width. What comes out: by how much each kind of gap is opened.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass

from reportgen.write.pdf.breaking import Stretch as Broken
from reportgen.write.pdf.breaking import natural
from reportgen.write.pdf.plan import Plan, Stretch

WIDEST_HAN = 0.25
WIDEST_FIRST = 0.25
WIDEST_WIDE = 0.6
"""In em: gaps between Chinese characters; spaces and gaps between scripts before those, and in the end.

A line that would have to be opened further is left as it comes.
"""


@dataclass(frozen=True, slots=True)
class Opening:
    """How a line is opened, in points: after each Chinese character, and before each of ``places``."""

    han: float = 0.0
    wide: float = 0.0
    places: tuple[int, ...] = ()

    def within(self, start: int, end: int) -> tuple[int, ...]:
        """Return the places after ``start``, up to and with ``end``."""
        return self.places[bisect_right(self.places, start) : bisect_right(self.places, end)]


CLOSED = Opening()


def opened(plan: Plan, broken: Broken, stretches: list[Stretch], width: float) -> Opening:
    """Spread what is left of a width; ``stretches`` are those of the line."""
    left = width - natural(plan.measured, broken)
    if plan.style.align != "justify" or broken.last or not stretches or left <= 0:
        return CLOSED
    places = _places(plan, broken)
    han = han_between(stretches, broken.start, broken.end) - stretches[-1].face.han
    em = plan.style.size
    for most in (WIDEST_FIRST, WIDEST_WIDE) if han else (WIDEST_WIDE,):
        wide = min(left / len(places), most * em) if places else 0.0
        rest = left - wide * len(places)
        if rest <= WIDEST_HAN * em * han:
            return Opening(rest / han if han else 0.0, wide, places)
    return CLOSED


def han_between(stretches: list[Stretch], start: int, end: int) -> int:
    """Return how many codes from ``start`` to ``end`` are set by Chinese faces."""
    return sum(min(s.end, end) - max(s.start, start) for s in stretches if s.face.han)


def _places(plan: Plan, broken: Broken) -> tuple[int, ...]:
    text = plan.measured.text
    first, last = (bisect_left(plan.meetings, place) for place in (broken.start + 1, broken.end))
    spaces = [place + 1 for place in range(broken.start, broken.end - 1) if text[place] in " \u00a0"]
    return tuple(sorted(plan.meetings[first:last] + spaces))
