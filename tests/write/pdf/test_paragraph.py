"""Paragraphs and headings on pages: what never stands alone, and where columns begin."""

from __future__ import annotations

import pytest
from laying_out import elements, heading, lay, lines, theme, words

from reportgen.model.flow import Items, Run

PAGE_LINES = 47
"""Lines of prose on a page of the frame, EN."""


@pytest.mark.parametrize("above", range(PAGE_LINES - 6, PAGE_LINES))
@pytest.mark.parametrize("level", [3, 4])
def test_a_heading_stands_on_the_page_of_the_lines_below_it(above: int, level: int) -> None:
    laid = lay(lines(above), heading("Lamps", level, "lamps"), words("Oil, gas and current."))
    assert laid.find("Lamps").page == laid.find("Oil, gas").page


@pytest.mark.parametrize("above", range(PAGE_LINES - 4, PAGE_LINES + 1))
def test_no_line_of_a_paragraph_stands_alone(above: int) -> None:
    laid = lay(lines(above), lines(5))
    first, second = laid.all("line 1")[-1], laid.all("line 0")[-1]
    assert first.page == second.page, "the first two lines stand together"
    assert laid.all("line 3")[-1].page == laid.all("line 4")[-1].page, "the last two lines stand together"


def test_headings_in_a_row_go_together() -> None:
    laid = lay(lines(PAGE_LINES - 4), heading("Lamps", 3, "a"), heading("Oil", 4, "b"), words("Whale oil."))
    assert {laid.find(each).page for each in ("Lamps", "Oil", "Whale")} == {1}


def test_prose_stands_in_its_column_and_sections_hang_at_the_margin() -> None:
    laid = lay(heading("Lamps", 2, "lamps"), words("Oil."))
    assert laid.find("Lamps").left == pytest.approx(theme().page.left, abs=2)
    assert laid.find("Oil.").left == pytest.approx(theme().page.prose_x, abs=1)


def test_a_section_begins_a_page_where_less_than_a_fifth_is_left() -> None:
    early = lay(lines(33), heading("Lamps", 2, "lamps"), lines(10))
    late = lay(lines(36), heading("Lamps", 2, "lamps"), lines(10))
    assert early.find("Lamps").page == 0
    assert late.find("Lamps").page == 1


def test_space_above_is_left_out_at_a_pages_top() -> None:
    laid = lay(lines(PAGE_LINES - 1), heading("Lamps", 3, "lamps"), lines(10))
    place = laid.find("Lamps")
    assert place.page == 1
    assert place.top < theme().page.top + 10


def test_a_heading_below_a_heading_stands_at_its_space() -> None:
    style = theme().styles
    laid = lay(heading("Lamps", 2, "a"), heading("Oil", 3, "b"), words("x"))
    apart = laid.find("Oil").top - laid.find("Lamps").top
    assert apart < style["h2"].leading + style["h2"].after + 10


def test_no_depth_of_heading_is_skipped() -> None:
    laid = lay(heading("Report", 1, "a"), heading("Scope", 3, "b"), heading("More", 4, "c"), heading("Period", 3, "d"))
    assert [element.tag for element in elements(laid.layout.root, "H1", "H2", "H3", "H4")] == ["H1", "H2", "H3", "H2"]
    assert [mark.level for mark in laid.layout.bookmarks] == [1, 2, 3, 2]


def test_a_list_has_a_structure_and_its_numbers_are_labels() -> None:
    items = tuple((words(text, style="list"),) for text in ("Oil", "Gas"))
    laid = lay(Items(True, items, "list", "environment"), Items(False, items, "list", "environment"))
    numbered, plain = elements(laid.layout.root, "L")
    assert numbered.attributes["ListNumbering"] == "/Decimal"
    assert [element.tag for element in elements(numbered)] == ["LI", "Lbl", "LBody", "LI", "Lbl", "LBody"]
    assert [element.tag for element in elements(plain)] == ["LI", "Lbl", "LBody", "LI", "Lbl", "LBody"]
    assert plain.attributes["ListNumbering"] == "/Square"
    assert [label.actual for label in elements(plain, "Lbl")] == ["•", "•"]
    assert "1.Oil\r\n2.Gas" in laid.text(0).replace(" ", "")


def test_words_of_another_language_say_which() -> None:
    link = Run("see 海港明灯", link="https://example.com")
    laid = lay(words("The harbour (海港明灯有限公司", " 港) ", link, "."))
    (paragraph,) = elements(laid.layout.root, "P")
    assert [(element.tag, element.language) for element in elements(paragraph)] == [
        ("Span", "zh-Hans"),
        ("Span", "zh-Hans"),
        ("Link", ""),
        ("Span", "zh-Hans"),
    ]
    assert [area.element.tag for area in laid.layout.sheets[0].links] == ["Link", "Link"]


def test_words_of_another_language_over_lines_are_one_element() -> None:
    laid = lay(words("The harbour is called " + "海港明灯有限公司" * 12))
    (span,) = elements(laid.layout.root, "Span")
    assert len(span.kids) == 1, "what stands on the first line goes on in the lines below"


def test_chinese_prose_fills_its_column() -> None:
    text = "港口的灯整夜亮着，每一盏灯的耗电都比从前更少。" * 4
    laid = lay(words(text), locale="zh_Hans")
    column = theme("zh_Hans").page
    right = max(place.right for place in laid.all("灯"))
    assert right <= column.prose_x + column.prose_width + 1


def test_sections_of_which_one_is_empty_stand_apart() -> None:
    laid = lay(heading("Lamps", 2, "lamps"), heading("Oil", 2, "oil"), words("x"))
    style = theme().styles["h2"]
    rule = theme().measures["section-rule-to-title"]
    assert laid.find("Oil").top - laid.find("Lamps").top == pytest.approx(style.leading + style.before + rule, abs=8)
