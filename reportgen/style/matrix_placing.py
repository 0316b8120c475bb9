"""Where the dots of a matrix stand: the same for every writer.

A dot stands at its issue's place. Dots that would lie over one another give way, each by half, until none does; where
that leaves some in the way, they take the nearest place that is free.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import Decimal
from itertools import combinations
from math import cos, hypot, pi, sin

from msgspec import Struct

from reportgen.model.flow import Issue
from reportgen.model.theme import Theme

Point = tuple[float, float]

_ROUNDS = 200
"""How often dots give way."""
_STEP = 0.5
"""How far from each other, in points, the free places are that are tried."""
_NEAR = 1e-6
_MOST = Decimal(100)
_GOLDEN = pi * (3 - 5**0.5)
"""The angle by which dots in one place turn from each other: never twice into one direction."""


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
    placed: list[Point] = []
    for place in _given_way([_own(issue, square) for issue in issues], square):
        placed.append(next((point for point in _around(place, square) if _is_free(point, placed, square)), place))
    return placed


def _own(issue: Issue, square: Square) -> Point:
    room = square.most - square.least
    return square.least + float(issue.x / _MOST) * room, square.least + float((_MOST - issue.y) / _MOST) * room


def _given_way(places: list[Point], square: Square) -> list[Point]:
    """Return places whose dots lie over one another as little as may be, and no farther from theirs than needed."""
    places, apart = list(places), square.dot + square.apart
    for _ in range(_ROUNDS):
        moved = False
        for one, other in combinations(range(len(places)), 2):
            (x, y), (u, v) = places[one], places[other]
            distance = hypot(u - x, v - y)
            if distance >= apart - _NEAR:
                continue
            turn = (cos(other * _GOLDEN), sin(other * _GOLDEN))
            right, down = ((u - x) / distance, (v - y) / distance) if distance > _NEAR else turn
            half = (apart - distance) / 2
            places[one] = square.within(x - right * half, y - down * half)
            places[other] = square.within(u + right * half, v + down * half)
            moved = True
        if not moved:
            break
    return places


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
    return all(hypot(point[0] - x, point[1] - y) >= least for x, y in placed)
