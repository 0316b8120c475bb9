"""How a table's rows hang together: what reaches into each from above, which stay together, and which may be parted."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import accumulate

from msgspec import Struct

from reportgen.model.flow import Cell, Row, Table
from reportgen.model.theme import Theme
from reportgen.write.docx.extent import height_of

_LOW = 4
"""Rows lower than so many steps of the page are too little to end a table overleaf alone."""


class Rows(Struct, frozen=True):
    """A table's rows, by their places, those of its head first.

    ``above`` are the cells that reach into each row from those above it, by column; ``kept`` the rows that stay on the
    page of the next, or of the notes; ``parted`` those that may go on overleaf.
    """

    above: list[dict[int, Cell]]
    kept: frozenset[int]
    parted: frozenset[int]


def rows_of(table: Table, widths: list[float], theme: Theme) -> Rows:
    """Return how the rows of a table hang together. ``widths`` are those of its columns, in points."""
    above = _reaching((*table.head, *table.body))
    heights = [_height(row, table, widths, theme) for row in (*table.head, *table.body)]
    most = (theme.page.bottom - theme.page.top) * theme.measures["row-whole"]
    parted = frozenset(at for at in range(len(table.head), len(heights)) if heights[at] > most)
    kept = frozenset(_kept(table, above, heights, theme))
    return Rows(above, kept - parted, parted)


def _reaching(rows: tuple[Row, ...]) -> list[dict[int, Cell]]:
    above: list[dict[int, Cell]] = [{} for _ in rows]
    for at, row in enumerate(rows):
        for cell in row.cells:
            for below in range(at + 1, min(at + cell.rows, len(rows))):
                above[below][cell.column] = cell
    return above


def _kept(table: Table, above: list[dict[int, Cell]], heights: list[float], theme: Theme) -> Iterator[int]:
    """Yield the rows that stay with the next: those of the head, those that a table has at least where it begins.

    So do rows that a cell joins, the last two where they are low, and the last and the notes.
    """
    last, room = len(heights) - 1, theme.measures["table-room"]
    yield from range(min(len(table.head), last))
    yield from (at for at, bottom in enumerate(accumulate(heights[:-1])) if bottom < room)
    yield from (at - 1 for at in range(1, last + 1) if above[at])
    if last > len(table.head) and max(heights[-2:]) < _LOW * theme.step:
        yield last - 1
    if table.notes:
        yield last


def _height(row: Row, table: Table, widths: list[float], theme: Theme) -> float:
    """Return how high a row is in points, about, by its cells that are in no other."""
    top, right, bottom, left = theme.tables[table.style].cell_padding
    heights = [
        height_of(cell.content, theme, sum(widths[cell.column : cell.column + cell.columns]) - left - right)
        for cell in row.cells
        if cell.rows == 1
    ]
    return max(heights, default=0.0) + top + bottom
