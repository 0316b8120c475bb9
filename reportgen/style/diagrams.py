"""A diagram to the flow: its boxes in the styles of their level."""

from __future__ import annotations

from reportgen.model import block, flow
from reportgen.model.plain import plain
from reportgen.style.pieces import paragraph

STEPS, CYCLE = "steps", "cycle"

_NUMBERED = {STEPS: "diagram-number", CYCLE: "cycle-number"}
"""The styles of numbers, by the kinds whose boxes are numbered."""


def lower_diagram(diagram: block.Diagram, family: str) -> flow.Diagram:
    """Return a diagram. Steps are numbered; the first of several levels is set on the family's colour."""
    style = _NUMBERED.get(diagram.kind, "")
    topped = not style and len(diagram.rows) > 1
    return flow.Diagram(
        diagram.kind,
        paragraph("chart-title", diagram.title, family),
        plain(diagram.alternative),
        tuple(
            tuple(
                _box(box, family, _number(style, count, family), head=topped and level == 0)
                for count, box in enumerate(row, start=1)
            )
            for level, row in enumerate(diagram.rows)
        ),
        family,
        diagram.anchor,
    )


def _number(style: str, count: int, family: str) -> flow.Paragraph | None:
    return flow.Paragraph(style, (flow.Run(f"{count}"),), family) if style else None


def _box(box: block.DiagramBox, family: str, number: flow.Paragraph | None, *, head: bool) -> flow.DiagramBox:
    name, text = ("diagram-head", "diagram-head-text") if head else ("diagram-name", "diagram-text")
    return flow.DiagramBox(
        number,
        paragraph(name, box.name, family),
        paragraph(text, box.text, family) if box.text else None,
    )
