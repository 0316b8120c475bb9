"""Makes tables for tests of the layout."""

from __future__ import annotations

from laying_out import words

from reportgen.model.flow import Cell, NoteMark, Paragraph, Row, Run, Table, TableNote

Text = str | Paragraph


def cell(
    column: int, text: Text, style: str = "table-cell", *, rows: int = 1, columns: int = 1, role: str = ""
) -> Cell:
    """Make a cell."""
    return Cell(column, (words(text, style=style) if isinstance(text, str) else text,), rows, columns, role)


def row(name: Text, *values: Text, role: str = "") -> Row:
    """Make a row: a name, then numbers."""
    cells = [cell(0, name, role="child" if role == "child" else "")]
    cells += [cell(at, value, "table-number") for at, value in enumerate(values, start=1)]
    return Row(tuple(cells), role)


def group(name: str, columns: int) -> Row:
    """Make a row that heads those below it."""
    return Row((cell(0, name, "table-group", columns=columns),), "group")


def head(*names: str) -> Row:
    """Make a row of heads."""
    return Row(tuple(cell(at, name, "table-head") for at, name in enumerate(names)), "head")


def table_of(
    *rows: Row, kinds: tuple[str, ...] = ("text", "number"), style: str = "statistics", note: str = ""
) -> Table:
    """Make a table with the caption `Lamps`, a head, and perhaps a note."""
    notes = (TableNote(1, words(note, style="table-note")),) if note else ()
    names = ("Name", "Number", "Second", "Third")[: len(kinds)]
    caption = words("Lamps", style="table-caption")
    return Table(style, kinds, (), caption, (Run("(continued)"),), (head(*names),), rows, notes, "environment", "lamps")


def table(name: Text, value: Text) -> Table:
    """Make a table of one row."""
    return table_of(row(name, value))


def table_mark(number: int) -> NoteMark:
    """Make the mark of a table's note."""
    return NoteMark(number, table=True, first=True)
