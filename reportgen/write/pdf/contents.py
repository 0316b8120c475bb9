"""The contents: chapters with number, name and page, their sections beside them; each entry a link.

Their length depends on their entries alone, so that they are laid out before the pages they list.
"""

from __future__ import annotations

from msgspec import Struct
from msgspec.structs import replace

from reportgen.model.flow import Contents, Entry, Paragraph, Run
from reportgen.write.pdf.elements import add
from reportgen.write.pdf.entry import entry_title, paint_entry, paint_entry_page
from reportgen.write.pdf.page import Page
from reportgen.write.pdf.parts import Element
from reportgen.write.pdf.press import Press
from reportgen.write.pdf.record import words_of
from reportgen.write.pdf.slot import Place
from reportgen.write.pdf.stack import Head
from reportgen.write.pdf.strip import Strip
from reportgen.write.pdf.text import SetText

_NAME_COLUMN, _PAGE_COLUMN, _SECTION_COLUMN = 2, 6, 7
"""Columns of the page's grid, counted from 0."""


def flow_contents(press: Press, contents: Contents) -> None:
    """Stack the contents from a new page on; what follows them begins a page."""
    press.stack.begin_page()
    press.stack.head = Head("", "", contents.title.family)
    press.parent = add(press.root, "Sect")
    frame = press.theme.page
    title = SetText(press, contents.title, frame.frame_width, add(press.parent, "H1"))
    press.stack.add(_title_strip(press, title))
    toc = add(press.parent, "TOC")
    after_front = False
    rows = _rows(press, contents, toc, title.height)
    for number, (entry, row) in enumerate(zip(contents.entries, rows, strict=True)):
        last = number == len(contents.entries) - 1
        turned = bool(entry.number) != after_front and number > 0
        press.stack.add(_strip(press, row, number == 0, turned and bool(entry.number), last))
        after_front = bool(entry.number)
    press.stack.begin_page()


def _title_strip(press: Press, title: SetText) -> Strip:
    def paint(page: Page, top: float) -> None:
        press.record.bookmark(depth, words_of(title.paragraph.pieces), page, top)
        title.paint_all(page, press.theme.page.left, top - up)

    depth, up = press.depth(1), press.theme.measures["contents-title-up"]
    return Strip(title.height - up, paint, after=press.theme.measures["contents-title-after"], keep=1, heading=True)


def _rows(press: Press, contents: Contents, toc: Element, title: float) -> list[_Row]:
    """Return the rows of the contents; those that would not fit on the page below the title are set more closely."""
    measures = press.theme.measures
    rows = [_row(press, entry, toc) for entry in contents.entries]
    room = press.stack.frame_height - title + measures["contents-title-up"] - measures["contents-title-after"]
    height = sum(row.height + measures["rule"] for row in rows) + 2 * measures["contents-front-after"]
    return rows if height <= room else [_closer(press, row) for row in rows]


def _closer(press: Press, row: _Row) -> _Row:
    measures = press.theme.measures
    if row.number is None:
        return row
    padding = (measures["contents-dense-top"], measures["contents-dense-bottom"])
    height = max(row.height - sum(row.padding) + sum(padding), measures["contents-dense-row"])
    return replace(row, padding=padding, height=height)


class _Line(Struct, frozen=True):
    """A chapter or section in the contents: its title set, the element of its link."""

    entry: Entry
    title: SetText
    link: Element


class _Row(Struct, frozen=True):
    """A chapter of the contents with its sections."""

    chapter: _Line
    number: SetText | None
    sections: tuple[_Line, ...]
    padding: tuple[float, float]
    height: float


def _row(press: Press, entry: Entry, toc: Element) -> _Row:
    measures, pitch = press.theme.measures, press.theme.page.column_pitch
    item = add(toc, "TOCI")
    link = add(add(item, "Reference"), "Link")
    numbered = bool(entry.number)
    number = None
    if numbered:
        words = Paragraph("contents-number", (Run(entry.number),), entry.family)
        number = SetText(press, words, _NAME_COLUMN * pitch, link, underlined=False)
    width = (_PAGE_COLUMN - _NAME_COLUMN) * pitch - measures["contents-name-gap"]
    style = "contents-chapter" if numbered else "contents-front"
    title = entry_title(press, entry, style, width, link)
    sections = _sections(press, entry, item)
    padding = (
        (measures["contents-padding-top"], measures["contents-padding-bottom"])
        if numbered
        else (measures["contents-front-top"], measures["contents-front-bottom"])
    )
    text = max(title.height, sum(line.title.height for line in sections))
    height = max(text + sum(padding), measures["contents-row"] if numbered else 0.0)
    return _Row(_Line(entry, title, link), number, sections, padding, height)


def _sections(press: Press, entry: Entry, item: Element) -> tuple[_Line, ...]:
    if not entry.entries:
        return ()
    page, measures = press.theme.page, press.theme.measures
    inner = add(item, "TOC")
    width = page.frame_width - _SECTION_COLUMN * page.column_pitch - measures["contents-section-indent"]
    lines = []
    for section in entry.entries:
        link = add(add(add(inner, "TOCI"), "Reference"), "Link")
        lines.append(_Line(section, entry_title(press, section, "contents-section", width, link), link))
    return tuple(lines)


def _strip(press: Press, row: _Row, first: bool, after_front: bool, last: bool) -> Strip:
    measures = press.theme.measures

    def paint(page: Page, top: float) -> None:
        _paint_row(press, row, page, top)

    before = measures["contents-front-after"] if after_front else 0.0
    return Strip(row.height + measures["rule"], paint, before=before, keep=int(first and not last))


def _paint_row(press: Press, row: _Row, page: Page, top: float) -> None:
    frame, measures, family = press.theme.page, press.theme.measures, row.chapter.entry.family
    page.paint(page.ink.rule(frame.left, top, frame.frame_width, measures["rule"], press.colour("rule", family)))
    y = top + measures["rule"] + row.padding[0]
    if row.number:
        bar = page.ink.rule(
            frame.left, top, measures["contents-bar-width"], measures["contents-bar"], press.colour("base", family)
        )
        page.paint(bar)
        # it stands beside the name, wherever that stands
        number = y - measures["contents-padding-top"] + measures["contents-number-top"]
        row.number.paint_all(page, frame.left, number)
    _paint_chapter(press, row, page, top, y)
    for line in row.sections:
        _paint_section(press, line, page, y)
        y += line.title.height


def _paint_chapter(press: Press, row: _Row, page: Page, top: float, y: float) -> None:
    frame, line = press.theme.page, row.chapter
    x = frame.left + _NAME_COLUMN * frame.column_pitch
    line.title.paint_all(page, x, y)
    page_x = frame.left + _PAGE_COLUMN * frame.column_pitch
    paint_entry_page(press, line.entry, "contents-page", page, (page_x, y), line.link)
    left = frame.left if row.number else x
    width = frame.left + _SECTION_COLUMN * frame.column_pitch - left
    words = f"{line.entry.number} {words_of(line.entry.title)}".strip()
    page.link(Place(left, width), top, row.height, f"#{line.entry.anchor}", words, line.link)


def _paint_section(press: Press, line: _Line, page: Page, y: float) -> None:
    frame, indent = press.theme.page, press.theme.measures["contents-section-indent"]
    x = frame.left + _SECTION_COLUMN * frame.column_pitch
    paint_entry(press, line.entry, line.title, "contents-section-page", page, (x, y), indent)
    width = frame.left + frame.frame_width - x
    page.link(Place(x, width), y, line.title.height, f"#{line.entry.anchor}", words_of(line.entry.title), line.link)
