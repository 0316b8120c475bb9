"""Lowers the Sustainable Development Goals of a chapter: which of two inks a number is set in, on its colour."""

from __future__ import annotations

from reportgen.model import block, flow
from reportgen.style.pieces import paragraph

LEAST_CONTRAST = 3.0
"""Of large text on its ground: WCAG 2.2, 1.4.3."""


def lower_goal(goal: block.Goal, family: str) -> flow.Goal:
    """Return the flow of a goal; its number is white where that can be read on its colour, else dark."""
    style = "goal-number" if contrast_with_white(goal.colour) >= LEAST_CONTRAST else "goal-number-dark"
    number = flow.Paragraph(style, (flow.Run(goal.number),), family)
    return flow.Goal(number, paragraph("goal-name", goal.name, family), goal.colour)


def contrast_with_white(colour: str) -> float:
    """Return the contrast of a colour ``#RRGGBB`` with white, from 1 to 21 (WCAG 2.2, relative luminance)."""
    red, green, blue = (_linear(int(colour[at : at + 2], 16) / 255) for at in (1, 3, 5))
    return 1.05 / (0.2126 * red + 0.7152 * green + 0.0722 * blue + 0.05)


def _linear(part: float) -> float:
    return part / 12.92 if part <= 0.04045 else float(((part + 0.055) / 1.055) ** 2.4)
