"""Where parts and labels stand: in proportion, in order, apart, within bounds."""

from __future__ import annotations

from decimal import Decimal
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from reportgen.style.chart_placing import (
    at_dots,
    beside_ticks,
    dots_scale,
    label_lines,
    over_parts,
    parted,
    spread,
    starts,
)
from reportgen.style.chart_shades import ramp

VALUES = st.lists(st.decimals(0, 10**6, places=2) | st.none(), min_size=1, max_size=8)
SIZES = st.lists(st.tuples(st.floats(0, 400), st.floats(1, 40)), min_size=1, max_size=8)


def decimals(*values: str) -> list[Decimal | None]:
    return [Decimal(value) for value in values]


def test_a_scale_of_dots_goes_beyond_its_values_at_both_ends() -> None:
    assert dots_scale([Decimal(10), Decimal(30)]) == (7, 33)
    assert dots_scale([Decimal(20)]) == (17, 23)
    assert dots_scale([Decimal(0)]) == (-1, 1)
    assert dots_scale([]) == (0, 1)


def test_a_fifth_part_has_the_colour_of_the_first() -> None:
    assert ramp(5) == ("base", "mid", "light", "deep", "base")


def test_parts_share_a_length_in_proportion() -> None:
    assert parted(decimals("1", "3"), 101.5, 1.5, 3) == [25, 75]


def test_a_small_part_is_seen_and_a_missing_one_is_not() -> None:
    assert parted([Decimal(10473), Decimal(3), None, Decimal(0)], 400, 1.5, 3) == [395.5, 3, 0, 0]


@given(VALUES)
def test_parts_and_gaps_fill_the_length(values: list[Decimal | None]) -> None:
    lengths = parted(values, 400, 1.5, 3)
    drawn = [length for length in lengths if length]
    assert [bool(length) for length in lengths] == [value is not None and value > 0 for value in values]
    if drawn:
        assert abs(sum(drawn) + 1.5 * (len(drawn) - 1) - 400) < 1e-6
        assert min(drawn) >= 3 - 1e-9


def test_parts_start_one_after_the_other() -> None:
    assert starts([10, 0, 20, 5], 1) == [0, 11, 11, 32]


def test_labels_stay_where_they_are_wanted_if_they_can() -> None:
    assert spread([0, 50], [20, 20], 5, 0, 100) == [0, 50]
    assert spread([40, 50], [20, 20], 5, 0, 100) == [25, 50]
    assert spread([90, 95], [20, 20], 5, 0, 100) == [55, 80]


@given(SIZES)
def test_labels_are_apart_and_in_order_and_within_bounds_where_there_is_room(sizes: list[tuple[float, float]]) -> None:
    wanted = sorted(place for place, _ in sizes)
    widths = [width for _, width in sizes]
    places = spread(wanted, widths, 5, 0, 400)
    assert all(b >= a + width + 5 - 1e-6 for (a, b), width in zip(pairwise(places), widths, strict=False))
    assert places[0] >= 0
    if sum(widths) + 5 * (len(widths) - 1) <= 400:
        assert places[-1] + widths[-1] <= 400 + 1e-6


def test_a_label_stands_over_the_start_of_its_part_and_small_last_ones_at_the_end() -> None:
    assert over_parts([200, 190, 3, 3], [50, 50, 30, 40], 1.5, 12, 60, 400) == [0, 201.5, 318, 360]


def test_labels_that_do_not_fit_on_a_line_go_on_below() -> None:
    assert label_lines([300, 100], [250, 200], 1.5, 12, 60, 400) == ([0, 0], [0, 1])
    assert label_lines([300, 100], [100, 90], 1.5, 12, 60, 400) == ([0, 301.5], [0, 0])


def test_a_label_is_below_its_dot_where_one_is_near_above() -> None:
    assert at_dots([50, 60, 120], 10, 5, 0, 150) == [35, 65, 105]
    assert at_dots([50, 145], 10, 5, 0, 150) == [35, 130]


def test_labels_of_ticks_turn_outwards_where_they_would_meet() -> None:
    assert beside_ticks([50, 300], [60, 60], 8, 0, 400) == [50, 240]
    assert beside_ticks([100, 140], [60, 60], 8, 0, 400) == [40, 140]
    assert beside_ticks([390], [60], 8, 0, 400) == [340]
