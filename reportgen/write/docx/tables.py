"""Writes tables: caption, repeated head, spans, tinted column of the current year, notes below."""

from __future__ import annotations

from msgspec import Struct
from msgspec.structs import replace

from reportgen.model.flow import Cell, Items, Piece, Row, Run, Table
from reportgen.write.docx.body import Body
from reportgen.write.docx.columns import column_widths
from reportgen.write.docx.lists import write_items
from reportgen.write.docx.markup import (
    PARAGRAPH,
    ROW,
    add,
    add_paragraph,
    keep_paragraph,
)
from reportgen.write.docx.pieces import bookmark_name
from reportgen.write.docx.styles import RIGHT
from reportgen.write.docx.table_notes import write_table_notes
from reportgen.write.docx.table_styles import rule
from reportgen.write.docx.xml import Element, Node, attach, clean, hexa, twips, w

_NUMBERS = ("number", "current")


class _Grid(Struct, frozen=True):
    """A table's columns in twips, and the cells that reach into each row from above, by column."""

    widths: list[int]
    above: list[dict[int, Cell]]


def write_table(body: Body, table: Table) -> None:
    """Write a table with its caption and its notes."""
    if table.caption is not None:
        body.flow(table.caption, table.anchor)
    else:
        body.make_room()
    rows = (*table.head, *table.body)
    grid = _Grid([twips(width) for width in column_widths(table, body.theme)], _reaching(rows))
    made = add(body.root, "tbl")
    attach(made, _properties(body, table, sum(grid.widths)))
    attach(made, w("tblGrid", *(w("gridCol", w=width) for width in grid.widths)))
    for at, row in enumerate(rows):
        _row(body, made, table, row, grid, at)
    _keep(made, table, grid)
    if table.caption is None and table.anchor:
        _anchor(body, made, table.anchor)
    write_table_notes(body, table.notes)
    body.gap = True


def _reaching(rows: tuple[Row, ...]) -> list[dict[int, Cell]]:
    above: list[dict[int, Cell]] = [{} for _ in rows]
    for at, row in enumerate(rows):
        for cell in row.cells:
            for below in range(at + 1, min(at + cell.rows, len(rows))):
                above[below][cell.column] = cell
    return above


def _keep(made: Element, table: Table, grid: _Grid) -> None:
    """Keep together two rows below a head, the rows that a cell joins, and a last row and its notes."""
    rows = made.findall(ROW)
    kept = {at - 1 for at in range(1, len(rows)) if grid.above[at]}
    if len(rows) > len(table.head) + 1:
        kept.add(len(table.head))
    if table.notes:
        kept.add(len(rows) - 1)
    for at in sorted(kept):
        for paragraph in rows[at].iter(PARAGRAPH):
            keep_paragraph(paragraph)


def _properties(body: Body, table: Table, width: int) -> Node:
    caption = clean(_plain(table.caption.pieces)) if table.caption is not None else ""
    made = w(
        "tblPr",
        w("tblStyle", val=body.styles.table(table.style, table.family)),
        w("tblW", w=width, type="dxa"),
        w("tblLayout", type="fixed"),
        w("tblLook", val="0020", firstRow=1, lastRow=0, firstColumn=0, lastColumn=0, noHBand=1, noVBand=1),
    )
    if caption:
        made.append(w("tblCaption", val=caption))
    return made


def _row(body: Body, parent: Element, table: Table, row: Row, grid: _Grid, at: int) -> None:
    made = add(parent, "tr")
    properties = add(made, "trPr")
    add(properties, "cantSplit")
    if row.role == "head":
        add(properties, "tblHeader")
    cells = grid.above[at] | {cell.column: cell for cell in row.cells}
    for column in sorted(cells):
        cell = cells[column]
        begins = column not in grid.above[at]
        tc = add(made, "tc")
        _cell_properties(body, tc, table, row, cell, grid, at)
        if begins:
            _content(body, tc, table, row, cell)
        if len(tc) == 1 or tc[-1].tag != PARAGRAPH:
            add_paragraph(tc, body.styles.paragraph(body.theme.tables[table.style].cell, table.family))


def _cell_properties(body: Body, tc: Element, table: Table, row: Row, cell: Cell, grid: _Grid, at: int) -> None:
    properties = add(tc, "tcPr")
    add(properties, "tcW", w=sum(grid.widths[cell.column : cell.column + cell.columns]), type="dxa")
    if cell.columns > 1:
        add(properties, "gridSpan", val=cell.columns)
    if cell.rows > 1:
        add(properties, "vMerge", val="restart" if cell.column not in grid.above[at] else "continue")
    borders = _borders(body, table, row, grid, at)
    if borders:
        attach(properties, w("tcBorders", *borders))
    fill = _fill(body, table, row, cell)
    if fill:
        add(properties, "shd", val="clear", color="auto", fill=hexa(fill))
    margins = _margins(body, table, cell, grid, at)
    if margins:
        attach(properties, w("tcMar", *margins))


def _margins(body: Body, table: Table, cell: Cell, grid: _Grid, at: int) -> list[Node]:
    """Return a cell's own margins: less above and below where its row is joined to another."""
    style = body.theme.tables[table.style]
    padding = style.cell_padding
    measures = body.theme.measures
    joined = measures.get(f"joined-padding-{style.name}", measures["joined-padding"])
    if joined >= min(padding[0], padding[2]):
        return []
    below = cell.rows == 1 and at + 1 < len(grid.above) and bool(grid.above[at + 1])
    sides = [side for side, close in (("top", bool(grid.above[at])), ("bottom", below)) if close]
    return [w(side, w=twips(joined), type="dxa") for side in sides]


def _borders(body: Body, table: Table, row: Row, grid: _Grid, at: int) -> list[Node]:
    """Return a row's own rules: above it between groups of rows, below it where it heads a group."""
    if row.role == "head":
        return []
    rules = body.theme.tables[table.style].rules
    weight, colour = 0.5, body.theme.colours["hair" if rules == "hairs" else "rule"]
    borders = []
    joined = at <= len(table.head) or bool(grid.above[at])
    if rules != "rows" and not joined:
        borders.append(rule("top", weight, colour))
    if row.role == "group":
        borders.append(rule("bottom", weight, colour))
    return borders


def _fill(body: Body, table: Table, row: Row, cell: Cell) -> str:
    if row.role == "part":
        return body.palette(table.family).deep
    if row.role == "area":
        return body.palette(table.family).tint
    current = table.columns[cell.column] == "current" and cell.columns == 1
    return body.palette(table.family).tint if current and row.role not in ("head", "group") else ""


def _content(body: Body, tc: Element, table: Table, row: Row, cell: Cell) -> None:
    variant = _variant(table, row, cell)
    for part in cell.content:
        if isinstance(part, Items):
            write_items(body, tc, part)
        elif row.role == "part":
            body.write(tc, replace(part, style="table-part"))
        else:
            body.write(tc, part, "" if body.theme.styles[part.style].name in RIGHT else variant)


def _variant(table: Table, row: Row, cell: Cell) -> str:
    kinds = table.columns[cell.column : cell.column + cell.columns]
    if row.role not in ("group", "area") and all(kind in _NUMBERS for kind in kinds):
        return "number"
    child = cell.role == "child" or (row.role == "child" and cell is row.cells[0])
    return "child" if child else ""


def _anchor(body: Body, table: Element, anchor: str) -> None:
    paragraph = next(table.iter(PARAGRAPH))
    number = body.bookmarks.begin(paragraph, bookmark_name(anchor))
    body.bookmarks.end(paragraph, number)


def _plain(pieces: tuple[Piece, ...]) -> str:
    return "".join(piece.text for piece in pieces if isinstance(piece, Run))
