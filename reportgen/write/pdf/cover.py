"""The cover: its lines in the places that the theme gives them, and the cloud."""

from __future__ import annotations

from reportgen.model.flow import Cover
from reportgen.model.theme import Box
from reportgen.write.pdf.cloud import draw_cloud
from reportgen.write.pdf.elements import add
from reportgen.write.pdf.press import Press
from reportgen.write.pdf.text import SetText

FAMILY = "brand"
"""The palette of the cover."""


def flow_cover(press: Press, cover: Cover) -> None:
    """Lay out the cover on a page of its own."""
    page = press.stack.full_page()
    frame, measures, art = press.theme.page, press.theme.measures, press.theme.cover_cloud
    page.paint(draw_cloud(art, press.theme.families[FAMILY], page.ink, frame.width))
    rule = page.ink.rule(
        frame.left, measures["cover-rule"], frame.frame_width, measures["end-rule"], press.colour("ink", FAMILY)
    )
    page.paint(rule)
    element = add(press.root, "Sect")
    places = {box.name: box for box in press.theme.cover}
    for name, paragraph in cover.parts:
        place = places.get(name)
        if place is not None and paragraph.pieces:
            text = SetText(press, paragraph, place.width, add(element, "P"))
            text.paint_all(page, place.x, place.top)
            if len(text.lines) > 1:  # how far one line reaches is the theme's own choice
                limit = min(_below(place, press.theme.cover), default=page.height)
                press.record.room(paragraph.pieces, page, place.top + text.height, limit)


def _below(place: Box, boxes: tuple[Box, ...]) -> list[float]:
    """Return the tops of the places that a text meets when it grows downwards."""
    return [
        box.top
        for box in boxes
        if box.top > place.top and box.x < place.x + place.width and place.x < box.x + box.width
    ]
