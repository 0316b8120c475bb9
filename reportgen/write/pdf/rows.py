"""A table's rows set on a grid: their heights, what joins them, and each row as a strip."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise

from msgspec import Struct, field

from reportgen.model.flow import Cell, Row, Table
from reportgen.model.theme import TableStyle
from reportgen.write.pdf.cells import SetCell, in_band, set_cell
from reportgen.write.pdf.columns import Columns
from reportgen.write.pdf.elements import add, add_data, add_header
from reportgen.write.pdf.headers import BANDS, Headers, heads_rows
from reportgen.write.pdf.parts import Element
from reportgen.write.pdf.press import Press

_TOP, _BOTTOM = 0, 2


class SetRow(Struct):
    """A row set.

    ``padding`` is above and below the text; ``joined`` says that a cell goes on into the next row, ``through`` in which
    columns. ``height`` is with padding, without the rule beneath.
    """

    role: str
    cells: list[SetCell]
    padding: tuple[float, float]
    through: frozenset[int] = frozenset()
    height: float = 0.0
    keep: int = 0
    notes: tuple[int, ...] = field(default=())

    @property
    def joined(self) -> bool:
        """Whether a cell goes on into the next row."""
        return bool(self.through)


Place = Callable[[Element, Cell, str], Element]


def head_rows(
    press: Press, table: Table, style: TableStyle, columns: Columns, into: Element | None, found: Headers
) -> list[SetRow]:
    """Return the rows of a table's head; ``into`` is the `THead`, or ``None`` where the head is repeated."""
    padding = (style.head_padding[_TOP], style.head_padding[_BOTTOM])
    rows = []
    for number, row in enumerate(table.head):
        line = into and add(into, "TR")
        cells = []
        for cell in row.cells:
            element = line and _header(line, cell, "Column", (number, cell.column), found)
            cells.append(set_cell(press, cell, table.columns, style, columns, element))
        rows.append(SetRow("head", cells, padding))
    return measured(rows)


def _header(line: Element, cell: Cell, scope: str, place: tuple[int, int], found: Headers) -> Element:
    element = add_header(line, cell, scope, found.headers.get(place, ()))
    element.id = found.ids.get(place, "")
    return element


def body_rows(
    press: Press, table: Table, style: TableStyle, columns: Columns, into: Element, found: Headers
) -> list[SetRow]:
    """Return the rows of a table's body, with how far each is kept with the next."""
    through = _through(table.body)
    rows = []
    for number, row in enumerate(table.body):
        line = add(into, "TR")
        cells = []
        for cell in row.cells:
            element = _body_element(table, row, cell, line, (len(table.head) + number, cell.column), found)
            shown = in_band(cell) if row.role == "part" else cell
            cells.append(set_cell(press, shown, table.columns, style, columns, element))
        above = bool(through[number - 1]) if number else False
        padding = _padding(press, style, row, above, bool(through[number]))
        rows.append(SetRow(row.role, cells, padding, through[number]))
    _keep(measured(rows), 4 * press.theme.step, press.stack.frame_height * press.theme.measures["row-whole"])
    return rows


def _body_element(table: Table, row: Row, cell: Cell, line: Element, place: tuple[int, int], found: Headers) -> Element:
    """Return the element of a cell: the first of a row heads it, one over the whole table heads what is below it."""
    if place not in found.ids and (cell.column > 0 or not heads_rows(table)):
        return add_data(line, cell, found.headers.get(place, ()))
    over = row.role in BANDS and cell.columns == len(table.columns)
    return _header(line, cell, "Column" if over else "Row", place, found)


def _through(body: tuple[Row, ...]) -> list[frozenset[int]]:
    """Return for each row the columns in which a cell goes on into the next row."""
    through: list[set[int]] = [set() for _ in body]
    for number, row in enumerate(body):
        for cell in row.cells:
            for below in range(number, min(number + cell.rows - 1, len(body) - 1)):
                through[below].update(range(cell.column, cell.column + cell.columns))
    return [frozenset(columns) for columns in through]


def measure_of(press: Press, name: str, style: TableStyle) -> float:
    """Return a measure of the theme, or the one that it has for tables of this style (``name-style``)."""
    measures = press.theme.measures
    return measures.get(f"{name}-{style.name}", measures[name])


def _padding(press: Press, style: TableStyle, row: Row, above: bool, below: bool) -> tuple[float, float]:
    top, bottom = style.cell_padding[_TOP], style.cell_padding[_BOTTOM]
    if row.role == "group":
        top = measure_of(press, "group-row-before", style)
    inner = measure_of(press, "joined-padding", style)
    return min(top, inner) if above else top, min(bottom, inner) if below else bottom


def measured(rows: list[SetRow]) -> list[SetRow]:
    """Give rows their heights and notes; what a cell over several rows needs beyond them is added to its last."""
    for row in rows:
        single = [cell.height for cell in row.cells if cell.cell.rows == 1]
        row.height = max(single, default=0.0) + sum(row.padding)
        row.notes = tuple(number for cell in row.cells for number in cell.notes)
    for number, row in enumerate(rows):
        for cell in row.cells:
            if cell.cell.rows > 1:
                _stretch(rows[number : number + cell.cell.rows], cell)
    return rows


def _stretch(spanned: list[SetRow], cell: SetCell) -> None:
    need = cell.height + spanned[0].padding[0] + spanned[-1].padding[1]
    missing = need - sum(row.height for row in spanned)
    if missing > 0:
        spanned[-1].height += missing


def _keep(rows: list[SetRow], short: float, block: float) -> None:
    """Keep rows together: joined ones, what heads others with the first of them.

    A total heads the plain row below it, which is of the same matter. Of rows lower than ``short``, the first two and
    the last two of a table and the first two of a group as well; and a sum with all its parts, where they are lower
    than ``block`` together.
    """
    last = len(rows) - 1
    for number, row in enumerate(rows[:-1]):
        below = rows[number + 1]
        heads = row.role in BANDS or (below.role == "child" and row.role != "child")
        heads = heads or (row.role == "total" and below.role == "")
        first = number == 0 or (rows[number - 1].role in BANDS and below.role not in BANDS)
        pair = (first or number == last - 1) and max(row.height, below.height) < short
        row.keep = int(row.joined or heads or pair)
    for start, end in _sums(rows):
        if sum(row.height for row in rows[start:end]) <= block:
            for row in rows[start : end - 1]:
                row.keep = 1


def _sums(rows: list[SetRow]) -> list[tuple[int, int]]:
    """Return where sums begin, and end with their parts."""
    starts = [number for number, row in enumerate(rows) if row.role != "child"]
    return list(pairwise([*starts, len(rows)]))
