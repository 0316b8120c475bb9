"""A table's cell set in its box: text, or a number at its column's decimal point."""

from __future__ import annotations

from itertools import pairwise
from typing import Protocol

from msgspec import Struct
from msgspec.structs import replace

from reportgen.model.flow import Cell, PageNumber, Paragraph
from reportgen.model.theme import TableStyle
from reportgen.write.pdf.columns import Columns, indent_of
from reportgen.write.pdf.elements import add
from reportgen.write.pdf.figures import Figure, figure_of, marks_of, text_width
from reportgen.write.pdf.items import Column, content_strips
from reportgen.write.pdf.page import Page
from reportgen.write.pdf.paragraph import has_note
from reportgen.write.pdf.parts import Element
from reportgen.write.pdf.press import Press
from reportgen.write.pdf.strip import Strip
from reportgen.write.pdf.text import SetText, baseline
from reportgen.write.pdf.tick import paint_tick

PART = "table-part"
"""The style of a band over the groups of a table."""
PAGE = "table-page"
"""The style of a page's number that stands in a cell alone."""


class SetCell(Protocol):
    """A cell ready to be painted. ``height`` is its text's, without padding."""

    cell: Cell

    @property
    def height(self) -> float:
        """The height of the text."""

    @property
    def notes(self) -> tuple[int, ...]:
        """The footnotes first marked in it."""

    def paint(self, page: Page, top: float) -> None:
        """Paint the text, its first line beginning at ``top``."""


class TextCell(Struct):
    """A cell with text, in strips below each other."""

    cell: Cell
    strips: list[Strip]

    @property
    def height(self) -> float:
        """The height of the text."""
        return stacked_height(self.strips)

    @property
    def notes(self) -> tuple[int, ...]:
        """The footnotes first marked in it."""
        return tuple(number for strip in self.strips for number in strip.notes)

    def paint(self, page: Page, top: float) -> None:
        """Paint the text, its first line beginning at ``top``."""
        after = 0.0
        for number, strip in enumerate(self.strips):
            top += max(after, strip.before) if number else 0.0
            strip.paint(page, top)
            top, after = top + strip.height, strip.after


class FigureCell(Struct):
    """A cell with a number; its decimal point stands at ``point`` on the page."""

    cell: Cell
    press: Press
    figure: Figure
    point: float
    element: Element | None
    marks: SetText | None

    @property
    def height(self) -> float:
        """The height of the line."""
        return self.press.theme.styles[self.figure.paragraph.style].leading

    @property
    def notes(self) -> tuple[int, ...]:
        """The footnotes first marked in it."""
        return self.marks.lines[0].notes if self.marks else ()

    def paint(self, page: Page, top: float) -> None:
        """Paint the number and its marks."""
        figure, press = self.figure, self.press
        style = press.theme.styles[figure.paragraph.style]
        colour = press.colour(style.colour, figure.paragraph.family)
        segment = press.typesetter.tabular(figure.whole + figure.fraction, style, figure.strong, colour)
        x = self.point - text_width(press, figure, figure.whole)
        page.content(self.element)
        page.show(segment, x, top + baseline(style.leading, style.size, press.theme.measures["baseline"]))
        if self.marks:
            self.marks.paint(page, 0, x + segment.width, top)
        press.record.numbers(figure.occurrences, page)


def set_cell(
    press: Press, cell: Cell, kinds: tuple[str, ...], style: TableStyle, columns: Columns, element: Element | None
) -> SetCell:
    """Set a cell in its columns; ``element`` is its own, or ``None`` where it is repeated."""
    cell = _with_page_style(cell)
    numeric = columns.numeric.get(cell.column) if cell.columns == 1 else None
    figure = figure_of(cell) if numeric else None
    left, width = columns.box(cell)
    if numeric and figure and figure.paragraph.style != style.head:
        inner = add(element, "P") if element and has_note(figure.paragraph) else element
        marks = SetText(press, marks_of(figure), width, inner) if figure.marks else None
        if marks and element:
            press.notes.declare(marks.lines[0].notes, element)
        return FigureCell(cell, press, figure, left + width - numeric.point, inner, marks)
    column = _column(press, cell, kinds, style, columns, element)
    return TextCell(cell, _cell_strips(press, cell, style, column))


def _column(
    press: Press, cell: Cell, kinds: tuple[str, ...], style: TableStyle, columns: Columns, element: Element | None
) -> Column:
    left, width = columns.box(cell)
    _, pad_right, _, pad_left = style.cell_padding
    indent = indent_of(press, cell, style)
    numeric = columns.numeric.get(cell.column) if cell.columns == 1 else None
    align = "right" if numeric else "centre" if _heads_numbers(cell, kinds, style) else ""
    right = numeric.head if numeric else pad_right
    return Column(left + pad_left + indent, width - pad_left - indent - right, element, underlined=False, align=align)


def _heads_numbers(cell: Cell, kinds: tuple[str, ...], style: TableStyle) -> bool:
    """Return whether a cell is a head over several numeric columns."""
    spanned = kinds[cell.column : cell.column + cell.columns]
    first = cell.content[0] if cell.content else None
    heads = isinstance(first, Paragraph) and first.style == style.head
    return heads and cell.columns > 1 and all(kind in ("number", "current") for kind in spanned)


def _cell_strips(press: Press, cell: Cell, style: TableStyle, column: Column) -> list[Strip]:
    strips = content_strips(press, cell.content, column)
    if strips and cell.role in ("achieved", "missed"):
        x = column.x - indent_of(press, cell, style)
        words, line = press.theme.styles[cell.content[0].style], strips[0].paint
        down = baseline(words.leading, words.size, press.theme.measures["baseline"])

        def paint(page: Page, top: float) -> None:
            paint_tick(press, cell.role, page, x, top + down)
            line(page, top)

        strips[0].paint = paint
    return strips


def _with_page_style(cell: Cell) -> Cell:
    content = cell.content[0] if len(cell.content) == 1 else None
    if isinstance(content, Paragraph) and content.pieces and all(isinstance(p, PageNumber) for p in content.pieces):
        return replace(cell, content=(replace(content, style=PAGE),))
    return cell


def in_band(cell: Cell) -> Cell:
    """Return a cell with its text in the style of a band over groups."""
    content = tuple(replace(part, style=PART) for part in cell.content)
    return replace(cell, content=content)


def stacked_height(strips: list[Strip]) -> float:
    """Return the height of strips below each other, without the space before the first and after the last."""
    height = sum(strip.height for strip in strips)
    gaps = (max(above.after, below.before) for above, below in pairwise(strips))
    return height + sum(gaps)
