"""Tables: columns, the decimal point, where they break, what is repeated, what stands beneath."""

from __future__ import annotations

import pytest
from laying_out import SENTENCE, elements, heading, lay, lines, theme, words
from laying_tables import cell, group, row, table_mark, table_of
from msgspec.structs import replace

from reportgen.model.flow import Items, NoteMark, PageNumber, Row, TableNote
from reportgen.write.pdf.parts import Element


def many(count: int) -> list[Row]:
    return [row(f"row {number:02}", f"{number}.5") for number in range(count)]


def test_numbers_stand_by_their_decimal_point() -> None:
    laid = lay(table_of(row("a", "132,785.40"), row("b", "0.000007"), row("c", "100"), row("d", "–")))
    points = [laid.find("132,785.40"), laid.find("0.000007"), laid.find("100"), laid.find("–")]
    page = theme().tables["statistics"]
    right = theme().page.left + theme().page.frame_width - page.cell_padding[1]
    assert points[1].right == pytest.approx(right, abs=1), "the longest fraction reaches the padding"
    assert points[0].right > points[2].right, "a whole number ends where the point would be"
    assert points[3].right == pytest.approx(points[2].right, abs=1), "a dash stands in the units' place"


def test_a_note_mark_hangs_after_its_number() -> None:
    marked = words("1.50", table_mark(1), style="table-number")
    laid = lay(table_of(row("a", marked), row("b", "2.75"), note="Of brass."))
    assert laid.find("1.50").right == pytest.approx(laid.find("2.75").right, abs=0.5)
    assert laid.all("(1)")[0].left >= laid.find("1.50").right


def test_a_table_that_goes_on_repeats_caption_and_head() -> None:
    laid = lay(table_of(*many(60)))
    assert len(laid.layout.sheets) == 2
    assert [place.page for place in laid.all("(continued)")] == [1]
    assert laid.find("(continued)").left > laid.all("Lamps")[1].right
    assert [place.page for place in laid.all("Number")] == [0, 1]


def test_a_row_that_heads_others_is_said_again_overleaf() -> None:
    laid = lay(table_of(row("all", "1.5"), group("Piers", 2), *many(60)))
    assert [place.page for place in laid.all("Piers")] == [0, 1]
    assert [place.page for place in laid.all("(continued)")] == [1, 1], "the caption's and the group's"
    first = next(laid.find(f"row {number:02}") for number in range(60) if laid.find(f"row {number:02}").page == 1)
    assert laid.all("Piers")[1].top < first.top
    assert len(list(elements(laid.layout.root, "TR"))) == 1 + 2 + 60, "it is no part of the structure"


def test_a_page_that_begins_with_a_group_says_no_other_again() -> None:
    rows = (group("Lamps at sea", 2), row("buoys", "2.5"), row("ships", "3.5"))
    made = {count: lay(table_of(group("Piers", 2), *many(count), *rows)) for count in range(30, 44)}
    turned = [
        laid for count, laid in made.items() if laid.find(f"row {count - 1:02}").page < laid.find("Lamps at sea").page
    ]
    assert turned
    assert {place.page for laid in turned for place in laid.all("Piers")} == {0}


def test_a_rows_anchor_stands_on_the_page_of_the_row() -> None:
    rows = many(60)
    named = replace(rows[55], cells=(replace(rows[55].cells[0], anchor="lamps--late"), *rows[55].cells[1:]))
    laid = lay(table_of(*rows[:55], named, *rows[56:]))
    assert (laid.layout.anchors["lamps"][0], laid.layout.anchors["lamps--late"][0]) == (0, 1)


def test_what_is_repeated_is_no_part_of_the_structure() -> None:
    laid = lay(table_of(*many(60)))
    (head,) = elements(laid.layout.root, "THead")
    pages = {kid[0] for th in elements(head, "TH") for kid in th.kids if not isinstance(kid, Element)}
    assert pages == {0}
    assert len(list(elements(laid.layout.root, "Caption"))) == 1


@pytest.mark.parametrize("above", range(34, 47))
def test_no_row_stands_alone_with_the_head_or_at_the_end(above: int) -> None:
    laid = lay(lines(above), table_of(*many(6)))
    rows = [laid.find(f"row {number:02}").page for number in range(6)]
    assert laid.all("Lamps")[0].page == laid.all("Number")[0].page == rows[0] == rows[1]
    assert rows[4] == rows[5]


@pytest.mark.parametrize("above", range(20, 47, 3))
def test_a_group_row_stands_with_rows_of_its_group(above: int) -> None:
    rows = [*many(4), group("Quays", 2), *[row(f"lamp {number}", "1", role="child") for number in range(3)]]
    laid = lay(lines(above), table_of(*rows))
    assert laid.find("Quays").page == laid.find("lamp 0").page == laid.find("lamp 1").page


@pytest.mark.parametrize("above", range(20, 47, 3))
def test_a_total_stands_with_the_row_below_it(above: int) -> None:
    laid = lay(lines(above), table_of(*many(4), row("Quays", "2", role="total"), row("a quay", "1"), *many(4)[2:]))
    assert laid.find("Quays").page == laid.find("a quay").page


def test_a_head_over_columns_is_ruled_off_from_the_heads_below_it() -> None:
    over = Row((cell(0, "Name", "table-head", rows=2), cell(1, "Years", "table-head", columns=2)), "head")
    under = Row((cell(1, "2021", "table-head"), cell(2, "2022", "table-head")), "head")
    made = table_of(row("Oil", "1", "2"), kinds=("text", "number", "number"))
    laid = lay(replace(made, head=(over, under)))
    (rule,) = [shape for shape in laid.shapes(theme().colours["rule"]) if shape.top < laid.find("2021").top]
    assert laid.find("Years").top < rule.top
    assert laid.find("Name").right < rule.left < laid.find("2021").left
    assert laid.find("2022").right < rule.left + rule.width + 1


def test_notes_stand_beneath_the_end_with_its_last_row() -> None:
    laid = lay(table_of(*many(60), note="Of brass."))
    assert laid.find("Of brass.").page == laid.find("row 59").page == 1
    note = next(elements(laid.layout.root, "Note"))
    assert note.id == "note-1-1"
    assert [kid.tag for kid in note.kids if isinstance(kid, Element)] == ["Lbl", "P"]


@pytest.mark.parametrize("above", range(10, 30))
def test_notes_of_a_table_stand_on_one_page(above: int) -> None:
    table = table_of(*many(14))
    notes = tuple(TableNote(number, words(f"Note {number}.", style="table-note")) for number in range(1, 6))
    laid = lay(lines(above), replace(table, notes=notes), lines(12))
    assert len({laid.find(f"Note {number}.").page for number in range(1, 6)}) == 1


def test_rows_joined_by_a_cell_stay_together() -> None:
    joined = [
        Row((cell(0, "joined", rows=3), cell(1, "top", "table-number")), ""),
        Row((cell(1, "middle", "table-number"),), ""),
        Row((cell(1, "bottom", "table-number"),), ""),
    ]
    for above in range(30, 47, 4):
        laid = lay(lines(above), table_of(*joined, *many(3), style="grouped"))
        assert len({laid.find(each).page for each in ("joined", "top", "middle", "bottom")}) == 1


def test_a_cell_over_rows_needs_no_more_room_than_they_have() -> None:
    long = cell(0, SENTENCE * 6, rows=2)
    rows = (Row((long, cell(1, "upper", "table-number")), ""), Row((cell(1, "lower", "table-number"),), ""), *many(1))
    laid = lay(table_of(*rows))
    assert laid.find("row 00").top > laid.all("The harbour")[-1].top


def test_spans_and_scopes_are_told() -> None:
    rows = (group("Harbour", 2), Row((cell(0, "both", rows=2), cell(1, "1", "table-number")), ""), row("x", "2"))
    laid = lay(table_of(*rows))
    band, both = [
        th for th in elements(laid.layout.root, "TH") if "ColSpan" in th.attributes or "RowSpan" in th.attributes
    ]
    own = {"O": "/Table", "Headers": "[(1-0-0)(1-1-0)]"}
    assert band.attributes == {"O": "/Table", "Scope": "/Column", "ColSpan": "2"}
    assert both.attributes == {**own, "Scope": "/Row", "RowSpan": "2"}
    heads = [th.attributes["Scope"] for th in elements(next(elements(laid.layout.root, "THead")), "TH")]
    assert heads == ["/Column", "/Column"]


def items(count: int) -> Items:
    entries = tuple((words(f"item {number:02}", style="table-list"),) for number in range(count))
    return Items(False, entries, "table-list", "environment")


def test_a_long_row_is_parted_between_its_lines_and_says_again_what_it_is_about() -> None:
    long = Row((cell(0, "Storms"), replace(cell(1, ""), content=(items(30),))), "")
    laid = lay(lines(20), table_of(row("Floods", "few"), long, kinds=("text", "text"), style="text"))
    pages = [laid.find(f"item {number:02}").page for number in range(30)]
    assert pages[0] == pages[1] == 0
    assert pages[28] == pages[29] == 1
    assert [place.page for place in laid.all("Storms")] == [0, 1]
    assert len(laid.all("(continued)")) == 2, "after the caption, and in the row"
    assert sum(1 for _ in elements(laid.layout.root, "LI")) == 30


def test_a_row_higher_than_a_quarter_of_the_page_is_parted() -> None:
    long = Row((cell(0, "Storms"), replace(cell(1, ""), content=(items(13),))), "")
    laid = lay(lines(32), table_of(*many(2), long, kinds=("text", "text"), style="text"))
    assert [laid.find(f"item {number:02}").page for number in (0, 12)] == [0, 1]


def test_a_short_row_is_never_parted() -> None:
    short = Row((cell(0, "Storms"), replace(cell(1, ""), content=(items(8),))), "")
    laid = lay(lines(36), table_of(*many(2), short, kinds=("text", "text"), style="text"))
    assert len({laid.find(f"item {number:02}").page for number in range(8)}) == 1


def test_a_page_number_is_a_link_at_the_columns_right() -> None:
    page = words(PageNumber("lamps"), style="table-number")
    laid = lay(heading("Lamps at night", 2, "night"), table_of(row("Where", page)), words(""))
    (link,) = laid.layout.sheets[0].links
    assert (link.target, link.words) == ("#lamps", "01")
    right = theme().page.left + theme().page.frame_width - theme().tables["statistics"].cell_padding[1]
    assert link.rectangle[2] == pytest.approx(right, abs=0.5)
    assert "Where" in laid.text(0)
    assert "01" in laid.text(0)


def test_tables_of_a_section_have_the_same_columns() -> None:
    first, second = (
        table_of(row("Oil", "1")),
        replace(table_of(row("A lamp with a long name", "1,000,000.25")), anchor="b"),
    )
    laid = lay(first, second)
    assert laid.all("Number")[0].right == pytest.approx(laid.all("Number")[1].right, abs=0.01)


def test_an_outcome_is_a_word_beside_its_sign() -> None:
    met = cell(1, "Achieved", "table-achieved", role="achieved")
    missed = cell(1, "Not achieved", "table-missed", role="missed")
    kinds = ("text", "text")
    laid = lay(table_of(Row((cell(0, "a"), met), ""), Row((cell(0, "b"), missed), ""), kinds=kinds, style="targets"))
    assert laid.find("Achieved").left == pytest.approx(laid.find("Not achieved").left, abs=1.5)
    assert laid.find("Achieved").left > laid.find("Number").left + theme().measures["tick"]


def test_a_sign_stands_on_its_line_whatever_the_leading() -> None:
    met = cell(1, "Achieved", "table-achieved", role="achieved")
    made = table_of(Row((cell(0, "a"), met), ""), kinds=("text", "text"), style="targets")
    apart = []
    for locale in ("en", "zh_Hans"):
        laid = lay(made, locale=locale)
        disc = laid.shapes(theme(locale).colours["achieved"])[0]
        apart.append(laid.find("Achieved").top - disc.top)
    assert apart[0] == pytest.approx(apart[1], abs=0.1)


def test_footnotes_in_cells_stand_at_the_foot() -> None:
    marked = words("Oil", NoteMark(1, table=False, first=True), style="table-cell")
    laid = lay(table_of(row(marked, "1")), notes={1: "Whale"})
    assert laid.find("Whale").top > 700
    td = next(th for th in elements(laid.layout.root, "TH") if th.attributes["Scope"] == "/Row")
    assert [kid.tag for kid in td.kids if isinstance(kid, Element)] == ["P", "Note"], "the note after the words"


def test_a_number_with_a_footnote_is_read_before_it() -> None:
    marked = words("1.50", NoteMark(1, table=False, first=True), style="table-number")
    laid = lay(table_of(row("Oil", marked)), notes={1: "Whale"})
    (data,) = elements(laid.layout.root, "TD")
    assert [element.tag for element in elements(data)] == ["P", "Reference", "Link", "Note", "Lbl", "P"]


def test_what_stands_beside_a_number_is_kept() -> None:
    laid = lay(table_of(row("a", "≤ 1.365"), row("b", "98.90%"), row("c", "none")))
    assert laid.find("1.365").right < laid.find("98.90%").right
    assert laid.find("≤").right < laid.find("1.365").left
    assert laid.find("none").page == 0


def joined(text: str, count: int, long: str = "") -> list[Row]:
    """Make rows that a cell over all of them joins."""
    first = Row((cell(0, text, rows=count), cell(1, f"lamp 00 {long}")), "")
    return [first, *(Row((cell(1, f"lamp {number:02}"),), "") for number in range(1, count))]


def test_a_cell_over_rows_that_go_on_overleaf_is_said_again() -> None:
    laid = lay(table_of(*joined("Quay", 80), kinds=("text", "text"), style="grouped"))
    pages = [laid.find(f"lamp {number:02}").page for number in range(80)]
    assert sorted(set(pages)) == [0, 1, 2]
    assert [place.page for place in laid.all("Quay")] == [0, 1, 2]
    assert [place.page for place in laid.all("(continued)")] == [1, 1, 2, 2], "after the caption, and in the cell"
    (quay,) = [th for th in elements(laid.layout.root, "TH") if "RowSpan" in th.attributes]
    assert {kid[0] for kid in quay.kids if isinstance(kid, tuple)} == {0}, "what is said again is an artifact"


def test_the_words_of_a_cell_over_rows_go_on_beside_them() -> None:
    text = "Beginning. " + SENTENCE * 130 + "The end."
    laid = lay(table_of(*joined(text, 3), kinds=("text", "text"), style="grouped"))
    assert [laid.find(f"lamp 0{number}").page for number in range(3)] == [0, 0, 0]
    assert (laid.find("Beginning.").page, laid.find("The end.").page) == (0, 1)
    lowest = max(place.top for place in laid.all("harbour") if place.page == 0)
    assert theme().page.bottom - 60 < lowest < theme().page.bottom, "it fills the page and does not run off it"


def test_a_row_with_a_number_is_parted_too() -> None:
    tall = Row((cell(0, "Storms. " + SENTENCE * 90 + "The end."), cell(1, "1.5", "table-number")), "")
    laid = lay(table_of(tall))
    assert laid.find("1.5").page == 0
    assert laid.find("The end.").page > 0


def test_a_long_row_is_parted_between_the_items_of_its_list() -> None:
    entries = tuple((words(f"item {number:02}: {SENTENCE * 3}", style="table-list"),) for number in range(30))
    lists = Items(False, entries, "table-list", "environment")
    for above in range(18, 26):
        long = Row((cell(0, "Storms"), replace(cell(1, ""), content=(lists,))), "")
        laid = lay(lines(above), table_of(row("Floods", "few"), long, kinds=("text", "text"), style="text"))
        firsts = {}
        for place in laid.all("item"):
            firsts.setdefault(place.page, place.top)
        tops = {}
        for place in laid.all("harbour"):
            tops.setdefault(place.page, place.top)
        assert all(firsts[page] <= tops[page] + 1 for page in firsts if page > 0), "each page begins with an item"


def test_a_long_first_row_begins_below_its_head_where_there_is_room() -> None:
    long = Row((cell(0, "Storms"), replace(cell(1, ""), content=(items(44),))), "")
    laid = lay(lines(10), table_of(long, kinds=("text", "text"), style="text"))
    assert laid.find("item 00").page == laid.all("Name")[0].page == 0
    assert laid.find("item 43").page == 1


def test_a_head_without_rows_is_a_table() -> None:
    laid = lay(table_of(), words("After it."))
    assert laid.find("Name").page == laid.find("After it.").page == 0
    assert laid.find("After it.").top > laid.find("Name").top + theme().measures["table-after"]
