"""Charts: their scale, and their labels as text in reading order within one figure."""

from __future__ import annotations

from decimal import Decimal

import pytest
from laying_out import elements, heading, lay, lines, words
from msgspec.structs import replace

from reportgen.model.flow import Chart, NoteMark, Point, Series, TableNote
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
    _caption, drawn = figure.kids
    assert [kid.tag for kid in elements(figure)] == ["Caption", "P", "P"]
    assert isinstance(drawn, tuple), "one stretch of marked content"


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
    assert set(laid.layout.occurrences.values()) == {("02",)}
    assert laid.layout.anchors["light"][0] == 1


def of_kind(kind: str, categories: tuple[str, ...], *series: tuple[str, tuple[Point, ...]]) -> Chart:
    title = words(f"A chart of {kind}", style="chart-title")
    made = tuple(Series(label, points) for label, points in series)
    return Chart(kind, title, None, None, f"Alternative of {kind}", categories, made, "people", kind)


def part(text: str, name: str) -> Point:
    return Point(text, point(text).value, -1, f" {name}")


def staff() -> Chart:
    return of_kind(
        "stacked_bars",
        ("Gender", "Region"),
        ("", (part("6,923", "Male"), part("10,473", "Mainland"))),
        ("", (part("3,570", "Female"), part("3", "Islands"))),
        ("", (Point("", None), part("17", "Abroad"))),
    )


def test_parts_of_a_bar_are_labelled_over_their_starts_and_small_last_ones_at_the_end() -> None:
    laid = lay(staff())
    gender, male, female = (laid.find(text) for text in ("Gender", "6,923", "3,570"))
    assert gender.left < male.left == pytest.approx(139, abs=1)
    assert female.left == pytest.approx(138.9 + 399.69 * 6923 / 10493, abs=2)
    assert laid.find("Abroad").right == pytest.approx(138.9 + 399.69, abs=1)
    assert laid.find("17").left > laid.find("Islands").right


def test_labels_over_a_bar_that_do_not_fit_on_a_line_go_on_below() -> None:
    long = "a part with a name so long that no line of labels has room for it"
    chart = of_kind("stacked_bars", ("One",), ("", (part("77", long),)), ("", (part("88", long),)))
    laid = lay(chart)
    assert laid.find("88").top > laid.find("77").top + 10


def test_stacked_columns_label_each_part_beside_it_from_the_top_down() -> None:
    laid = lay(
        of_kind(
            "stacked_columns",
            ("2022", "2023"),
            ("Scope 1", (point("53.43"), point("66.57"))),
            ("Scope 2", (point("–"), point("58,941.32"))),
        )
    )
    assert laid.find("58,941.32").top < laid.find("66.57").top
    assert laid.find("–").left > laid.find("2022").left
    assert len(laid.all("Scope 2")) == 2


def test_lines_name_themselves_at_their_ends_and_leave_a_gap_for_what_is_missing() -> None:
    laid = lay(
        of_kind(
            "lines",
            ("2021", "2022", "2023"),
            ("Yizhuang", (point("50"), point("53"), point("66"))),
            ("Tianjin", (point("10"), point("–"), point("12"))),
        )
    )
    assert laid.find("Yizhuang").left > laid.find("66").right
    assert laid.find("Yizhuang").top < laid.find("Tianjin").top
    assert laid.find("–").left == pytest.approx(laid.find("53").left, abs=8)


def test_a_donut_labels_its_parts_on_both_sides_and_a_missing_one_with_a_dash() -> None:
    laid = lay(of_kind("donut", ("Goods", "Capital", "Waste"), ("2023", (point("30"), point("60"), point("–")))))
    goods, capital = laid.find("Goods"), laid.find("Capital")
    assert goods.left > 138.9 + 399.69 / 2 > capital.right
    assert laid.find("Waste").top < capital.top


def test_dots_stand_on_one_scale_with_their_limits_beside_the_ticks() -> None:
    laid = lay(
        of_kind(
            "dots",
            ("Yizhuang", "Tianjin"),
            ("2023", (point("1.362"), point("1.379"))),
            ("limit 2023", (part("1.365", "limit 2023"), part("1.40", "limit 2023"))),
            ("limit 2024", (part("1.355", "limit 2024"), part("1.350", "limit 2024"))),
        )
    )
    order = [laid.find(text).left for text in ("1.350 limit", "1.362", "1.379", "1.40 limit")]
    assert order == sorted(order)
    assert laid.find("1.355 limit 2024").right < laid.find("1.365 limit 2023").left


@pytest.mark.parametrize("kind", ["stacked_columns", "lines", "donut", "dots", "stacked_bars", "columns", "bars"])
def test_every_kind_is_one_figure_even_without_values(kind: str) -> None:
    laid = lay(of_kind(kind, ("One",), ("2023", (point("–"),)), ("2024", (point("–"),))))
    (figure,) = elements(laid.layout.root, "Figure")
    assert figure.alternative == f"Alternative of {kind}"
    assert [kid for kid in figure.kids if isinstance(kid, tuple)] == figure.kids[1:]
    assert len(figure.kids) == 2


def test_a_charts_notes_stand_under_it_and_their_marks_lead_to_them() -> None:
    note = TableNote(1, words("Lit by hand.", style="table-note"))
    title = words("Light grew", NoteMark(1, True, True), style="chart-title")
    laid = lay(replace(chart(), title=title, notes=(note,)))
    assert laid.find("Lit by hand.").top > laid.find("Source: the harbour").top
    assert laid.find("Lit by hand.").left > 138.9
    (element,) = elements(laid.layout.root, "Note")
    assert f"#{element.id}" in {link.target for sheet in laid.layout.sheets for link in sheet.links}
