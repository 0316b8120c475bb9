"""A chapter's highlights in Word: its number and name, tinted cells that are places and not data, a list."""

from __future__ import annotations

import pytest

from reportgen.model.flow import Card, CardGroup, Items, Run
from reportgen.write.docx.xml import hexa, twips

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
FAMILY = "people"


@pytest.fixture
def group(p):
    """Make highlights of so many cards, with statements."""

    def make(count, *statements, number="05", wide=""):
        cards = [
            Card(
                p("card-number", f"{at}00", Run("%", unit=True), family=FAMILY),
                p("card-label", f"label {at}", family=FAMILY),
            )
            for at in range(1, count + 1)
        ]
        if wide:
            cards[0] = Card(p("card-number", wide, family=FAMILY), cards[0].label)
        items = tuple((p("card-statement", each, family=FAMILY),) for each in statements)
        return CardGroup(
            p("group-number", *([number] if number else []), family=FAMILY),
            p("group-name", "Talent", family=FAMILY, level=3, anchor="talent_year"),
            tuple(cards),
            Items(False, items, "card-statement", FAMILY) if items else None,
            FAMILY,
        )

    return make


def rows(written):
    """The tiles of each row; the first cell of a row is that of the side column."""
    (table,) = written.root().iter(f"{W}tbl")
    return [row.findall(f"{W}tc")[1:] for row in table.iter(f"{W}tr")]


def side(written):
    """The cell in the side column."""
    return next(written.root().iter(f"{W}tc"))


def words(cell):
    return ["".join(run.text or "" for run in paragraph.iter(f"{W}t")) for paragraph in cell.iter(f"{W}p")]


@pytest.mark.parametrize(
    ("count", "shape"), [(1, [2]), (2, [2]), (3, [3]), (4, [4]), (5, [3, 3]), (6, [3, 3]), (7, [4, 4])]
)
def test_cards_stand_in_rows_and_what_is_left_over_is_empty(write, group, theme, count, shape):
    made = rows(write(group(count)))
    assert [len(row) for row in made] == shape
    cells = [cell for row in made for cell in row]
    assert [words(cell) for cell in cells[:count]] == [[f"{at}00%", f"label {at}"] for at in range(1, count + 1)]
    assert [words(cell) for cell in cells[count:]] == [[""]] * (len(cells) - count)
    tint = hexa(theme.families[FAMILY].tint)
    fills = [cell.find(f"{W}tcPr/{W}shd") for cell in cells]
    assert [fill is not None and fill.get(f"{W}fill") == tint for fill in fills] == [
        at < count for at in range(len(cells))
    ]


def test_the_table_is_one_of_places_across_the_page(write, group, theme):
    written = write(group(3))
    (table,) = written.root().iter(f"{W}tbl")
    look = table.find(f"{W}tblPr/{W}tblLook")
    assert (look.get(f"{W}firstRow"), look.get(f"{W}firstColumn")) == ("0", "0")
    assert table.find(f"{W}tblPr/{W}tblStyle") is None
    assert table.find(f"{W}tblPr/{W}tblInd").get(f"{W}w") == "0"
    width = sum(int(column.get(f"{W}w")) for column in table.iter(f"{W}gridCol"))
    assert width == pytest.approx(twips(theme.page.frame_width), abs=4)
    height = table.find(f"{W}tr/{W}trPr/{W}trHeight")
    assert (int(height.get(f"{W}val")), height.get(f"{W}hRule")) == (twips(theme.measures["card-height"]), "atLeast")
    assert table.find(f"{W}tr/{W}trPr/{W}cantSplit") is not None


def test_number_and_name_stand_in_the_side_column_under_a_bar_in_the_chapters_colour(write, group, theme):
    written = write(group(5))
    assert words(side(written)) == ["05", "Talent"]
    assert written.text("Heading 3 Highlights") == ["Talent"]
    assert written.marked("Accent People")[0] == "05"
    bar = side(written).find(f"{W}tcPr/{W}tcBorders/{W}top")
    assert bar.get(f"{W}color") == hexa(theme.families[FAMILY].base)
    assert int(bar.get(f"{W}sz")) == theme.measures["section-bar"] * 8
    joined = [row.find(f"{W}tc/{W}tcPr/{W}vMerge").get(f"{W}val") for row in written.root().iter(f"{W}tr")]
    assert joined == ["restart", "continue"]
    marks = [mark.get(f"{W}name") for mark in written.root().iter(f"{W}bookmarkStart")]
    assert marks == ["talent_year"]


def test_a_chapter_without_a_number_has_its_name_alone(write, group):
    assert words(side(write(group(2, number="")))) == ["Talent"]


def test_numbers_are_small_in_rows_of_four_and_where_one_is_wide(write, group):
    def figures(written):
        names = written.styles()
        return {
            names[cell.find(f"{W}p/{W}pPr/{W}pStyle").get(f"{W}val")]
            for row in rows(written)
            for cell in row
            if words(cell) != [""]
        }

    assert figures(write(group(3))) == {"Key Figure"}
    assert figures(write(group(4))) == {"Key Figure Small"}
    assert figures(write(group(3, wide="133,245.1919191919"))) == {"Key Figure Small"}


def test_figures_too_wide_for_four_a_row_stand_two_a_row(write, group):
    assert [len(row) for row in rows(write(group(4, wide="133,245.19")))] == [2, 2]


def test_statements_are_a_list_below(write, group):
    written = write(group(2, "Sang all night", "Slept by day"))
    body = list(written.root().find(f"{W}body"))
    assert [each.tag.removeprefix(W) for each in body[:3]] == ["tbl", "p", "p"]
    assert written.text("Small Text")[-2:] == ["Sang all night", "Slept by day"]
    assert all(each.find(f"{W}pPr/{W}numPr") is not None for each in body[1:3])


def test_statements_alone_have_no_table(write, group):
    written = write(group(0, "Sang all night"))
    assert list(written.root().iter(f"{W}tbl")) == []
    assert written.text("Heading 3 Highlights") == ["05 Talent"]
    assert written.text("Small Text") == ["Sang all night"]
