"""The cover and the back cover: their lines in the places that the theme gives them, and the cloud."""

from __future__ import annotations

from collections.abc import Iterable

from reportgen.model.flow import BackCover, Cover, Paragraph
from reportgen.model.theme import Box
from reportgen.write.pdf.cloud import draw_cloud
from reportgen.write.pdf.elements import add
from reportgen.write.pdf.page import Page
from reportgen.write.pdf.parts import Element
from reportgen.write.pdf.press import Press
from reportgen.write.pdf.text import SetText

FAMILY = "brand"
"""The palette of the covers."""

BLEED = 3.0
"""How far a ground reaches beyond the page, so that no edge shows."""


def flow_cover(press: Press, cover: Cover) -> None:
    """Lay out the cover on a page of its own."""
    page = press.stack.full_page()
    page.paint(draw_cloud(press.theme.clouds["cover"], press.theme.families[FAMILY], page.ink, page.width))
    paint_foot_rule(press, page)
    paint_places(press, page, cover.parts, press.theme.places["cover"], add(press.root, "Sect"))


def flow_back_cover(press: Press, cover: BackCover) -> None:
    """Lay out the back cover on a page of its own, on a ground of the palette's deepest colour."""
    page = press.stack.full_page()
    palette = press.theme.families[FAMILY]
    page.paint(page.ink.rectangle(-BLEED, -BLEED, page.width + 2 * BLEED, page.height + 2 * BLEED, palette.deep))
    page.paint(draw_cloud(press.theme.clouds["back-cover"], palette, page.ink, page.width))
    paint_places(press, page, cover.parts, press.theme.places["back-cover"], add(press.root, "Sect"))


def paint_foot_rule(press: Press, page: Page) -> None:
    """Paint the rule above the lines at the foot of a cover."""
    frame, measures = press.theme.page, press.theme.measures
    colour = press.colour("ink", FAMILY)
    page.paint(page.ink.rule(frame.left, measures["cover-rule"], frame.frame_width, measures["end-rule"], colour))


def paint_places(
    press: Press, page: Page, parts: Iterable[tuple[str, Paragraph]], boxes: tuple[Box, ...], element: Element
) -> None:
    """Paint paragraphs in the places that their names have in the theme."""
    places = {box.name: box for box in boxes}
    for name, paragraph in parts:
        place = places.get(name)
        if place is not None and paragraph.pieces:
            text = SetText(press, paragraph, place.width, add(element, "P"))
            text.paint_all(page, place.x, place.top)
            if len(text.lines) > 1:  # how far one line reaches is the theme's own choice
                limit = min(_below(place, boxes), default=page.height)
                press.record.room(paragraph.pieces, page, place.top + text.height, limit)


def _below(place: Box, boxes: tuple[Box, ...]) -> list[float]:
    """Return the tops of the places that a text meets when it grows downwards."""
    return [
        box.top
        for box in boxes
        if box.top > place.top and box.x < place.x + place.width and place.x < box.x + box.width
    ]
