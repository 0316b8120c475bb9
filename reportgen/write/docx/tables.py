"""Writes tables: caption, repeated head, spans, notes. Head, rules and last column are the table style's."""

from __future__ import annotations

from msgspec import Struct
from msgspec.structs import replace

from reportgen.model.flow import Cell, Items, Paragraph, Piece, Row, Run, Table
from reportgen.write.docx.body import Body
from reportgen.write.docx.columns import column_widths
from reportgen.write.docx.decimals import Point, align_to_point, decimal_points
from reportgen.write.docx.lists import write_items
from reportgen.write.docx.markup import (
    PARAGRAPH,
    ROW,
    add,
    add_paragraph,
    indent_paragraph,
    keep_paragraph,
    number_paragraph,
)
from reportgen.write.docx.pieces import bookmark_name
from reportgen.write.docx.table_notes import write_table_notes
from reportgen.write.docx.table_styles import cell_margins, usual_padding
from reportgen.write.docx.xml import Element, Node, attach, clean, twips, w

_NUMERIC = ("number", "current")
_TICK = "✔"
_SHOWN = ("firstRow", "lastRow", "firstColumn", "lastColumn", "noHBand", "noVBand")
_LOOKS = {name: 0x20 << at for at, name in enumerate(_SHOWN)}
"""What of the table style a table shows (ECMA-376 part 1, 17.4.55), with the bit of each."""


class _Grid(Struct, frozen=True):
    """A table's columns in twips, the cells that reach into each row from above, the point of columns of decimals."""

    widths: list[int]
    above: list[dict[int, Cell]]
    points: dict[int, Point]


def write_table(body: Body, table: Table) -> None:
    """Write a table with its caption and its notes."""
    if table.caption is not None:
        body.flow(table.caption, table.anchor)
    else:
        body.make_room()
    rows = (*table.head, *table.body)
    widths = column_widths(table, body.theme)
    grid = _Grid([twips(width) for width in widths], _reaching(rows), decimal_points(table, widths, body.theme))
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
    """Keep together a head and two rows below it, rows that a cell joins, the last two rows, and the last and notes."""
    rows = made.findall(ROW)
    kept = {at - 1 for at in range(1, len(rows)) if grid.above[at]} | set(range(len(table.head)))
    if len(rows) > len(table.head) + 1:
        kept |= {len(table.head), len(rows) - 2}
    if table.notes:
        kept.add(len(rows) - 1)
    for at in sorted(kept & set(range(len(rows)))):
        for paragraph in rows[at].iter(PARAGRAPH):
            keep_paragraph(paragraph)


def _properties(body: Body, table: Table, width: int) -> Node:
    made = w(
        "tblPr",
        w("tblStyle", val=body.styles.table(table.family)),
        w("tblW", w=width, type="dxa"),
        w("tblLayout", type="fixed"),
    )
    padding = body.theme.tables[table.style].cell_padding
    if padding != usual_padding(body.design):
        made.append(w("tblCellMar", *cell_margins(padding)))
    made.append(_look(table))
    if table.caption is not None:
        made.append(w("tblCaption", val=clean(_plain(table.caption.pieces))))
    return made


def _look(table: Table) -> Node:
    shown = dict.fromkeys(_SHOWN, 0) | {"noHBand": 1, "noVBand": 1, "firstRow": int(bool(table.head))}
    shown |= {"lastColumn": int(_current_at_end(table)), "lastRow": int(_ends_in_total(table))}
    bits = sum(_LOOKS[name] for name, on in shown.items() if on)
    return w("tblLook", val=f"{bits:04X}", **shown)


def _current_at_end(table: Table) -> bool:
    """Say whether the last column is the current year's, which the table style sets off."""
    return bool(table.columns) and table.columns[-1] == "current"


def _ends_in_total(table: Table) -> bool:
    return bool(table.body) and table.body[-1].role == "total"


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
            _content(body, tc, table, row, cell, grid)
        if len(tc) == 1 or tc[-1].tag != PARAGRAPH:
            add_paragraph(tc, body.styles.paragraph(body.theme.tables[table.style].cell, table.family))


def _cell_properties(body: Body, tc: Element, table: Table, row: Row, cell: Cell, grid: _Grid, at: int) -> None:
    properties = add(tc, "tcPr")
    add(properties, "tcW", w=sum(grid.widths[cell.column : cell.column + cell.columns]), type="dxa")
    if cell.columns > 1:
        add(properties, "gridSpan", val=cell.columns)
    if cell.rows > 1:
        add(properties, "vMerge", val="restart" if cell.column not in grid.above[at] else "continue")
    borders = _borders(body, table, row, cell, grid, at)
    if borders:
        attach(properties, w("tcBorders", *borders))
    fill = _fill(body, table, row, cell)
    if fill is not None:
        attach(properties, fill)
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


def _borders(body: Body, table: Table, row: Row, cell: Cell, grid: _Grid, at: int) -> list[Node]:
    """Return a cell's own rules: none between rows that another cell joins, a stronger one below a group's head."""
    if cell.rows == 1 and body.theme.tables[table.style].rules != "rows":
        below = at + 1 < len(grid.above) and bool(grid.above[at + 1])
        sides = [side for side, joined in (("top", bool(grid.above[at])), ("bottom", below)) if joined]
        if sides:
            return [w(side, val="nil") for side in sides]
    if row.role == "group":
        return [body.design.scheme.rule("bottom", body.theme.measures["rule"], body.theme.colours["rule"])]
    return []


def _fill(body: Body, table: Table, row: Row, cell: Cell) -> Node | None:
    """Return a cell's own ground, where the table style has another."""
    scheme, palette = body.design.scheme, body.palette(table.family)
    match row.role:
        case "part":
            return scheme.shade(palette.deep)
        case "area":
            return scheme.shade(palette.tint)
        case "head":
            return None
    reaches = cell.column + cell.columns == len(table.columns) and _current_at_end(table)
    if row.role == "group" or cell.columns > 1:
        return w("shd", val="clear", color="auto", fill="auto") if reaches else None
    return scheme.shade(palette.tint) if table.columns[cell.column] == "current" and not reaches else None


def _content(body: Body, tc: Element, table: Table, row: Row, cell: Cell, grid: _Grid) -> None:
    bold = _bold_by_style(table, row, cell)
    for part in cell.content:
        if isinstance(part, Items):
            write_items(body, tc, part, bold=bold)
        else:
            _paragraph(body, tc, part, table, row, cell, bold, grid)


def _bold_by_style(table: Table, row: Row, cell: Cell) -> bool:
    """Say whether the table style sets a cell's words bold: bold once more would undo it."""
    last = cell.column + cell.columns == len(table.columns) and cell.columns == 1 and _current_at_end(table)
    return row.role == "head" or last or (_ends_in_total(table) and row is table.body[-1])


def _paragraph(
    body: Body, tc: Element, part: Paragraph, table: Table, row: Row, cell: Cell, bold: bool, grid: _Grid
) -> None:
    numeric = row.role not in ("group", "area", "part") and all(
        kind in _NUMERIC for kind in table.columns[cell.column : cell.column + cell.columns]
    )
    if row.role == "part":
        part = replace(part, style="table-part")
    made = body.write(tc, part, worn=body.theme.tables[table.style].number if numeric else "", bold=bold)
    if body.theme.styles[part.style].name == "table-achieved":
        _tick(body, made)
    elif cell.role == "child" or (row.role == "child" and cell is row.cells[0]):
        indent_paragraph(made, left=twips(body.theme.tables[table.style].child_indent))
    elif cell.column in grid.points and cell.columns == 1:
        align_to_point(made, grid.points[cell.column], head=row.role == "head")


def _tick(body: Body, paragraph: Element) -> None:
    """Set a tick before the word that says that a target is achieved."""
    style, hang = body.theme.styles["table-achieved"], body.theme.measures["tick"] + body.theme.measures["tick-gap"]
    number_paragraph(paragraph, body.styles.sign(_TICK, hang, hang, body.theme.colours["achieved"], style.size), 0)


def _anchor(body: Body, table: Element, anchor: str) -> None:
    paragraph = next(table.iter(PARAGRAPH))
    number = body.bookmarks.begin(paragraph, bookmark_name(anchor))
    body.bookmarks.end(paragraph, number)


def _plain(pieces: tuple[Piece, ...]) -> str:
    return "".join(piece.text for piece in pieces if isinstance(piece, Run))
