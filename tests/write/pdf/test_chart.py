"""Charts: their scale, and their labels as text in reading order within one figure."""

from __future__ import annotations

from decimal import Decimal

import pytest
from laying_out import elements, heading, lay, lines, words

from reportgen.model.flow import Chart, Point, Series
from reportgen.write.pdf.plot import length, scale_of


def point(text: str) -> Point:
    return Point(text, Decimal(text.replace(",", "")) if text != "–" else None, occurrence=len(text))


def chart(kind: str = "columns") -> Chart:
    series = (
        Series("2022", (point("53.43"), point("–"))),
        Series("2023", (point("66.57"), point("133,245.19"))),
    )
    return Chart(
        kind,
        words("Light grew", style="chart-title"),
        words("Lights by quay", style="chart-subtitle"),
        words("Source: the harbour", style="chart-source"),
        "Chart: lights by quay",
        ("North quay", "South quay"),
        series if kind == "columns" else series[1:],
        "environment",
        "light",
    )


@pytest.mark.parametrize(("most", "top"), [("133245.19", 140000), ("7", 8), ("0.05", "0.05"), ("0", 1), ("10", 10)])
def test_a_scale_ends_at_a_round_number_not_below_the_largest_value(most: str, top: object) -> None:
    assert scale_of((Series("", (Point(most, Decimal(most)),)),)) == Decimal(str(top))


def test_what_is_too_small_still_shows_and_what_is_missing_does_not() -> None:
    assert length(Decimal("0.1"), Decimal(1000), 136, 0.75) == 0.75
    assert length(None, Decimal(1000), 136, 0.75) == 0
    assert length(Decimal(500), Decimal(1000), 136, 0.75) == 68


def test_labels_are_text_in_reading_order() -> None:
    laid = lay(chart())
    parts = ["Light grew", "Lights by quay", "North quay", "2022", "53.43", "66.57", "South quay", "133,245.19"]
    text = " ".join(laid.text(0).split()).removeprefix("Harbour Light 2023 01 ")
    places = [text.index(part) for part in parts]
    assert places == sorted(places)
    assert text.index("Source: the harbour") > places[-1]


def test_a_chart_is_one_figure_with_an_alternative_and_a_box() -> None:
    laid = lay(chart())
    (figure,) = elements(laid.layout.root, "Figure")
    assert figure.alternative == "Chart: lights by quay"
    assert figure.attributes["BBox"].startswith("[138.9 ")
    assert len(figure.kids) == 1, "one stretch of marked content"


def test_a_missing_value_is_a_dash_without_a_column() -> None:
    laid = lay(chart())
    assert laid.find("–").left > laid.find("66.57").right


def test_bars_stand_by_their_labels() -> None:
    laid = lay(chart("bars"))
    assert laid.find("North quay").top < laid.find("South quay").top
    assert laid.find("133,245.19").left > laid.find("66.57").right
    assert abs(laid.find("66.57").top - laid.find("North quay").top) < 3


def test_a_chart_stands_whole_below_its_heading() -> None:
    laid = lay(lines(35), heading("Lamps", 3, "lamps"), chart())
    assert {laid.find(each).page for each in ("Lamps", "Light grew", "Source: the harbour")} == {1}


def test_values_are_in_the_ledger_of_pages() -> None:
    laid = lay(lines(47), chart())
    assert set(laid.layout.occurrences.values()) == {"02"}
    assert laid.layout.anchors["light"][0] == 1
