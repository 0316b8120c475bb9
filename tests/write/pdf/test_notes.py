"""Footnotes: on the page of their mark, at its foot; in the structure after the paragraph that marks them."""

from __future__ import annotations

from laying_out import SENTENCE, chapter, elements, heading, lay, lines, theme, words
from laying_tables import table
from msgspec.structs import replace

from reportgen.model import flow
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


OIL = heading("Oil", 2, "oil")


def opening(*title: flow.Piece, introduction: tuple[flow.Piece | str, ...] = (SENTENCE,), rows: int) -> flow.Chapter:
    """A chapter with an opening page: the pieces after its title, its introduction, the rows of its list."""
    entries = tuple(flow.Entry("", (flow.Run(f"Row {row}"),), "oil", "environment") for row in range(rows))
    return replace(
        chapter("01", "Lamps", "lamps", *entries),
        heading=words("Lamps", *title, style="opening-title", level=1, anchor="lamps"),
        introduction=words(*introduction, style="opening-introduction"),
    )


def test_notes_of_a_chapters_title_and_introduction_stand_at_the_foot_of_its_opening_page() -> None:
    begun = opening(mark(1), introduction=("All", mark(2)), rows=2)
    laid = lay(begun, OIL, lines(5), notes={1: "Whale", 2: "Coal"})
    title, second, row = laid.find("Whale"), laid.find("Coal"), laid.find("Row 1")
    assert (title.page, second.page, row.page) == (0, 0, 0)
    assert row.top + theme().measures["footnote-clear"] < title.top < second.top < theme().page.bottom
    assert title.left > theme().page.prose_x
    (part,) = elements(laid.layout.root, "Part")
    assert [kid.tag for kid in part.kids if isinstance(kid, Element)][:4] == ["H1", "Note", "P", "Note"]


def test_a_note_of_a_chapters_title_is_said_where_the_title_stands_and_nowhere_else() -> None:
    laid = lay(opening(mark(1), rows=2), OIL, lines(5), notes={1: "Whale"})
    assert [bookmark.words for bookmark in laid.layout.bookmarks] == ["01 Lamps", "Oil"]
    assert [len(laid.all("Lamps")), len(laid.all("Lamps1"))] == [2, 1], "on the page, and in the head of the next"


def test_an_opening_page_moves_up_for_its_notes() -> None:
    without = lay(opening(rows=9), OIL)
    noted = lay(opening(mark(1), rows=9), OIL, notes={1: "Whale oil. " * 40})
    assert noted.find("Row 8").top < without.find("Row 8").top
    last = noted.all("Whale oil.")[-1]
    assert (last.page, last.top < theme().page.bottom) == (0, True)


def test_a_note_that_an_opening_page_has_no_room_for_goes_on_where_the_text_begins() -> None:
    notes = {1: f"Beginning. {SENTENCE * 60} The end.", 2: "Coal"}
    laid = lay(opening(mark(1), rows=2), OIL, words("Gas", mark(2)), notes=notes)
    assert (laid.find("Beginning.").page, laid.find("The end.").page) == (0, 1)
    assert laid.find("Gas").page == laid.find("Coal").page == 1
    full = lay(opening(mark(1), rows=17), OIL, words("Gas"), notes={1: "Whale"})
    assert full.layout.misfits == ()
    assert (full.find("Row 16").page, full.find("Whale").page) == (0, 1)


def test_a_page_that_ends_early_leaves_its_room_to_notes_that_are_left_over() -> None:
    long = f"Beginning. {SENTENCE * 70} The end."
    laid = lay(lines(20), words("Lamps", mark(1)), flow.Turn(True), lines(3), notes={1: long})
    ends = {place.page: place.top for place in laid.all("The harbour")}
    early = lay(words("Lamps", mark(1), " burn", mark(2)), flow.Turn(True), lines(3), notes={1: long, 2: "Coal"})
    assert early.find("The end.").page == early.find("Coal").page == 0, "more than half of the page"
    assert list(ends) == [0, 1]
    (note,) = elements(laid.layout.root, "Note")
    assert len(list(elements(note, "Lbl"))) == 1


def test_notes_counted_by_chapter_print_their_number_in_it_and_stay_distinct() -> None:
    first, second = (NoteMark(number, table=False, first=True, before=number - 1) for number in (1, 2))
    laid = lay(words("Oil", first), words("Gas", second), notes={1: "Whale", 2: "Coal"}, before={2: 1})
    assert [text.split() for text in laid.text(0).splitlines()[-2:]] == [["1", "Whale"], ["1", "Coal"]]
    assert "Gas1" in laid.text(0)
    assert [note.id for note in elements(laid.layout.root, "Note")] == ["note-1", "note-2"]
    assert [(link.target, link.words) for link in laid.layout.sheets[0].links] == [("#note-1", "1"), ("#note-2", "1")]
