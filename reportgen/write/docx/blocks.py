"""Blocks of colour that reach the page's edges: a table of fixed rows, in whose cells words and art stand.

Nothing floats and nothing lies behind anything: words stand on the ground of their own cell, where Word's accessibility
checker finds it, and screen readers find them in order. The section's margins are nought at the edges it reaches.
"""

from __future__ import annotations

from collections.abc import Iterable

from msgspec import Struct

from reportgen.model.flow import Paragraph
from reportgen.model.theme import Box
from reportgen.style.cloud import Bar
from reportgen.write.docx.art import add_art
from reportgen.write.docx.body import Body
from reportgen.write.docx.drawings import Frame
from reportgen.write.docx.laid_out import laid_out
from reportgen.write.docx.markup import (
    CELL,
    PARAGRAPH,
    add,
    add_paragraph,
    add_run,
    begin_page,
    indent_paragraph,
    space_paragraph,
)
from reportgen.write.docx.styles import NORMAL
from reportgen.write.docx.xml import Element, attach, twips, w

_AIR = 4.0
"""How much less high than its row a drawing is, in points: a line is higher than what stands in it."""


class Block(Struct, frozen=True):
    """A block as wide as the page: its ``colour``, and where its columns begin in points, the first at 0."""

    colour: str
    columns: tuple[float, ...]


def begin_block(body: Body, block: Block) -> Element:
    """Add the table of a block, which begins at the page's left edge."""
    page = body.theme.page
    table = add(body.root, "tbl")
    attach(table, laid_out(twips(page.width), -twips(page.left)))
    attach(table, w("tblGrid", *(w("gridCol", w=twips(width)) for width in _widths(body, block))))
    body.opens = False
    return table


def add_block_row(body: Body, table: Element, block: Block, height: float, *, whole: bool = False) -> list[Element]:
    """Add a row of a height in points and return its cells: one of each column, or one over all."""
    row = add(table, "tr")
    attach(row, w("trPr", w("cantSplit"), w("trHeight", val=twips(height), hRule="exact")))
    widths = _widths(body, block)
    cells = []
    for width in [sum(widths)] if whole else widths:
        cell = add(row, "tc")
        span = [w("gridSpan", val=len(widths))] if whole and len(widths) > 1 else []
        attach(cell, w("tcPr", w("tcW", w=twips(width), type="dxa"), *span, body.design.scheme.shade(block.colour)))
        cells.append(cell)
    return cells


def fill_with_art(body: Body, cell: Element, words: str, place: Frame, bars: Iterable[Bar]) -> Element:
    """Write bars into a cell that begins at the left of their place and ends at its foot; return their paragraph."""
    left, top, width, height = place
    made = add_paragraph(cell, NORMAL)
    shown = (left, top, width, height - _AIR)
    add_art(add_run(made), body.drawing(), words, shown, bars, body.theme.page.width, body.design.scheme)
    return made


def fill_with_lines(
    body: Body, cell: Element, parts: Iterable[tuple[Box, Paragraph]], corner: tuple[float, float]
) -> float:
    """Write lines at their places into a cell whose upper left ``corner`` is there; return where the last one ends."""
    left, below = corner
    for box, paragraph in parts:
        made = body.write(cell, paragraph)
        indent_paragraph(made, left=twips(box.x - left))
        space_paragraph(made, before=twips(max(0.0, box.top - below)))
        below = box.top + body.theme.styles[paragraph.style].leading
    return below


def end_block(table: Element) -> None:
    """Write the paragraph that Word asks for into cells that have none, and begin the page with the block.

    That its section begins a page is forgotten by LibreOffice, where a table comes first and the contents are updated.
    """
    for cell in table.iter(CELL):
        if cell.find(PARAGRAPH) is None:
            add_paragraph(cell, NORMAL)
    begin_page(next(table.iter(PARAGRAPH)))


def _widths(body: Body, block: Block) -> list[float]:
    ends = (*block.columns[1:], body.theme.page.width)
    return [end - begin for begin, end in zip(block.columns, ends, strict=True)]
