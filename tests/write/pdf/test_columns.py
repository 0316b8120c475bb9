"""How text columns share the room, and where a number is parted."""

from __future__ import annotations

import pytest
from laying_out import words
from laying_tables import cell, table_mark

from reportgen.write.pdf.columns import Want, share
from reportgen.write.pdf.figures import figure_of


def test_where_there_is_room_no_line_is_broken() -> None:
    wide, narrow = share(300, [Want(40, 150, 150), Want(20, 50, 50)], least=60)
    assert wide + narrow == pytest.approx(300)
    assert wide > 150
    assert narrow > 50


def test_what_spans_rows_gives_way_first() -> None:
    spanning, plain = share(250, [Want(40, 80, 160), Want(20, 120, 120)], least=60)
    assert plain >= 120
    assert spanning > 80


def test_no_column_is_narrower_than_its_longest_word_or_the_least() -> None:
    widths = share(300, [Want(90, 100, 100), Want(30, 2000, 2000), Want(30, 65, 65)], least=60)
    assert sum(widths) == pytest.approx(300)
    assert widths[0] >= 90
    assert min(widths) >= 60


def test_where_not_even_words_have_room_all_give_way_alike() -> None:
    assert share(100, [Want(100, 100, 100), Want(100, 100, 100)], least=60) == pytest.approx([50, 50])


@pytest.mark.parametrize(
    ("text", "whole", "fraction"),
    [
        ("132,785.40", "132,785", ".40"),
        ("0.000007", "0", ".000007"),
        ("100", "100", ""),
        ("–", "–", ""),
        ("≤ 1.365", "≤ 1", ".365"),
        ("98.90%", "98", ".90%"),
        ("over 1,300", "over 1,300", ""),
        ("-5.3", "-5", ".3"),
    ],
)
def test_a_number_is_parted_at_its_point(text: str, whole: str, fraction: str) -> None:
    figure = figure_of(cell(1, text))
    assert figure is not None
    assert (figure.whole, figure.fraction) == (whole, fraction)


def test_words_are_no_number() -> None:
    assert figure_of(cell(1, "Not applicable")) is None


def test_marks_are_kept_apart() -> None:
    figure = figure_of(cell(1, words("82,274.99", table_mark(2), style="table-number")))
    assert figure is not None
    assert [mark.number for mark in figure.marks] == [2]
