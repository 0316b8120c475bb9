"""The footnotes part: the notes' texts, and the rule above them."""

from __future__ import annotations

from docx.opc.part import Part

from reportgen.model.flow import Footnote
from reportgen.write.docx import characters
from reportgen.write.docx.body import Body
from reportgen.write.docx.markup import add, add_paragraph, add_run, add_tab, indent_paragraph, space_paragraph
from reportgen.write.docx.pieces import PieceWriter
from reportgen.write.docx.xml import Element, attach, tree, twips, w

SEPARATORS = {-1: "separator", 0: "continuationSeparator"}
"""The ids of the rules above notes, which the settings name again."""


def notes_root() -> Element:
    """Return the part's root, with no notes yet."""
    return tree(w("footnotes"))


def write_notes(body: Body, part: Part, root: Element) -> None:
    """Write all footnotes of the story. A note's own marks refer to notes; they open none."""
    for number, kind in SEPARATORS.items():
        note = add(root, "footnote", type=kind, id=number)
        _separate(body, add_paragraph(note, body.styles.paragraph("footnote", "")))
    pieces = PieceWriter(part, body.styles, body.bookmarks, body.places, frozenset())
    for _, footnote in sorted(body.story.footnotes.items()):
        _note(body, pieces, root, footnote)


def _separate(body: Body, paragraph: Element) -> None:
    """Draw the rule above notes: a short one, over the column of prose."""
    page, measures = body.theme.page, body.theme.measures
    left = page.prose_x - page.left
    right = page.frame_width - left - measures["footnote-rule-width"]
    rule = body.design.scheme.rule("top", measures["rule"], body.theme.colours["rule"])
    attach(paragraph[0], w("pBdr", rule))
    space_paragraph(paragraph, before=0, after=0, line=twips(measures["footnote-rule-gap"]), lineRule="exact")
    indent_paragraph(paragraph, left=twips(left), hanging=0, right=twips(right))


def _note(body: Body, pieces: PieceWriter, root: Element, footnote: Footnote) -> None:
    text = footnote.text
    note = add(root, "footnote", id=footnote.number)
    paragraph = add_paragraph(note, body.styles.paragraph(text.style, text.family))
    add(add_run(paragraph, body.styles.character(characters.STRONG)), "footnoteRef")
    add_tab(paragraph)
    begun = body.bookmarks.open(paragraph, (), text.messages)
    pieces.write(paragraph, text.pieces, text.style)
    body.bookmarks.close(paragraph, begun)
