"""Writes the cover and the back cover: each line in a frame of its own at its place in the theme, the art behind."""

from __future__ import annotations

from collections.abc import Iterable

from reportgen.model.flow import BackCover, Cover, Paragraph
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
    write_framed(body, cover.parts, theme.places["cover"])
    palette = next(iter(theme.families.values()))
    write_art(body, "Cover", body.story.title, (*cloud(theme.clouds["cover"], palette), foot_rule(body)))


def write_back_cover(body: Body, cover: BackCover) -> None:
    """Write the back cover on a ground of the palette's deepest colour."""
    theme = body.theme
    write_framed(body, cover.parts, theme.places["back-cover"])
    palette = next(iter(theme.families.values()))
    ground = Bar(0.0, 0.0, theme.page.width, theme.page.height, palette.deep)
    write_art(body, "Back cover", body.story.short_title, (ground, *cloud(theme.clouds["back-cover"], palette)))


def write_framed(body: Body, parts: Iterable[tuple[str, Paragraph]], boxes: Iterable[Box]) -> None:
    """Write paragraphs in frames at the places that their names have in the theme."""
    places = {box.name: box for box in boxes}
    for name, paragraph in parts:
        made = body.write(body.root, paragraph)
        attach(made[0], _frame(places[name]))


def write_art(body: Body, name: str, words: str, bars: Iterable[Bar]) -> None:
    """Write a paragraph without words that holds what is drawn behind its page; ``words`` say what that is."""
    end = add_paragraph(body.root, body.styles.paragraph(SECTION_END, ""))
    attach(add_run(end), behind_page(body.drawing(), name, words, body.theme.page.width, bars))


def foot_rule(body: Body) -> Bar:
    """Return the rule above the lines at a cover's foot."""
    page, measures = body.theme.page, body.theme.measures
    ink = body.theme.colours["ink"]
    return Bar(page.left, measures["cover-rule"], page.frame_width, measures["end-rule"], ink)


def _frame(box: Box) -> Node:
    """Return the frame that holds a line at its place on the page, whatever stands above it."""
    places = {"x": twips(box.x), "y": twips(box.top)}
    return w("framePr", w=twips(box.width), wrap="around", vAnchor="page", hAnchor="page", **places)
