"""The art of cover and openings: a cloud made of rows of round-ended bars on the step that the text stands on.

What goes in: the theme's circles and colours. What comes out: path operators. The rows' ends trace the circles'
outline; below a circle's centre they run straight down and round off at the foot, so that the shape rests on it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from math import sin, sqrt

from reportgen.model.theme import Cloud
from reportgen.write.pdf.ink import Ink

PITCH = 15.0
"""From row to row: the step of English text."""
THICK = 9.5
_GAP = 5.0
_TOUCH = 6.0
_LEAST = 36.0
_LONG = 120.0
_ROUND = 60.0
"""The radius of the shape's lower corners."""


@dataclass(frozen=True, slots=True)
class _Bar:
    """A piece of a row: its row and number in it, its ends, how far up the shape its row lies (0 to 1)."""

    row: int
    piece: int
    left: float
    right: float
    height: float


Colour = Callable[[int, int, float], str]


def cloud(art: Cloud, ink: Ink, width: float, colour: Colour) -> bytes:
    """Draw a cloud, cut off at a page ``width`` wide. ``colour`` gives that of a row's piece at a height of 0 to 1."""
    accents = dict(art.accents)
    drawn = []
    for bar in _bars(art):
        left, right = max(bar.left, -THICK), min(bar.right, width + THICK)
        if right - left > THICK:
            shade = accents.get((bar.row, bar.piece)) or colour(bar.row, bar.piece, bar.height)
            y = art.foot - bar.row * PITCH - THICK / 2
            drawn.append(ink.bar(left, y, right - left, THICK, THICK / 2, shade))
    return b"".join(drawn)


def shading(row: int, piece: int, height: float) -> float:
    """Return a piece's place on a ramp of colours: its height, a little up or down by turns."""
    return height + (0.10 if (row + piece) % 2 else -0.05) + 0.06 * sin(row * 2.7 + piece * 1.7)


def _bars(art: Cloud) -> Iterator[_Bar]:
    rows = int((art.foot - art.top) / PITCH)
    for row in range(rows + 1):
        piece = 0
        for number, (left, right) in enumerate(_extents(art, art.foot - row * PITCH)):
            if right - left < THICK * 2.2:
                continue
            ends = _cuts(left, right, row, number + art.seed)
            for at in range(len(ends) - 1):
                start = ends[at] + (_GAP / 2 if at else 0.0)
                end = ends[at + 1] - (_GAP / 2 if at < len(ends) - 2 else 0.0)
                yield _Bar(row, piece, start, end, row / rows)
                piece += 1


def _extents(art: Cloud, y: float) -> list[tuple[float, float]]:
    """Return the stretches of a row within the circles, joined where they touch, rounded off at the shape's foot."""
    found = sorted(stretch for circle in art.circles if (stretch := _within(circle, y)))
    joined: list[tuple[float, float]] = []
    for left, right in found:
        if joined and left <= joined[-1][1] + _TOUCH:
            joined[-1] = (joined[-1][0], max(joined[-1][1], right))
        else:
            joined.append((left, right))
    drawn_in = _rounding(art.foot - y)
    return [(left + drawn_in, right - drawn_in) for left, right in joined]


def _within(circle: tuple[float, float, float], y: float) -> tuple[float, float] | None:
    x, centre, radius = circle
    away = max(centre - y, 0.0)
    if away >= radius:
        return None
    half = sqrt(radius * radius - away * away)
    return x - half, x + half


def _rounding(above: float) -> float:
    """Return how far the shape's lower corners draw in at a height above its foot."""
    if above >= _ROUND:
        return 0.0
    away = _ROUND - above
    return _ROUND - sqrt(_ROUND * _ROUND - away * away)


def _cuts(left: float, right: float, row: int, seed: float) -> list[float]:
    """Return where a row is cut into pieces, with its ends; no piece is shorter than the least."""
    length = right - left
    cuts = [left]
    if length > _LONG:
        shares = sorted((0.5 + 0.36 * sin(row * 1.9 + seed), 0.5 + 0.40 * sin(row * 1.13 + 2.1 + seed)))
        for share in shares:
            place = left + length * share
            if place - cuts[-1] > _LEAST and right - place > _LEAST:
                cuts.append(place)
    return [*cuts, right]
