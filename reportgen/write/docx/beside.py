"""A drawing with a list beside it: a table of two cells in no style, and numbered paragraphs."""

from __future__ import annotations

from reportgen.model.flow import Paragraph
from reportgen.write.docx.body import Body
from reportgen.write.docx.laid_out import laid_out
from reportgen.write.docx.markup import (
    add,
    add_paragraph,
    add_tab,
    indent_paragraph,
    space_paragraph,
    tab_paragraph,
)
from reportgen.write.docx.xml import Element, attach, twips, w


def add_cells(body: Body, drawn: float, reach: float) -> tuple[Element, Element]:
    """Add a table across the prose column; return its cells, for what is ``drawn`` and for the list.

    What is drawn is so many points wide, with the gap beside it, and reaches beyond the column's edge.
    """
    page = body.theme.page
    widths = [twips(drawn + reach), twips(page.prose_width - drawn)]
    table = add(body.root, "tbl")
    attach(table, laid_out(sum(widths), twips(page.prose_x - page.left - reach)))
    attach(table, w("tblGrid", *(w("gridCol", w=width) for width in widths)))
    row = add(table, "tr")
    attach(row, w("trPr", w("cantSplit")))
    left, right = (add(row, "tc") for _ in widths)
    for cell, width in zip((left, right), widths, strict=True):
        attach(cell, w("tcPr", w("tcW", w=width, type="dxa")))
    return left, right


def write_numbered(body: Body, cell: Element, number: Paragraph, words: Paragraph, indent: int, above: int) -> None:
    """Write words in one paragraph with their number, which hangs before them; lengths in twips."""
    made = add_paragraph(cell, body.styles.paragraph(words.style, words.family))
    tab_paragraph(made, ("left", indent))
    space_paragraph(made, before=above, after=0)
    indent_paragraph(made, left=indent, hanging=indent)
    mark = body.styles.words(number.style, number.family)
    body.pieces.write(made, number.pieces, number.style, bold=body.styles.is_bold(number.style), mark=mark)
    add_tab(made)
    body.fill(made, words)
