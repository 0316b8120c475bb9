"""Where the dots of a cycle stand on its ring: evenly, clockwise from the top, with an arrow between each two."""

from __future__ import annotations

from itertools import pairwise
from math import dist

import pytest

from reportgen.style.cycle_placing import Ring, arrow_angles, dot_angles

RING = Ring(150.0, 24.0, 5.0)


def test_the_first_dot_stands_at_the_top_and_the_others_follow_clockwise() -> None:
    places = [RING.at(angle) for angle in dot_angles(4)]
    flat = [length for place in places for length in place]
    assert flat == pytest.approx([75, 12, 138, 75, 75, 138, 12, 75])


@pytest.mark.parametrize("count", range(2, 10))
def test_dots_stand_evenly_and_arrows_leave_each_for_the_next(count: int) -> None:
    angles = dot_angles(count)
    places = [RING.at(angle) for angle in angles]
    apart = [dist(*pair) for pair in pairwise([*places, places[0]])]
    assert apart == pytest.approx([apart[0]] * count)
    arrows = arrow_angles(count, RING)
    for (begin, end), here, there in zip(arrows, places, [*places[1:], places[0]], strict=True):
        assert begin < end, "there is room for it"
        assert dist(RING.at(begin), here) == pytest.approx(17, abs=0.1)
        assert dist(RING.at(end), there) == pytest.approx(17, abs=0.1)
