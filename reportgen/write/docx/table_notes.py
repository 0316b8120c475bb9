"""Writes the notes below a table or chart, each with its number in its indent."""

from __future__ import annotations

from reportgen.model.flow import Paragraph, TableNote
from reportgen.write.docx import characters
from reportgen.write.docx.body import Body
from reportgen.write.docx.markup import (
    add_paragraph,
    add_tab,
    add_text,
    indent_paragraph,
    keep_paragraph,
    space_paragraph,
    tab_paragraph,
)
from reportgen.write.docx.xml import Element, twips


def write_table_notes(body: Body, notes: tuple[TableNote, ...], *, shift: float = 0.0) -> None:
    """Write notes, ``shift`` points from the margin. They stay with one another, as the last row does with them."""
    for at, note in enumerate(notes):
        text = note.text
        paragraph = add_paragraph(body.root, body.styles.paragraph(text.style, text.family))
        if at + 1 < len(notes):
            keep_paragraph(paragraph)
        if at == 0:
            space_paragraph(paragraph, before=twips(body.theme.measures["table-notes-gap"]))
        if shift:
            _shift(body, paragraph, text, shift)
        add_text(paragraph, f"({note.number})", body.styles.character(characters.STRONG))
        add_tab(paragraph)
        body.fill(paragraph, text)


def _shift(body: Body, paragraph: Element, text: Paragraph, shift: float) -> None:
    left = twips(shift + body.styles.placing(text.style, text.family).left)
    tab_paragraph(paragraph, ("left", left))
    indent_paragraph(paragraph, left=left)
