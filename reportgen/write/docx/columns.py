"""How wide a table's columns are: as asked for, or by what stands in them."""

from __future__ import annotations

from collections.abc import Iterator

from reportgen.model.flow import Cell, Items, LineBreak, NoteMark, PageNumber, Paragraph, Row, Run, Table
from reportgen.model.theme import Theme
from reportgen.write.docx.decimals import head_inset, width_on_point
from reportgen.write.docx.extent import em_width

_LEAST_TEXT = 60.0
_LEAST_NUMBER = 62.0
_SPARE = 3.0
"""What units and the heads of numbers have beyond their width: a word of two characters else falls into two lines."""

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
    fixed |= {at: natural[at] + _SPARE for at, kind in enumerate(kinds) if kind == "unit"}
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
        if head and table.columns[cell.column] in _NUMBERS:
            width = _head_width(table, cell, theme)
        else:
            width = _longest(cell.content, theme) + indent
        widths[cell.column] = max(widths[cell.column], width + padding)
    size = theme.styles[style.number].size
    for column, kind in enumerate(table.columns):
        if kind in _NUMBERS:
            widths[column] = max(widths[column], width_on_point(table, column) * size + padding)
    return widths


def _head_width(table: Table, cell: Cell, theme: Theme) -> float:
    """Return how wide the head of a column of numbers stands, with what it is set in from their right edge.

    It is set in the style of the numbers. It is broken only where it is longer than the theme allows, between words.
    """
    size = theme.styles[theme.tables[table.style].number].size
    lines = [line for part in cell.content if isinstance(part, Paragraph) for line in _lines(part)]
    whole = max((em_width(line) * size for line in lines), default=0.0)
    word = max((em_width(word) * size for line in lines for word in line.split()), default=0.0)
    most = theme.measures["number-head-most"]
    return max(word, min(whole, most)) + _SPARE + head_inset(table, cell.column, theme)


def _cells(table: Table) -> Iterator[tuple[Cell, bool]]:
    rows: tuple[tuple[tuple[Row, ...], bool], ...] = ((table.head, True), (table.body, False))
    for part, head in rows:
        for row in part:
            for cell in row.cells:
                yield cell, head


def _longest(content: tuple[Paragraph | Items, ...], theme: Theme) -> float:
    """Return the width of the widest line in a cell."""
    width = 0.0
    for part in content:
        if isinstance(part, Items):
            indent = theme.styles[part.style].indent
            width = max([width, *(_longest(item, theme) + indent for item in part.items)])
        else:
            width = max([width, *(em_width(line) * theme.styles[part.style].size for line in _lines(part))])
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
