"""Where pages end: what stands together, the space between pieces, and a last page that is not nearly empty."""

from __future__ import annotations

import pytest
from laying_out import SENTENCE, Laid, chapter, heading, lay, lines, theme, words
from laying_tables import row, table_of

from reportgen.model.flow import Boxed, Card, Cards, Flow, Items

PAGE_LINES = 47
"""Lines of prose on a page of the frame, EN."""


CUT = "\ufffe"
"""What PDFium gives for a hyphen that parts a word."""


def pages(laid: Laid) -> int:
    return len(laid.layout.sheets)


def lines_on(laid: Laid, page: int) -> int:
    return laid.text(page).count("line ")


@pytest.mark.parametrize("over", [1, 2, 3, 4])
def test_a_last_page_has_five_lines_where_the_page_before_can_spare_them(over: int) -> None:
    laid = lay(lines(PAGE_LINES + over))
    assert pages(laid) == 2
    assert lines_on(laid, 1) == 5


def test_each_chapter_has_a_last_page_of_its_own() -> None:
    laid = lay(chapter("", "Quays", "quays"), lines(PAGE_LINES), chapter("", "Lamps", "lamps"), lines(10))
    assert [lines_on(laid, page) for page in range(3)] == [PAGE_LINES - 5, 5, 10]


def test_a_full_last_page_but_one_is_left_alone_where_the_last_has_enough() -> None:
    laid = lay(lines(PAGE_LINES + 6))
    assert [lines_on(laid, page) for page in range(2)] == [PAGE_LINES, 6]


def test_what_would_leave_half_a_page_empty_is_not_brought_over() -> None:
    figures = Cards((Card(words("904", style="figure-number"), words(SENTENCE * 20, style="figure-label")),), "people")
    laid = lay(lines(14), figures, lines(3))
    assert laid.find("904").page == 0
    assert lines_on(laid, 1) == 3


def test_a_heading_with_a_line_of_its_own_needs_nothing_of_the_next_one() -> None:
    short = (heading("Quays", 4), words("They are clean."), heading("Piers", 4), words(SENTENCE * 30))
    made = [lay(lines(above), *short) for above in range(36, 44)]
    parted = [laid for laid in made if laid.find("Piers").page == 1 and laid.find("Quays").page == 0]
    assert parted
    assert all(laid.find("They are clean.").page == 0 for laid in parted)


def beginnings() -> list[Flow]:
    """Make what may follow a heading, each beginning with the word Lamps."""
    item = words("Lamps " + SENTENCE * 2, style="list")
    return [
        table_of(row("Oil", "1"), row("Gas", "2"), row("Wax", "3")),
        Items(False, ((item,), (item,)), "list", "environment"),
        Boxed("case", (words("Lamps", style="case-title"), words(SENTENCE * 3, style="case-text")), "environment"),
    ]


@pytest.mark.parametrize("kind", range(3))
@pytest.mark.parametrize("level", [3, 4])
@pytest.mark.parametrize("above", range(PAGE_LINES - 9, PAGE_LINES))
def test_a_heading_stands_on_the_page_on_which_what_it_heads_begins(above: int, level: int, kind: int) -> None:
    laid = lay(lines(above), heading("Quays", level, "quays"), beginnings()[kind], lines(20))
    assert laid.find("Quays").page == laid.all("Lamps")[0].page


@pytest.mark.parametrize("above", range(PAGE_LINES - 9, PAGE_LINES))
def test_a_caption_stands_with_the_head_and_two_rows(above: int) -> None:
    rows = [row(f"lamp {number}", f"{number}") for number in range(9)]
    laid = lay(lines(above), table_of(*rows), lines(20))
    assert len({laid.all(text)[0].page for text in ("Lamps", "Name", "lamp 0", "lamp 1")}) == 1


@pytest.mark.parametrize("above", range(PAGE_LINES - 6, PAGE_LINES))
def test_what_a_colon_announces_begins_on_its_page(above: int) -> None:
    item = words("Oil and gas", style="list")
    laid = lay(lines(above), words("These are our lamps:"), Items(False, ((item,),), "list", "environment"), lines(20))
    assert laid.find("our lamps:").page == laid.find("Oil and gas").page


def test_no_hyphen_ends_a_page() -> None:
    text = words("a lamp of considerable internationalization and responsibility " * 40)
    cut = False
    for above in range(PAGE_LINES - 30, PAGE_LINES):
        laid = lay(lines(above), text, lines(20))
        assert not laid.text(0).rstrip().endswith(CUT)
        cut = cut or CUT in laid.text(0)
    assert cut, "words are cut at all"


@pytest.mark.parametrize("level", [3, 4])
def test_a_table_below_a_heading_keeps_clear_of_it(level: int) -> None:
    laid = lay(heading("Quays", level, "quays"), table_of(row("Oil", "1"), row("Gas", "2")))
    style = theme().styles[f"h{level}"]
    apart = laid.find("Lamps").top - laid.find("Quays").top
    assert apart == pytest.approx(style.leading + max(style.after, theme().step / 2), abs=2)


def test_prose_below_the_least_heading_stands_close_to_it() -> None:
    laid = lay(heading("Quays", 4, "quays"), words("Oil"))
    assert laid.find("Oil").top - laid.find("Quays").top == pytest.approx(theme().step, abs=2)


@pytest.mark.parametrize("above", range(PAGE_LINES - 9, PAGE_LINES - 1))
def test_a_low_case_is_not_parted(above: int) -> None:
    text = words("The lamps burn. " + SENTENCE * 5 + "They are out.", style="case-text")
    laid = lay(lines(above), Boxed("case", (words("Quays", style="case-title"), text), "environment"), lines(20))
    assert len({laid.find(each).page for each in ("Quays", "The lamps burn", "They are out")}) == 1


def test_wide_spaces_are_drawn_in_where_that_saves_a_page() -> None:
    def chapter_of(over: int) -> Laid:
        sections = [flow for number in range(4) for flow in (heading(f"Quay {number}", 3, f"q{number}"), lines(7))]
        return lay(*sections, lines(over))

    normal, drawn, more = chapter_of(8), chapter_of(9), chapter_of(20)
    style, step = theme().styles["h3"], theme().step

    def above_second(laid: Laid) -> float:
        return laid.find("Quay 1").top - laid.all("line 6")[0].top - step

    assert [pages(laid) for laid in (normal, drawn, more)] == [1, 1, 2]
    assert above_second(drawn) == pytest.approx(above_second(normal) - step / 2, abs=0.1)
    assert above_second(more) == pytest.approx(above_second(normal), abs=0.1)
    assert above_second(normal) == pytest.approx(style.before, abs=4)


def test_a_long_row_that_wants_more_room_than_is_left_begins_the_next_page() -> None:
    long = words(SENTENCE * 60, style="table-cell")
    laid = lay(lines(PAGE_LINES - 4), table_of(row("Oil", long), kinds=("text", "text")), lines(10))
    assert laid.all("Lamps")[0].page == 1
