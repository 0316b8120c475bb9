"""Writes diagrams: the boxes are cells, so that their words can be commented on and carry notes.

Word takes neither comments nor footnotes in drawn text boxes. Arrows are drawings in the line, connectors rules of
cells: they say nothing that the order of the boxes does not say.
"""

from __future__ import annotations

from functools import partial

from reportgen.model.flow import Diagram, DiagramBox
from reportgen.style.diagram_placing import across_of, rows_of
from reportgen.style.diagrams import CYCLE, STEPS
from reportgen.write.docx.body import Body
from reportgen.write.docx.cycle import write_cycle
from reportgen.write.docx.drawings import arrow
from reportgen.write.docx.levels import write_levels
from reportgen.write.docx.markup import add_run, add_tab, space_paragraph, tab_paragraph
from reportgen.write.docx.tiles import Tiles, add_tiles, begin_tiles, keep_tiles, leave_empty, rule_tile, tile_width
from reportgen.write.docx.titles import words_of
from reportgen.write.docx.xml import Element, attach, twips


def write_diagram(body: Body, diagram: Diagram) -> None:
    """Write a diagram below its title."""
    title = body.flow(diagram.title, diagram.anchor)
    space_paragraph(title, after=twips(body.theme.measures["diagram-top"]))
    if diagram.kind == STEPS:
        _write_steps(body, diagram)
    elif diagram.kind == CYCLE:
        write_cycle(body, diagram)
    else:
        write_levels(body, diagram, partial(_write_box, body))
    body.gap = True


def _write_steps(body: Body, diagram: Diagram) -> None:
    measures, base = body.theme.measures, body.palette(diagram.family).base
    padding = (measures["diagram-number-gap"], 0.0, measures["diagram-padding"])
    tiles = Tiles(across_of(diagram), measures["chart-gap"], padding, rule=(measures["figure-rule"], base))
    table = begin_tiles(body, tiles, diagram.alternative)
    steps = [box for row in rows_of(diagram) for box in row]
    at = 0
    for row in rows_of(diagram):
        cells = add_tiles(body, table, tiles, [at < len(row) for at in range(tiles.across)])
        for cell in cells[len(row) :]:
            leave_empty(body, cell)
        for cell, box in zip(cells, row, strict=False):
            made = _write_box(body, cell, box)
            rule_tile(body, tiles, cell)
            at += 1
            if at < len(steps):
                _arrow(body, made, tile_width(body, tiles), steps[at], base)
    keep_tiles(table)


def _write_box(body: Body, cell: Element, box: DiagramBox) -> Element:
    """Write the words of a box; return its first paragraph."""
    first = body.write(cell, box.number or box.name)
    if not box.number:  # the box has its padding, whatever space the style of its name wants in a table
        space_paragraph(first, before=0, after=0)
    for paragraph in (box.name if box.number else None, box.text):
        if paragraph is not None:
            body.write(cell, paragraph)
    return first


def _arrow(body: Body, paragraph: Element, width: float, to: DiagramBox, colour: str) -> None:
    """Add an arrow to the next step at the right end of a paragraph."""
    tab_paragraph(paragraph, ("right", twips(width)))
    add_tab(paragraph)
    weight = body.theme.measures["figure-rule"]
    made = arrow(body.drawing(), words_of(to.name.pieces), body.design.scheme.fill(colour), weight)
    attach(add_run(paragraph), made)
