"""Writes the contact page: its heading, lines of label and text between rules, the art and who reports at the foot."""

from __future__ import annotations

from reportgen.model.flow import Contact, Paragraph
from reportgen.style.cloud import cloud
from reportgen.write.docx.body import Body
from reportgen.write.docx.cover import foot_rule, write_art, write_framed
from reportgen.write.docx.markup import add, space_paragraph
from reportgen.write.docx.xml import Element, Node, attach, twips, w


def write_contact(body: Body, contact: Contact) -> None:
    """Write the contact page."""
    theme = body.theme
    heading = body.flow(contact.heading)
    if contact.lines:
        lines = next(box for box in theme.places["contact"] if box.name == "lines")
        under = theme.page.top + theme.styles[contact.heading.style].leading
        space_paragraph(heading, after=twips(max(0.0, lines.top - under)))
        _write_lines(body, contact)
    write_framed(body, contact.parts, theme.places["contact"])
    palette = next(iter(theme.families.values()))
    write_art(body, body.story.short_title, (*cloud(theme.clouds["contact"], palette), foot_rule(body)))


def _write_lines(body: Body, contact: Contact) -> None:
    place = {box.name: box for box in body.theme.places["contact"]}["lines"]
    widths = (body.theme.measures["contact-text"], place.width - body.theme.measures["contact-text"])
    table = add(body.root, "tbl")
    attach(table, _properties(body, place.x - body.theme.page.left, place.width))
    attach(table, w("tblGrid", *(w("gridCol", w=twips(width)) for width in widths)))
    for line in contact.lines:
        row = add(table, "tr")
        attach(row, w("trPr", w("cantSplit")))
        for paragraph, width in zip((line.label, line.text), widths, strict=True):
            _write_cell(body, row, paragraph, width)


def _write_cell(body: Body, row: Element, paragraph: Paragraph, width: float) -> None:
    cell = add(row, "tc")
    attach(cell, w("tcPr", w("tcW", w=twips(width), type="dxa")))
    body.write(cell, paragraph)


def _properties(body: Body, left: float, width: float) -> Node:
    measures, colour = body.theme.measures, body.theme.colours["rule"]
    rules = (body.design.scheme.rule(side, measures["rule"], colour) for side in ("top", "bottom", "insideH"))
    padding = twips(measures["contact-padding"])
    margins = {"top": padding, "left": 0, "bottom": padding, "right": 0}
    return w(
        "tblPr",
        w("tblW", w=twips(width), type="dxa"),
        w("tblInd", w=twips(left), type="dxa"),
        w("tblBorders", *rules),
        w("tblLayout", type="fixed"),
        w("tblCellMar", *(w(edge, w=wide, type="dxa") for edge, wide in margins.items())),
        w("tblLook", val="0680", firstRow=0, lastRow=0, firstColumn=1, lastColumn=0, noHBand=1, noVBand=1),
    )
