"""Writes diagrams: the boxes are cells, so that their words can be commented on and carry notes.

Word takes neither comments nor footnotes in drawn text boxes. Arrows and connectors are signs of fonts that every Word
has: they say nothing that the order of the boxes does not say, and are no text.
"""

from __future__ import annotations

from reportgen.model.flow import Diagram, DiagramBox
from reportgen.style.diagram_placing import across_of, rows_of
from reportgen.style.diagrams import STEPS
from reportgen.write.docx import characters
from reportgen.write.docx.body import Body
from reportgen.write.docx.markup import (
    add_paragraph,
    add_sign,
    add_tab,
    indent_paragraph,
    keep_paragraph,
    space_paragraph,
    tab_paragraph,
)
from reportgen.write.docx.tiles import Tiles, add_tiles, begin_tiles, keep_tiles, leave_empty, rule_tile, tile_width
from reportgen.write.docx.xml import Element, half_points, twips

_ARROW = ("Wingdings", "F0E0")
_LINE = ("Symbol", "F0BD")
"""An arrow to the right and an upright line: a font and a sign's code in it (ECMA-376 part 1, 17.3.3.30)."""


def write_diagram(body: Body, diagram: Diagram) -> None:
    """Write a diagram below its title."""
    title = body.flow(diagram.title, diagram.anchor)
    space_paragraph(title, after=twips(body.theme.measures["diagram-top"]))
    if diagram.kind == STEPS:
        _write_steps(body, diagram)
    else:
        _write_levels(body, diagram)
    body.gap = True


def _write_steps(body: Body, diagram: Diagram) -> None:
    measures, base = body.theme.measures, body.palette(diagram.family).base
    padding = (measures["diagram-number-gap"], 0.0, measures["diagram-padding"])
    tiles = Tiles(across_of(diagram), measures["chart-gap"], padding, rule=(measures["figure-rule"], base))
    table = begin_tiles(body, tiles, diagram.alternative)
    left = sum(len(row) for row in rows_of(diagram))
    for row in rows_of(diagram):
        cells = add_tiles(body, table, tiles, [at < len(row) for at in range(tiles.across)])
        for cell in cells[len(row) :]:
            leave_empty(body, cell)
        for cell, box in zip(cells, row, strict=False):
            left -= 1
            made = _write_box(body, cell, box)
            rule_tile(body, tiles, cell)
            if left:
                _arrow(body, made, tile_width(body, tiles), diagram.family)
    keep_tiles(table)


def _write_levels(body: Body, diagram: Diagram) -> None:
    measures, palette = body.theme.measures, body.palette(diagram.family)
    above, side = measures["diagram-padding"], measures["diagram-padding-side"]
    for level, row in enumerate(diagram.rows):
        head = level == 0 and len(diagram.rows) > 1
        if level:
            _connectors(body, diagram, len(row))
        tint = palette.base if head else palette.tint
        tiles = Tiles(len(row), measures["chart-gap"], (above, side, above), tint)
        table = begin_tiles(body, tiles, diagram.alternative if level == 0 else "")
        for cell, box in zip(add_tiles(body, table, tiles, [True] * len(row)), row, strict=True):
            _write_box(body, cell, box)
        keep_tiles(table, whole=level + 1 < len(diagram.rows))


def _write_box(body: Body, cell: Element, box: DiagramBox) -> Element:
    """Write the words of a box; return its first paragraph."""
    first = body.write(cell, box.number or box.name)
    for paragraph in (box.name if box.number else None, box.text):
        if paragraph is not None:
            body.write(cell, paragraph)
    return first


def _arrow(body: Body, paragraph: Element, width: float, family: str) -> None:
    """Add an arrow to the next step at the right end of a paragraph."""
    tab_paragraph(paragraph, ("right", twips(width)))
    add_tab(paragraph)
    size = half_points(body.theme.styles["diagram-name"].leading)
    add_sign(paragraph, *_ARROW, body.styles.character(characters.ACCENT, family), size)


def _connectors(body: Body, diagram: Diagram, boxes: int) -> None:
    """Write a paragraph with a short line over the middle of each box of the level below."""
    page, gap = body.theme.page, body.theme.measures["chart-gap"]
    width = (page.prose_width + gap) / boxes
    left = page.prose_x - page.left
    paragraph = add_paragraph(body.root, body.styles.paragraph("chart-source", diagram.family))
    keep_paragraph(paragraph)
    high = body.theme.measures["diagram-connector"]
    space_paragraph(paragraph, line=twips(high), lineRule="exact")
    tab_paragraph(paragraph, *(("center", twips(left + (at + 0.5) * width - gap / 2)) for at in range(boxes)))
    indent_paragraph(paragraph, left=0)
    for _ in range(boxes):
        add_tab(paragraph)
        add_sign(paragraph, *_LINE, body.styles.character(characters.ACCENT, diagram.family), half_points(high))
