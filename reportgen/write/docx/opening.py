"""Writes a chapter's beginning: its opening page, or its heading where it has none."""

from __future__ import annotations

from reportgen.model.flow import Chapter, Entry, NoteMark, Paragraph, Run
from reportgen.style.cloud import cloud
from reportgen.write.docx import characters
from reportgen.write.docx.art import art_frame
from reportgen.write.docx.blocks import Block, add_block_row, begin_block, end_block, fill_with_art, fill_with_lines
from reportgen.write.docx.body import Body
from reportgen.write.docx.extent import lines_high
from reportgen.write.docx.goals import ACROSS, write_goals
from reportgen.write.docx.labels import write_label
from reportgen.write.docx.markup import add_jump, add_paragraph, add_tab, space_paragraph
from reportgen.write.docx.pieces import bookmark_name
from reportgen.write.docx.plan import has_opening
from reportgen.write.docx.xml import twips

NUMBER = "opening-number"


def write_opening(body: Body, chapter: Chapter) -> None:
    """Write a chapter's heading and what stands with it on its first page."""
    if has_opening(chapter):
        _write_block(body, chapter)
    heading = body.flow(chapter.heading)
    if chapter.heading.anchor in body.uncounted:
        body.leave_out(heading, chapter.heading)
    if chapter.introduction is not None and chapter.introduction.pieces:
        body.flow(chapter.introduction)
    elif has_opening(chapter):
        space_paragraph(heading, after=twips(body.theme.measures["opening-gap"] + body.theme.step))
    if has_opening(chapter):
        if chapter.label is not None:
            write_label(body, chapter.label)
        for entry in chapter.entries:
            _entry(body, entry)
        write_goals(body, chapter)


def _write_block(body: Body, chapter: Chapter) -> None:
    """Write the block at the page's head: the chapter's number, and beside it the art."""
    theme, palette = body.theme, body.palette(chapter.family)
    marked = int(chapter.number) if chapter.number.isdecimal() else -1
    bars, up = cloud(theme.clouds["opening"], palette, marked), _moved_up(body, chapter)
    height, left = theme.measures["opening-block"] - up, art_frame(bars, theme.page.width)[0]
    block = Block(palette.deep, (0.0, left))
    table = begin_block(body, block)
    first, second = add_block_row(body, table, block, height)
    box = next(box for box in theme.places["opening"] if box.name == "number")
    number = Paragraph(NUMBER, (Run(chapter.number),), chapter.family)
    fill_with_lines(body, first, [(box, number)] if chapter.number else [], (0.0, 0.0))
    fill_with_art(body, second, chapter.number, (left, up, theme.page.width - left, height), bars)
    end_block(table)


def _moved_up(body: Body, chapter: Chapter) -> float:
    """Return how far all below the number moves up so that the page has room for it: nought, or as the theme says."""
    theme, measures = body.theme, body.theme.measures
    boxes = {box.name: box for box in theme.places["opening"]}
    title = theme.styles[chapter.heading.style]
    foot = boxes["introduction"].top + lines_high(chapter.heading, title, theme.page.frame_width, less=1)
    if chapter.introduction is not None:
        style = theme.styles[chapter.introduction.style]
        foot += lines_high(chapter.introduction, style, boxes["introduction"].width)
    foot += measures["opening-gap"] + theme.step + len(chapter.entries) * measures["opening-row"]
    foot += -(-len(chapter.goals) // ACROSS) * measures["goal-row"] + _notes(body, chapter)
    return measures["opening-up"] if foot > theme.page.bottom else 0.0


def _notes(body: Body, chapter: Chapter) -> float:
    """Return how high the footnotes of a chapter's title and introduction are, about, with the space above them."""
    theme, measures = body.theme, body.theme.measures
    words = (chapter.heading, chapter.introduction) if chapter.introduction is not None else (chapter.heading,)
    marks = [piece for each in words for piece in each.pieces if isinstance(piece, NoteMark) and piece.first]
    notes = (body.story.footnotes[mark.number].text for mark in marks if mark.number in body.story.footnotes)
    height = sum(lines_high(note, theme.styles[note.style], theme.page.prose_width) for note in notes)
    return height + measures["footnote-clear"] + measures["footnote-rule-gap"] if height else 0.0


def _entry(body: Body, entry: Entry) -> None:
    style = "opening-section"
    paragraph = add_paragraph(body.root, body.styles.paragraph(style, entry.family))
    body.pieces.page(paragraph, entry.anchor, characters.ACCENT, entry.family)
    add_tab(paragraph)
    link = add_jump(paragraph, bookmark_name(entry.anchor))
    body.pieces.write(link, entry.title, style)
