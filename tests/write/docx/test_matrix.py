"""A matrix as Word has it: a drawing made of its own shapes, and the issues as paragraphs beside it."""

from __future__ import annotations

from decimal import Decimal

import pytest

from reportgen.model.flow import Issue, IssueGroup, Matrix, NoteMark
from reportgen.style.matrix_placing import dot_places, square_of
from reportgen.write.docx.xml import emu, hexa, twips

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
WPS = "{http://schemas.microsoft.com/office/word/2010/wordprocessingShape}"
ADEC = "{http://schemas.microsoft.com/office/drawing/2017/decorative}"


@pytest.fixture
def matrix(p):
    def issue(family, number, name, x, y):
        pieces = name if isinstance(name, tuple) else (name,)
        number = p("matrix-number", f"{number}", family=family)
        return Issue(number, p("matrix-issue", *pieces, family=family), Decimal(x), Decimal(y))

    def make(name="Sleep"):
        light = (issue("environment", 1, "Oil", 90, 95), issue("environment", 2, "Gas", 90, 95))
        groups = (
            IssueGroup(p("matrix-group", "Light", family="environment"), light, "environment"),
            IssueGroup(p("matrix-group", "Keepers", family="people"), (issue("people", 3, name, 10, 20),), "people"),
        )
        axes = p("matrix-axis", "Weight for people"), p("matrix-axis", "Weight for the harbour")
        return Matrix(p("chart-title", "What weighs most"), "Matrix: what weighs most.", *axes, groups, "brand", "top")

    return make


def words(element):
    """The words of paragraphs that do not stand in shapes; a tab parts a number from what it numbers."""
    outer = [each for each in element.iter(f"{W}p") if each.getparent().tag != f"{W}txbxContent"]
    return [
        "".join(
            "\t" if part.tag == f"{W}tab" else part.text or ""
            for run in paragraph.iter(f"{W}r")
            if run.getparent().getparent().tag != f"{W}txbxContent"
            for part in run
            if part.tag in (f"{W}t", f"{W}tab")
        )
        for paragraph in outer
    ]


def dots(root):
    """The shapes with text: middle in EMU, fill, text."""
    found = []
    for shape in root.iter(f"{WPS}wsp"):
        if shape.find(f"{WPS}txbx") is not None:
            off, ext = shape.find(f".//{A}off"), shape.find(f".//{A}ext")
            middle = tuple(int(off.get(at)) + int(ext.get(size)) / 2 for at, size in (("x", "cx"), ("y", "cy")))
            found.append((middle, shape.find(f"{WPS}spPr/{A}solidFill")[0], "".join(shape.itertext())))
    return found


def test_a_plot_and_the_issues_stand_side_by_side(write, matrix):
    root = write(matrix()).root()
    (table,) = root.iter(f"{W}tbl")
    left, right = table.iter(f"{W}tc")
    assert words(left) == ["Weight for people", "", "Weight for the harbour"]
    assert words(right) == ["Light", "1\tOil", "2\tGas", "Keepers", "3\tSleep"]
    (row,) = table.iter(f"{W}tr")
    assert row.find(f"{W}trPr/{W}cantSplit") is not None


def test_the_table_fills_the_column_so_that_the_plot_stands_at_its_edge(write, matrix, theme):
    (table,) = write(matrix()).root().iter(f"{W}tbl")
    reach = theme.measures["matrix-arrow"] + theme.measures["end-rule"]
    page = theme.page
    assert int(table.find(f"{W}tblPr/{W}tblInd").get(f"{W}w")) == twips(page.prose_x - page.left - reach)
    width = int(table.find(f"{W}tblPr/{W}tblW").get(f"{W}w"))
    assert width == pytest.approx(twips(page.prose_width + reach), abs=1)
    assert sum(int(cell.get(f"{W}w")) for cell in table.iter(f"{W}tcW")) == width


def test_dots_are_shapes_at_their_places_with_their_numbers(write, matrix, theme):
    made = matrix()
    found = dots(write(made).root())
    expected = dot_places(made.issues, square_of(theme))
    for (middle, _, _), place in zip(found, expected, strict=True):
        assert middle == pytest.approx(tuple(map(emu, place)), abs=2)
    assert [text for _, _, text in found] == ["1", "2", "3"]
    assert found[0][1].get("val") == found[1][1].get("val") != found[2][1].get("val")


def test_numbers_in_dots_are_white_and_say_so_themselves(write, matrix, theme):
    root = write(matrix()).root()
    looks = [run.find(f"{W}rPr") for text in root.iter(f"{W}txbxContent") for run in text.iter(f"{W}r")]
    assert {look.find(f"{W}color").get(f"{W}val") for look in looks} == {hexa(theme.colours["white"])}
    assert {look.find(f"{W}sz").get(f"{W}val") for look in looks} == {f"{theme.styles['matrix-dot'].size * 2:g}"}


def test_the_drawing_stands_in_its_line_and_says_what_it_shows(write, matrix):
    root = write(matrix()).root()
    (described,) = root.iter(f"{WP}docPr")
    assert described.get("descr") == "Matrix: what weighs most."
    assert described.find(f".//{ADEC}decorative") is None
    assert not list(root.iter(f"{WP}anchor"))
    assert not list(root.iter(f"{W}tblDescription")), "said once"


def test_the_title_is_where_links_lead(write, matrix):
    title, table = list(write(matrix()).root().find(f"{W}body"))[:2]
    assert words(title.getparent())[0] == "What weighs most"
    assert [mark.get(f"{W}name") for mark in title.iter(f"{W}bookmarkStart")] == ["top"]
    assert table.tag == f"{W}tbl"


def test_issues_are_numbered_in_the_colours_of_their_groups(write, matrix):
    written = write(matrix())
    (table,) = written.root().iter(f"{W}tbl")
    numbers = [paragraph.find(f"{W}r") for paragraph in list(table.iter(f"{W}tc"))[1].iter(f"{W}p")]
    styles = written.styles()
    marks = [styles[run.find(f"{W}rPr/{W}rStyle").get(f"{W}val")] for run in numbers if run.find(f"{W}rPr") is not None]
    assert "Accent Environment" in marks
    assert "Accent People" in marks


def test_issues_carry_footnotes(write, matrix):
    written = write(matrix(("Sleep", NoteMark(1, False, True))), notes={1: "By day."})
    (table,) = written.root().iter(f"{W}tbl")
    assert [mark.get(f"{W}id") for mark in table.iter(f"{W}footnoteReference")] == ["1"]
    assert "By day." in "".join(written.root("word/footnotes.xml").itertext())


def test_what_follows_is_set_off(write, matrix, p):
    body = write(matrix(), p("prose", "After it.")).root().find(f"{W}body")
    after = list(body)[2]
    assert "".join(after.itertext()) == "After it."
    assert int(after.find(f"{W}pPr/{W}spacing").get(f"{W}before")) > 0
