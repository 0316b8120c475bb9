"""Lays a story out on pages, in one pass.

What goes in: the story of one language, the theme, a typesetter. What comes out: `parts.Layout`, finished pages with
their content, links and structure. The body is laid out with the places of page numbers left open; they are filled in
at the end, when every anchor's page is known, and heads and feet are added then. Nothing here breaks lines or writes
files.
"""

from __future__ import annotations

from collections.abc import Mapping

from reportgen.model.flow import (
    BackCover,
    Boxed,
    CardGroup,
    Cards,
    Chapter,
    Chart,
    Contact,
    Contents,
    Cover,
    Diagram,
    Flow,
    Items,
    Matrix,
    Paragraph,
    Picture,
    Story,
    Table,
    Turn,
)
from reportgen.model.theme import Theme
from reportgen.style.turned import turned
from reportgen.write.pdf.boxes import flow_box
from reportgen.write.pdf.card_group import flow_card_group
from reportgen.write.pdf.cards import flow_cards
from reportgen.write.pdf.chart import flow_chart
from reportgen.write.pdf.contact import flow_contact
from reportgen.write.pdf.content import content_of
from reportgen.write.pdf.contents import flow_contents
from reportgen.write.pdf.cover import flow_back_cover, flow_cover
from reportgen.write.pdf.diagram import flow_diagram
from reportgen.write.pdf.items import flow_items
from reportgen.write.pdf.kin import kin_of
from reportgen.write.pdf.matrix import flow_matrix
from reportgen.write.pdf.notes import Notes
from reportgen.write.pdf.numbering import on_the_right, printed_numbers
from reportgen.write.pdf.opening import flow_chapter
from reportgen.write.pdf.page import Page
from reportgen.write.pdf.paragraph import flow_paragraph
from reportgen.write.pdf.parts import Element, Layout, Segment, Sheet
from reportgen.write.pdf.picture import flow_picture
from reportgen.write.pdf.press import Press
from reportgen.write.pdf.record import Record
from reportgen.write.pdf.running import running
from reportgen.write.pdf.setting import Typesetter
from reportgen.write.pdf.slot import Filling, Slot
from reportgen.write.pdf.stack import Stack
from reportgen.write.pdf.table import flow_table

Titles = Mapping[tuple[int, float], str]
"""The words of headings by where they stand: page index and y."""


def lay_out(story: Story, theme: Theme, typesetter: Typesetter) -> Layout:
    """Lay out a story."""
    root = Element("Document")
    press = Press(theme, typesetter, story, Record(), root, root, root)
    press.notes = Notes(press)
    press.stack = Stack(press)
    kin = kin_of(story.flows)
    for place, flow in enumerate(story.flows):
        if isinstance(flow, Table):
            flow_table(press, flow, kin[place])
        elif isinstance(flow, Turn):
            press.stack.begin_page()
            press.turn(turned(theme.page) if flow.landscape else theme.page)
        else:
            _lay(press, flow)
    press.stack.finish()
    body = _body(story, press)
    labels = printed_numbers(len(press.stack.pages), body)
    labels[: _covers(story)] = [""] * _covers(story)
    titles = {(mark.page, mark.top): mark.words for mark in press.record.bookmarks}
    return Layout(
        tuple(_sheet(press, page, labels, titles, body) for page in press.stack.pages),
        tuple(press.record.bookmarks),
        press.record.anchors,
        {number: tuple(labels[at] for at in sorted(on)) for number, on in sorted(press.record.occurrences.items())},
        root,
        tuple((words, labels[at]) for words, at in press.record.misfits),
        tuple((words, labels[at]) for words, at in press.record.overfull),
        body,
    )


def _lay(press: Press, flow: Flow) -> None:
    match flow:
        case Paragraph():
            flow_paragraph(press, flow)
        case Items():
            flow_items(press, flow)
        case Boxed():
            flow_box(press, flow)
        case _:
            _lay_figure(press, flow)


def _lay_figure(press: Press, flow: Flow) -> None:
    match flow:
        case Cards():
            flow_cards(press, flow)
        case CardGroup():
            flow_card_group(press, flow)
        case Chart():
            flow_chart(press, flow)
        case Diagram():
            flow_diagram(press, flow)
        case Matrix():
            flow_matrix(press, flow)
        case Picture():
            flow_picture(press, flow)
        case _:
            _lay_page(press, flow)


def _lay_page(press: Press, flow: Flow) -> None:
    """Lay what begins a page."""
    match flow:
        case Cover():
            flow_cover(press, flow)
        case BackCover():
            flow_back_cover(press, flow)
        case Contact():
            flow_contact(press, flow)
        case Contents():
            flow_contents(press, flow)
        case Chapter():
            flow_chapter(press, flow)


def _covers(story: Story) -> int:
    return int(bool(story.flows) and isinstance(story.flows[0], Cover))


def _body(story: Story, press: Press) -> int:
    """Return the page on which the body begins: with the first chapter, or after the cover where there is none."""
    return _covers(story) if press.record.body is None else press.record.body


def _sheet(press: Press, page: Page, labels: list[str], titles: Titles, body: int) -> Sheet:
    page.end()
    filling = Filling(lambda slot: _led_to(press, slot, labels, titles), lambda slot: _number(press, slot, labels))
    label, head = labels[page.index], press.stack.heads[page.index]
    items = [filling.item(item, page.ink) for item in page.items]
    if head is not None:
        press.record.numbers(head.occurrences, page)
        items = running(press, page, head, label, odd=on_the_right(page.index, body)) + items
    links = tuple(filling.link(link) for link in page.links)
    return Sheet(content_of(items), tuple(page.marked), links, label, page.width, page.height)


def _led_to(press: Press, slot: Slot, labels: list[str], titles: Titles) -> str:
    """Return the heading that a slot's anchor is, if it is one, and the number of its page."""
    place = press.record.anchors.get(slot.anchor)
    return f"{titles.get(place, '')} {labels[place[0]]}".strip() if place else ""


def _number(press: Press, slot: Slot, labels: list[str]) -> Segment:
    """Set the number of the page that a slot's anchor stands on."""
    place = press.record.anchors.get(slot.anchor)
    return press.typesetter.tabular(labels[place[0]] if place else "", slot.style, slot.strong, slot.colour)
