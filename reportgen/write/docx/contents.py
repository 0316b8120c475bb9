"""Writes the contents: Word's own field, filled in with the entries and the pages of the PDF's layout."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec.structs import replace

from reportgen.model.flow import Contents, Entry, Run
from reportgen.style.listed import FIGURES, TABLES
from reportgen.write.docx import characters
from reportgen.write.docx.body import Body
from reportgen.write.docx.markup import add_field_mark, add_instruction, add_jump, add_paragraph, add_tab, add_text
from reportgen.write.docx.pieces import SEQUENCES, bookmark_name
from reportgen.write.docx.placing import Fit, loose
from reportgen.write.docx.xml import Element

_SURE = 0.94
"""What of a page may be reckoned with: lines are higher than the theme says where their fonts want it."""
_CLOSEST = 1.2
"""The least leading of entries, in sizes of their text."""

_CAPTIONS = {TABLES: "Caption", FIGURES: "Chart Title"}
"""The styles of captions, as Word shows their names."""

FIELD = 'TOC \\o "1-2" \\h \\z \\u'


def write_contents(body: Body, contents: Contents) -> None:
    """Write the contents, chapters and below each its sections, or a list of captions, below their title."""
    if not contents.of:
        body.styles.fit = _fit(body, contents)
    body.flow(contents.title)
    lines = list(_lines(contents))
    for at, (style, entry) in enumerate(lines):
        paragraph = add_paragraph(body.root, body.styles.paragraph(style, entry.family))
        if at == 0:
            add_field_mark(paragraph, "begin")
            add_instruction(paragraph, _instruction(contents))
            add_field_mark(paragraph, "separate")
        _entry(body, add_jump(paragraph, bookmark_name(entry.anchor)), style, entry)
        if at == len(lines) - 1:
            add_field_mark(paragraph, "end")
    # LibreOffice loses the page number of a section that ends in the same paragraph as the field.
    body.end_paragraph()


def _instruction(contents: Contents) -> str:
    """Return the field's instruction. Captions are found by their numbers, or by their style where they have none."""
    if not contents.of:
        return FIELD
    counted = any(isinstance(piece, Run) and piece.counts for entry in contents.entries for piece in entry.title)
    found = f'\\c "{SEQUENCES[contents.of]}"' if counted else f'\\t "{_CAPTIONS[contents.of]},1"'
    return f"TOC \\h \\z {found}"


def _lines(contents: Contents) -> Iterator[tuple[str, Entry]]:
    for chapter in contents.entries:
        yield ("contents-front" if contents.of else "contents-chapter"), chapter
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
    title = (replace(piece, counts="") if isinstance(piece, Run) else piece for piece in entry.title)
    body.pieces.write(link, title, style, bold=style != "contents-section")
    add_tab(link)
    body.pieces.page(link, entry.anchor)
