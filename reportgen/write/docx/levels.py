"""Writes the levels of a diagram: one table, whose grid has a line where any level has one.

Between two levels stands a low row, in which a line comes down to the middle of each box: the rule between two cells.
"""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise

from msgspec import Struct

from reportgen.model.flow import Diagram, DiagramBox
from reportgen.write.docx.body import Body
from reportgen.write.docx.laid_out import laid_out
from reportgen.write.docx.markup import PARAGRAPH, ROW, add, add_paragraph, keep_paragraph, space_paragraph
from reportgen.write.docx.styles import NORMAL
from reportgen.write.docx.table_styles import cell_margins
from reportgen.write.docx.xml import Element, Node, attach, twips, w


class _Grid(Struct, frozen=True):
    """Where the lines of a table's grid are, in twips from its left edge."""

    lines: tuple[int, ...]

    def span(self, left: int, right: int) -> int:
        """Return how many columns lie between two lines."""
        return self.lines.index(right) - self.lines.index(left)


def write_levels(body: Body, diagram: Diagram, fill: Callable[[Element, DiagramBox], Element]) -> None:
    """Write the table of a diagram, kept on one page; ``fill`` writes the words of a box into its cell."""
    grid = _Grid(tuple(sorted({line for row in diagram.rows for line in _lines(body, len(row))})))
    table = add(body.root, "tbl")
    attach(table, _properties(body, grid, diagram.alternative))
    widths = (right - left for left, right in pairwise(grid.lines))
    attach(table, w("tblGrid", *(w("gridCol", w=width) for width in widths)))
    for level, row in enumerate(diagram.rows):
        if level:
            _connect(body, table, grid, len(row), diagram.family)
        for cell, box in zip(_boxes(body, table, grid, diagram, level), row, strict=True):
            fill(cell, box)
    for row_made in table.findall(ROW)[:-1]:
        for paragraph in row_made.iter(PARAGRAPH):
            keep_paragraph(paragraph)


def _lines(body: Body, boxes: int) -> list[int]:
    """Return the lines of a level's boxes: between two boxes, and in the middle of each."""
    page, gap = body.theme.page, body.theme.measures["chart-gap"]
    pitch = (page.prose_width + gap) / boxes
    edges = [0.0, *(at * pitch - gap / 2 for at in range(1, boxes)), page.prose_width]
    middles = [(at + 0.5) * pitch - gap / 2 for at in range(boxes)]
    return [twips(line) for line in sorted([*edges, *middles])]


def _boxes(body: Body, table: Element, grid: _Grid, diagram: Diagram, level: int) -> list[Element]:
    row, palette = diagram.rows[level], body.palette(diagram.family)
    tint = palette.base if level == 0 and len(diagram.rows) > 1 else palette.tint
    edges = _lines(body, len(row))[::2]
    made = _row(table, *([] if level else [w("tblHeader")]))
    return [
        _cell(made, grid, edges[at], edges[at + 1], body.design.scheme.shade(tint), _margins(body, at, len(row)))
        for at in range(len(row))
    ]


def _connect(body: Body, table: Element, grid: _Grid, boxes: int, family: str) -> None:
    """Write the row of lines above a level."""
    high = twips(body.theme.measures["diagram-connector"])
    made = _row(table, w("trHeight", val=high, hRule="exact"))
    scheme, palette = body.design.scheme, body.palette(family)
    weight = body.theme.measures["end-rule"]
    lines = _lines(body, boxes)
    for at, (left, right) in enumerate(pairwise(lines)):
        here, there = ("right", "left") if at % 2 == 0 else ("left", "right")
        sides = {here: scheme.rule(here, weight, palette.mid), there: w(there, val="nil")}
        cell = _cell(made, grid, left, right, w("tcBorders", sides["left"], sides["right"]))
        space_paragraph(add_paragraph(cell, NORMAL), before=0, after=0, line=20, lineRule="exact")


def _row(table: Element, *more: Node) -> Element:
    row = add(table, "tr")
    attach(row, w("trPr", w("cantSplit"), *more))
    return row


def _cell(row: Element, grid: _Grid, left: int, right: int, *look: Node) -> Element:
    cell, columns = add(row, "tc"), grid.span(left, right)
    span = [w("gridSpan", val=columns)] if columns > 1 else []
    attach(cell, w("tcPr", w("tcW", w=right - left, type="dxa"), *span, *look))
    return cell


def _margins(body: Body, at: int, boxes: int) -> Node:
    """Return the margins of a box: its padding, and half a gap more where another stands beside it."""
    measures = body.theme.measures
    above, side, half = measures["diagram-padding"], measures["diagram-padding-side"], measures["chart-gap"] / 2
    right, left = side + (half if at + 1 < boxes else 0.0), side + (half if at else 0.0)
    return w("tcMar", *cell_margins((above, right, above, left)))


def _properties(body: Body, grid: _Grid, words: str) -> Node:
    page, white = body.theme.page, body.theme.colours["white"]
    between = body.design.scheme.rule("insideV", body.theme.measures["chart-gap"], white)
    return laid_out(grid.lines[-1], twips(page.prose_x - page.left), borders=[between], words=words)
