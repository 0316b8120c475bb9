"""The whole layout: pages, labels, running heads, page numbers in the text, and that everything is marked."""

from __future__ import annotations

import re

import pytest
from laying_out import SENTENCE, Laid, chapter, elements, heading, lay, lines, theme, words
from msgspec.structs import replace

from reportgen.model import flow
from reportgen.model.flow import Boxed, Card, Cards, Cover, Entry, PageNumber, Run
from reportgen.write.pdf.parts import Element, Sheet

COVER = Cover((("brand", words("Kestrel Bay", style="cover-brand")), ("year", words("2023", style="cover-year"))))


def report() -> Laid:
    entry = Entry("", (Run("Lamps"),), "lamps", "environment")
    return lay(
        COVER,
        chapter("", "About", "about"),
        lines(50),
        chapter("01", "Quays", "quays", entry),
        heading("Lamps", 2, "lamps"),
        lines(60),
    )


def operators(sheet: Sheet) -> bytes:
    """Return the operators of a page, without the texts between them."""
    return b"\n".join(part for part in sheet.content if isinstance(part, bytes))


def test_the_cover_has_no_label_and_the_page_after_it_is_01() -> None:
    assert [sheet.label for sheet in report().layout.sheets] == ["", "01", "02", "03", "04", "05"]


def test_a_report_without_cover_begins_with_01() -> None:
    assert [sheet.label for sheet in lay(lines(3)).layout.sheets] == ["01"]


def test_what_stands_before_the_first_chapter_is_numbered_in_roman_numerals() -> None:
    contents = flow.Contents(words("Contents", style="contents-title", level=1), ())
    laid = lay(COVER, contents, *(chapter("", f"Quay {number}", f"q{number}") for number in range(10)))
    printed = ["", "ii", *(f"{number:02}" for number in range(1, 11))]
    assert [sheet.label for sheet in laid.layout.sheets] == printed
    assert [laid.file.get_page_label(page) for page in range(12)] == ["i", *printed[1:]]
    feet = laid.all("Harbour Light 2023")
    assert [place.left < 100 for place in feet[:3]] == [True, False, True], "outer edges: ii left, 01 right, 02 left"


def test_heads_and_feet_stand_at_the_outer_edge() -> None:
    laid = report()
    feet = {place.page: place for place in laid.all("Harbour Light 2023")}
    page = theme().page
    assert feet[2].left == pytest.approx(page.left + 20, abs=8), "an even page, number first"
    assert feet[1].right == pytest.approx(page.left + page.frame_width - 20, abs=8), "an odd page, number last"
    head = [place for place in laid.all("Quays") if place.page == 5]
    assert head[0].right == pytest.approx(page.left + page.frame_width, abs=1)


def test_cover_and_opening_have_neither_head_nor_foot() -> None:
    assert {place.page for place in report().all("Harbour Light 2023")} == {1, 2, 4, 5}


def test_the_head_comes_first_in_the_content() -> None:
    for sheet in report().layout.sheets[1:3]:
        assert operators(sheet).startswith(b"BT\n\n/Artifact/Head BDC\n")


def test_what_follows_an_opening_begins_a_page() -> None:
    laid = report()
    assert laid.layout.anchors["quays"][0] == 3
    assert laid.layout.anchors["lamps"][0] == 4


def test_an_opening_lists_its_sections_with_their_pages() -> None:
    laid = report()
    assert "Lamps" in laid.text(3)
    assert "04" in laid.text(3).split()
    assert [link.target for link in laid.layout.sheets[3].links] == ["#lamps"]


def test_page_numbers_in_the_text_are_filled_in_and_the_text_closes_up() -> None:
    seen = words("See page ", PageNumber("lamps"), ", and ", Run("the harbour", link="https://example.com"), ".")
    laid = lay(seen, lines(60), heading("Lamps", 2, "lamps"))
    assert "Seepage02,andtheharbour." in "".join(laid.text(0).split())
    number, link = laid.layout.sheets[0].links
    assert (number.target, number.words) == ("#lamps", "Lamps 02")
    assert link.rectangle[0] == pytest.approx(laid.find("the harbour").left, abs=1)
    assert link.rectangle[2] == pytest.approx(laid.find("the harbour").right, abs=1)


def test_a_link_over_two_lines_is_one_element_with_two_areas() -> None:
    laid = lay(words(SENTENCE, Run((SENTENCE * 2).strip(), link="https://example.com")))
    links = laid.layout.sheets[0].links
    assert len(links) == 2
    assert links[0].element is links[1].element


def test_every_marked_content_belongs_to_one_element() -> None:
    laid = report()
    for index, sheet in enumerate(laid.layout.sheets):
        content = operators(sheet)
        numbers = [int(number) for number in re.findall(rb"/MCID (\d+)>>BDC", content)]
        assert numbers == list(range(len(sheet.marked)))
        assert content.count(b"BDC") + content.count(b"BMC") == content.count(b"EMC")
        for number in numbers:
            assert (index, number) in sheet.marked[number].kids


def test_text_objects_and_marked_content_nest() -> None:
    laid = lay(
        words("See ", Run("the harbour", link="https://example.com"), " and ", Run("us", link="mailto:a@b.example"))
    )
    depth: list[bytes] = []
    for token in re.findall(rb"(?:\b|(?<=>))(?:BT|ET|BDC|BMC|EMC)\b", operators(laid.layout.sheets[0])):
        if token in (b"BT", b"BDC", b"BMC"):
            depth.append(token)
        else:
            assert (depth.pop() == b"BT") == (token == b"ET")
    assert not depth


def test_parts_and_sections() -> None:
    root = report().layout.root
    assert [kid.tag for kid in root.kids if isinstance(kid, Element)] == ["Sect", "Part", "Part"]
    part = list(elements(root, "Part"))[1]
    assert [kid.tag for kid in part.kids if isinstance(kid, Element)] == ["H1", "P", "P", "TOC", "Sect"]


def test_a_case_that_breaks_keeps_its_ground_on_both_pages() -> None:
    text = words(SENTENCE * 20, style="case-text")
    laid = lay(lines(38), Boxed("case", (words("Case", style="case-label"), text), "environment"))
    tint = b" ".join(b"%.3g" % (int("EAF5F0"[at : at + 2], 16) / 255) for at in (0, 2, 4)) + b" rg"
    assert [tint in operators(sheet) for sheet in laid.layout.sheets] == [True, True]


def test_a_case_that_breaks_well_above_the_foot_is_closed_below_its_text() -> None:
    parts = (words("Case", style="case-label"), *[words(SENTENCE * 2, style="case-text") for _ in range(6)])

    def below_text(above: int) -> float:
        laid = lay(lines(above), Boxed("case", parts, "environment"), lines(20))
        (tint,) = laid.shapes(theme().families["environment"].tint)
        return tint.foot - max(place.top for place in laid.all("harbour") if place.page == 0)

    whole, parted = below_text(20), below_text(29)
    assert parted == pytest.approx(whole, abs=0.1)


def test_the_list_of_an_opening_takes_the_place_of_an_introduction_that_there_is_none_of() -> None:
    section = Entry("", (Run("Lamps"),), "lamps", "environment")
    whole = chapter("01", "Quays", "quays", section)
    bare = replace(whole, introduction=words(style="opening-introduction"))
    boxes = {box.name: box for box in theme().places["opening"]}
    for made, place in ((whole, "sections"), (bare, "introduction")):
        laid = lay(made, heading("Lamps", 2, "lamps"))
        rules = [shape.top for shape in laid.shapes(theme().colours["rule"])]
        assert rules[0] == pytest.approx(boxes[place].top, abs=0.1)


def test_a_callout_is_never_parted() -> None:
    for above in range(42, 48):
        laid = lay(lines(above), Boxed("callout", (words(SENTENCE * 2, style="callout"),), "environment"))
        assert len({place.page for place in laid.all("harbour")}) == 1


@pytest.mark.parametrize(("cards", "rows"), [(1, 1), (3, 1), (4, 2), (5, 2), (6, 2), (7, 3)])
def test_cards_stand_three_across_at_most_and_none_alone(cards: int, rows: int) -> None:
    made = tuple(
        Card(words(f"{number}00", style="figure-number"), words(f"label {number}", style="figure-label"))
        for number in range(1, cards + 1)
    )
    laid = lay(Cards(made, "environment"))
    tops = [round(laid.find(f"label {number}").top) for number in range(1, cards + 1)]
    assert len(set(tops)) == rows
    assert cards == 1 or all(tops.count(top) > 1 for top in tops)


def test_the_same_story_gives_the_same_pages() -> None:
    assert report().layout.sheets[2].content == report().layout.sheets[2].content


def test_a_paragraph_alone_in_a_box_is_a_paragraph() -> None:
    laid = lay(Boxed("pledge", (words("Dark by 2050.", style="pledge"),), "environment"))
    (box,) = elements(laid.layout.root, "Sect")
    assert [kid.tag for kid in box.kids if isinstance(kid, Element)] == ["P"]


def test_a_number_in_a_chapters_title_is_on_each_page_that_prints_the_title() -> None:
    title = (flow.Run("904", occurrence=7), flow.Run(" lamps"))
    entry = flow.Entry("01", title, "lamps", "environment")
    contents = flow.Contents(words("Contents", style="contents-title", level=1), (entry,))
    opening = replace(
        chapter("01", "Lamps", "lamps"),
        title=title,
        heading=words(*title, style="opening-title", level=1, anchor="lamps"),
    )
    laid = lay(contents, opening, lines(100), chapter("", "Harbour", "harbour"), lines(1))
    searched = {place.page for place in laid.all("904")}
    assert len(searched) == 5  # contents, opening, and three pages of text in the running head
    assert laid.layout.occurrences[7] == tuple(laid.layout.sheets[page].label for page in sorted(searched))


def test_a_number_in_a_tables_head_is_on_each_page_that_repeats_it() -> None:
    def row(*texts: flow.Run, role: str = "") -> flow.Row:
        return flow.Row(tuple(flow.Cell(at, (words(text, style="table-cell"),)) for at, text in enumerate(texts)), role)

    head = row(flow.Run("Lamp"), flow.Run("of 904", occurrence=7), role="head")
    body = tuple(row(flow.Run(f"lamp {number}"), flow.Run(f"{number}")) for number in range(60))
    laid = lay(flow.Table("statistics", ("text", "text"), (1, 1), None, (), (head,), body, (), "environment"))
    assert laid.layout.occurrences[7] == ("01", "02")
