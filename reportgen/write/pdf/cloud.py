"""The art of cover and openings: the theme's cloud as path operators, cut off at the page's edges.

A bar is a line with round ends, which takes a third of the room of its outline.
"""

from __future__ import annotations

from msgspec.structs import replace

from reportgen.model.theme import Cloud, Palette
from reportgen.style.cloud import Bar, cloud
from reportgen.write.pdf.ink import Ink


def raised(art: Cloud, up: float) -> Cloud:
    """Return a cloud that stands ``up`` points higher."""
    circles = tuple((x, y - up, radius) for x, y, radius in art.circles)
    return replace(art, circles=circles, foot=art.foot - up, top=art.top - up)


def draw_cloud(art: Cloud, palette: Palette, ink: Ink, width: float, marked: int = -1) -> bytes:
    """Draw a cloud on a page ``width`` wide; row ``marked`` has a bar in the palette's ``mid``."""
    return b"".join(_bar(bar, ink, width) for bar in cloud(art, palette, marked))


def _bar(bar: Bar, ink: Ink, width: float) -> bytes:
    # a bar's round end may lie beyond the edge, a whole bar need not be drawn there
    left, right = max(bar.x, -bar.height), min(bar.x + bar.width, width + bar.height)
    if right <= 0 or left >= width or right <= left:
        return b""
    end, middle = bar.height / 2, bar.y + bar.height / 2
    return ink.stroke([[(left + end, middle), (right - end, middle)]], bar.height, bar.colour)
