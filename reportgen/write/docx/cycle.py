"""Writes a cycle: a table with its ring, a drawing in its line, in its left cell, and the steps in its right one."""

from __future__ import annotations

from collections.abc import Iterator
from math import degrees

from reportgen.model.flow import Diagram, DiagramBox
from reportgen.style.cycle_placing import arrow_angles, dot_angles, ring_of
from reportgen.write.docx.beside import add_cells, write_numbered
from reportgen.write.docx.body import Body
from reportgen.write.docx.markup import indent_paragraph, space_paragraph
from reportgen.write.docx.shapes import add_group, shape, text_room
from reportgen.write.docx.xml import Element, Node, a, attach, emu, twips, w

_RIGHT = 90
"""Where the angles of Word's arcs begin: so many degrees clockwise from the top."""
_FINE = 60000
"""Into so many parts DrawingML divides a degree (ISO/IEC 29500-1, 20.1.10.3)."""


def write_cycle(body: Body, cycle: Diagram) -> None:
    """Write the table of a cycle."""
    measures, ring = body.theme.measures, ring_of(body.theme)
    left, right = add_cells(body, ring.width + measures["cycle-gap"], 0.0)
    for cell in (left, right):
        attach(cell[0], w("vAlign", val="center"))
    steps = cycle.rows[0]
    shapes = [*_arrows(body, cycle), *_dots(body, cycle)]
    drawn = (0.0, 0.0, ring.width, ring.width)
    marks = [step.number for step in steps if step.number is not None]
    add_group(body, left, drawn, shapes, cycle.alternative, marks, "cycle-dot")
    for at, step in enumerate(steps):
        _write_step(body, right, step, twips(measures["cycle-step-gap"]) if at else 0)


def _arrows(body: Body, cycle: Diagram) -> Iterator[Node]:
    ring, scheme = ring_of(body.theme), body.design.scheme
    width, corner = 2 * ring.radius, ring.dot / 2
    colour, weight = scheme.fill(body.palette(cycle.family).mid), emu(body.theme.measures["figure-rule"])
    for angles in arrow_angles(len(cycle.rows[0]), ring):
        bends = tuple(round((degrees(angle) - _RIGHT) % 360 * _FINE) for angle in angles)
        line = a("ln", colour, a("round"), a("tailEnd", type="arrow", w="med", len="med"), w=weight, cap="rnd")
        yield shape("arc", (corner, corner, width, width), a("noFill"), line, bends=bends)


def _dots(body: Body, cycle: Diagram) -> Iterator[Node]:
    ring, fill = ring_of(body.theme), body.design.scheme.fill(body.palette(cycle.family).base)
    for x, y in map(ring.at, dot_angles(len(cycle.rows[0]))):
        box = (x - ring.dot / 2, y - ring.dot / 2, ring.dot, ring.dot)
        yield shape("ellipse", box, fill, a("ln", a("noFill")), text_room())


def _write_step(body: Body, cell: Element, step: DiagramBox, above: int) -> None:
    """Write a step: its name after its number, and its text below."""
    indent = twips(body.theme.measures["cycle-number-width"])
    if step.number is not None:
        write_numbered(body, cell, step.number, step.name, indent, above)
    if step.text is not None:
        text = body.write(cell, step.text)
        space_paragraph(text, before=0, after=0)
        indent_paragraph(text, left=indent)
