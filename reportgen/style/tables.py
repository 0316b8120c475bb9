"""Lowers tables: each cell's text gets its style from its row's role, its column's kind and the table's style."""

from __future__ import annotations

from reportgen.model import block, flow
from reportgen.model.inline import Bound
from reportgen.model.theme import TableStyle, Theme
from reportgen.style.pieces import paragraph, pieces


def lower_table(table: block.Table, family: str, theme: Theme, wider: float = 1.0) -> flow.Table:
    """Return the flow of a table; its page is so many times as wide as the theme's."""
    density = density_of(theme, len(table.columns) / wider)
    style = theme.tables[table.style + density]
    return flow.Table(
        table.style + density,
        table.columns,
        table.widths,
        paragraph("table-caption", table.caption, family, anchor=table.anchor) if table.caption else None,
        pieces(table.continued),
        tuple(_row(row, table, (style, density), family, "head") for row in table.head),
        tuple(_row(row, table, (style, density), family, _role(row, table)) for row in table.body),
        tuple(flow.TableNote(note.number, paragraph("table-note", note.inlines, family)) for note in table.notes),
        family,
        table.anchor,
    )


def density_of(theme: Theme, columns: float) -> str:
    """Return what stands behind the names of styles in a table of so many columns: ``-snug``, or nothing."""
    dense = [density.name for density in theme.densities if density.columns <= columns]
    return f"-{dense[-1]}" if dense else ""


def _role(row: block.Row, table: block.Table) -> str:
    """Return a body row's role: what its first cell says, or a group row where that spans the whole table."""
    if row.role:
        return row.role
    whole = [cell for _, cell in row.cells if cell.columns == len(table.columns) > 1]
    return "group" if whole else ""


def _row(row: block.Row, table: block.Table, set_in: tuple[TableStyle, str], family: str, role: str) -> flow.Row:
    style, density = set_in
    cells = []
    for column, cell in row.cells:
        name = _style(cell, column, table, style, role)
        name = name if name.endswith(density) else name + density
        content = tuple(_content(part, name, density, family) for part in cell.blocks)
        cells.append(flow.Cell(column, content, cell.rows, cell.columns, cell.role, cell.anchor, _spoken(cell)))
    return flow.Row(tuple(cells), role)


def _spoken(cell: block.Cell) -> str:
    """Return what is read aloud in place of a cell: of one that has nothing but a sign, and no note's mark."""
    match cell.blocks:
        case (block.Paragraph((Bound(spoken=words),)),):
            return words
    return ""


def _style(cell: block.Cell, column: int, table: block.Table, style: TableStyle, role: str) -> str:
    match role:
        case "head":
            return style.head
        case "area":
            return "table-area"
        case "group" | "part":
            return style.group
    return _body_style(cell.role, table.columns[column], style)


def _body_style(role: str, kind: str, style: TableStyle) -> str:
    """Return the style of a cell by its own role, then by its column's kind."""
    match (role, kind):
        case ("achieved" | "missed", _):
            return f"table-{role}"
        case ("quiet", _):
            return style.quiet
        case (_, "number"):
            return style.number
        case (_, "current" | "unit"):
            return f"table-{kind}"
        case ("total", _):
            return style.total
        case _:
            return style.cell


def _content(part: block.Block, style: str, density: str, family: str) -> flow.Paragraph | flow.Items:
    listed = f"table-list{density}"
    match part:
        case block.Paragraph(inlines):
            return paragraph(style, inlines, family)
        case block.ListBlock(ordered, items):
            return flow.Items(
                ordered,
                tuple(tuple(_content(b, listed, density, family) for b in item) for item in items),
                listed,
                family,
            )
        case _:
            raise TypeError(f"a table's cell holds a {type(part).__name__}")
