"""The sign before an outcome: a disc with a tick where a target is achieved, a ring where it is not.

It is an artifact: the word beside it says the same.
"""

from __future__ import annotations

from reportgen.write.pdf.page import Page
from reportgen.write.pdf.press import Press

_TICK = ((2.6, 5.1), (4.4, 6.9), (7.5, 3.5))
"""The tick's corners in a box of ten by ten."""
_BOX = 10.0
_WEIGHT = 1.3


def paint_tick(press: Press, role: str, page: Page, x: float, base: float) -> None:
    """Paint the sign of ``role`` (``achieved``, ``missed``) beside a line of text that stands on ``base``."""
    measures, ink = press.theme.measures, page.ink
    diameter = measures["tick"]
    y = base + measures["tick-below"] - diameter
    if role == "missed":
        slate, white = press.colour("slate", "brand"), press.colour("white", "brand")
        page.paint(ink.ring(x, y, diameter, measures["tick-ring"], slate, white))
        return
    scale = diameter / _BOX
    corners = [(x + across * scale, y + down * scale) for across, down in _TICK]
    page.paint(ink.disc(x, y, diameter, press.colour("achieved", "brand")))
    page.paint(ink.stroke([corners], _WEIGHT * scale, press.colour("white", "brand")))
