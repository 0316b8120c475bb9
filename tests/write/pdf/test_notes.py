"""Footnotes: on the page of their mark, at its foot; in the structure after the paragraph that marks them."""

from __future__ import annotations

from laying_out import SENTENCE, elements, heading, lay, lines, theme, words
from laying_tables import table

from reportgen.model.flow import NoteMark
from reportgen.write.pdf.parts import Element


def mark(number: int, first: bool = True) -> NoteMark:
    return NoteMark(number, table=False, first=first)


def test_a_note_stands_at_the_foot_of_the_page_of_its_mark() -> None:
    laid = lay(lines(10), words("Lamps", mark(1), " burn."), lines(60), notes={1: "Of brass."})
    note = laid.find("Of brass.")
    assert note.page == 0
    assert theme().page.bottom - 15 < note.top < theme().page.bottom


def test_a_marked_line_goes_overleaf_with_its_note() -> None:
    laid = lay(lines(45), words("Lamps", mark(1), " burn."), notes={1: SENTENCE * 3})
    assert laid.find("Lamps").page == 1
    assert laid.find("Lamps").page == laid.all("The harbour")[0].page


def test_text_keeps_clear_of_the_notes() -> None:
    laid = lay(words("Lamps", mark(1)), lines(60), notes={1: SENTENCE * 4})
    last = max(place.top for place in laid.all("line") if place.page == 0)
    first = laid.all("The harbour")[0]
    assert first.page == 0
    assert last + theme().measures["footnote-clear"] < first.top


def test_notes_stand_in_order_and_once() -> None:
    laid = lay(words("Oil", mark(1), " gas", mark(2), " oil", mark(1, first=False)), notes={1: "Whale", 2: "Coal"})
    assert laid.find("Whale").top < laid.find("Coal").top


def test_a_note_higher_than_a_page_goes_on_overleaf() -> None:
    laid = lay(words("Lamps", mark(1)), notes={1: f"Beginning. {SENTENCE * 130} The end."})
    assert laid.find("Beginning.").page == 0
    assert laid.find("The end.").page >= 1
    (note,) = elements(laid.layout.root, "Note")
    pages = [kid[0] for text in elements(note, "P") for kid in text.kids if not isinstance(kid, Element)]
    assert pages == sorted(pages)
    assert len(set(pages)) > 1, "one element over the pages"


def test_a_heading_may_have_a_note() -> None:
    title = words("Lamps", mark(1), style="h3", level=3, anchor="lamps")
    laid = lay(lines(44), title, words("Oil."), notes={1: "Of brass."})
    assert laid.find("Lamps").page == laid.find("Of brass.").page == laid.find("Oil.").page
    assert laid.layout.bookmarks[-1].words == "Lamps"


def test_a_notes_element_follows_the_paragraph_that_marks_it() -> None:
    laid = lay(heading("Lamps", 2, "lamps"), words("Oil", mark(1)), words("Gas"), notes={1: "Whale"})
    (section,) = elements(laid.layout.root, "Sect")
    assert [kid.tag for kid in section.kids if isinstance(kid, Element)] == ["H1", "P", "Note", "P"]


def test_a_mark_is_a_link_to_its_note() -> None:
    laid = lay(words("Oil", mark(1)), notes={1: "Whale"})
    (link,) = laid.layout.sheets[0].links
    assert link.target == "#note-1"
    assert link.element.parent is not None
    assert link.element.parent.tag == "Reference"
    assert laid.layout.anchors["note-1"][0] == 0


def test_on_a_page_of_tables_notes_stand_at_the_margin() -> None:
    laid = lay(table(words("Oil", mark(1), style="table-cell"), "1.0"), notes={1: "Whale"})
    assert laid.find("Whale").left < theme().page.prose_x


def test_a_long_note_begins_where_its_mark_is_and_leaves_half_of_each_page_to_the_text() -> None:
    marked = words("Lamps", mark(1), " burn.")
    laid = lay(lines(10), marked, lines(90), notes={1: f"Beginning. {SENTENCE * 110} The end."})
    assert laid.find("Lamps").page == laid.find("Beginning.").page == 0
    half = theme().page.top + (theme().page.bottom - theme().page.top) / 2
    firsts = {}
    for place in laid.all("harbour"):
        firsts.setdefault(place.page, place.top)
    assert list(firsts) == [0, 1, 2]
    assert all(top > half - theme().styles["footnote"].leading for top in firsts.values())
    assert {place.page for place in laid.all("line")} >= {0, 1, 2}, "text stands on each of them"


def test_notes_that_are_left_at_the_end_fill_a_page_of_their_own() -> None:
    laid = lay(lines(30), words("Lamps", mark(1)), notes={1: f"Beginning. {SENTENCE * 90} The end."})
    assert laid.find("Beginning.").page == 0
    assert laid.find("The end.").page == len(laid.layout.sheets) - 1 == 1
