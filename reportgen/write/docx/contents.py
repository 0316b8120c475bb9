"""Writes the contents: Word's own field, filled in with the entries and the pages of the PDF's layout."""

from __future__ import annotations

from collections.abc import Iterator

from reportgen.model.flow import Contents, Entry
from reportgen.write.docx import characters
from reportgen.write.docx.body import Body
from reportgen.write.docx.markup import add_field_mark, add_instruction, add_jump, add_paragraph, add_tab, add_text
from reportgen.write.docx.pieces import bookmark_name
from reportgen.write.docx.placing import contents_padding
from reportgen.write.docx.xml import Element

FIELD = 'TOC \\o "1-2" \\h \\z \\u'


def write_contents(body: Body, contents: Contents) -> None:
    """Write the contents' title and its entries: chapters, and below each its sections."""
    body.flow(contents.title)
    lines = list(_lines(contents.entries))
    body.styles.dense = _height(body, contents) > body.theme.page.bottom - body.theme.page.top
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


def _height(body: Body, contents: Contents) -> float:
    """Return how high the contents are where they are not dense."""
    theme = body.theme
    title = theme.styles["contents-title"].leading
    row = theme.styles["contents-chapter"].leading + sum(contents_padding(theme, dense=False)) + theme.measures["rule"]
    sections = sum(len(chapter.entries) for chapter in contents.entries)
    return title + len(contents.entries) * row + sections * theme.styles["contents-section"].leading


def _entry(body: Body, link: Element, style: str, entry: Entry) -> None:
    if style == "contents-chapter":
        if entry.number:
            add_text(link, entry.number, body.styles.character(characters.ACCENT, entry.family))
        add_tab(link)
    body.pieces.write(link, entry.title, style, bold=style == "contents-chapter")
    add_tab(link)
    body.pieces.page(link, entry.anchor)
