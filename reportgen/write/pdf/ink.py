"""Shapes as PDF path operators (ISO 32000-1, 8.5). Here alone y turns: it runs down in, and up in what comes out.

Each shape stands in its own graphics state, so that it leaves no colour or line width behind.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from math import ceil, cos, pi, sin, tan

_ROUND = 0.5523
"""The control points' distance, in radii, of the Bézier curve nearest to a quarter of a circle."""

Point = tuple[float, float]


def number(value: float) -> str:
    """Return a length in the shortest form, to a hundredth of a point."""
    text = f"{value:.2f}".rstrip("0").rstrip(".")
    return "0" if text in ("-0", "") else text


def numbers(*values: float) -> str:
    """Return lengths with spaces between."""
    return " ".join(number(value) for value in values)


class Ink:
    """Draws on a page of a height in points."""

    def __init__(self, height: float) -> None:
        self._height = height

    def up(self, y: float) -> float:
        """Return the height above the page's foot of what lies ``y`` below its top."""
        return self._height - y

    def rectangle(self, x: float, y: float, width: float, height: float, colour: str) -> bytes:
        """Fill a rectangle whose upper left corner is at ``x``, ``y``."""
        return self._filled(f"{numbers(x, self.up(y + height), width, height)} re", colour)

    def rule(self, x: float, y: float, width: float, weight: float, colour: str) -> bytes:
        """Fill a horizontal rule whose upper edge is at ``y``."""
        return self.rectangle(x, y, width, weight, colour)

    def bar(self, x: float, y: float, width: float, height: float, radius: float, colour: str) -> bytes:
        """Fill a rectangle with round corners."""
        radius = min(radius, width / 2, height / 2)
        left, right, top, bottom = x, x + width, self.up(y), self.up(y + height)
        reach = radius * (1 - _ROUND)
        l0, l1, l2 = number(left), number(left + reach), number(left + radius)
        r0, r1, r2 = number(right), number(right - reach), number(right - radius)
        b0, b1, b2 = number(bottom), number(bottom + reach), number(bottom + radius)
        t0, t1, t2 = number(top), number(top - reach), number(top - radius)
        path = (
            f"{l2} {b0} m {r2} {b0} l {r1} {b0} {r0} {b1} {r0} {b2} c {r0} {t2} l {r0} {t1} {r1} {t0} {r2} {t0} c"
            f" {l2} {t0} l {l1} {t0} {l0} {t1} {l0} {t2} c {l0} {b2} l {l0} {b1} {l1} {b0} {l2} {b0} c"
        )
        return self._filled(path, colour)

    def disc(self, x: float, y: float, diameter: float, colour: str) -> bytes:
        """Fill a circle whose box's upper left corner is at ``x``, ``y``."""
        return self.bar(x, y, diameter, diameter, diameter / 2, colour)

    def ring(self, x: float, y: float, diameter: float, weight: float, colour: str, ground: str) -> bytes:
        """Fill a circle's outline around its ``ground``."""
        inner = diameter - 2 * weight
        return self.disc(x, y, diameter, colour) + self.disc(x + weight, y + weight, inner, ground)

    def arc(self, centre: Point, radii: tuple[float, float], angles: tuple[float, float], colour: str) -> bytes:
        """Fill a part of a ring between an outer and an inner radius, from one angle to another.

        Angles are clockwise from the top, in radians.
        """
        outer, inner = radii
        path = [f"{numbers(*self._on(centre, outer, angles[0]))} m"]
        path += self._swept(centre, outer, angles)
        path.append(f"{numbers(*self._on(centre, inner, angles[1]))} l")
        path += self._swept(centre, inner, (angles[1], angles[0]))
        return self._filled(" ".join([*path, "h"]), colour)

    def _on(self, centre: Point, radius: float, angle: float) -> Point:
        return centre[0] + radius * sin(angle), self.up(centre[1] - radius * cos(angle))

    def _swept(self, centre: Point, radius: float, angles: tuple[float, float]) -> list[str]:
        """Return the curves along a circle, each of at most a quarter of it."""
        start, end = angles
        count = max(1, ceil(abs(end - start) / (pi / 2)))
        turn = (end - start) / count
        reach = radius * 4 / 3 * tan(turn / 4)
        curves = []
        for number in range(count):
            first, last = start + number * turn, start + (number + 1) * turn
            (x0, y0), (x1, y1) = self._on(centre, radius, first), self._on(centre, radius, last)
            leaving = (x0 + reach * cos(first), y0 - reach * sin(first))
            arriving = (x1 - reach * cos(last), y1 + reach * sin(last))
            curves.append(_curve(leaving, arriving, (x1, y1)))
        return curves

    def stroke(self, strokes: Iterable[Iterable[Point]], weight: float, colour: str) -> bytes:
        """Draw lines through points, with round ends and joints."""
        paths = []
        for stroke in strokes:
            places = [numbers(x, self.up(y)) for x, y in stroke]
            paths.append(" ".join([f"{places[0]} m", *(f"{place} l" for place in places[1:])]))
        shade = _shade(colour)
        return f"q {shade} RG {number(weight)} w 1 J 1 j {' '.join(paths)} S Q\n".encode()

    def _filled(self, path: str, colour: str) -> bytes:
        return f"q {_shade(colour)} rg {path} f Q\n".encode()


def _curve(first: Point, second: Point, end: Point) -> str:
    return f"{numbers(*first, *second, *end)} c"


@cache
def _shade(colour: str) -> str:
    return " ".join(f"{int(colour[at : at + 2], 16) / 255:.3g}" for at in (1, 3, 5))
