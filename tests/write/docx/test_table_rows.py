"""Which rows of a table stay on one page, and which may go on overleaf."""

from __future__ import annotations

import pytest

from reportgen.model.flow import Cell, Items, Row, Table

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
LONG = "A response to the risk that the lamps of the harbour go out, one after the other, in a night of storm. " * 3


@pytest.fixture
def rows(write, p):
    """Writes a table of rows of two cells; returns its rows."""

    def make(*body, head=True):
        heads = (Row((Cell(0, (p("table-head", "Risk"),)), Cell(1, (p("table-head", "Response"),))), "head"),)
        table = Table("text", ("text", "text"), (1, 1), None, (), heads if head else (), body, (), "brand")
        return write(table).tables(data=True)[0].findall(f"{W}tr")

    return make


@pytest.fixture
def row(p):
    """A row of a risk, over so many rows, and its responses."""

    def make(*responses, over=1):
        items = Items(False, tuple((p("table-list", words),) for words in responses), "table-list", "brand")
        cells = (Cell(0, (p("table-total", "Dark"),), rows=over), Cell(1, (items,)))
        return Row(cells if over else cells[1:], "")

    return make


def kept(rows):
    """Which rows stay on the page of the next: by all of their paragraphs, or none."""
    marks = [{p.find(f"{W}pPr/{W}keepNext") is not None for p in row.iter(f"{W}p")} for row in rows]
    assert all(len(each) == 1 for each in marks)
    return [each == {True} for each in marks]


def whole(rows):
    return [row.find(f"{W}trPr/{W}cantSplit") is not None for row in rows]


def test_a_low_table_stays_on_one_page(rows, row):
    made = rows(*[row("Lamps")] * 4)
    assert kept(made) == [True] * 4 + [False]
    assert all(whole(made))


def test_a_table_does_not_begin_with_less_than_the_theme_says(rows, row, theme):
    made = kept(rows(*[row("Lamps")] * 30))
    begin = made.index(False)
    assert made == [True] * begin + [False] * (29 - begin) + [True, False], "nor end with one low row"
    high = theme.styles["table-list"].leading + sum(theme.tables["text"].cell_padding[::2])
    assert begin * high < theme.measures["table-room"] <= (begin + 2) * high


def test_rows_that_a_cell_joins_stay_on_one_page(rows, row):
    made = rows(
        *[row("Lamps")] * 20, row("Lamps", over=3), row("Oil", over=0), row("Wick", over=0), *[row("Lamps")] * 9
    )
    assert kept(made)[20:25] == [False, True, True, False, False]


def test_a_row_higher_than_the_theme_says_is_parted_and_keeps_no_other_back(rows, row):
    made = rows(row(*[LONG] * 4), row("Lamps"), row(*[LONG] * 4))
    assert whole(made) == [True, False, True, False]
    assert kept(made) == [True, False, False, False]


def test_a_high_last_row_may_stand_overleaf(rows, row):
    made = rows(*[row("Lamps")] * 30, row(LONG, LONG))
    assert kept(made)[-3:] == [False, False, False]
    assert all(whole(made))


def test_a_table_without_a_head_and_with_one_row_has_nothing_to_stay_with(rows, row):
    assert kept(rows(row("Lamps"), head=False)) == [False]
