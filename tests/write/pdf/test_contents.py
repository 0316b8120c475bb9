"""The contents: what they list, on which pages, where they lead."""

from __future__ import annotations

import pytest
from laying_out import chapter, elements, heading, lay, lines, theme, words

from reportgen.model.flow import Contents, Entry, Flow, Run

TITLE = words("Contents", style="contents-title")


def entry(number: str, title: str, anchor: str, *entries: Entry) -> Entry:
    return Entry(number, (Run(title),), anchor, "environment", entries)


def report(chapters: int, first: int = 1) -> list[Flow]:
    """Return contents and chapters from a number on, each with an opening and a section of two pages."""
    numbers = range(first, first + chapters)
    entries = [entry(f"{n:02}", f"Quay {n}", f"c{n}", entry("", f"Lamp {n}", f"s{n}")) for n in numbers]
    flows: list[Flow] = [Contents(TITLE, tuple(entries))]
    for number in numbers:
        flows += [
            chapter(f"{number:02}", f"Quay {number}", f"c{number}"),
            heading(f"Lamp {number}", 2, f"s{number}"),
            lines(60),
        ]
    return flows


def test_each_entry_says_its_page() -> None:
    laid = lay(*report(2))
    # as it stands on the page: a chapter's number, name and page, then a section's page and name
    said = " ".join(laid.text(0).split()).split("Contents ")[1]
    assert said == "01 Quay 1 01 02 Lamp 1 02 Quay 2 04 05 Lamp 2"


def test_each_entry_leads_to_its_heading() -> None:
    laid = lay(*report(2))
    assert [link.target for link in laid.layout.sheets[0].links] == ["#c1", "#s1", "#c2", "#s2"]
    assert [link.words for link in laid.layout.sheets[0].links] == ["01 Quay 1", "Lamp 1", "02 Quay 2", "Lamp 2"]


def test_entries_stand_on_the_grid() -> None:
    laid = lay(*report(1))
    page = theme().page
    assert abs(laid.all("Quay 1")[0].left - (page.left + 2 * page.column_pitch)) < 2
    assert laid.all("Lamp 1")[0].left > page.left + 7 * page.column_pitch


def test_sections_stand_below_their_chapter_in_the_structure() -> None:
    laid = lay(*report(2))
    contents = next(elements(laid.layout.root, "TOC"))
    chapters = [kid for kid in elements(contents, "TOCI") if kid.parent is contents]
    assert len(chapters) == 2
    assert [len(list(elements(each, "TOCI"))) for each in chapters] == [1, 1]


def test_chapters_that_would_not_fit_stand_more_closely_on_one_page() -> None:
    few, more = lay(*report(3)), lay(*report(17))
    pitches = [laid.all("Quay 2")[0].top - laid.all("Quay 1")[0].top for laid in (few, more)]
    measures = theme().measures
    loose, close = (measures[name] + measures["rule"] for name in ("contents-row", "contents-dense-row"))
    assert pitches[0] == pytest.approx(loose, abs=0.1)
    assert close < pitches[1] < loose
    assert {more.all(f"Quay {number}")[0].page for number in range(1, 18)} == {0}


def test_contents_that_are_drawn_in_fill_their_page_below_a_smaller_title() -> None:
    few, more = lay(*report(3)), lay(*report(17))
    rules = [shape.top for shape in more.shapes(theme().colours["rule"]) if shape.height < 1]
    pitch = rules[1] - rules[0]
    assert rules[-1] + pitch == pytest.approx(theme().page.bottom, abs=0.1)
    assert more.all("Contents")[0].right < few.all("Contents")[0].right


def test_many_chapters_take_a_second_page_and_numbers_still_hold() -> None:
    laid = lay(*report(20))
    labels = [laid.layout.sheets[page].label for page, _ in (laid.layout.anchors[f"c{n}"] for n in (1, 20))]
    assert labels == ["01", "58"]
    assert laid.all("Quay 20")[0].page == 1
    assert "58" in laid.text(1).split()


def test_the_contents_are_in_the_outline() -> None:
    laid = lay(*report(1))
    assert [(mark.level, mark.words) for mark in laid.layout.bookmarks] == [
        (1, "Contents"),
        (1, "01 Quay 1"),
        (2, "Lamp 1"),
    ]


def test_a_number_stands_beside_its_chapters_name_however_close_the_contents_are_set() -> None:
    loose, close = lay(*report(2, first=81)), lay(*report(18, first=81))
    beside = [laid.all("Quay 81")[0].top - laid.all("81")[0].top for laid in (loose, close)]
    apart = [laid.all("Quay 82")[0].top - laid.all("Quay 81")[0].top for laid in (loose, close)]
    assert beside[0] == pytest.approx(beside[1], abs=0.1)
    assert apart[0] > apart[1]
