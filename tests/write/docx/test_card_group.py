"""A chapter's highlights in Word: a heading with its number, tinted cells that are places and not data, a list."""

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
    (table,) = written.root().iter(f"{W}tbl")
    return [row.findall(f"{W}tc") for row in table.iter(f"{W}tr")]


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


def test_the_table_is_one_of_places_across_the_column(write, group, theme):
    written = write(group(3))
    (table,) = written.root().iter(f"{W}tbl")
    look = table.find(f"{W}tblPr/{W}tblLook")
    assert (look.get(f"{W}firstRow"), look.get(f"{W}firstColumn")) == ("0", "0")
    assert int(table.find(f"{W}tblPr/{W}tblInd").get(f"{W}w")) == twips(theme.page.prose_x - theme.page.left)
    height = table.find(f"{W}tr/{W}trPr/{W}trHeight")
    assert (int(height.get(f"{W}val")), height.get(f"{W}hRule")) == (twips(theme.measures["card-height"]), "atLeast")
    assert table.find(f"{W}tr/{W}trPr/{W}cantSplit") is not None


def test_number_and_name_are_a_heading_in_the_chapters_colour(write, group, theme):
    written = write(group(2))
    assert written.text("Heading 3 Highlights People") == ["05 Talent"]
    (style,) = (
        style
        for style in written.root("word/styles.xml").iter(f"{W}style")
        if style.find(f"{W}name").get(f"{W}val") == "Heading 3 Highlights People"
    )
    assert style.find(f"{W}pPr/{W}pBdr/{W}top").get(f"{W}color") == hexa(theme.families[FAMILY].base)
    based = style.find(f"{W}basedOn").get(f"{W}val")
    assert written.styles()[based].lower().startswith("heading 3")
    marks = [mark.get(f"{W}name") for mark in written.root().iter(f"{W}bookmarkStart")]
    assert marks == ["talent_year"]


def test_a_chapter_without_a_number_has_its_name_alone(write, group):
    assert write(group(2, number="")).text("Heading 3 Highlights People") == ["Talent"]


def test_numbers_are_small_in_rows_of_four_and_where_one_is_wide(write, group):
    def figures(written):
        names = written.styles()
        return {
            names[cell.find(f"{W}p/{W}pPr/{W}pStyle").get(f"{W}val")]
            for row in rows(written)
            for cell in row
            if words(cell) != [""]
        }

    assert figures(write(group(3))) == {"Highlight People"}
    assert figures(write(group(4))) == {"Highlight Small People"}
    assert figures(write(group(3, wide="133,245.1919191919"))) == {"Highlight Small People"}


def test_statements_are_a_list_below(write, group):
    written = write(group(2, "Sang all night", "Slept by day"))
    assert written.text("Highlight Statement") == ["Sang all night", "Slept by day"]
    body = list(written.root().find(f"{W}body"))
    assert [each.tag.removeprefix(W) for each in body[:4]] == ["p", "tbl", "p", "p"]
    assert all(each.find(f"{W}pPr/{W}numPr") is not None for each in body[2:4])


def test_statements_alone_have_no_table(write, group):
    written = write(group(0, "Sang all night"))
    assert list(written.root().iter(f"{W}tbl")) == []
    assert written.text("Highlight Statement") == ["Sang all night"]
