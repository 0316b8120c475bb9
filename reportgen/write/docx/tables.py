"""Writes tables: caption, repeated head, spans, notes. Head, rules and last column are the table style's."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from msgspec import Struct
from msgspec.structs import replace

from reportgen.model.flow import Cell, Items, Paragraph, Row, Table
from reportgen.write.docx.body import Body
from reportgen.write.docx.columns import column_widths
from reportgen.write.docx.decimals import Point, align_to_point, decimal_points
from reportgen.write.docx.lists import write_items
from reportgen.write.docx.markup import (
    PARAGRAPH,
    ROW,
    add,
    add_copy,
    add_paragraph,
    align_paragraph,
    indent_paragraph,
    keep_paragraph,
    number_paragraph,
)
from reportgen.write.docx.pieces import bookmark_name
from reportgen.write.docx.table_notes import write_table_notes
from reportgen.write.docx.table_rows import Rows, rows_of
from reportgen.write.docx.table_styles import cell_margins, usual_padding
from reportgen.write.docx.titles import text_of
from reportgen.write.docx.xml import Element, Node, apart, attach, clean, twips, w

_NUMERIC = ("number", "current")
_TICK = "✔"
_SHOWN = ("firstRow", "lastRow", "firstColumn", "lastColumn", "noHBand", "noVBand")
_LOOKS = {name: 0x20 << at for at, name in enumerate(_SHOWN)}
"""What of the table style a table shows (ECMA-376 part 1, 17.4.55), with the bit of each."""


class _Place(Struct, frozen=True):
    """Where a cell stands, as far as its properties go: cells of one table in like places have the same.

    ``role`` is its row's. It goes over ``columns``; where it goes over rows, it ``begins`` in its own or comes from
    above. Its row is joined to the one ``above`` or ``below`` where a cell reaches over both.
    """

    role: str
    column: int
    columns: int
    over_rows: bool
    begins: bool
    above: bool
    below: bool


class _Grid(Struct, frozen=True):
    """A table's columns in twips, how its rows hang together, the point of columns of decimals.

    ``made`` are the cells made so far, without words, by their places.
    """

    widths: list[int]
    rows: Rows
    points: dict[int, Point]
    made: dict[_Place, Element]

    def place(self, row: Row, at: int, cell: Cell) -> _Place:
        """Return where a cell stands in the row ``at``."""
        above = self.rows.above
        below = at + 1 < len(above) and bool(above[at + 1])
        begins = cell.column not in above[at]
        return _Place(row.role, cell.column, cell.columns, cell.rows > 1, begins, bool(above[at]), below)


def write_table(body: Body, table: Table) -> None:
    """Write a table with its caption and its notes."""
    if table.caption is not None:
        body.flow(table.caption, table.anchor)
    else:
        body.make_room()
    widths = column_widths(table, body.theme)
    rows, points = rows_of(table, widths, body.theme), decimal_points(table, widths, body.theme)
    grid = _Grid([twips(width) for width in widths], rows, points, {})
    made = add(body.root, "tbl")
    attach(made, _properties(body, table, sum(grid.widths)))
    attach(made, w("tblGrid", *(w("gridCol", w=width) for width in grid.widths)))
    for at, row in enumerate((*table.head, *table.body)):
        _row(body, made, table, row, grid, at)
    _keep(made, rows)
    if table.caption is None and table.anchor:
        _anchor(body, made, table.anchor)
    write_table_notes(body, table.notes)
    body.gap = True


def _keep(made: Element, rows: Rows) -> None:
    for at, row in enumerate(made.iterchildren(ROW)):
        for paragraph in row.iter(PARAGRAPH) if at in rows.kept else ():
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
    title = body.heading if table.caption is None else text_of(table.caption.pieces)
    if title:
        made.append(w("tblCaption", val=clean(title)))
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
    whole = () if at in grid.rows.parted else ("cantSplit",)
    made = add_copy(parent, _bare_row((*whole, "tblHeader") if row.role == "head" else whole))
    cells = grid.rows.above[at] | {cell.column: cell for cell in row.cells}
    for column in sorted(cells):
        cell = cells[column]
        place = grid.place(row, at, cell)
        tc = _cell(body, made, table, place, grid)
        if place.begins:
            _content(body, tc, table, row, cell, grid)
        if len(tc) == 1 or tc[-1].tag != PARAGRAPH:
            add_paragraph(tc, body.styles.paragraph(body.theme.tables[table.style].cell, table.family))


@cache
def _bare_row(says: tuple[str, ...]) -> Element:
    """Return a row without cells; what it ``says`` of itself: that it is not parted, that it is repeated as a head."""
    return apart(w("tr", *([w("trPr", *map(w, says))] if says else [])))


def _cell(body: Body, row: Element, table: Table, place: _Place, grid: _Grid) -> Element:
    """Add a cell without words to a row and return it."""
    if place not in grid.made:
        grid.made[place] = apart(w("tc", w("tcPr", *_properties_of(body, table, place, grid))))
    return add_copy(row, grid.made[place])


def _properties_of(body: Body, table: Table, place: _Place, grid: _Grid) -> Iterator[Node]:
    yield w("tcW", w=sum(grid.widths[place.column : place.column + place.columns]), type="dxa")
    if place.columns > 1:
        yield w("gridSpan", val=place.columns)
    if place.over_rows:
        yield w("vMerge", val="restart" if place.begins else "continue")
    borders = _borders(body, table, place)
    if borders:
        yield w("tcBorders", *borders)
    fill = _fill(body, table, place)
    if fill is not None:
        yield fill
    margins = _margins(body, table, place)
    if margins:
        yield w("tcMar", *margins)


def _joined(place: _Place) -> list[str]:
    """Return on which sides a cell's row is joined to another, above it or below."""
    return [side for side, joined in (("top", place.above), ("bottom", place.below)) if joined]


def _margins(body: Body, table: Table, place: _Place) -> list[Node]:
    """Return a cell's own margins: less above and below where its row is joined to another.

    A cell over rows keeps the margin below its words, which end in the last of them.
    """
    style = body.theme.tables[table.style]
    padding = style.cell_padding
    measures = body.theme.measures
    joined = measures.get(f"joined-padding-{style.name}", measures["joined-padding"])
    if joined >= min(padding[0], padding[2]):
        return []
    kept = "bottom" if place.over_rows and place.begins else ""
    return [w(side, w=twips(joined), type="dxa") for side in _joined(place) if side != kept]


def _borders(body: Body, table: Table, place: _Place) -> list[Node]:
    """Return a cell's own rules: none between rows that another cell joins, a stronger one below a group's head."""
    if body.theme.tables[table.style].rules != "rows":
        sides = _joined(place)
        if sides:
            return [w(side, val="nil") for side in sides]
    if place.role == "group":
        return [body.design.scheme.rule("bottom", body.theme.measures["rule"], body.theme.colours["rule"])]
    return []


def _fill(body: Body, table: Table, place: _Place) -> Node | None:
    """Return a cell's own ground, where the table style has another."""
    scheme, palette = body.design.scheme, body.palette(table.family)
    match place.role:
        case "part":
            return scheme.shade(palette.deep)
        case "area":
            return scheme.shade(palette.tint)
        case "head":
            return None
    reaches = place.column + place.columns == len(table.columns) and _current_at_end(table)
    if place.role == "group" or place.columns > 1:
        return w("shd", val="clear", color="auto", fill="auto") if reaches else None
    return scheme.shade(palette.tint) if table.columns[place.column] == "current" and not reaches else None


def _content(body: Body, tc: Element, table: Table, row: Row, cell: Cell, grid: _Grid) -> None:
    bold = _bold_by_style(table, row, cell)
    for part in cell.content:
        if isinstance(part, Items):
            write_items(body, tc, part, bold=bold)
        else:
            _paragraph(body, tc, part, table, row, cell, bold, grid)
    if cell.anchor:
        _anchor(body, tc, cell.anchor)


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
    style = body.theme.tables[table.style]
    beside = numeric and not body.styles.stands_right(style.number)  # in a style that words have too
    worn = style.number if numeric and not (beside and row.role == "head") else ""
    made = body.write(tc, part, worn=worn, bold=bold)
    if body.theme.styles[part.style].name == "table-achieved":
        _tick(body, made)
    elif cell.role == "child" or (row.role == "child" and cell is row.cells[0]):
        indent_paragraph(made, left=twips(style.child_indent))
    elif cell.column in grid.points and cell.columns == 1:
        align_to_point(made, grid.points[cell.column], head=row.role == "head")
    elif beside:
        align_paragraph(made, "right")


def _tick(body: Body, paragraph: Element) -> None:
    """Set a tick before the word that says that a target is achieved."""
    style, hang = body.theme.styles["table-achieved"], body.theme.measures["tick"] + body.theme.measures["tick-gap"]
    number_paragraph(paragraph, body.styles.sign(_TICK, hang, hang, body.theme.colours["achieved"], style.size), 0)


def _anchor(body: Body, around: Element, anchor: str) -> None:
    """Let a reference lead to the first paragraph of a table or a cell."""
    paragraph = next(around.iter(PARAGRAPH))
    number = body.bookmarks.begin(paragraph, bookmark_name(anchor))
    body.bookmarks.end(paragraph, number)
