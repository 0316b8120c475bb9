"""Writes diagrams: the boxes are cells, so that their words can be commented on and carry notes; arrows are shapes.

Word takes neither comments nor footnotes in drawn text boxes.
"""

from __future__ import annotations

from reportgen.model.flow import Diagram, DiagramBox
from reportgen.style.diagram_placing import across_of, rows_of
from reportgen.style.diagrams import STEPS
from reportgen.write.docx.body import Body
from reportgen.write.docx.drawings import graphic, in_line
from reportgen.write.docx.markup import add_paragraph, add_run, add_tab
from reportgen.write.docx.styles import CONNECTOR
from reportgen.write.docx.tiles import Tiles, add_tiles, begin_tiles, tile_width
from reportgen.write.docx.xml import SHAPE, Element, Node, a, attach, element, emu, hexa, twips, w

_ARROW = (14.0, 7.0)
"""The width and height of an arrow in points."""


def write_diagram(body: Body, diagram: Diagram) -> None:
    """Write a diagram below its title."""
    body.flow(diagram.title, diagram.anchor)
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
        filled = [at < len(row) for at in range(tiles.across)]
        for cell, box in zip(add_tiles(body, table, tiles, filled), row, strict=True):
            left -= 1
            made = _write_box(body, cell, box)
            if left:
                _arrow(body, made, tile_width(body, tiles), base)


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


def _write_box(body: Body, cell: Element, box: DiagramBox) -> Element:
    """Write the words of a box; return its first paragraph."""
    first = body.write(cell, box.number or box.name)
    for paragraph in (box.name if box.number else None, box.text):
        if paragraph is not None:
            body.write(cell, paragraph)
    return first


def _arrow(body: Body, paragraph: Element, width: float, colour: str) -> None:
    """Add an arrow to the next step at the right end of a paragraph."""
    attach(paragraph[0], w("tabs", w("tab", val="right", pos=twips(width))))
    add_tab(paragraph)
    attach(add_run(paragraph), _shape(body, "rightArrow", _ARROW, colour))


def _connectors(body: Body, diagram: Diagram, boxes: int) -> None:
    """Write a paragraph with a short line over the middle of each box of the level below."""
    page, gap = body.theme.page, body.theme.measures["chart-gap"]
    width = (page.prose_width + gap) / boxes
    paragraph = add_paragraph(body.root, body.styles.paragraph(CONNECTOR, diagram.family))
    left = page.prose_x - page.left
    middles = [left + (at + 0.5) * width - gap / 2 for at in range(boxes)]
    attach(paragraph[0], w("tabs", *(w("tab", val="center", pos=twips(middle)) for middle in middles)))
    size = (body.theme.measures["end-rule"], body.theme.measures["diagram-connector"])
    for _ in middles:
        add_tab(paragraph)
        attach(add_run(paragraph), _shape(body, "rect", size, body.palette(diagram.family).mid))


def _shape(body: Body, kind: str, size: tuple[float, float], colour: str) -> Node:
    """Return a filled shape in its line. It says nothing that the words do not say: it is marked as decoration."""
    placed = a("xfrm", a("off", x=0, y=0), a("ext", cx=emu(size[0]), cy=emu(size[1])))
    fill = a("solidFill", a("srgbClr", val=hexa(colour)))
    look = element("wps:spPr", placed, a("prstGeom", a("avLst"), prst=kind), fill, a("ln", a("noFill")))
    shape = element("wps:wsp", element("wps:cNvSpPr"), look, element("wps:bodyPr"))
    number = body.drawing()
    drawing = in_line(number, f"Shape {number}", "", size, graphic(SHAPE, shape))
    return element("mc:AlternateContent", element("mc:Choice", drawing, Requires="wps"))
