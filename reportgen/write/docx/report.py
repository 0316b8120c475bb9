"""Writes a story as a Word document: the same words as the PDF, in Word's own styles, notes, fields and charts."""

from __future__ import annotations

from pathlib import Path

from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.part import Part
from msgspec.structs import replace

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
from reportgen.model.locale import Locale
from reportgen.model.theme import Theme
from reportgen.style.turned import turned
from reportgen.write.docx.body import Body
from reportgen.write.docx.boxes import write_box
from reportgen.write.docx.card_group import write_card_group
from reportgen.write.docx.cards import write_cards
from reportgen.write.docx.contact import write_contact
from reportgen.write.docx.contents import write_contents
from reportgen.write.docx.cover import write_back_cover, write_cover
from reportgen.write.docx.diagrams import write_diagram
from reportgen.write.docx.figures import write_chart, write_picture
from reportgen.write.docx.font_table import font_table_part
from reportgen.write.docx.lists import end_list, write_items
from reportgen.write.docx.markup import add
from reportgen.write.docx.matrix import write_matrix
from reportgen.write.docx.notes import notes_root, write_notes
from reportgen.write.docx.numbering import chapter_format
from reportgen.write.docx.opening import write_opening
from reportgen.write.docx.package import add_part, add_properties, new_document, package_bytes
from reportgen.write.docx.plan import plan
from reportgen.write.docx.sections import Sections
from reportgen.write.docx.settings import settings_part
from reportgen.write.docx.tables import write_table
from reportgen.write.docx.theme_part import theme_part
from reportgen.write.docx.xml import Element, tree, w


def write_docx(story: Story, theme: Theme, locale: Locale, pages: dict[str, str], root: Path, version: str) -> bytes:
    """Return the bytes of a report's Word document; the same story gives the same bytes.

    ``pages`` is the page label of each anchor in the PDF's layout: fields show them until Word updates them.
    ``root`` is the folder that pictures' paths start from, ``version`` the tool's. Raises `ReportError` for a picture
    that cannot be read.
    """
    document = tree(w("document"))
    part = new_document(document)
    body = Body(part, add(document, "body"), story, theme, locale, pages, root)
    write_story(body)
    add_notes(body)
    add_parts(body)
    add_properties(part, story, locale, version)
    return package_bytes(part)


def write_story(body: Body) -> None:
    """Write all flows of a body's story, section by section."""
    sections = Sections(body)
    upright = body.theme
    for section in plan(body.story.flows):
        body.theme = replace(upright, page=turned(upright.page)) if section.landscape else upright
        for flow in section.flows:
            _write_flow(body, flow)
        sections.end(section)
    sections.finish()


def _write_flow(body: Body, flow: Flow) -> None:
    match flow:
        case Paragraph():
            body.flow(flow)
        case Items():
            write_items(body, body.root, flow)
            end_list(body)
        case Boxed():
            write_box(body, flow)
        case Table():
            write_table(body, flow)
        case Turn():
            return  # the plan has made a section of it
        case _:
            _write_piece(body, flow)


def _write_piece(body: Body, flow: Flow) -> None:
    match flow:
        case Cards():
            write_cards(body, flow)
        case CardGroup():
            write_card_group(body, flow)
        case Chart():
            write_chart(body, flow)
        case Diagram():
            write_diagram(body, flow)
        case Matrix():
            write_matrix(body, flow)
        case Picture():
            write_picture(body, flow)
        case _:
            _write_page(body, flow)


def _write_page(body: Body, flow: Flow) -> None:
    """Write what begins a page."""
    match flow:
        case Cover():
            write_cover(body, flow)
        case BackCover():
            write_back_cover(body, flow)
        case Contact():
            write_contact(body, flow)
        case Contents():
            write_contents(body, flow)
        case Chapter():
            write_opening(body, flow)


def add_notes(body: Body) -> tuple[Part, Element]:
    """Add the footnotes; return their part and its root."""
    notes = notes_root()
    part = add_part(body.part, "footnotes", CONTENT_TYPE.WML_FOOTNOTES, RELATIONSHIP_TYPE.FOOTNOTES, notes)
    write_notes(body, part, notes)
    return part, notes


def add_parts(body: Body) -> None:
    """Add the other parts. The styles come last but the numbers: writing the others is what calls for them."""
    settings = tree(settings_part(body.locale))
    add_part(body.part, "settings", CONTENT_TYPE.WML_SETTINGS, RELATIONSHIP_TYPE.SETTINGS, settings)
    add_part(body.part, "styles", CONTENT_TYPE.WML_STYLES, RELATIONSHIP_TYPE.STYLES, tree(body.styles.part()))
    chapters = [flow.number for flow in body.story.flows if isinstance(flow, Chapter) and flow.number]
    headings = body.styles.headings(chapter_format(chapters))
    numbers = body.numbering.part(body.design.scheme, headings)
    add_part(body.part, "numbering", CONTENT_TYPE.WML_NUMBERING, RELATIONSHIP_TYPE.NUMBERING, tree(numbers))
    fonts = font_table_part(body.design.fonts)
    add_part(body.part, "fontTable", CONTENT_TYPE.WML_FONT_TABLE, RELATIONSHIP_TYPE.FONT_TABLE, tree(fonts))
    theme = theme_part(body.design.scheme, body.design.fonts, body.story.author)
    add_part(body.part, "theme/theme1", CONTENT_TYPE.OFC_THEME, RELATIONSHIP_TYPE.THEME, tree(theme))
