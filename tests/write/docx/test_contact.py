"""Contact page and back cover in Word: each in a section of its own, lines at the theme's places."""

from __future__ import annotations

import pytest

from reportgen.model.flow import BackCover, Contact, ContactLine, Contents, Entry, LineBreak, Run
from reportgen.write.docx.xml import emu, hexa, twips

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
R_ID = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
ADEC = "{http://schemas.microsoft.com/office/drawing/2017/decorative}"


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
        if frame is not None and words(paragraph):
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
    assert written.text("Heading 1 Chapter Unnumbered") == ["Write to us"], "it is no chapter that is counted"
    assert [mark.get(f"{W}name") for mark in written.root().iter(f"{W}bookmarkStart")] == ["contact"]


def test_contents_that_are_updated_leave_the_contact_page_out(write, contact, p):
    written = write(Contents(p("contents-title", "Contents"), (Entry("", (Run("About"),), "about", "brand"),)), contact)
    assert "\\u" in next(written.root().iter(f"{W}instrText")).text, "they are made by outline levels"
    (heading,) = (paragraph for paragraph in written.root().iter(f"{W}p") if words(paragraph) == "Write to us")
    assert heading.find(f"{W}pPr/{W}outlineLvl").get(f"{W}val") == "9"


def test_labels_and_texts_are_lines_between_rules(write, contact, theme):
    written = write(contact)
    assert written.text("Chapter List") == ["AddressNorth Pier", "Maila@b.example"]
    assert written.marked("Quiet")[:2] == ["Address", "Mail"]
    left, _, _ = place(theme, "contact", "lines")
    line = list(written.root().iter(f"{W}p"))[1].find(f"{W}pPr")
    hang = twips(theme.measures["contact-text"])
    indent = line.find(f"{W}ind")
    assert int(indent.get(f"{W}hanging")) == hang
    assert int(indent.get(f"{W}left")) == pytest.approx(left - twips(theme.page.left) + hang, abs=1)
    tabs = [(tab.get(f"{W}val"), tab.get(f"{W}pos")) for tab in line.iter(f"{W}tab")]
    assert tabs[-1] == ("left", indent.get(f"{W}left")), "the text begins in a column beside the label"
    targets = {r.get("Target") for r in written.root("word/_rels/document.xml.rels")}
    assert "mailto:a@b.example" in targets


def test_a_contact_page_may_have_no_lines(write, p):
    written = write(Contact(p("contact-title", "Write to us", level=1), (), ()))
    assert list(written.root().iter(f"{W}tbl")) == []
    assert written.text("Heading 1 Chapter Unnumbered") == ["Write to us"]


def test_lines_at_the_foot_stand_at_the_themes_places(write, contact, theme):
    assert frames(write(contact)) == {
        "Kestrel Bay": place(theme, "contact", "name"),
        "AB": place(theme, "contact", "codes"),
    }


def test_the_back_cover_is_a_block_as_large_as_the_page_with_its_lines_at_their_places(write, back, theme):
    written = write(back)
    (table,) = written.root().iter(f"{W}tbl")
    page, deep = theme.page, hexa(theme.families["brand"].deep)
    assert {shade.get(f"{W}fill") for shade in table.iter(f"{W}shd")} == {deep}, "words stand on their own ground"
    assert table.find(f"{W}tblPr/{W}tblInd").get(f"{W}w") == str(-twips(page.left))
    heights = [int(height.get(f"{W}val")) for height in table.iter(f"{W}trHeight")]
    left_over = twips(page.height) - sum(heights)
    assert 2 * twips(2.84) + twips(1) < left_over < twips(7.5), "LibreOffice keeps .1 cm for a head and for a foot"
    (line,) = table.getnext().iter(f"{A}srgbClr", f"{A}schemeClr")
    assert line.get("val") == "accent1", "the paragraph that Word wants carries the colour on"
    section = written.root().find(f".//{W}sectPr")
    margins = section.find(f"{W}pgMar")
    assert (margins.get(f"{W}top"), margins.get(f"{W}bottom")) == ("-1", "-1"), "exactly at the edges"
    assert section.find(f"{W}titlePg") is not None, "no head takes room"
    brand = next(paragraph for paragraph in table.iter(f"{W}p") if words(paragraph) == "Kestrel")
    left, top, _ = place(theme, "back-cover", "brand")
    assert int(brand.find(f"{W}pPr/{W}ind").get(f"{W}left")) == left
    assert int(brand.find(f"{W}pPr/{W}spacing").get(f"{W}before")) == top
    assert written.marked("Reversed") == ["Kestrel", "The Report"]


def test_the_foot_of_the_back_cover_carries_its_colour_to_the_edge_of_the_page(write, back, theme):
    written = write(back)
    (reference,) = (foot for foot in written.root().iter(f"{W}footerReference") if foot.get(f"{W}type") == "first")
    relations = {each.get("Id"): each.get("Target") for each in written.root("word/_rels/document.xml.rels")}
    foot = written.root(f"word/{relations[reference.get(R_ID)]}")
    (strip,) = foot.iter(f"{WP}anchor")
    (colour,) = strip.iter(f"{A}srgbClr", f"{A}schemeClr")
    assert colour.get("val") == "accent1"
    assert strip.find(f".//{ADEC}decorative").get("val") == "1"
    begins, high = int(strip.find(f"{WP}positionV/{WP}posOffset").text), int(strip.find(f"{WP}extent").get("cy"))
    assert begins + high == pytest.approx(emu(theme.page.height), abs=2)
    table = sum(int(height.get(f"{W}val")) for height in written.root().iter(f"{W}trHeight"))
    assert begins < emu(table / 20), "it begins below the block"


def test_art_stands_in_its_line_and_is_marked_as_decoration(write, contact, back):
    root = write(contact, back).root()
    assert not list(root.iter(f"{WP}anchor")), "nothing floats"
    drawings = list(root.iter(f"{WP}docPr"))
    assert [drawing.find(f".//{ADEC}decorative").get("val") for drawing in drawings] == ["1", "1", "1"]
    assert all(drawing.get("descr") for drawing in drawings), "programs that do not know the mark find words"
