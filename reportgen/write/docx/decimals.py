"""Columns of numbers with unlike fractions stand on their decimal points: by a decimal tab, as in Word by hand.

A paragraph of a cell that begins at a decimal tab's left stands on it without a tab character. Columns whose numbers
have fractions alike stand on their points at the right edge.
"""

from __future__ import annotations

from dataclasses import dataclass

from reportgen.model.flow import Cell, NoteMark, Paragraph, Run, Table
from reportgen.model.theme import Theme
from reportgen.write.docx.markup import align_paragraph, indent_paragraph, tab_paragraph
from reportgen.write.docx.xml import Element, twips

_NUMERIC = ("number", "current")
_DIGIT, _STOP, _OTHER, _RAISED = 0.556, 0.278, 0.6, 0.33
"""Widths in em: of a digit and a point in most sans faces, of other signs, of a raised one."""
_HEAD_DECIMALS = 2
"""A head's right edge stands over so many decimals."""


@dataclass(frozen=True, slots=True)
class Point:
    """Where a column's decimal points stand in twips from its text's left edge, and how far before the right edge."""

    at: int
    before_end: int


def decimal_points(table: Table, widths: list[float], theme: Theme) -> dict[int, Point]:
    """Return the points of those columns whose numbers have unlike fractions, by column. ``widths`` in points."""
    padding = theme.tables[table.style].cell_padding
    found = {}
    for column, kind in enumerate(table.columns):
        if kind in _NUMERIC:
            after = _fractions(table, column)
            size = theme.styles[theme.tables[table.style].number].size
            if len(after) > 1:
                longest = max(after) * size
                room = widths[column] - padding[1] - padding[3]
                head = (_STOP + _HEAD_DECIMALS * _DIGIT) * size
                found[column] = Point(twips(room - longest), twips(max(0.0, longest - head)))
    return found


def align_to_point(paragraph: Element, point: Point, *, head: bool) -> None:
    """Stand a number on its column's point; a head ends over the decimals of most."""
    if head:
        indent_paragraph(paragraph, right=point.before_end)
    else:
        tab_paragraph(paragraph, ("decimal", point.at))
        align_paragraph(paragraph, "left")


def _fractions(table: Table, column: int) -> set[float]:
    """Return how wide what follows the numbers' units is, in em; where nothing is, nought."""
    return {
        round(_after_point(cell), 3)
        for row in table.body
        for cell in row.cells
        if cell.column == column and cell.columns == 1
    }


def _after_point(cell: Cell) -> float:
    width = 0.0
    for part in cell.content:
        if isinstance(part, Paragraph):
            text = "".join(piece.text for piece in part.pieces if isinstance(piece, Run))
            before, stop, after = text.partition(".")
            if not stop:
                after = before[len(before.rstrip("%")) :] if before[:1].isdigit() else ""
            marks = sum(len(str(piece.number)) + 2 for piece in part.pieces if isinstance(piece, NoteMark))
            width = max(width, _STOP * len(stop) + _em(after) + _RAISED * marks)
    return width


def _em(text: str) -> float:
    return sum(_DIGIT if sign.isdigit() else _OTHER for sign in text)
