"""Pages that lie on their side: what is wider than a page, under upright heads and feet."""

from __future__ import annotations

import pytest
from laying_out import SENTENCE, Laid, chapter, heading, lay, lines, theme, words
from laying_tables import cell, head, row, table_of

from reportgen.model.flow import NoteMark, Row, Table, Turn
from reportgen.style.turned import turned

LIES, STANDS = Turn(landscape=True), Turn(landscape=False)


def report() -> Laid:
    return lay(
        chapter("", "Quays", "quays"),
        lines(2),
        LIES,
        words("Beside the table"),
        table_of(row("Oil", "1.5")),
        STANDS,
        words("Upright again"),
    )


def test_a_page_lies_between_pages_that_stand() -> None:
    page = theme().page
    sizes = [(sheet.width, sheet.height) for sheet in report().layout.sheets]
    assert sizes == [(page.width, page.height), (page.height, page.width), (page.width, page.height)]


def test_heads_and_feet_are_upright_and_at_the_outer_edges() -> None:
    laid, side = report(), turned(theme().page)
    on_page = {place.page: place for place in laid.all("Harbour Light 2023")}
    assert on_page[1].left == pytest.approx(side.left + 20, abs=8), "an even page, number first"
    assert on_page[1].top == pytest.approx(side.foot_top, abs=4)
    title = [place for place in laid.all("Quays") if place.page == 1]
    assert (title[0].left, title[0].top) == pytest.approx((side.left, side.head_top), abs=4)


def test_a_table_is_as_wide_as_the_page_and_prose_as_before() -> None:
    laid, page = report(), theme().page
    right = turned(page).left + turned(page).frame_width - theme().tables["statistics"].cell_padding[1]
    assert laid.find("1.5").right == pytest.approx(right, abs=1)
    assert laid.find("Beside the table").left == pytest.approx(page.prose_x, abs=1)


def test_margins_are_those_of_the_page_that_stands() -> None:
    page = theme().page
    side = turned(page)
    assert side.height - side.bottom == pytest.approx(page.height - page.bottom)
    assert side.width - side.left - side.frame_width == pytest.approx(page.width - page.left - page.frame_width)
    assert turned(side) == side


def test_a_note_that_has_no_room_goes_on_at_the_foot_of_the_page_that_lies() -> None:
    marked = words("Oil", NoteMark(1, table=False, first=True))
    laid = lay(lines(20), marked, LIES, words("Beside"), notes={1: f"Beginning. {SENTENCE * 50} The end."})
    assert laid.find("Beginning.").page == 0
    assert laid.find("The end.").page == 1
    assert laid.find("The end.").top < turned(theme().page).bottom


def test_turning_where_nothing_stands_makes_no_page() -> None:
    laid = lay(chapter("", "Quays", "quays"), LIES, heading("Lamps", 2, "lamps"), STANDS, LIES, lines(1), STANDS)
    assert [sheet.width > sheet.height for sheet in laid.layout.sheets] == [False, True, True]


def wide(columns: int) -> Table:
    kinds = ("text", *("number",) * (columns - 1))
    numbers = tuple(cell(at, "1,234,567.89", "table-number") for at in range(1, columns))
    table = table_of(Row((cell(0, "Oil"), *numbers), ""), kinds=kinds)
    return Table(
        table.style,
        kinds,
        (),
        table.caption,
        table.continued,
        (head(*(f"N{at}" for at in range(columns))),),
        table.body,
        (),
        table.family,
    )


def test_a_table_with_more_numbers_than_have_room_is_told() -> None:
    assert lay(wide(6)).layout.overfull == ()
    assert lay(wide(9)).layout.overfull == (("Lamps", "01"),)
    assert lay(LIES, wide(9)).layout.overfull == ()
