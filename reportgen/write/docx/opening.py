"""Writes a chapter's beginning: its opening page, or its heading where it has none."""

from __future__ import annotations

from reportgen.model.flow import Chapter, Entry, Paragraph, Run
from reportgen.style.cloud import Bar, cloud
from reportgen.write.docx import characters
from reportgen.write.docx.body import Body
from reportgen.write.docx.drawings import behind_page
from reportgen.write.docx.goals import write_goals
from reportgen.write.docx.markup import add_jump, add_paragraph, add_run, add_tab
from reportgen.write.docx.pieces import bookmark_name
from reportgen.write.docx.plan import has_opening
from reportgen.write.docx.xml import Element, attach

NUMBER = "opening-number"


def write_opening(body: Body, chapter: Chapter) -> None:
    """Write a chapter's heading and what stands with it on its first page."""
    if has_opening(chapter) and chapter.number:
        number = Paragraph(NUMBER, (Run(chapter.number),), chapter.family)
        _art(body, chapter, body.flow(number))
    body.flow(chapter.heading)
    for paragraph in (chapter.introduction, chapter.label):
        if paragraph is not None:
            body.flow(paragraph)
    if has_opening(chapter):
        for entry in chapter.entries:
            _entry(body, entry)
        write_goals(body, chapter)


def _entry(body: Body, entry: Entry) -> None:
    style = "opening-section"
    paragraph = add_paragraph(body.root, body.styles.paragraph(style, entry.family))
    body.pieces.page(paragraph, entry.anchor, characters.CHAPTER_MARK, entry.family)
    add_tab(paragraph)
    link = add_jump(paragraph, bookmark_name(entry.anchor))
    body.pieces.write(link, entry.title, style, plain=characters.ENTRY)


def _art(body: Body, chapter: Chapter, paragraph: Element) -> None:
    theme, palette = body.theme, body.palette(chapter.family)
    block = Bar(0.0, 0.0, theme.page.width, theme.measures["opening-block"], palette.deep)
    marked = int(chapter.number) if chapter.number.isdecimal() else -1
    bars = (block, *cloud(theme.clouds["opening"], palette, marked))
    art = behind_page(body.drawing(), f"Chapter {chapter.number}", chapter.number, theme.page.width, bars)
    attach(add_run(paragraph), art)
