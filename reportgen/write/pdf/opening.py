"""Chapters: one with a number opens with a page of its own, one without begins with its title."""

from __future__ import annotations

from msgspec import Struct

from reportgen.model.flow import Chapter, Entry, Paragraph, Run
from reportgen.model.theme import Box
from reportgen.write.pdf.cloud import draw_cloud, raised
from reportgen.write.pdf.cover import BLEED
from reportgen.write.pdf.elements import add
from reportgen.write.pdf.entry import entry_title, paint_entry
from reportgen.write.pdf.goals import goals_height, paint_goals, per_row
from reportgen.write.pdf.page import Page
from reportgen.write.pdf.paragraph import column_of, followed, heading_strip, notes_of, set_text
from reportgen.write.pdf.parts import Element
from reportgen.write.pdf.press import Press
from reportgen.write.pdf.record import words_of
from reportgen.write.pdf.slot import Place
from reportgen.write.pdf.stack import Head
from reportgen.write.pdf.text import SetText

_PAGE, _SECTION = "opening-page", "opening-section"


class _Plan(Struct, frozen=True):
    """Where the parts of an opening page stand, from the page's top; ``up`` is how much of the block they take.

    ``end`` is where the last of them ends, ``notes`` are the footnotes first marked on the page.
    """

    boxes: dict[str, Box]
    up: float
    introduction: float
    sections: float
    goals: float
    end: float
    notes: tuple[int, ...]


def flow_chapter(press: Press, chapter: Chapter) -> None:
    """Begin a chapter."""
    press.stack.begin_page()
    if press.record.body is None:
        press.record.body = len(press.stack.pages)
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
    number, title, introduction = _set_heading(press, chapter)
    notes = (*notes_of(title), *(notes_of(introduction) if introduction is not None else ()))
    plan = _planned(press, chapter, title, introduction, notes)
    _paint_block(press, chapter, page, plan.up)
    boxes = plan.boxes
    number.paint_all(page, boxes["number"].x, boxes["number"].top)
    press.record.anchor(chapter.heading.anchor, page, 0)
    press.record.bookmark(press.depth(1), f"{chapter.number} {words_of(chapter.heading.pieces)}".strip(), page, 0)
    title.paint_all(page, boxes["title"].x, boxes["title"].top - plan.up)
    if introduction is not None:
        introduction.paint_all(page, boxes["introduction"].x, plan.introduction)
        press.record.room(
            chapter.introduction.pieces if chapter.introduction else (),
            page,
            plan.introduction + introduction.height,
            press.theme.page.bottom,
        )
    if chapter.entries:
        _paint_sections(press, chapter, boxes, page, plan.sections)
    if chapter.goals:
        paint_goals(press, chapter, page, plan.goals)
    press.notes.stand_alone(plan.notes, page, plan.end)


def _set_heading(press: Press, chapter: Chapter) -> tuple[SetText, SetText, SetText | None]:
    """Set number, title and introduction, if there is one."""
    boxes = {box.name: box for box in press.theme.places["opening"]}
    element = add(press.parent, "H1")
    words = Paragraph(boxes["number"].style, (Run(chapter.number),), chapter.family)
    number = SetText(press, followed(words), boxes["number"].width, element)
    title = SetText(press, chapter.heading, boxes["title"].width, element)
    press.notes.declare(notes_of(title), press.parent)
    introduction = chapter.introduction
    if introduction is None or not introduction.pieces:
        return number, title, None
    return number, title, set_text(press, introduction, boxes["introduction"].width, press.parent)


def _planned(
    press: Press, chapter: Chapter, title: SetText, introduction: SetText | None, notes: tuple[int, ...]
) -> _Plan:
    """Return where everything stands; what would not end above the notes is moved up, into the block."""
    measures = press.theme.measures
    boxes = {box.name: box for box in press.theme.places["opening"]}
    down = max(0.0, title.height - title.style.leading)
    gap, foot = measures["opening-gap"], boxes["introduction"].top + down
    top = foot
    sections = foot  # takes the place of an introduction where there is none
    if introduction is not None:
        foot += introduction.height
        sections = max(boxes["sections"].top + down, foot + gap)
    if chapter.entries:
        foot = sections + len(chapter.entries) * measures["opening-row"]
    goals = max(boxes["goals" if chapter.entries else "sections"].top + down, foot + gap)
    usual = measures["opening-up"] if len(chapter.goals) > per_row(press) else 0.0
    end = goals + goals_height(press, chapter) if chapter.goals else foot
    bottom = press.theme.page.bottom - press.notes.height_with(notes)
    up = min(max(usual, end - bottom), measures["opening-block"] / 2)
    return _Plan(boxes, up, top - up, sections - up, goals - up, end - up, notes)


def _paint_block(press: Press, chapter: Chapter, page: Page, up: float) -> None:
    palette = press.theme.families[chapter.family]
    block = press.theme.measures["opening-block"] - up
    page.paint(page.ink.rectangle(-BLEED, -BLEED, page.width + 2 * BLEED, block + BLEED, palette.deep))
    marked = int(chapter.number) if chapter.number.isdecimal() else -1
    page.paint(draw_cloud(raised(press.theme.clouds["opening"], up), palette, page.ink, page.width, marked))


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
