"""Writes the cover: each line in a frame of its own at its place in the theme, the cloud behind them."""

from __future__ import annotations

from reportgen.model.flow import Cover
from reportgen.model.theme import Box
from reportgen.style.cloud import Bar, cloud
from reportgen.write.docx.body import Body
from reportgen.write.docx.drawings import behind_page
from reportgen.write.docx.markup import add_paragraph, add_run
from reportgen.write.docx.styles import SECTION_END
from reportgen.write.docx.xml import Node, attach, twips, w


def write_cover(body: Body, cover: Cover) -> None:
    """Write the cover, with a last paragraph that holds its art and takes the section's properties."""
    theme = body.theme
    boxes = {box.name: box for box in theme.cover}
    for name, paragraph in cover.parts:
        made = body.write(body.root, paragraph)
        attach(made[0], _frame(boxes[name]))
    palette = next(iter(theme.families.values()))
    bars = (*cloud(theme.cover_cloud, palette), _rule(body))
    end = add_paragraph(body.root, body.styles.paragraph(SECTION_END, ""))
    attach(add_run(end), behind_page(body.drawing(), "Cover", body.story.title, theme.page.width, bars))


def _frame(box: Box) -> Node:
    """Return the frame that holds a line at its place on the page, whatever stands above it."""
    places = {"x": twips(box.x), "y": twips(box.top)}
    return w("framePr", w=twips(box.width), wrap="around", vAnchor="page", hAnchor="page", **places)


def _rule(body: Body) -> Bar:
    """Return the rule above the lines at the cover's foot."""
    page, measures = body.theme.page, body.theme.measures
    ink = body.theme.colours["ink"]
    return Bar(page.left, measures["cover-rule"], page.frame_width, measures["end-rule"], ink)
