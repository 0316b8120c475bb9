"""Writes the contents: Word's own field, filled in with the entries and the pages of the PDF's layout."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from reportgen.model.flow import Contents, Entry
from reportgen.write.docx import characters
from reportgen.write.docx.body import Body
from reportgen.write.docx.markup import add_field_mark, add_instruction, add_jump, add_paragraph, add_tab, add_text
from reportgen.write.docx.pieces import bookmark_name
from reportgen.write.docx.placing import Fit, loose
from reportgen.write.docx.xml import Element

_SURE = 0.94
"""What of a page may be reckoned with: lines are higher than the theme says where their fonts want it."""
_CLOSEST = 1.2
"""The least leading of entries, in sizes of their text."""

FIELD = 'TOC \\o "1-2" \\h \\z \\u'


def write_contents(body: Body, contents: Contents) -> None:
    """Write the contents' title and its entries: chapters, and below each its sections."""
    body.styles.fit = _fit(body, contents)
    body.flow(contents.title)
    lines = list(_lines(contents.entries))
    for at, (style, entry) in enumerate(lines):
        paragraph = add_paragraph(body.root, body.styles.paragraph(style, entry.family))
        if at == 0:
            add_field_mark(paragraph, "begin")
            add_instruction(paragraph, FIELD)
            add_field_mark(paragraph, "separate")
        _entry(body, add_jump(paragraph, bookmark_name(entry.anchor)), style, entry)
        if at == len(lines) - 1:
            add_field_mark(paragraph, "end")
    # LibreOffice loses the page number of a section that ends in the same paragraph as the field.
    body.end_paragraph()


def _lines(entries: tuple[Entry, ...]) -> Iterator[tuple[str, Entry]]:
    for chapter in entries:
        yield "contents-chapter", chapter
        for section in chapter.entries:
            yield "contents-section", section


def _fit(body: Body, contents: Contents) -> Fit:
    """Return how close the contents stand: on one page where they can, as in the PDF."""
    theme, measures = body.theme, body.theme.measures
    usual = loose(theme)
    sections = sum(len(chapter.entries) for chapter in contents.entries)
    room = (theme.page.bottom - theme.page.top) * _SURE - theme.styles["contents-title"].leading
    if _height(body, contents, usual) + sections * usual.section <= room:
        return usual
    dense = Fit(
        measures["contents-front-after"],
        measures["contents-front-top"],
        measures["contents-front-bottom"],
        theme.styles["contents-chapter"].size * _CLOSEST,
        theme.styles["contents-section"].size * _CLOSEST,
    )
    left = (room - _height(body, contents, dense)) / max(sections, 1)
    return replace(dense, section=min(usual.section, max(left, dense.section)))


def _height(body: Body, contents: Contents, fit: Fit) -> float:
    """Return how high the contents are without their title and their sections."""
    row = fit.chapter + fit.below_rule + fit.above_rule + body.theme.measures["rule"]
    return fit.title + len(contents.entries) * row


def _entry(body: Body, link: Element, style: str, entry: Entry) -> None:
    if style == "contents-chapter":
        if entry.number:
            add_text(link, entry.number, body.styles.character(characters.ACCENT, entry.family))
        add_tab(link)
    body.pieces.write(link, entry.title, style, bold=style == "contents-chapter")
    add_tab(link)
    body.pieces.page(link, entry.anchor)
