"""Where the dots of a matrix stand: at their places, within the plot, and never over one another."""

from __future__ import annotations

from decimal import Decimal
from itertools import combinations
from math import hypot

import pytest

from reportgen.model.flow import Issue, Paragraph
from reportgen.style.matrix_placing import Square, dot_places

SQUARE = Square(200.0, 14.0, 1.0)
WORDS = Paragraph("matrix-issue", (), "brand")


def issues(*places: tuple[float, float]) -> list[Issue]:
    return [Issue(WORDS, WORDS, Decimal(str(x)), Decimal(str(y))) for x, y in places]


def nearest(places: list[tuple[float, float]]) -> float:
    return min(hypot(x - u, y - v) for (x, y), (u, v) in combinations(places, 2))


def test_dots_stand_at_their_places_and_never_reach_over_the_edge() -> None:
    found = dot_places(issues((0, 0), (100, 100), (50, 50), (25, 75.5)), SQUARE)
    assert found == [(8.0, 192.0), (192.0, 8.0), (100.0, 100.0), (54.0, pytest.approx(53.08))]


def test_dots_that_would_overlap_give_way_by_half() -> None:
    (x, y), (u, v), alone = dot_places(issues((50, 50), (52, 50), (10, 10)), SQUARE)
    assert (y, v) == (pytest.approx(100, abs=0.5), pytest.approx(100, abs=0.5))
    assert u - x == pytest.approx(15.0, abs=0.01)
    assert (x + u) / 2 == pytest.approx(101.84, abs=0.1)
    assert alone == (pytest.approx(26.4), pytest.approx(173.6))


@pytest.mark.parametrize("place", [(50, 50), (0, 0), (100, 0), (100, 100), (99, 1)])
def test_as_many_as_there_may_be_have_room_in_one_place(place: tuple[float, float]) -> None:
    found = dot_places(issues(*[place] * 20), SQUARE)
    assert nearest(found) >= 15 - 1e-4
    assert all(8 - 1e-4 <= length <= 192 + 1e-4 for point in found for length in point)
    left, top = 8 + place[0] * 1.84, 192 - place[1] * 1.84
    assert all(hypot(x - left, y - top) < 90 for x, y in found), "as near to their place as may be"


def test_the_same_issues_stand_in_the_same_places() -> None:
    crowd = issues(*[(90, 90)] * 3, (91, 90), (90, 91), (88, 89))
    assert dot_places(crowd, SQUARE) == dot_places(crowd, SQUARE)
