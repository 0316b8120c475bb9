"""Writes the cover: each line in a frame of its own at its place in the theme, the cloud behind them."""

from __future__ import annotations

from reportgen.model.flow import Cover
from reportgen.style.cloud import Bar, cloud
from reportgen.write.docx.body import Body
from reportgen.write.docx.drawings import behind_page
from reportgen.write.docx.formats import BOLD
from reportgen.write.docx.styles import SECTION_END
from reportgen.write.docx.xml import add_paragraph, add_run

_ABOVE_FOOT = 11.0
"""How far above the lines at the cover's foot their rule stands, in points."""


def write_cover(body: Body, cover: Cover) -> None:
    """Write the cover, with a last paragraph that holds its art and takes the section's properties."""
    theme = body.theme
    boxes = {box.name: box for box in theme.cover}
    for name, paragraph in cover.parts:
        made = add_paragraph(body.root, body.styles.cover(boxes[name]))
        body.pieces.write(made, paragraph.pieces, paragraph.style, theme.styles[paragraph.style].weight >= BOLD)
    palette = next(iter(theme.families.values()))
    bars = (*cloud(theme.cover_cloud, palette), _rule(body))
    end = add_paragraph(body.root, body.styles.paragraph(SECTION_END, ""))
    size = (theme.page.width, theme.page.height)
    add_run(end).append(behind_page(body.drawing(), "Cover", body.story.title, size, bars))


def _rule(body: Body) -> Bar:
    """Return the rule above the lines that stand below the cloud."""
    page = body.theme.page
    below = [box.top for box in body.theme.cover if box.top > body.theme.cover_cloud.foot]
    top = min(below, default=page.bottom) - _ABOVE_FOOT
    return Bar(page.left, top, page.frame_width, 0.75, body.theme.colours["ink"])
