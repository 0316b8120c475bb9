"""The cloud: rows of bars that trace circles, the same every time."""

from __future__ import annotations

from itertools import pairwise

import pytest

from reportgen.model.theme import Cloud, Palette
from reportgen.style.cloud import PITCH, THICKNESS, cloud

PALETTE = Palette("#000000", "#808080", "#00FF00", "#E0E0E0", "#FFFFFF")
ART = Cloud(((300, 500, 150),), 640, 350, ("#000000", "#FFFFFF"), (((3, 0), "#123456"),))


def rows(bars):
    return {y: sorted((bar.x, bar.x + bar.width) for bar in bars if bar.y == y) for y in {bar.y for bar in bars}}


def test_bars_stand_in_rows_on_a_step():
    ys = sorted(rows(cloud(ART, PALETTE)), reverse=True)
    assert ys[0] == 640 - THICKNESS / 2
    assert {upper - lower for lower, upper in pairwise(reversed(ys))} == {PITCH}


def test_bars_do_not_touch_and_stay_within_the_circle():
    for pieces in rows(cloud(ART, PALETTE)).values():
        assert pieces[0][0] >= 150 - 0.001
        assert pieces[-1][1] <= 450 + 0.001
        assert all(left[1] < right[0] for left, right in pairwise(pieces))


def test_colours_run_from_foot_to_top_but_for_the_accents():
    bars = cloud(ART, PALETTE)
    foot, top = max(bar.y for bar in bars), min(bar.y for bar in bars)
    assert max(int(bar.colour[1:3], 16) for bar in bars if bar.y == foot) < 60
    assert min(int(bar.colour[1:3], 16) for bar in bars if bar.y == top) > 190
    assert [bar.colour for bar in bars if bar.colour == "#123456"] == ["#123456"]


def test_mixes_are_of_the_familys_deep_and_base():
    art = Cloud(ART.circles, ART.foot, ART.top, ("0", "1"))
    assert {bar.colour for bar in cloud(art, PALETTE)} == {"#000000", "#808080"}


def test_the_longest_bar_of_a_marked_row_stands_out():
    marked = [bar for bar in cloud(ART, PALETTE, marked=5) if bar.colour == PALETTE.mid]
    assert len(marked) == 1
    assert marked[0].y == pytest.approx(640 - 5 * PITCH - THICKNESS / 2)


def test_no_circle_is_no_cloud():
    assert cloud(Cloud((), 640, 350, ("#000000",)), PALETTE) == ()
