"""A chapter's highlights: cards in rows beside its number and name, statements below them or beside one alone."""

from __future__ import annotations

import pytest
from laying_out import Laid, elements, heading, lay, lines, theme, words
from msgspec.structs import replace

from reportgen.model.flow import Card, CardGroup, Items, NoteMark, Piece
from reportgen.write.pdf.parts import Element

PAGE = theme().page
MEASURES = theme().measures
GAP = MEASURES["chart-gap"]
STATEMENT = "Kept the lamps burning through every storm of the year"


def card(figure: Piece | str, label: Piece | str) -> Card:
    return Card(words(figure, style="card-number"), words(label, style="card-label"))


def cards(count: int) -> tuple[Card, ...]:
    return tuple(card(f"{number}00", f"label {number}") for number in range(1, count + 1))


def group(made: tuple[Card, ...], *statements: str) -> CardGroup:
    items = tuple((words(each, style="card-statement"),) for each in statements)
    return CardGroup(
        words("06", style="group-number"),
        words("Green Quays", style="group-name", level=3, anchor="quays"),
        made,
        Items(False, items, "card-statement", "environment") if items else None,
        "environment",
    )


def tinted(laid: Laid) -> list[tuple[float, float, float, float]]:
    shapes = laid.shapes(theme().families["environment"].tint)
    return [(shape.left, shape.top, shape.width, shape.height) for shape in shapes]


@pytest.mark.parametrize(
    ("count", "across", "rows"),
    [(1, 2, 1), (2, 2, 1), (3, 3, 1), (4, 4, 1), (5, 3, 2), (6, 3, 2), (7, 4, 2), (9, 4, 3)],
)
def test_cards_share_the_column_in_rows(count: int, across: int, rows: int) -> None:
    grounds = tinted(lay(group(cards(count))))
    width = (PAGE.prose_width - GAP * (across - 1)) / across
    lefts = [PAGE.prose_x + (at % across) * (width + GAP) for at in range(count)]
    assert [left for left, *_ in grounds] == pytest.approx(lefts, abs=0.02)
    assert {round(wide, 1) for _, _, wide, _ in grounds} == {round(width, 1)}
    assert len({round(top, 1) for _, top, _, _ in grounds}) == rows
    assert all(height >= MEASURES["card-height"] - 0.02 for *_, height in grounds)


def test_figure_and_label_stand_on_their_card() -> None:
    laid = lay(group(cards(3)))
    for number, (left, top, width, height) in enumerate(tinted(laid), 1):
        figure, label = laid.find(f"{number}00"), laid.find(f"label {number}")
        for place in (figure, label):
            assert left + MEASURES["card-padding-side"] - 1 < place.left < place.right < left + width
        assert top < figure.top < label.top < top + height


def test_the_cards_of_a_row_are_as_tall_as_the_tallest() -> None:
    long = card("1", "a label that goes on and on " * 6)
    grounds = tinted(lay(group((long, *cards(2)))))
    assert len({round(height, 1) for *_, height in grounds}) == 1
    assert grounds[0][3] > MEASURES["card-height"]


def test_numbers_are_of_one_size_small_in_rows_of_four_or_where_one_is_wide() -> None:
    def size(laid: Laid, text: str) -> float:
        page = laid.file[0].get_textpage()
        found = page.search(text, match_case=True).get_next()
        assert found is not None
        _, foot, _, head = page.get_charbox(found[0], loose=False)
        return round(head - foot, 1)

    three, four = lay(group(cards(3))), lay(group(cards(4)))
    wide = lay(group((card("133,245.1919191919", "kWh"), *cards(2))))
    assert size(three, "200") > size(four, "200") == size(wide, "200")


def test_number_and_name_stand_in_the_side_column_below_a_rule() -> None:
    laid = lay(group(cards(3)))
    number, name = laid.all("06")[0], laid.find("Green Quays")
    assert (number.left, name.left) == pytest.approx((PAGE.left, PAGE.left), abs=2)
    assert name.right < PAGE.left + PAGE.side_width
    assert number.top < name.top
    bar = laid.shapes(theme().families["environment"].base)[0]
    assert (bar.left, bar.width) == pytest.approx((PAGE.left, MEASURES["section-bar-width"]), abs=0.02)
    assert bar.top < tinted(laid)[0][1]


def test_statements_stand_below_the_cards() -> None:
    laid = lay(group(cards(2), STATEMENT, "Sang"))
    first, second = laid.find("Kept the"), laid.find("Sang")
    foot = max(top + height for _, top, _, height in tinted(laid))
    assert foot < first.top < second.top
    assert PAGE.prose_x < first.left < PAGE.prose_x + 20


def test_statements_stand_beside_a_card_alone() -> None:
    laid = lay(group(cards(1), STATEMENT, "Sang"))
    ((left, top, width, height),) = tinted(laid)
    for place in (laid.find("Kept the"), laid.find("Sang")):
        assert place.left > left + width + GAP
        assert top < place.top < top + height


def test_statements_alone_have_no_card() -> None:
    laid = lay(group((), STATEMENT))
    assert tinted(laid) == []
    assert PAGE.prose_x < laid.find("Kept the").left < PAGE.prose_x + 20


def test_a_group_stands_on_one_page_and_groups_follow_each_other() -> None:
    laid = lay(lines(36), group(cards(6), STATEMENT))
    assert {laid.find(each).page for each in ("Green Quays", "label 1", "label 6", "Kept the")} == {1}
    both = lay(group(cards(3)), replace(group(cards(3)), name=words("Bright Quays", style="group-name", level=3)))
    tops = sorted({round(top) for _, top, _, _ in tinted(both)})
    assert len(tops) == 2
    assert both.find("Bright Quays").top > tops[0]


def test_groups_that_take_two_pages_fill_both_alike() -> None:
    named = [replace(group(cards(6)), name=words(f"Quay {at}", style="group-name", level=3)) for at in range(6)]
    laid = lay(*named)
    assert [laid.find(f"Quay {at}").page for at in range(6)] == [0, 0, 0, 1, 1, 1]


def test_a_group_is_a_section_with_a_heading_its_cards_and_its_list() -> None:
    laid = lay(heading("Harbour", 1), heading("Year", 2), group(cards(2), STATEMENT, "Sang"))
    *_, section = elements(laid.layout.root, "Sect")
    assert [kid.tag for kid in section.kids if isinstance(kid, Element)] == ["H3", "P", "P", "P", "P", "L"]
    assert len(list(elements(section, "LI"))) == 2
    assert [(mark.level, mark.words) for mark in laid.layout.bookmarks][-1] == (3, "06 Green Quays")
    assert laid.layout.anchors["quays"][0] == 0


def test_a_chapter_without_a_number_has_its_name_alone() -> None:
    laid = lay(replace(group(cards(2)), number=words(style="group-number")))
    assert [mark.words for mark in laid.layout.bookmarks] == ["Green Quays"]
    assert laid.find("Green Quays").top < laid.find("label 1").top


def test_notes_of_cards_and_statements_stand_at_the_foot_of_the_page_in_their_order() -> None:
    noted = Card(words("7", style="card-number"), words("lamps", NoteMark(1, False, True), style="card-label"))
    sung = words("Sang", NoteMark(2, False, True), style="card-statement")
    statements = Items(False, ((sung,),), "card-statement", "environment")
    made = replace(group((noted, *cards(1))), statements=statements)
    laid = lay(made, notes={1: "Seen from afar.", 2: "Every night."})
    assert laid.find("Sang").top < laid.find("Seen from afar.").top < laid.find("Every night.").top
    notes = list(elements(laid.layout.root, "Note"))
    assert {f"#{note.id}" for note in notes} <= {link.target for sheet in laid.layout.sheets for link in sheet.links}
    assert [note.id for note in notes] == sorted(note.id for note in notes)
