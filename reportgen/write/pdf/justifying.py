"""How a line of Chinese is opened to fill its width (CLREQ): the gaps between its characters, and more the wider ones.

What goes in: a plan, a stretch of it, a width. What comes out: by how much each kind of gap is opened.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from itertools import accumulate

from msgspec import Struct

from reportgen.write.pdf.breaking import Stretch as Broken
from reportgen.write.pdf.breaking import natural
from reportgen.write.pdf.plan import Plan, Stretch

HAN = 0.05
WIDE = 0.125
"""By how much gaps may be opened unseen, in em: between Chinese characters; spaces, and where scripts meet."""
_MOST = 2.5
"""A line whose gaps would be opened by more, in those terms, is left as it comes."""


class Opening(Struct, frozen=True):
    """How a line is opened, in points: after each Chinese character, and before each of ``places``."""

    han: float = 0.0
    wide: float = 0.0
    places: tuple[int, ...] = ()

    def within(self, start: int, end: int) -> tuple[int, ...]:
        """Return the places after ``start``, up to and with ``end``."""
        return self.places[bisect_right(self.places, start) : bisect_right(self.places, end)]


CLOSED = Opening()


def giving(length: int, stretches: list[Stretch], places: list[int], em: float) -> list[float]:
    """Return by how much the gaps up to each place of a text of a length may be opened.

    ``places`` are those of its wide gaps, ``em`` is in points.
    """
    gaps = [0.0] * (length + 1)
    for stretch in stretches:
        if stretch.face.han:
            gaps[stretch.start + 1 : stretch.end + 1] = [HAN * em] * (stretch.end - stretch.start)
    for place in places:
        gaps[place] += WIDE * em
    return list(accumulate(gaps))


def opened(plan: Plan, broken: Broken, width: float) -> Opening:
    """Spread what is left of a width over a line."""
    giving = plan.measured.giving
    if not giving or broken.last or broken.end <= broken.start:
        return CLOSED
    left = width - natural(plan.measured, broken)
    given = giving[broken.end - 1] - giving[broken.start]
    share = left / given if left > 0 and given else 0.0
    if not 0 < share <= _MOST:
        return CLOSED
    first, last = bisect_right(plan.wide, broken.start), bisect_left(plan.wide, broken.end)
    em = plan.style.size
    return Opening(share * HAN * em, share * WIDE * em, tuple(plan.wide[first:last]))


def han_between(stretches: list[Stretch], start: int, end: int) -> int:
    """Return how many codes from ``start`` to ``end`` are set by Chinese faces."""
    return sum(min(s.end, end) - max(s.start, start) for s in stretches if s.face.han)
