"""Numbers stand on their decimal points: by decimal tabs where fractions are unlike, else at the right."""

from __future__ import annotations

import pytest

from reportgen.model.flow import Cell, NoteMark, Row, Table
from reportgen.write.docx.columns import column_widths
from reportgen.write.docx.decimals import decimal_points

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


@pytest.fixture
def column(p):
    """Makes a table with a column of numbers beside one of names."""

    def make(*numbers):
        head = Row((Cell(0, (p("table-head", "Name"),)), Cell(1, (p("table-head", "2023"),))), "head")
        rows = []
        for number in numbers:
            pieces = number if isinstance(number, tuple) else (number,)
            rows.append(Row((Cell(0, (p("table-cell", "x"),)), Cell(1, (p("table-number", *pieces),))), ""))
        return Table("statistics", ("text", "number"), (), None, (), (head,), tuple(rows), (), "brand")

    return make


def tabs(written):
    """The tab of each number, as its kind and place."""
    found = []
    for row in written.tables(data=True)[0].findall(f"{W}tr"):
        tab = row.findall(f"{W}tc")[1].find(f"{W}p/{W}pPr/{W}tabs/{W}tab")
        found.append(None if tab is None else (tab.get(f"{W}val"), int(tab.get(f"{W}pos"))))
    return found


@pytest.mark.parametrize("numbers", [("5.30", "16.67", "0.04"), ("1,200", "17", "–"), ("98.9%", "2.0%")])
def test_fractions_alike_stand_at_the_right(write, column, numbers):
    written = write(column(*numbers))
    assert tabs(written) == [None] * (len(numbers) + 1)
    styles = {s.get(f"{W}styleId"): s for s in written.root("word/styles.xml").iter(f"{W}style")}
    assert styles["TableNumber"].find(f"{W}pPr/{W}jc").get(f"{W}val") == "right"


def test_unlike_fractions_stand_on_one_decimal_tab(write, column):
    written = write(column("133,245.19", "0.000007", "–", "100"))
    head, *numbers = tabs(written)
    assert head is None
    assert {kind for kind, _ in numbers} == {"decimal"}
    assert len({place for _, place in numbers}) == 1
    cells = [row.findall(f"{W}tc")[1] for row in written.tables(data=True)[0].findall(f"{W}tr")]
    assert {cell.find(f"{W}p/{W}pPr/{W}jc").get(f"{W}val") for cell in cells[1:]} == {"left"}
    assert all("\t" not in "".join(cell.itertext()) for cell in cells), "Word needs no tab character in a cell"


def test_a_column_has_room_on_both_sides_of_its_point(theme, column):
    table = column("133,245.19", "0.000007")
    widths = column_widths(table, theme)
    point = decimal_points(table, widths, theme)[1]
    size, padding = theme.styles["table-number"].size, theme.tables["statistics"].cell_padding
    room = widths[1] - padding[1] - padding[3]
    assert point.at / 20 >= 6.5 * 0.556 * size, "six digits and a comma before the point"
    assert room - point.at / 20 >= 6.5 * 0.556 * size - 0.05, "six digits and the point itself after it"


def test_a_head_ends_over_two_decimals(write, column):
    written = write(column("0.000007", "5.30"))
    head = written.tables(data=True)[0].find(f"{W}tr").findall(f"{W}tc")[1].find(f"{W}p/{W}pPr")
    assert int(head.find(f"{W}ind").get(f"{W}right")) == pytest.approx(4 * 0.556 * 9 * 20, abs=2)


def test_marks_of_notes_hang_beside_the_fraction(theme, column):
    plain, marked = column("5.30", "7"), column(("5.30", NoteMark(1, True, True)), "7")
    points = [decimal_points(table, [300.0, 100.0], theme)[1].at for table in (plain, marked)]
    assert points[1] < points[0]
