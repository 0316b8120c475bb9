"""Parts a table's rows that are too high to wait for a new page: between rows that a cell joins, else between lines.

What goes in: a block of rows (one, or several that cells join) and the height that is left. What comes out: the part
that stands here and the rest. What a cell over several rows says goes on overleaf; the first cell of a row is said
again there, as an artifact, where it was said whole.
"""

from __future__ import annotations

from itertools import accumulate

from msgspec import Struct
from msgspec.structs import replace

from reportgen.model.flow import Cell, Paragraph, Table
from reportgen.model.theme import TableStyle
from reportgen.write.pdf.cells import SetCell, TextCell, set_cell, stacked_height
from reportgen.write.pdf.columns import Columns
from reportgen.write.pdf.press import Press
from reportgen.write.pdf.rows import SetRow, measured
from reportgen.write.pdf.strip import Strip

_LEAST_LINES = 2
"""A parted row has so many lines at least on each side."""

Parts = tuple[list[SetRow], list[SetRow]]


class Parting(Struct, frozen=True):
    """Parts the rows of a table. ``rule`` is the weight of the rule beneath a part."""

    press: Press
    table: Table
    style: TableStyle
    columns: Columns
    rule: float

    def parted(self, rows: list[SetRow], room: float) -> Parts | None:
        """Part a block at a height; nothing where a part would be too small."""
        alone = list(accumulate(row.height + self.rule for row in measured(_singles(rows))))
        most = sum(1 for height in alone if height <= room)
        if most == len(rows):  # it is a cell over several rows that has no room
            return self._within(rows, most - 1, room)
        for count in range(most, 0, -1):
            parts = self._between(rows, count)
            if sum(row.height + self.rule for row in parts[0]) <= room:
                return parts
        return self._within(rows, 0, room)

    def _between(self, rows: list[SetRow], count: int) -> Parts:
        """Part a block after so many rows: cells that go on lower down are parted with it."""
        above, below = [_copied(row) for row in rows[:count]], [_copied(row) for row in rows[count:]]
        above[-1].through = frozenset()
        for at, cell in _crossing(rows, count):
            upper, lower = self._over(cell, count - at, _text_height(above[at:]))
            above[at].cells[rows[at].cells.index(cell)] = upper
            if lower is not None:
                below[0].cells.append(lower)
        return measured(above), measured(below)

    def _over(self, cell: SetCell, rows: int, room: float) -> tuple[SetCell, SetCell | None]:
        """Part a cell over rows of which so many stay: the lines that have room, and what is left or said again."""
        left = cell.cell.rows - rows
        if not isinstance(cell, TextCell):
            return _spanning(cell, rows), None
        count = max(_fitting(cell.strips, room), 1)
        upper = TextCell(replace(cell.cell, rows=rows), cell.strips[:count])
        if cell.strips[count:]:
            return upper, TextCell(replace(cell.cell, rows=left), cell.strips[count:])
        return upper, self._again(replace(cell.cell, rows=left))

    def _within(self, rows: list[SetRow], at: int, room: float) -> Parts | None:
        """Part a block within a row, between lines: those above it stay."""
        above, row = [_copied(each) for each in rows[: at + 1]], rows[at]
        above[-1].through = frozenset()
        left = room - sum(each.height + self.rule for each in measured(_singles(rows[:at]))) - self.rule
        below: list[SetCell] = []
        for start, cell in (*_crossing(rows, at), *((at, cell) for cell in row.cells)):
            over = sum(each.height for each in measured(_singles(rows[start:at])))
            parts = _parted(cell, over + left - rows[start].padding[0] - row.padding[1])
            if parts is None:
                return None
            above[start].cells[rows[start].cells.index(cell)] = _spanning(parts[0], at - start + 1)
            below.append(_spanning(parts[1], max(1, start + cell.cell.rows - at)))
        if not any(cell.height > 0 for cell in below):
            return None
        lower = replace(row, cells=[self._or_again(cell) for cell in below])
        return measured(above), measured([lower, *(_copied(each) for each in rows[at + 1 :])])

    def _or_again(self, cell: SetCell) -> SetCell:
        """Return what is left of a cell; of a row's first one that stood whole above, what it said."""
        again = self._again(cell.cell) if cell.height == 0 else None
        return again or cell

    def _again(self, cell: Cell) -> TextCell | None:
        """Return a row's first cell as it is said again overleaf, with the word for "continued"; no other is."""
        if cell.column != 0:
            return None
        again = set_cell(self.press, cell, self.table.columns, self.style, self.columns, None)
        words = Paragraph(self.style.quiet, self.table.continued, self.table.family)
        more = replace(cell, content=(words,))
        tail = set_cell(self.press, more, self.table.columns, self.style, self.columns, None)
        if not isinstance(again, TextCell) or not isinstance(tail, TextCell):
            return None
        return TextCell(cell, [*again.strips, *tail.strips])


def _crossing(rows: list[SetRow], at: int) -> list[tuple[int, SetCell]]:
    """Return the cells that begin above a row and go on in it, each with its row."""
    return [(start, cell) for start, row in enumerate(rows[:at]) for cell in row.cells if start + cell.cell.rows > at]


def _text_height(rows: list[SetRow]) -> float:
    """Return the height that rows have for a cell over all of them, if it adds nothing to it."""
    padding = rows[0].padding[0] + rows[-1].padding[1]
    return sum(row.height for row in measured(_singles(rows))) - padding


def _copied(row: SetRow) -> SetRow:
    return replace(row, cells=list(row.cells))


def _spanning(cell: SetCell, rows: int) -> SetCell:
    return replace(cell, cell=replace(cell.cell, rows=rows))  # type: ignore[type-var]


def _singles(rows: list[SetRow]) -> list[SetRow]:
    """Return rows without the cells that go on below them: as high as they are by themselves."""
    return [replace(row, cells=[cell for cell in row.cells if cell.cell.rows == 1]) for row in rows]


def _parted(cell: SetCell, room: float) -> tuple[SetCell, TextCell] | None:
    """Part a cell's lines at a height: whole, or between its items or paragraphs, or at least between its lines."""
    if cell.height <= room:
        return cell, TextCell(cell.cell, [])
    if not isinstance(cell, TextCell):
        return None
    most = min(_fitting(cell.strips, room), len(cell.strips) - _LEAST_LINES)
    places = range(most, _LEAST_LINES - 1, -1)
    whole = (place for place in places if cell.strips[place].opens)
    count = next(whole, next((place for place in places if not cell.strips[place - 1].keep), 0))
    return (TextCell(cell.cell, cell.strips[:count]), TextCell(cell.cell, cell.strips[count:])) if count else None


def _fitting(strips: list[Strip], room: float) -> int:
    """Return how many strips have room."""
    count = 0
    while count < len(strips) and stacked_height(strips[: count + 1]) <= room:
        count += 1
    return count
