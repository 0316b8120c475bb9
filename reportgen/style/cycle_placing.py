"""Where the dots of a cycle stand on its ring, and the arrows between them: the same for every writer."""

from __future__ import annotations

from math import cos, pi, sin

from msgspec import Struct

from reportgen.model.theme import Theme

Point = tuple[float, float]


class Ring(Struct, frozen=True):
    """A ring with dots, in points: its width over all, a dot's diameter, the space from a dot to an arrow."""

    width: float
    dot: float
    gap: float

    @property
    def middle(self) -> float:
        """How far its middle is from its left and upper edges."""
        return self.width / 2

    @property
    def radius(self) -> float:
        """The radius of the circle on which the middles of the dots lie."""
        return (self.width - self.dot) / 2

    def at(self, angle: float) -> Point:
        """Return a place on the circle from the upper left corner; angles are clockwise from the top, in radians."""
        return self.middle + self.radius * sin(angle), self.middle - self.radius * cos(angle)


def ring_of(theme: Theme) -> Ring:
    """Return the ring of a theme."""
    measures = theme.measures
    return Ring(measures["cycle-plot"], measures["cycle-dot"], measures["cycle-arrow-gap"])


def dot_angles(count: int) -> list[float]:
    """Return the angle of each dot, the first at the top."""
    return [2 * pi * at / count for at in range(count)]


def arrow_angles(count: int, ring: Ring) -> list[tuple[float, float]]:
    """Return for each dot where the arrow to the next begins and ends."""
    turn, apart = 2 * pi / count, (ring.dot / 2 + ring.gap) / ring.radius
    return [(angle + apart, angle + turn - apart) for angle in dot_angles(count)]
