"""Where the dots of a matrix stand: the same for every writer.

A dot stands at its issue's place. Of dots that would lie over one another, all give way a little, or one after the
other takes the nearest place that is free: in whichever way the farthest moves least.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import Decimal
from itertools import combinations
from math import cos, dist, pi, sin

from msgspec import Struct

from reportgen.model.flow import Issue
from reportgen.model.theme import Theme

Point = tuple[float, float]

_ROUNDS = 300
"""How often dots give way."""
_PULL = 0.2
"""How far dots are drawn home at first, as a share of the way."""
_STEP = 1.0
"""How far from each other, in points, the free places are that are tried, and dots in one place to begin with."""
_NEAR = 1e-6
_MOST = Decimal(100)
_GOLDEN = pi * (3 - 5**0.5)
"""The angle by which dots in one place turn from each other: never two into one direction."""


class Square(Struct, frozen=True):
    """A plot and the dots in it, in points: its side, a dot's diameter, the least space between two and to the edge."""

    side: float
    dot: float
    apart: float

    @property
    def least(self) -> float:
        """How near the upper and left edge the middle of a dot may be."""
        return self.dot / 2 + self.apart

    @property
    def most(self) -> float:
        """How far from these edges it may be."""
        return self.side - self.least

    def within(self, x: float, y: float) -> Point:
        """Return the nearest place where a dot does not reach over the edge."""
        return min(max(x, self.least), self.most), min(max(y, self.least), self.most)


def square_of(theme: Theme) -> Square:
    """Return the plot of a theme."""
    measures = theme.measures
    return Square(measures["matrix-plot"], measures["matrix-dot"], measures["matrix-dot-ring"])


def dot_places(issues: Iterable[Issue], square: Square) -> list[Point]:
    """Return the middle of each dot, in points from the upper left corner of the plot."""
    homes = [_own(issue, square) for issue in issues]
    ways = (_freed(_given_way(homes, square), square), _freed(homes, square))
    return min(ways, key=lambda places: max((dist(*pair) for pair in zip(places, homes, strict=True)), default=0.0))


def _freed(places: list[Point], square: Square) -> list[Point]:
    """Return the nearest free place of each dot in turn: its own, if no dot before it is in the way."""
    freed: list[Point] = []
    for place in places:
        freed.append(next((point for point in _around(place, square) if _is_free(point, freed, square)), place))
    return freed


def _own(issue: Issue, square: Square) -> Point:
    room = square.most - square.least
    return square.least + float(issue.x / _MOST) * room, square.least + float((_MOST - issue.y) / _MOST) * room


def _given_way(homes: list[Point], square: Square) -> list[Point]:
    """Return places whose dots do not lie over one another, no farther from their own than needed.

    By turns all dots are drawn home, less and less, and those that are in each other's way give way.
    """
    places = [_stirred(at, homes, square) for at in range(len(homes))]
    if places == homes:
        return homes
    for turn in range(_ROUNDS):
        pull = max(0.0, _PULL * (1 - 2 * turn / _ROUNDS))
        drawn = [(x + (u - x) * pull, y + (v - y) * pull) for (x, y), (u, v) in zip(places, homes, strict=True)]
        places = _parted(drawn, square)
        if places == drawn and not pull:
            break
    return places


def _stirred(at: int, homes: list[Point], square: Square) -> Point:
    """Return a place a little beside a dot's own where others are in its way: no two in one place, no three in line."""
    x, y = homes[at]
    if _is_free((x, y), [*homes[:at], *homes[at + 1 :]], square):
        return x, y
    right, down = _STEP * cos(at * _GOLDEN), _STEP * sin(at * _GOLDEN)
    inside = square.within(x + right, y + down)
    return (x + right if inside[0] == x + right else x - right), (y + down if inside[1] == y + down else y - down)


def _parted(places: list[Point], square: Square) -> list[Point]:
    """Part each two dots that lie over one another, either by half."""
    parted, apart = list(places), square.dot + square.apart
    for one, other in combinations(range(len(parted)), 2):
        (x, y), (u, v) = parted[one], parted[other]
        distance = dist(parted[one], parted[other])
        if distance < apart - _NEAR:
            half = (apart - distance) / 2
            right, down = ((u - x) / distance, (v - y) / distance) if distance else (1.0, 0.0)
            parted[one] = square.within(x - right * half, y - down * half)
            parted[other] = square.within(u + right * half, v + down * half)
    return parted


def _around(place: Point, square: Square) -> Iterator[Point]:
    """Yield a place and those around it in the plot, the nearest first, on rings from the right clockwise."""
    yield place
    for ring in range(1, int(1.5 * square.side / _STEP)):
        radius, steps = ring * _STEP, max(8, round(2 * pi * ring))
        for step in range(steps):
            angle = 2 * pi * step / steps
            point = place[0] + radius * cos(angle), place[1] + radius * sin(angle)
            if point == square.within(*point):
                yield point


def _is_free(point: Point, placed: Iterable[Point], square: Square) -> bool:
    least = square.dot + square.apart - 2 * _NEAR
    return all(dist(point, other) >= least for other in placed)
