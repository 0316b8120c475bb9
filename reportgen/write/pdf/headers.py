"""Which header cells a table's cells have, where spans and groups keep their scopes from saying it.

What goes in: a table of the story. What comes out: for its cells the identifiers of their headers (ISO 32000-1,
14.8.5.7, ``Headers``): the heads over their columns, the rows that head their row's group, the first cell of their row.
Beside a first cell over several rows, the cell next to it that does not reach as far heads each of these rows as well.
"""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct, field

from reportgen.model.flow import Cell, Row, Table

BANDS = ("part", "area", "group")
"""The roles of rows that head what follows, the outer ones first."""
_LEVELS = (*BANDS, "", "child")
"""The roles of rows from the outermost; any other is that of a row like most."""

TEXT = "text"
"""The kind of a column of words."""

Place = tuple[int, int]
"""A row, counted through head and body, and a column."""


class Headers(Struct, frozen=True):
    """The identifier of each header cell, and the identifiers that each cell refers to, by place; empty if needless."""

    ids: dict[Place, str] = field(default_factory=dict)
    headers: dict[Place, tuple[str, ...]] = field(default_factory=dict)


def headers_of(table: Table, number: int) -> Headers:
    """Return the headers of a table, the ``number``-th of the report."""
    if not _needed(table):
        return Headers()
    second = _beside_first(table)
    places = {**dict(_in_head(table)), **dict(_in_body(table, second))}
    heads = {place for place in places if place[0] < len(table.head) or place[1] == 0}
    heads |= {place for row in second for place in row}
    ids = {(row, column): f"{number}-{row}-{column}" for row, column in sorted(heads)}
    return Headers(ids, {place: tuple(ids[head] for head in named) for place, named in places.items()})


def _needed(table: Table) -> bool:
    """Return whether a header cell spans rows or columns, or a row heads others."""
    bands = any(row.role in BANDS or row.role == "child" for row in table.body)
    spans = any(cell.rows > 1 or cell.columns > 1 for row in table.head for cell in row.cells)
    return bands or spans or any(cell.column == 0 and cell.rows > 1 for row in table.body for cell in row.cells)


def _in_head(table: Table) -> Iterator[tuple[Place, list[Place]]]:
    """Yield the headers of each cell of the head: those above it."""
    for at, row in enumerate(table.head):
        for cell in row.cells:
            yield (at, cell.column), list(_over(table, at, cell))


def _in_body(table: Table, second: list[list[Place]]) -> Iterator[tuple[Place, list[Place]]]:
    """Yield the headers of each cell of the body; ``second`` are those that head what is after them in their row.

    A cell over all columns has none over it.
    """
    start = len(table.head)
    above = list(_rows_above(table))
    first = _first(table)
    for at, row in enumerate(table.body, start):
        for cell in row.cells:
            over = [] if cell.columns == len(table.columns) else list(_over(table, start, cell))
            own = first[at - start] + [place for place in second[at - start] if place[1] < cell.column]
            beside = [place for place in (*above[at - start], *own) if place != (at, cell.column)]
            yield (at, cell.column), over + beside


def _over(table: Table, end: int, cell: Cell) -> Iterator[Place]:
    """Yield the heads over a cell's columns, of the rows before ``end``. An empty one heads nothing."""
    for at, row in enumerate(table.head[:end]):
        for head in row.cells:
            if head.column < cell.column + cell.columns and cell.column < head.column + head.columns and head.content:
                yield at, head.column


def _rows_above(table: Table) -> Iterator[tuple[Place, ...]]:
    """Yield for each row of the body the first cells of the rows that head it, the outermost first."""
    above: dict[int, Place] = {}
    for at, row in enumerate(table.body, start=len(table.head)):
        level = _level(row)
        above = {outer: place for outer, place in above.items() if outer < level}
        yield tuple(above.values())
        if row.cells and row.cells[0].column == 0:
            above[level] = (at, 0)


def _level(row: Row) -> int:
    return _LEVELS.index(row.role if row.role in _LEVELS else "")


def _first(table: Table) -> list[list[Place]]:
    """Return for each row of the body the place of its first cell, which may have begun in a row above."""
    found: list[list[Place]] = [[] for _ in table.body]
    for at, row in enumerate(table.body):
        for cell in row.cells:
            for reached in found[at : at + cell.rows] if cell.column == 0 else ():
                reached.append((at + len(table.head), 0))
    return found


def _beside_first(table: Table) -> list[list[Place]]:
    """Return for each row of the body the place of the cell that heads it beside a first cell over several rows."""
    found: list[list[Place]] = [[] for _ in table.body]
    for at, row in enumerate(table.body):
        first = row.cells[0] if row.cells else None
        if first is None or first.column > 0 or first.rows == 1:
            continue
        for below in range(at, min(at + first.rows, len(table.body))):
            cell = next((cell for cell in table.body[below].cells if cell.column > 0 and cell.rows < first.rows), None)
            if cell is not None and not found[below] and _heads(table, cell):
                for reached in found[below : below + cell.rows]:
                    reached.append((below + len(table.head), cell.column))
    return found


def _heads(table: Table, cell: Cell) -> bool:
    """Return whether a cell may head its row: it has words, and others stand to its right."""
    end = cell.column + cell.columns
    return bool(cell.content) and table.columns[cell.column] == TEXT and end < len(table.columns)


def heads_rows(table: Table) -> bool:
    """Return whether the first cell of a row heads it: of a single row of words, each stands below its own head."""
    return len(table.body) > 1 or any(kind != TEXT for kind in table.columns)
