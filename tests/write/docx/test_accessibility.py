"""What Word's accessibility checker looks for, rule by rule: it has nothing to say.

The rules are those of "Rules for the Accessibility Checker" in Microsoft's help that apply to Word.
"""

from __future__ import annotations

import re
from io import BytesIO
from itertools import pairwise

import docx
import pytest
from msgspec.structs import replace

from reportgen.model.flow import BackCover, Card, Cards, Picture

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
WPS = "{http://schemas.microsoft.com/office/word/2010/wordprocessingShape}"
ADEC = "{http://schemas.microsoft.com/office/drawing/2017/decorative}"
FILE_NAME = re.compile(r"\.(png|jpe?g|gif|svg|emf)\b", re.IGNORECASE)
LEAST_CONTRAST = 4.5
LEAST_OF_LARGE = 3.0
LARGE = 36
"""WCAG 2.2, 1.4.3: large text is of 18 points and more; sizes are in half points."""
REPORTS = pytest.mark.parametrize("report", ["english", "chinese"])


@pytest.fixture
def written(report, request):
    return request.getfixturevalue(report)


@REPORTS
def test_all_that_is_no_text_has_an_alternative_text_or_is_decoration(written):
    drawings = list(written.root().iter(f"{WP}docPr"))
    assert drawings
    for drawing in drawings:
        assert drawing.get("descr")
        assert not FILE_NAME.search(drawing.get("descr"))


def test_a_picture_that_says_nothing_is_decoration(theme, story, pages, picture_folder, written_with):
    picture = Picture("assets/turbine.png", "", None, "brand")
    written = written_with(replace(story, flows=(picture,)), theme, picture_folder, pages)
    (drawing,) = written.root().iter(f"{WP}docPr")
    assert drawing.find(f".//{ADEC}decorative").get("val") == "1"


@REPORTS
def test_tables_say_which_rows_are_their_heads_or_are_in_no_style(written):
    assert written.tables(data=True) or written.tables(data=False)
    for table in written.tables(data=True):
        assert table.find(f"{W}tblPr/{W}tblLook").get(f"{W}firstRow") == "1"
        first = table.find(f"{W}tr")
        assert first.find(f"{W}trPr/{W}tblHeader") is not None
    for table in written.tables(data=False):
        assert table.find(f"{W}tblPr/{W}tblStyle") is None, "laid out, in Word's plain style"


@REPORTS
def test_the_document_is_divided_by_headings_and_has_contents(written):
    names = {name for name, _ in written.paragraphs()}
    assert any(name.lower().startswith("heading 1") for name in names)
    assert any("TOC" in (words.text or "") for words in written.root().iter(f"{W}instrText"))


@REPORTS
def test_levels_of_headings_are_left_out_only_where_a_section_has_no_title(written):
    """Word puts headings into the contents by their levels: those of a section without title may not be raised."""
    levels = [int(name[8]) for name, text in written.paragraphs() if name.lower().startswith("heading ")]
    assert levels
    left_out = {(above, below) for above, below in pairwise([0, *levels]) if below > above + 1}
    assert left_out <= {(1, 3), (2, 4)}


@REPORTS
def test_headings_are_no_longer_than_a_line_or_two(written):
    assert all(len(text) < 100 for name, text in written.paragraphs() if name.lower().startswith("heading "))


@REPORTS
def test_links_say_where_they_lead(written):
    links = ["".join(t.text or "" for t in link.iter(f"{W}t")) for link in written.root().iter(f"{W}hyperlink")]
    assert links
    vague = {"here", "click here", "link", "more", "这里", "此处"}
    assert all(words.strip() and words.strip().lower() not in vague for words in links)


@REPORTS
def test_nothing_floats(written):
    root = written.root()
    assert not list(root.iter(f"{WP}anchor"))
    assert not list(root.iter(f"{WPS}txbx")), "no words in drawn boxes"


@REPORTS
def test_no_space_is_made_of_empty_paragraphs_or_blanks(written):
    body = written.root().find(f"{W}body")
    empty = [
        paragraph
        for paragraph in body.findall(f"{W}p")
        if not "".join(paragraph.itertext()).strip()
        and paragraph.find(f".//{W}drawing") is None
        and paragraph.find(f"{W}pPr/{W}sectPr") is None
    ]
    assert empty == []
    assert all("   " not in (words.text or "") for words in body.iter(f"{W}t"))


def test_a_block_at_the_end_is_followed_by_the_one_paragraph_that_word_wants(write, p):
    body = write(BackCover((("brand", p("back-cover-brand", "Kestrel")),))).root().find(f"{W}body")
    assert [part.tag.removeprefix(W) for part in body] == ["tbl", "p", "sectPr"]
    assert body[1].find(f".//{ADEC}decorative") is not None, "it holds the last strip of the block"


@REPORTS
def test_the_document_has_a_title_and_a_language(written):
    properties = docx.Document(BytesIO(written.data)).core_properties
    assert properties.title
    assert properties.language
    assert written.root("word/styles.xml").find(f"{W}docDefaults//{W}lang").get(f"{W}val")


@REPORTS
def test_all_tables_of_data_have_titles_which_are_their_captions_where_they_have_some(written):
    captions = [text for name, text in written.paragraphs() if name == "caption"]
    titles = [table.find(f"{W}tblPr/{W}tblCaption").get(f"{W}val") for table in written.tables(data=True)]
    assert all(titles)
    assert [title for title in titles if title in captions] == captions


def _linear(part):
    return part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4


def luminance(colour):
    red, green, blue = (_linear(int(colour[at : at + 2], 16) / 255) for at in (0, 2, 4))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one, other):
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


class Looks:
    """What a run looks like: its colour and size by its styles, the ground it stands on."""

    def __init__(self, written):
        self.styles = {s.get(f"{W}styleId"): s for s in written.root("word/styles.xml").iter(f"{W}style")}
        self.defaults = written.root("word/styles.xml").find(f"{W}docDefaults/{W}rPrDefault/{W}rPr")

    def of_style(self, style, tag):
        while style is not None:
            found = style.find(f"{W}rPr/{W}{tag}")
            if found is not None:
                return found.get(f"{W}val")
            based = style.find(f"{W}basedOn")
            style = None if based is None else self.styles.get(based.get(f"{W}val"))
        return None

    def of(self, run, tag):
        direct = run.find(f"{W}rPr/{W}{tag}")
        if direct is not None:
            return direct.get(f"{W}val")
        own = run.find(f"{W}rPr/{W}rStyle")
        paragraph = next(run.iterancestors(f"{W}p"))
        for style in (own, paragraph.find(f"{W}pPr/{W}pStyle")):
            found = None if style is None else self.of_style(self.styles[style.get(f"{W}val")], tag)
            if found is not None:
                return found
        return self.defaults.find(f"{W}{tag}").get(f"{W}val")

    def ground(self, run):
        """The ground of a run's paragraph, of its cell, or the page."""
        paragraph = next(run.iterancestors(f"{W}p"))
        own = paragraph.find(f"{W}pPr/{W}shd")
        style = self.styles[paragraph.find(f"{W}pPr/{W}pStyle").get(f"{W}val")].find(f"{W}pPr/{W}shd")
        cell = next((c.find(f"{W}tcPr/{W}shd") for c in run.iterancestors(f"{W}tc")), None)
        for shade in (own, style, cell):
            if shade is not None and shade.get(f"{W}fill") != "auto":
                return shade.get(f"{W}fill")
        return "FFFFFF"


@REPORTS
def test_text_stands_out_from_its_ground(written):
    looks = Looks(written)
    runs = [run for run in written.root().iter(f"{W}r") if run.find(f"{W}t") is not None]
    assert runs
    for run in runs:
        found = contrast(looks.of(run, "color"), looks.ground(run))
        least = LEAST_OF_LARGE if int(looks.of(run, "sz")) >= LARGE else LEAST_CONTRAST
        assert found >= least, "".join(run.itertext())


def test_words_on_a_dark_ground_are_white_and_stand_out(write, p, theme):
    written = write(Cards((Card(p("figure-number", "5", family="people"), p("figure-label", "lamps")),), "people"))
    looks = Looks(written)
    runs = list(written.root().iter(f"{W}r"))
    assert runs
    for run in runs:
        assert contrast(looks.of(run, "color"), looks.ground(run)) >= LEAST_OF_LARGE
