"""Rows that a cell joins, as those of an index are: their rules, their space, their page numbers."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from reportgen.model.flow import Cell, PageNumber, Row, Table

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


@pytest.fixture
def index(write, p):
    """The rows of an index of two provisions, the first of which three sections answer."""

    def line(section, *before):
        return (*before, Cell(1, (p("index-cell", section),)), Cell(2, (p("index-number", PageNumber("energy")),)))

    head = Row(
        tuple(Cell(at, (p("table-head", word),)) for at, word in enumerate(("Asked", "Section", "Page"))), "head"
    )
    asked = Cell(0, (p("index-total", "KPI A1.1"),), rows=3)
    rows = (
        Row(line("Energy", asked), ""),
        Row(line("Waste"), ""),
        Row(line("Water"), ""),
        Row(line("Air", replace(asked, rows=1)), ""),
    )
    made = write(Table("index", ("text", "text", "number"), (), None, (), (head,), rows, (), "brand"))
    return made, made.tables(data=True)[0].findall(f"{W}tr")


def test_the_pages_of_an_index_stand_at_the_right_on_the_lines_of_their_titles(index):
    written, rows = index
    styles = written.styles()
    cells = [[tc.find(f"{W}p/{W}pPr") for tc in row.iter(f"{W}tc")] for row in rows]
    names = [[styles[cell.find(f"{W}pStyle").get(f"{W}val")] for cell in row] for row in cells]
    assert names == [["Table Text"] * 3, *[["Small Text"] * 3] * 4]
    sides = [
        [None if cell.find(f"{W}jc") is None else cell.find(f"{W}jc").get(f"{W}val") for cell in row] for row in cells
    ]
    assert sides == [[None, None, "right"]] * 5


def test_rows_of_an_index_that_a_cell_joins_have_no_space_between_them(index, theme):
    margins = [
        [
            {side.tag.removeprefix(W): side.get(f"{W}w") for side in tc.iterfind(f"{W}tcPr/{W}tcMar/*")}
            for tc in row.iter(f"{W}tc")
        ]
        for row in index[1]
    ]
    assert theme.measures["joined-padding-index"] == 0
    below, both = {"bottom": "0"}, {"top": "0", "bottom": "0"}
    assert margins[1:] == [[{}, below, below], [both] * 3, [{"top": "0"}] * 3, [{}] * 3]


def test_no_rule_stands_over_a_cell_in_rows_that_another_joins(write, p):
    def cell(column, rows=1):
        return Cell(column, (p("table-cell", "x"),), rows=rows)

    rows = (
        Row((cell(0, 4), cell(1, 2), cell(2)), ""),
        Row((cell(2),), ""),
        Row((cell(1, 2), cell(2)), ""),
        Row((cell(2),), ""),
        Row((cell(0), cell(1), cell(2)), ""),
    )
    made = write(Table("text", ("text",) * 3, (), None, (), (), rows, (), "brand"))
    ruled = []
    for row in made.tables(data=True)[0].findall(f"{W}tr"):
        without = [
            {side.tag.removeprefix(W) for side in tc.iterfind(f"{W}tcPr/{W}tcBorders/*")} for tc in row.iter(f"{W}tc")
        ]
        assert without == without[:1] * 3, "the cells of a row are alike"
        ruled.append({"top", "bottom"} - without[0])
    assert ruled == [{"top"}, set(), set(), {"bottom"}, {"top", "bottom"}]
