"""Columns of numbers with unlike fractions stand on their decimal points: by a decimal tab, as in Word by hand.

A paragraph of a cell that begins at a decimal tab's left stands on it without a tab character. Columns whose numbers
have fractions alike stand on their points at the right edge.
"""

from __future__ import annotations

from msgspec import Struct

from reportgen.model.flow import NoteMark, Paragraph, Table
from reportgen.model.theme import Theme
from reportgen.write.docx.markup import align_paragraph, indent_paragraph, tab_paragraph
from reportgen.write.docx.titles import text_of
from reportgen.write.docx.xml import Element, twips

_NUMERIC = ("number", "current")
_DIGIT, _STOP, _OTHER, _RAISED = 0.556, 0.278, 0.6, 0.33
"""Widths in em: of a digit and a point in most sans faces, of other signs, of a raised one."""
_HEAD_DECIMALS = 2
"""A head's right edge stands over so many decimals."""


class Point(Struct, frozen=True):
    """Where a column's decimal points stand in twips from its text's left edge, and how far before the right edge."""

    at: int
    before_end: int


def decimal_points(table: Table, widths: list[float], theme: Theme) -> dict[int, Point]:
    """Return the points of those columns whose numbers have unlike fractions, by column. ``widths`` in points."""
    padding = theme.tables[table.style].cell_padding
    size = theme.styles[theme.tables[table.style].number].size
    found = {}
    for column, kind in enumerate(table.columns):
        after = _after(table, column) if kind in _NUMERIC else set()
        if len(after) > 1:
            room = widths[column] - padding[1] - padding[3]
            inset = twips(head_inset(table, column, theme))
            found[column] = Point(twips(room - max(after) * size), inset)
    return found


def head_inset(table: Table, column: int, theme: Theme) -> float:
    """Return how far before the right edge of a column of numbers its head ends, in points."""
    after = _after(table, column)
    longer = max(after) - (_STOP + _HEAD_DECIMALS * _DIGIT) if len(after) > 1 else 0.0
    return max(0.0, longer) * theme.styles[theme.tables[table.style].number].size


def _after(table: Table, column: int) -> set[float]:
    """Return the different widths of what stands in a column after the numbers' units, in em."""
    return {round(after, 3) for _, after in _sides(table, column)}


def width_on_point(table: Table, column: int) -> float:
    """Return how wide a column's numbers are where they stand on their points, in em."""
    sides = _sides(table, column)
    return max((before for before, _ in sides), default=0.0) + max((after for _, after in sides), default=0.0)


def align_to_point(paragraph: Element, point: Point, *, head: bool) -> None:
    """Stand a number on its column's point; a head ends over the decimals of most."""
    if head:
        indent_paragraph(paragraph, right=point.before_end)
    else:
        tab_paragraph(paragraph, ("decimal", point.at))
        align_paragraph(paragraph, "left")


def _sides(table: Table, column: int) -> list[tuple[float, float]]:
    """Return how wide the numbers of a column are before and after their units, in em."""
    return [
        _around_point(part)
        for row in table.body
        for cell in row.cells
        if cell.column == column and cell.columns == 1
        for part in cell.content
        if isinstance(part, Paragraph)
    ]


def _around_point(paragraph: Paragraph) -> tuple[float, float]:
    text = text_of(paragraph.pieces)
    before, stop, after = text.partition(".")
    if not stop and before[:1].isdigit():
        after = before[len(before.rstrip("%")) :]
        before = before.removesuffix(after)
    marks = sum(len(str(piece.number - piece.before)) + 2 for piece in paragraph.pieces if isinstance(piece, NoteMark))
    return _em(before), _em(stop + after) + _RAISED * marks


def _em(text: str) -> float:
    return sum(_DIGIT if sign.isdigit() else _STOP if sign in ".," else _OTHER for sign in text)
