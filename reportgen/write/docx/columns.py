"""How wide a table's columns are: as asked for, or by what stands in them."""

from __future__ import annotations

from collections.abc import Iterator

from reportgen.model.flow import Cell, Items, LineBreak, NoteMark, PageNumber, Paragraph, Row, Run, Table
from reportgen.model.theme import Theme
from reportgen.write.docx.decimals import width_on_point
from reportgen.write.docx.extent import em_width

_LEAST_TEXT = 60.0
_LEAST_NUMBER = 62.0
_UNIT_SPARE = 3.0
"""What a column of units has beyond its widest word: a word of two characters else falls into two lines."""

_NUMBERS = ("number", "current")


def column_widths(table: Table, theme: Theme) -> list[float]:
    """Return the widths of a table's columns in points; together they fill the frame."""
    frame = theme.page.frame_width
    if table.widths:
        return [frame * width / sum(table.widths) for width in table.widths]
    natural = _natural(table, theme)
    kinds = table.columns
    number = max((natural[at] for at, kind in enumerate(kinds) if kind in _NUMBERS), default=0.0)
    fixed = {at: max(number, _LEAST_NUMBER) for at, kind in enumerate(kinds) if kind in _NUMBERS}
    fixed |= {at: natural[at] + _UNIT_SPARE for at, kind in enumerate(kinds) if kind == "unit"}
    texts = [at for at in range(len(kinds)) if at not in fixed]
    if not texts or sum(fixed.values()) > frame - _LEAST_TEXT * len(texts):
        return [frame * width / sum(natural) for width in natural]
    shared = _share([natural[at] for at in texts], frame - sum(fixed.values()))
    return [fixed[at] if at in fixed else shared[texts.index(at)] for at in range(len(kinds))]


def _share(natural: list[float], room: float) -> list[float]:
    """Share room by content: no column is narrower than the least, or wider than three times another."""
    least = max(_LEAST_TEXT, max(natural) / 3)
    wanted = [max(width, least) for width in natural]
    return [room * width / sum(wanted) for width in wanted]


def _natural(table: Table, theme: Theme) -> list[float]:
    style = theme.tables[table.style]
    widths = [1.0] * len(table.columns)
    padding = style.cell_padding[1] + style.cell_padding[3]
    for cell, head in _cells(table):
        if cell.columns > 1:
            continue
        indent = style.child_indent if cell.role == "child" else 0.0
        whole = head is False or table.columns[cell.column] not in _NUMBERS
        width = _longest(cell.content, theme, whole) + indent + padding
        widths[cell.column] = max(widths[cell.column], width)
    size = theme.styles[style.number].size
    for column, kind in enumerate(table.columns):
        if kind in _NUMBERS:
            widths[column] = max(widths[column], width_on_point(table, column) * size + padding)
    return widths


def _cells(table: Table) -> Iterator[tuple[Cell, bool]]:
    rows: tuple[tuple[tuple[Row, ...], bool], ...] = ((table.head, True), (table.body, False))
    for part, head in rows:
        for row in part:
            for cell in row.cells:
                yield cell, head


def _longest(content: tuple[Paragraph | Items, ...], theme: Theme, whole: bool) -> float:
    """Return the width of the widest line in a cell, or, where lines may be broken, of its widest word."""
    width = 0.0
    for part in content:
        if isinstance(part, Items):
            indent = theme.styles[part.style].indent
            width = max([width, *(_longest(item, theme, whole) + indent for item in part.items)])
        else:
            lines = _lines(part)
            units = lines if whole else [word for line in lines for word in line.split()]
            width = max([width, *(em_width(unit) * theme.styles[part.style].size for unit in units)])
    return width


def _lines(paragraph: Paragraph) -> list[str]:
    text = ""
    for piece in paragraph.pieces:
        match piece:
            case Run():
                text += piece.text
            case LineBreak():
                text += "\n"
            case NoteMark():
                text += f"{piece.number - piece.before}."
            case PageNumber():
                text += "000"
    return text.split("\n")
