"""Writes the contact page: its heading, lines of label and text between rules, the art and who reports at the foot."""

from __future__ import annotations

from reportgen.model.flow import Contact, ContactLine
from reportgen.style.cloud import cloud
from reportgen.write.docx.body import Body
from reportgen.write.docx.cover import foot_rule, write_art, write_framed
from reportgen.write.docx.markup import (
    add_paragraph,
    add_tab,
    indent_paragraph,
    set_paragraph,
    space_paragraph,
    tab_paragraph,
)
from reportgen.write.docx.xml import twips, w

_STYLE = "opening-section"
"""The style of a list between rules."""
_TEXT = 9
"""The outline level of what is no heading (ISO/IEC 29500-1, 17.3.1.20)."""


def write_contact(body: Body, contact: Contact) -> None:
    """Write the contact page."""
    theme = body.theme
    place = next(box for box in theme.places["contact"] if box.name == "lines")
    heading = body.flow(contact.heading)
    body.leave_out(heading, contact.heading)
    set_paragraph(heading, w("outlineLvl", val=_TEXT))  # the contents, which are made by levels, do not name it
    under = theme.page.top + theme.styles[contact.heading.style].leading
    space_paragraph(heading, after=twips(max(0.0, place.top - under)))
    for line in contact.lines:
        _write_line(body, line, place.x - theme.page.left)
    write_framed(body, contact.parts, theme.places["contact"])
    palette = body.design.palette(body.design.first)
    write_art(body, body.story.short_title, (*cloud(theme.clouds["contact"], palette), foot_rule(body)))


def _write_line(body: Body, line: ContactLine, left: float) -> None:
    """Write a label and, in a column beside it, its text."""
    hang = body.theme.measures["contact-text"]
    made = add_paragraph(body.root, body.styles.paragraph(_STYLE, line.label.family))
    own = body.styles.placing(_STYLE, line.label.family).tabs[0]
    tab_paragraph(made, ("clear", twips(own.at)), ("left", twips(left + hang)))
    indent_paragraph(made, left=twips(left + hang), hanging=twips(hang))
    body.fill(made, line.label)
    add_tab(made)
    body.fill(made, line.text)
