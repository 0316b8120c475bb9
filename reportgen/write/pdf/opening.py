"""Chapters: one with a number opens with a page of its own, one without begins with its title."""

from __future__ import annotations

from reportgen.model.flow import Chapter, Entry, Paragraph, Run
from reportgen.model.theme import Box
from reportgen.write.pdf.cloud import draw_cloud
from reportgen.write.pdf.elements import add
from reportgen.write.pdf.entry import entry_title, paint_entry
from reportgen.write.pdf.page import Page
from reportgen.write.pdf.paragraph import column_of, heading_strip, notes_of
from reportgen.write.pdf.parts import Element
from reportgen.write.pdf.press import Press
from reportgen.write.pdf.record import words_of
from reportgen.write.pdf.slot import Place
from reportgen.write.pdf.stack import Head
from reportgen.write.pdf.text import SetText

_PAGE, _SECTION = "opening-page", "opening-section"
_BLEED = 3.0
"""How far the block reaches beyond the page, so that no edge shows."""


def flow_chapter(press: Press, chapter: Chapter) -> None:
    """Begin a chapter."""
    press.stack.begin_page()
    press.begin_part()
    bound = tuple(piece.occurrence for piece in chapter.title if isinstance(piece, Run) and piece.occurrence >= 0)
    press.stack.head = Head(chapter.number, words_of(chapter.title), chapter.family, bound)
    if chapter.introduction is not None:
        _opening(press, chapter)
    else:
        _title(press, chapter)


def _title(press: Press, chapter: Chapter) -> None:
    if not chapter.heading.pieces:
        return
    x, width = column_of(press, press.theme.styles[chapter.heading.style])
    text = SetText(press, chapter.heading, width, add(press.parent, "H1"))
    press.notes.declare(notes_of(text), press.parent)
    press.stack.add(heading_strip(press, text, x, press.depth(1)))


def _opening(press: Press, chapter: Chapter) -> None:
    page = press.stack.full_page()
    boxes = {box.name: box for box in press.theme.opening}
    _paint_block(press, chapter, page)
    down = _paint_heading(press, chapter, boxes, page)
    introduction = chapter.introduction
    foot = boxes["introduction"].top + down
    if introduction is not None and introduction.pieces:
        place = boxes["introduction"]
        text = SetText(press, introduction, place.width, add(press.parent, "P"))
        text.paint_all(page, place.x, place.top + down)
        foot += text.height
        press.record.room(introduction.pieces, page, foot, press.theme.page.bottom)
    if chapter.entries:
        top = max(boxes["sections"].top + down, foot + press.theme.measures["opening-gap"])
        _paint_sections(press, chapter, boxes, page, top)


def _paint_block(press: Press, chapter: Chapter, page: Page) -> None:
    palette = press.theme.families[chapter.family]
    block = press.theme.measures["opening-block"]
    page.paint(page.ink.rectangle(-_BLEED, -_BLEED, page.width + 2 * _BLEED, block + _BLEED, palette.deep))
    marked = int(chapter.number) if chapter.number.isdecimal() else -1
    page.paint(draw_cloud(press.theme.opening_cloud, palette, page.ink, page.width, marked))


def _paint_heading(press: Press, chapter: Chapter, boxes: dict[str, Box], page: Page) -> float:
    """Paint number and title; return how far a title of more than one line moves what is below it."""
    heading, place = chapter.heading, boxes["title"]
    element = add(press.parent, "H1")
    number = Paragraph(boxes["number"].style, (Run(chapter.number),), chapter.family)
    SetText(press, number, boxes["number"].width, element).paint_all(page, boxes["number"].x, boxes["number"].top)
    text = SetText(press, heading, place.width, element)
    press.record.anchor(heading.anchor, page, 0)
    press.record.bookmark(press.depth(1), f"{chapter.number} {words_of(heading.pieces)}".strip(), page, 0)
    text.paint_all(page, place.x, place.top)
    return max(0.0, text.height - text.style.leading)


def _paint_sections(press: Press, chapter: Chapter, boxes: dict[str, Box], page: Page, top: float) -> None:
    measures, place = press.theme.measures, boxes["sections"]
    if chapter.label is not None:
        label = SetText(press, chapter.label, boxes["label"].width, add(press.parent, "P"))
        label.paint_all(page, boxes["label"].x, top + measures["opening-label-below"])
    contents = add(press.parent, "TOC")
    colour = press.colour("rule", chapter.family)
    for number, entry in enumerate(chapter.entries):
        y = top + number * measures["opening-row"]
        page.paint(page.ink.rule(place.x, y, place.width, measures["rule"], colour))
        _paint_row(press, entry, page, (place.x, place.width), y, add(contents, "TOCI"))
    y = top + len(chapter.entries) * measures["opening-row"]
    press.record.room(chapter.entries[-1].title, page, y, press.theme.page.bottom)
    page.paint(page.ink.rule(place.x, y, place.width, measures["rule"], colour))


def _paint_row(press: Press, entry: Entry, page: Page, box: tuple[float, float], y: float, item: Element) -> None:
    x, width = box
    pitch, height = press.theme.page.column_pitch, press.theme.measures["opening-row"]
    style = press.theme.styles[_SECTION]
    link = add(add(item, "Reference"), "Link")
    top = y + (height - style.leading) / 2
    title = entry_title(press, entry, _SECTION, width - pitch, link)
    paint_entry(press, entry, title, _PAGE, page, (x, top), pitch)
    page.link(Place(x, width), y, max(height, title.height), f"#{entry.anchor}", words_of(entry.title), link)
