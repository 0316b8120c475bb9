"""A cycle: numbered dots on a ring, arrows from each to the next, and the numbered steps beside it.

The ring is a `Figure` with an alternative text; the steps follow as a list.
"""

from __future__ import annotations

from math import cos, sin

from reportgen.model.flow import Diagram, DiagramBox
from reportgen.style.cycle_placing import Point, Ring, arrow_angles, dot_angles, ring_of
from reportgen.write.pdf.drawing import stack_drawing
from reportgen.write.pdf.elements import add
from reportgen.write.pdf.figure_numbers import paint_number
from reportgen.write.pdf.listed import Listed, Placed
from reportgen.write.pdf.page import Page
from reportgen.write.pdf.paragraph import set_text
from reportgen.write.pdf.parts import Element
from reportgen.write.pdf.press import Press
from reportgen.write.pdf.text import SetText


def flow_cycle(press: Press, cycle: Diagram) -> None:
    """Stack a cycle; it is never parted."""
    page, measures, ring = press.theme.page, press.theme.measures, ring_of(press.theme)
    title = set_text(press, cycle.title, page.prose_width, press.parent)
    figure = add(press.parent, "Figure")
    figure.alternative = cycle.alternative
    left = ring.width + measures["cycle-gap"]
    steps = _list_steps(press, cycle.rows[0], page.prose_width - left)
    height = max(ring.width, steps.height)

    def draw(sheet: Page, top: float) -> None:
        middle = top + height / 2
        _paint_ring(press, cycle, figure, sheet, (page.prose_x, middle - ring.width / 2))
        steps.paint(sheet, page.prose_x + left, middle - steps.height / 2)

    stack_drawing(press, cycle.anchor, title, height, draw, steps.texts)


def _list_steps(press: Press, steps: tuple[DiagramBox, ...], width: float) -> Listed:
    """Set the steps in a column, each after its number."""
    measures = press.theme.measures
    indent = measures["cycle-number-width"]
    items = add(press.parent, "L", O="/List", ListNumbering="/Decimal")
    texts: list[Placed] = []
    y = 0.0
    for step in steps:
        y += measures["cycle-step-gap"] if texts else 0.0
        item = add(items, "LI")
        if step.number is not None:
            texts.append(Placed(SetText(press, step.number, indent, add(item, "Lbl")), 0.0, y))
        body = add(item, "LBody")
        for paragraph in (step.name, step.text):
            if paragraph is not None:
                text = set_text(press, paragraph, width - indent, body)
                texts.append(Placed(text, indent, y))
                y += text.height
    return Listed(tuple(texts), y)


def _paint_ring(press: Press, cycle: Diagram, figure: Element, sheet: Page, place: Point) -> None:
    x, y = place
    ring, steps = ring_of(press.theme), cycle.rows[0]
    sheet.bound(figure, x, y, ring.width, ring.width)
    for angles in arrow_angles(len(steps), ring):
        _paint_arrow(press, cycle, figure, sheet, place, angles)
    middles = [(x + right, y + down) for right, down in map(ring.at, dot_angles(len(steps)))]
    for right, down in middles:
        disc = sheet.ink.disc(right - ring.dot / 2, down - ring.dot / 2, ring.dot, press.colour("base", cycle.family))
        sheet.paint(disc, figure)
    for step, middle in zip(steps, middles, strict=True):
        if step.number is not None:
            paint_number(press, step.number, "cycle-dot", figure, sheet, middle)


def _paint_arrow(
    press: Press, cycle: Diagram, figure: Element, sheet: Page, place: Point, angles: tuple[float, float]
) -> None:
    """Draw a stretch of the ring with a head at its end."""
    ring, weight = ring_of(press.theme), press.theme.measures["figure-rule"]
    colour, reach = press.colour("mid", cycle.family), press.theme.measures["diagram-arrow"]
    centre, radii = (
        (place[0] + ring.middle, place[1] + ring.middle),
        (ring.radius + weight / 2, ring.radius - weight / 2),
    )
    sheet.paint(sheet.ink.arc(centre, radii, angles, colour), figure)
    head = [(place[0] + x, place[1] + y) for x, y in _head(ring, angles[1], reach)]
    sheet.paint(sheet.ink.stroke([head], weight, colour), figure)


def _head(ring: Ring, angle: float, reach: float) -> list[Point]:
    """Return the points of a head at a place of the ring: from outside to the tip and on to the inside."""
    x, y = ring.at(angle)
    on, out = (cos(angle), sin(angle)), (sin(angle), -cos(angle))
    sides = [(x - reach * (on[0] - side * out[0]), y - reach * (on[1] - side * out[1])) for side in (1, -1)]
    return [sides[0], (x, y), sides[1]]
