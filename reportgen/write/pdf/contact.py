"""The contact page: a heading, lines of label and text between rules, the cloud, and who reports at the foot."""

from __future__ import annotations

from reportgen.model.flow import Contact
from reportgen.model.theme import Box
from reportgen.write.pdf.cloud import draw_cloud
from reportgen.write.pdf.cover import FAMILY, paint_foot_rule, paint_places
from reportgen.write.pdf.elements import add
from reportgen.write.pdf.page import Page
from reportgen.write.pdf.press import Press
from reportgen.write.pdf.record import words_of
from reportgen.write.pdf.text import SetText


def flow_contact(press: Press, contact: Contact) -> None:
    """Lay out the contact page."""
    page = press.stack.full_page()
    press.begin_part()
    boxes = {box.name: box for box in press.theme.places["contact"]}
    page.paint(draw_cloud(press.theme.clouds["contact"], press.theme.families[FAMILY], page.ink, page.width))
    depth, place = press.depth(contact.heading.level), boxes["title"]
    heading = SetText(press, contact.heading, place.width, add(press.parent, f"H{depth}"))
    press.record.anchor(contact.heading.anchor, page, place.top)
    press.record.bookmark(depth, words_of(contact.heading.pieces), page, place.top)
    heading.paint_all(page, place.x, place.top)
    foot = _paint_lines(press, contact, page, boxes["lines"])
    if contact.lines:
        press.record.room(contact.lines[-1].text.pieces, page, foot, press.theme.clouds["contact"].top)
    paint_foot_rule(press, page)
    paint_places(press, page, contact.parts, press.theme.places["contact"], add(press.parent, "Sect"))


def _paint_lines(press: Press, contact: Contact, page: Page, place: Box) -> float:
    """Paint the lines as a list without marks; return where they end."""
    measures, colour = press.theme.measures, press.colour("rule", FAMILY)
    padding, rule = measures["contact-padding"], measures["rule"]
    element = add(press.parent, "L", O="/List", ListNumbering="/None")
    y = place.top
    page.paint(page.ink.rule(place.x, y, place.width, rule, colour))
    for line in contact.lines:
        item = add(element, "LI")
        label = SetText(press, line.label, measures["contact-text"], add(item, "Lbl"))
        text = SetText(press, line.text, place.width - measures["contact-text"], add(item, "LBody"))
        y += rule + padding
        label.paint_all(page, place.x, y)
        text.paint_all(page, place.x + measures["contact-text"], y)
        y += max(label.height, text.height) + padding
        page.paint(page.ink.rule(place.x, y, place.width, rule, colour))
    return y
