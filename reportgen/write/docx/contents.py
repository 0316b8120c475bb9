"""Writes the contents: Word's own field, filled in with the entries and the pages of the PDF's layout."""

from __future__ import annotations

from collections.abc import Iterator

from reportgen.model.flow import Contents, Entry
from reportgen.write.docx import characters
from reportgen.write.docx.body import Body
from reportgen.write.docx.markup import add_field_mark, add_instruction, add_jump, add_paragraph, add_tab, add_text
from reportgen.write.docx.pieces import bookmark_name
from reportgen.write.docx.styles import SECTION_END
from reportgen.write.docx.xml import Element

FIELD = 'TOC \\o "1-2" \\h \\z \\u'


def write_contents(body: Body, contents: Contents) -> None:
    """Write the contents' title and its entries: chapters, and below each its sections."""
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
    add_paragraph(body.root, body.styles.paragraph(SECTION_END, ""))


def _lines(entries: tuple[Entry, ...]) -> Iterator[tuple[str, Entry]]:
    for chapter in entries:
        yield "contents-chapter", chapter
        for section in chapter.entries:
            yield "contents-section", section


def _entry(body: Body, link: Element, style: str, entry: Entry) -> None:
    if style == "contents-chapter":
        if entry.number:
            add_text(link, entry.number, body.styles.character(characters.CHAPTER_MARK, entry.family))
        add_tab(link)
    body.pieces.write(link, entry.title, style, bold=style == "contents-chapter", plain=characters.ENTRY)
    add_tab(link)
    body.pieces.page(link, entry.anchor)
