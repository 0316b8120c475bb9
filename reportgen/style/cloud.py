"""The cloud: rows of round-ended bars whose ends trace a union of circles. Pure geometry, the same for every writer."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from itertools import pairwise
from math import sin, sqrt

from msgspec import Struct

from reportgen.model.theme import Cloud, Palette

PITCH = 15.0
THICKNESS = 9.5
_GAP = 5.0
_LEAST_PIECE = 36.0
_LEAST_CUT = 120.0
_JOIN = 6.0
_ROUND = 60.0
"""The radius of the shape's lower corners."""


class Bar(Struct, frozen=True):
    """A bar with round ends: its left and top, in points from the page's upper left corner, and its ``#RRGGBB``."""

    x: float
    y: float
    width: float
    height: float
    colour: str


@cache  # both writers draw it
def cloud(art: Cloud, palette: Palette, marked: int = -1) -> tuple[Bar, ...]:
    """Return the bars of a cloud, row by row from the foot. Bars may reach beyond the page.

    The longest bar of row ``marked`` is set in the palette's ``mid``.
    """
    rows = int((art.foot - art.top) / PITCH)
    bars: list[Bar] = []
    for row in range(rows + 1):
        bars.extend(_row(art, palette, row, row / max(rows, 1), row == marked))
    return tuple(bars)


def _row(art: Cloud, palette: Palette, row: int, height: float, marked: bool) -> Iterator[Bar]:
    y = art.foot - row * PITCH
    pieces = [piece for at, extent in enumerate(_extents(art, y)) for piece in _cut(extent, row, at, art.seed)]
    longest = max((right - left for left, right in pieces), default=0.0)
    for at, (left, right) in enumerate(pieces):
        colour = _colour(art, palette, row, at, height)
        if marked and right - left == longest:
            colour = palette.mid
        yield Bar(left, y - THICKNESS / 2, right - left, THICKNESS, colour)


def _extents(art: Cloud, y: float) -> list[tuple[float, float]]:
    """Return where a row crosses the circles, joined; below its centre each circle is carried straight down."""
    spans = []
    for x, centre, radius in art.circles:
        above = max(0.0, centre - y)
        if above < radius:
            half = sqrt(radius * radius - above * above)
            spans.append((x - half, x + half))
    joined: list[tuple[float, float]] = []
    for left, right in sorted(spans):
        if joined and left <= joined[-1][1] + _JOIN:
            joined[-1] = (joined[-1][0], max(joined[-1][1], right))
        else:
            joined.append((left, right))
    inwards = _inwards(art.foot - y)
    drawn_in = [(left + inwards, right - inwards) for left, right in joined]
    return [(left, right) for left, right in drawn_in if right - left >= THICKNESS * 2.2]


def _inwards(above: float) -> float:
    """Return how far the shape's lower corners draw in at a height above its foot."""
    away = max(0.0, _ROUND - above)
    return _ROUND - sqrt(_ROUND * _ROUND - away * away)


def _cut(extent: tuple[float, float], row: int, at: int, seed: float) -> Iterator[tuple[float, float]]:
    left, right = extent
    width = right - left
    cuts = [left]
    if width > _LEAST_CUT:
        shares = (0.5 + 0.36 * sin(row * 1.9 + at + seed), 0.5 + 0.40 * sin(row * 1.13 + 2.1 + at + seed))
        for share in sorted(shares):
            place = left + width * share
            if place - cuts[-1] > _LEAST_PIECE and right - place > _LEAST_PIECE:
                cuts.append(place)
    cuts.append(right)
    for begin, end in pairwise(cuts):
        yield (begin if begin == left else begin + _GAP / 2, end if end == right else end - _GAP / 2)


def _colour(art: Cloud, palette: Palette, row: int, piece: int, height: float) -> str:
    accent = dict(art.accents).get((row, piece))
    if accent is not None:
        return accent
    if not art.colours[0].startswith("#"):
        share = float(art.colours[(row + piece) % len(art.colours)])
        return _mix(palette.deep, palette.base, share)
    shade = height + (0.10 if (row + piece) % 2 else -0.05) + 0.06 * sin(row * 2.7 + piece * 1.7)
    return _ramp(art.colours, min(max(shade, 0.0), 1.0))


def _ramp(colours: tuple[str, ...], place: float) -> str:
    steps = len(colours) - 1
    step = min(int(place * steps), steps - 1)
    return _mix(colours[step], colours[step + 1], place * steps - step)


@cache  # a cloud has few colours
def _mix(first: str, second: str, share: float) -> str:
    channels = ((int(first[i : i + 2], 16), int(second[i : i + 2], 16)) for i in (1, 3, 5))
    return "#" + "".join(f"{round(a + (b - a) * share):02X}" for a, b in channels)
