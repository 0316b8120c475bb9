"""Writes the cover and the back cover: each line, and the art, in a frame of its own at its place in the theme."""

from __future__ import annotations

from collections.abc import Iterable

from reportgen.model.flow import BackCover, Cover, Paragraph
from reportgen.model.theme import Box
from reportgen.style.cloud import Bar, cloud
from reportgen.write.docx.art import add_art, art_frame
from reportgen.write.docx.blocks import Block, add_block_row, begin_block, end_block, fill_with_art, fill_with_lines
from reportgen.write.docx.body import Body
from reportgen.write.docx.drawings import ground
from reportgen.write.docx.markup import add_paragraph, add_run, indent_paragraph, set_paragraph, space_paragraph
from reportgen.write.docx.styles import NORMAL
from reportgen.write.docx.xml import Element, Node, attach, twips, w

_STRIP = 7.0
"""What the back cover's block leaves of the page's foot, in points; as much lies behind a block at the page's head.

LibreOffice keeps a tenth of a centimetre for a head without words, and as much for a foot.
"""
_LINE = 1.0
"""How high the paragraph is that Word asks for after a table, in points."""
_LAP = 1.0
"""How far the strip lies below the block, in points: no light shows between them."""
_BRANDS = ("cover-brand", "back-cover-brand")


def write_cover(body: Body, cover: Cover) -> None:
    """Write the cover."""
    theme = body.theme
    write_framed(body, cover.parts, theme.places["cover"])
    palette = body.design.palette(body.design.first)
    write_art(body, body.story.title, (*cloud(theme.clouds["cover"], palette), foot_rule(body)))


def write_framed(body: Body, parts: Iterable[tuple[str, Paragraph]], boxes: Iterable[Box]) -> None:
    """Write paragraphs in frames at the places that their names have in the theme."""
    places = {box.name: box for box in boxes}
    for name, paragraph in parts:
        made = body.write(body.root, paragraph)
        set_paragraph(made, frame(places[name].x, places[name].top, places[name].width))
        _as_in_theme(made, paragraph.style)


def _as_in_theme(made: Element, style: str) -> None:
    """Set what a line of the cover differs in from the style it shares in Word."""
    if style in _BRANDS:
        indent_paragraph(made, left=0)
        space_paragraph(made, before=0)


def write_art(body: Body, words: str, bars: Iterable[Bar]) -> None:
    """Write bars in a frame at their place on the page; ``words`` say what they stand for."""
    page = body.theme.page
    kept = tuple(bars)
    place = art_frame(kept, page.width)
    made = add_paragraph(body.root, NORMAL)
    set_paragraph(made, frame(*place[:3]))
    add_art(add_run(made), body.drawing(), words, place, kept, page.width, body.design.scheme)
    body.end_paragraph()


def frame(x: float, top: float, width: float) -> Node:
    """Return the frame that holds a paragraph at its place on the page, in points, whatever stands above it."""
    places = {"x": max(1, twips(x)), "y": twips(top)}  # Word takes nought for no place at all
    return w("framePr", w=twips(width), wrap="around", vAnchor="page", hAnchor="page", **places)


def foot_rule(body: Body) -> Bar:
    """Return the rule above the lines at a cover's foot."""
    page, measures = body.theme.page, body.theme.measures
    ink = body.theme.colours["ink"]
    return Bar(page.left, measures["cover-rule"], page.frame_width, measures["end-rule"], ink)


def write_back_cover(body: Body, cover: BackCover) -> None:
    """Write the back cover: a block as large as the page, in rows for its head, its art, and its foot."""
    theme, page = body.theme, body.theme.page
    palette = body.design.palette(body.design.first)
    bars = cloud(theme.clouds["back-cover"], palette)
    place = art_frame(bars, page.width)
    top, foot = place[1], place[1] + place[3]
    boxes = {box.name: box for box in theme.places["back-cover"]}
    lines = [(boxes[name], paragraph) for name, paragraph in cover.parts]
    low = sorted((line for line in lines if line[0].top >= top), key=lambda line: line[0].x)
    block = Block(palette.deep, (0.0, *(box.x for box, _ in low[1:])))
    table = begin_block(body, block)
    (upper,) = add_block_row(body, table, block, foot, whole=True)
    below = fill_with_lines(body, upper, (line for line in lines if line[0].top < top), (0.0, 0.0))
    made = fill_with_art(body, upper, body.story.short_title, (0.0, top, page.width, place[3]), bars)
    space_paragraph(made, before=twips(max(0.0, top - below)))
    cells = add_block_row(body, table, block, page.height - foot - _STRIP)
    for at, cell in enumerate(cells):
        fill_with_lines(body, cell, low[at : at + 1], (block.columns[at], foot))
    end_block(table)
    _go_on(body, palette.deep)


def _go_on(body: Body, colour: str) -> None:
    """Carry the block's colour on in the paragraph that Word asks for after a table."""
    page = body.theme.page
    bar = Bar(0.0, page.height - _STRIP, page.width, _LINE, colour)
    made = body.end_paragraph()
    space_paragraph(made, line=twips(_LINE))
    indent_paragraph(made, left=-twips(page.left))
    place = art_frame((bar,), page.width)
    add_art(add_run(made), body.drawing(), body.story.short_title, place, (bar,), page.width, body.design.scheme)


def write_head_strip(body: Body, head: Element, colour: str) -> None:
    """Begin a block at the page's upper edge, in a paragraph of the section's head."""
    _write_strip(body, head, colour, 0.0, _STRIP)


def write_foot_strip(body: Body, foot: Element, colour: str) -> None:
    """Carry the back cover's block on to the page's lower edge, in a paragraph of the section's foot."""
    _write_strip(body, foot, colour, body.theme.page.height - _STRIP - _LAP, _STRIP + _LAP)


def _write_strip(body: Body, paragraph: Element, colour: str, top: float, height: float) -> None:
    page = body.theme.page
    space_paragraph(paragraph, before=0, after=0, line=2, lineRule="exact")
    indent_paragraph(paragraph, left=-twips(2 * page.left))  # off the page: LibreOffice paints its line white
    strip = (0.0, top, page.width, height)
    attach(add_run(paragraph), ground(body.drawing(), body.story.short_title, strip, body.design.scheme.fill(colour)))
