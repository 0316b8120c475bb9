"""Writes labels into the side column of an opening page."""

from __future__ import annotations

from reportgen.model.flow import Paragraph
from reportgen.write.docx.body import Body
from reportgen.write.docx.markup import indent_paragraph, keep_paragraph, set_paragraph
from reportgen.write.docx.xml import twips, w


def write_label(body: Body, label: Paragraph) -> None:
    """Write a label into the side column, beside what comes next."""
    page, measures = body.theme.page, body.theme.measures
    made = body.write(body.root, label)
    down = (measures["opening-row"] - body.theme.styles[label.style].leading) / 2
    width = twips(page.side_width)
    place = w("framePr", w=width, wrap="around", vAnchor="text", hAnchor="margin", xAlign="left", y=twips(down))
    set_paragraph(made, place)
    indent_paragraph(made, left=0)
    keep_paragraph(made)
