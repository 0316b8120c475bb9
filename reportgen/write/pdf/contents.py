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
from reportgen.write.pdf.paragraph import followed
from reportgen.write.pdf.parts import Element
from reportgen.write.pdf.press import Press
from reportgen.write.pdf.record import words_of
from reportgen.write.pdf.slot import Place
from reportgen.write.pdf.stack import Head
from reportgen.write.pdf.strip import Strip
from reportgen.write.pdf.text import SetText

_NAME_COLUMN, _PAGE_COLUMN, _SECTION_COLUMN = 2, 6, 7
"""Columns of the page's grid, counted from 0."""
_CLOSE_TITLE = "h1"
"""The style of the title where the entries would not fit on a page below one that is set large."""


def flow_contents(press: Press, contents: Contents) -> None:
    """Stack the contents from a new page on; what follows them begins a page."""
    press.stack.begin_page()
    press.stack.head = Head("", "", contents.title.family)
    press.parent = add(press.root, "Sect")
    heading, toc = add(press.parent, "H1"), add(press.parent, "TOC")
    title, rows = _title_strip(press, contents.title, heading), [_row(press, entry, toc) for entry in contents.entries]
    if _height(press, rows) > _room(press, title):
        title = _title_strip(press, replace(contents.title, style=_CLOSE_TITLE), heading)
        rows = _drawn_in(press, rows, _room(press, title))
    press.stack.add(title)
    for number, row in enumerate(rows):
        press.stack.add(_strip(press, row, _ends_front(rows, number), keep=int(number == 0 and len(rows) > 1)))
    press.stack.begin_page()


def _title_strip(press: Press, words: Paragraph, element: Element) -> Strip:
    def paint(page: Page, top: float) -> None:
        press.record.bookmark(depth, words_of(words.pieces), page, top)
        title.paint_all(page, press.theme.page.left, top - up)

    measures, style = press.theme.measures, press.theme.styles[words.style]
    close = words.style == _CLOSE_TITLE
    up = measures["title-up"] if close else measures["contents-title-up"]
    after = style.after if close else measures["contents-title-after"]
    title = SetText(press, words, press.theme.page.frame_width, element)
    depth = press.depth(1)
    return Strip(title.height - up, paint, after=after, keep=1, heading=True)


def _room(press: Press, title: Strip) -> float:
    return press.stack.frame_height - title.height - title.after


def _height(press: Press, rows: list[_Row]) -> float:
    """Return how high rows stand together."""
    measures = press.theme.measures
    gaps = sum(measures["contents-front-after"] for number in range(len(rows)) if _ends_front(rows, number))
    return sum(row.height + measures["rule"] for row in rows) + gaps


def _ends_front(rows: list[_Row], number: int) -> bool:
    """Return whether a row is the first with a number below others that have none."""
    return number > 0 and rows[number].number is not None and rows[number - 1].number is None


def _drawn_in(press: Press, rows: list[_Row], room: float) -> list[_Row]:
    """Return rows that are too high for ``room`` set more closely: by as little as fills it, within limits."""
    closest = [_closest(press, row) for row in rows]
    least, most = _height(press, closest), _height(press, rows)
    share = max(0.0, (room - least) / (most - least)) if most > least else 0.0
    return [_between(*pair, min(share, 1.0)) for pair in zip(closest, rows, strict=True)]


def _closest(press: Press, row: _Row) -> _Row:
    measures = press.theme.measures
    if row.number is None:
        return row
    padding = (measures["contents-dense-top"], measures["contents-dense-bottom"])
    height = max(row.height - sum(row.padding) + sum(padding), measures["contents-dense-row"])
    return replace(row, padding=padding, height=height)


def _between(close: _Row, loose: _Row, share: float) -> _Row:
    """Return a row that is looser than ``close`` by a share of what ``loose`` is."""
    top, bottom = (low + (high - low) * share for low, high in zip(close.padding, loose.padding, strict=True))
    return replace(close, padding=(top, bottom), height=close.height + (loose.height - close.height) * share)


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
        number = SetText(press, followed(words), _NAME_COLUMN * pitch, link, underlined=False)
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


def _strip(press: Press, row: _Row, after_front: bool, keep: int) -> Strip:
    measures = press.theme.measures

    def paint(page: Page, top: float) -> None:
        _paint_row(press, row, page, top)

    before = measures["contents-front-after"] if after_front else 0.0
    return Strip(row.height + measures["rule"], paint, before=before, keep=keep)


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
