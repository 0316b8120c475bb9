"""Contact page and back cover in Word: each in a section of its own, lines in frames at the theme's places."""

from __future__ import annotations

import pytest

from reportgen.model.flow import BackCover, Contact, ContactLine, LineBreak, Run
from reportgen.write.docx.xml import hexa, twips

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"


@pytest.fixture
def contact(p):
    lines = (
        ContactLine(p("contact-label", "Address"), p("contact-text", "North Pier")),
        ContactLine(p("contact-label", "Mail"), p("contact-text", Run("a@b.example", link="mailto:a@b.example"))),
    )
    parts = (("name", p("cover-name", "Kestrel Bay")), ("codes", p("cover-line", "A", LineBreak(), "B")))
    return Contact(p("contact-title", "Write to us", level=1, anchor="contact"), lines, parts)


@pytest.fixture
def back(p):
    return BackCover((("brand", p("back-cover-brand", "Kestrel")), ("title", p("back-cover-line", "The Report"))))


def words(element):
    return "".join(run.text or "" for run in element.iter(f"{W}t"))


def frames(written):
    """Return where each framed line stands, by its words."""
    found = {}
    for paragraph in written.root().iter(f"{W}p"):
        frame = paragraph.find(f"{W}pPr/{W}framePr")
        if frame is not None:
            found[words(paragraph)] = tuple(int(frame.get(f"{W}{side}")) for side in ("x", "y", "w"))
    return found


def place(theme, page, name):
    box = next(box for box in theme.places[page] if box.name == name)
    return twips(box.x), twips(box.top), twips(box.width)


def test_each_is_a_section_without_head_and_foot(write, p, contact, back):
    written = write(p("prose", "Before."), contact, back)
    sections = list(written.root().iter(f"{W}sectPr"))
    assert len(sections) == 3
    heads = {r.get("Id"): r.get("Target") for r in written.root("word/_rels/document.xml.rels")}
    relation = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
    for section in sections[1:]:
        for kind in ("header", "footer"):
            part = heads[section.find(f"{W}{kind}Reference").get(relation)]
            assert "".join(written.root(f"word/{part}").itertext()) == ""


def test_the_heading_is_one_of_words_own_and_can_be_led_to(write, contact):
    written = write(contact)
    assert written.text("Heading 1 Contact") == ["Write to us"]
    assert [mark.get(f"{W}name") for mark in written.root().iter(f"{W}bookmarkStart")] == ["contact"]


def test_labels_and_texts_are_rows_between_rules(write, contact, theme):
    written = write(contact)
    (table,) = written.root().iter(f"{W}tbl")
    assert [[words(cell) for cell in row.iter(f"{W}tc")] for row in table.iter(f"{W}tr")] == [
        ["Address", "North Pier"],
        ["Mail", "a@b.example"],
    ]
    rules = table.find(f"{W}tblPr/{W}tblBorders")
    assert [rule.tag.removeprefix(W) for rule in rules] == ["top", "bottom", "insideH"]
    assert {rule.get(f"{W}color") for rule in rules} == {hexa(theme.colours["rule"])}
    left, _, width = place(theme, "contact", "lines")
    assert int(table.find(f"{W}tblPr/{W}tblInd").get(f"{W}w")) == left - twips(theme.page.left)
    widths = [int(column.get(f"{W}w")) for column in table.iter(f"{W}gridCol")]
    assert widths[0] == twips(theme.measures["contact-text"])
    assert sum(widths) == pytest.approx(width, abs=1)
    look = table.find(f"{W}tblPr/{W}tblLook")
    assert (look.get(f"{W}firstRow"), look.get(f"{W}firstColumn")) == ("0", "1"), "labels are the rows' headers"
    targets = {r.get("Target") for r in written.root("word/_rels/document.xml.rels")}
    assert "mailto:a@b.example" in targets


def test_a_contact_page_may_have_no_lines(write, p):
    written = write(Contact(p("contact-title", "Write to us", level=1), (), ()))
    assert list(written.root().iter(f"{W}tbl")) == []
    assert written.text("Heading 1 Contact") == ["Write to us"]


def test_lines_at_the_foot_stand_at_the_themes_places(write, contact, back, theme):
    assert frames(write(contact)) == {
        "Kestrel Bay": place(theme, "contact", "name"),
        "AB": place(theme, "contact", "codes"),
    }
    assert frames(write(back)) == {
        "Kestrel": place(theme, "back-cover", "brand"),
        "The Report": place(theme, "back-cover", "title"),
    }


def test_the_art_is_behind_the_page_and_says_what_it_is(write, contact, back, theme):
    written = write(contact, back)
    drawings = list(written.root().iter(f"{WP}anchor"))
    assert [drawing.get("behindDoc") for drawing in drawings] == ["1", "1"]
    assert [drawing.find(f"{WP}docPr").get("name") for drawing in drawings] == ["Contact", "Back cover"]
    assert all(drawing.find(f"{WP}docPr").get("descr") for drawing in drawings)
    ground = next(colour.get("val") for colour in drawings[1].iter(f"{A}srgbClr"))
    assert ground == hexa(theme.families["brand"].deep), "the back cover's ground is painted first"
    extent = drawings[1].find(f"{WP}extent")
    assert int(extent.get("cx")) == pytest.approx(theme.page.width * 12700, rel=0.001)
    assert int(extent.get("cy")) == pytest.approx(theme.page.height * 12700, rel=0.001)
