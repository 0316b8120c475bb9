"""Numbers in the dots of figures."""

from __future__ import annotations

from reportgen.model.flow import Paragraph, Run
from reportgen.write.pdf.ink import Point
from reportgen.write.pdf.page import Page
from reportgen.write.pdf.parts import Element
from reportgen.write.pdf.press import Press


def paint_number(press: Press, number: Paragraph, style: str, figure: Element, sheet: Page, middle: Point) -> None:
    """Write a number in a style around the middle of its dot, as a part of its figure."""
    named = press.theme.styles[style]
    text = "".join(piece.text for piece in number.pieces if isinstance(piece, Run))
    segment = press.typesetter.plain(text, named, press.colour(named.colour, number.family))
    sheet.content(figure)
    base = middle[1] + named.size * press.theme.measures["baseline"]
    sheet.show(segment, middle[0] - segment.width / 2, base)
