"""Writes the notes below a table or chart, each with its number in its indent."""

from __future__ import annotations

from reportgen.model.flow import TableNote
from reportgen.write.docx import characters
from reportgen.write.docx.body import Body
from reportgen.write.docx.markup import add_paragraph, add_tab, add_text, space_paragraph
from reportgen.write.docx.xml import twips


def write_table_notes(body: Body, notes: tuple[TableNote, ...], variant: str = "") -> None:
    """Write notes; ``variant`` is ``column`` for those that stand in the column of prose."""
    for at, note in enumerate(notes):
        text = note.text
        paragraph = add_paragraph(body.root, body.styles.paragraph(text.style, text.family, variant))
        if at == 0:
            space_paragraph(paragraph, before=twips(body.theme.measures["table-notes-gap"]))
        add_text(paragraph, f"({note.number})", body.styles.character(characters.STRONG))
        add_tab(paragraph)
        body.fill(paragraph, text)
