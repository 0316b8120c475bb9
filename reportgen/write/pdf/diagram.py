"""Diagrams: numbered steps under arrows, or boxes level by level with connectors between.

A diagram is one structure element, `Figure`, with an alternative text; its words are real text.
"""

from __future__ import annotations

from msgspec import Struct

from reportgen.model.flow import Diagram, DiagramBox, Paragraph
from reportgen.style.diagram_placing import across_of, rows_of
from reportgen.style.diagrams import CYCLE, STEPS
from reportgen.write.pdf.cycle import flow_cycle
from reportgen.write.pdf.drawing import stack_drawing
from reportgen.write.pdf.elements import add
from reportgen.write.pdf.page import Page
from reportgen.write.pdf.paragraph import notes_of, set_text
from reportgen.write.pdf.parts import Element
from reportgen.write.pdf.press import Press
from reportgen.write.pdf.strip import Paint
from reportgen.write.pdf.text import SetText


class _Set(Struct, frozen=True):
    """A box set: its texts below each other, each with the space above it; its left edge and width."""

    texts: tuple[tuple[SetText, float], ...]
    left: float
    width: float

    @property
    def height(self) -> float:
        return sum(text.height + above for text, above in self.texts)


_Row = list[_Set]
_Drawn = tuple[float, Paint]
"""The height of what is drawn, and what draws it from a y on down."""


def flow_diagram(press: Press, diagram: Diagram) -> None:
    """Stack a diagram; it is never parted."""
    if diagram.kind == CYCLE:
        flow_cycle(press, diagram)
        return
    page = press.theme.page
    title = set_text(press, diagram.title, page.prose_width, press.parent)
    figure = add(press.parent, "Figure")
    figure.alternative = diagram.alternative
    rows = [_row(press, diagram, row, figure) for row in rows_of(diagram)]
    height, draw = _steps(press, diagram, rows) if diagram.kind == STEPS else _levels(press, diagram, rows)

    def bounded(sheet: Page, top: float) -> None:
        sheet.bound(figure, page.prose_x, top, page.prose_width, height)
        draw(sheet, top)

    texts = [text for row in rows for box in row for text, _ in box.texts]
    stack_drawing(press, diagram.anchor, title, height, bounded, texts)


def _row(press: Press, diagram: Diagram, row: tuple[DiagramBox, ...], figure: Element) -> _Row:
    page, gap = press.theme.page, press.theme.measures["chart-gap"]
    across = across_of(diagram) or len(row)
    width = (page.prose_width - gap * (across - 1)) / across
    inset = 0.0 if diagram.kind == STEPS else press.theme.measures["diagram-padding-side"]
    return [_set(press, box, (page.prose_x + at * (width + gap), width), inset, figure) for at, box in enumerate(row)]


def _set(press: Press, box: DiagramBox, place: tuple[float, float], inset: float, figure: Element) -> _Set:
    left, width = place
    measures = press.theme.measures
    parts: list[tuple[Paragraph | None, float]] = [
        (box.number, measures["diagram-number-gap"]),
        (box.name, 0.0),
        (box.text, measures["diagram-name-gap"]),
    ]
    texts = []
    for paragraph, above in parts:
        if paragraph is not None:
            text = SetText(press, paragraph, width - 2 * inset, figure)
            press.notes.declare(notes_of(text), press.parent)
            texts.append((text, above))
    return _Set(tuple(texts), left, width)


def _paint_texts(box: _Set, sheet: Page, x: float, y: float) -> None:
    for text, above in box.texts:
        text.paint_all(sheet, x, y + above)
        y += above + text.height


def _steps(press: Press, diagram: Diagram, rows: list[_Row]) -> _Drawn:
    between = press.theme.measures["diagram-row-gap"]
    heights = [max(box.height for box in row) for row in rows]
    last = rows[-1][-1]

    def draw(sheet: Page, top: float) -> None:
        for row, height in zip(rows, heights, strict=True):
            for box in row:
                _paint_arrow(press, diagram, box, sheet, top, headed=box is not last)
                _paint_texts(box, sheet, box.left, top)
            top += height + between

    return sum(heights) + between * (len(rows) - 1), draw


def _paint_arrow(press: Press, diagram: Diagram, box: _Set, sheet: Page, top: float, *, headed: bool) -> None:
    """Draw the line over a step; its head points to the next one."""
    weight, head = press.theme.measures["figure-rule"], press.theme.measures["diagram-arrow"]
    colour, right, y = press.colour("base", diagram.family), box.left + box.width, top + weight / 2
    strokes = [[(box.left + weight / 2, y), (right, y)]]
    if headed:
        strokes.append([(right - head, y - head), (right, y), (right - head, y + head)])
    sheet.paint(sheet.ink.stroke(strokes, weight, colour))


def _levels(press: Press, diagram: Diagram, rows: list[_Row]) -> _Drawn:
    measures = press.theme.measures
    padding, gap = measures["diagram-padding"], measures["diagram-connector"]
    heights = [max(box.height for box in row) + 2 * padding for row in rows]

    def draw(sheet: Page, top: float) -> None:
        for level, (row, height) in enumerate(zip(rows, heights, strict=True)):
            colour = press.colour("base" if level == 0 and len(rows) > 1 else "tint", diagram.family)
            for box in row:
                if level:
                    _paint_connector(press, diagram, box, sheet, top - gap)
                sheet.paint(sheet.ink.rectangle(box.left, top, box.width, height, colour))
                _paint_texts(box, sheet, box.left + measures["diagram-padding-side"], top + padding)
            top += height + gap

    return sum(heights) + gap * (len(rows) - 1), draw


def _paint_connector(press: Press, diagram: Diagram, box: _Set, sheet: Page, top: float) -> None:
    measures = press.theme.measures
    weight, x = measures["end-rule"], box.left + box.width / 2
    colour = press.colour("mid", diagram.family)
    sheet.paint(sheet.ink.rectangle(x - weight / 2, top, weight, measures["diagram-connector"], colour))
