"""A cycle as Word has it: a ring made of its own shapes, and the steps as paragraphs beside it."""

from __future__ import annotations

import pytest

from reportgen.model.flow import Diagram, DiagramBox, NoteMark
from reportgen.style.cycle_placing import dot_angles, ring_of
from reportgen.write.docx.xml import emu

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
WPS = "{http://schemas.microsoft.com/office/word/2010/wordprocessingShape}"
FAMILY = "environment"


@pytest.fixture
def cycle(p):
    def step(number, name, text=""):
        pieces = name if isinstance(name, tuple) else (name,)
        said = p("diagram-text", text, family=FAMILY) if text else None
        named = p("diagram-name", *pieces, family=FAMILY)
        return DiagramBox(p("cycle-number", f"{number}", family=FAMILY), named, said)

    def make(first="Look"):
        steps = (step(1, first), step(2, "Climb", "up the stairs"), step(3, "Kindle"))
        return Diagram("cycle", p("chart-title", "Dusk"), "Cycle: dusk.", (steps,), FAMILY, "dusk")

    return make


def shapes(root, form):
    """The shapes of a form."""
    return [each for each in root.iter(f"{WPS}wsp") if each.find(f".//{A}prstGeom").get("prst") == form]


def test_the_steps_stand_beside_the_ring(write, cycle):
    (table,) = write(cycle()).root().iter(f"{W}tbl")
    _, right = table.iter(f"{W}tc")
    texts = ["".join(text.text for text in paragraph.iter(f"{W}t")) for paragraph in right.iter(f"{W}p")]
    assert texts == ["1Look", "2Climb", "up the stairs", "3Kindle"]
    tabs = [paragraph.find(f"{W}r/{W}tab") is not None for paragraph in right.iter(f"{W}p")]
    assert tabs == [True, True, False, True]
    assert table.find(f"{W}tr/{W}trPr/{W}cantSplit") is not None


def test_dots_are_shapes_on_the_ring_with_their_numbers(write, cycle, theme):
    found = shapes(write(cycle()).root(), "ellipse")
    ring = ring_of(theme)
    for shape, place in zip(found, map(ring.at, dot_angles(3)), strict=True):
        off, ext = shape.find(f".//{A}off"), shape.find(f".//{A}ext")
        middle = [int(off.get(at)) + int(ext.get(size)) / 2 for at, size in (("x", "cx"), ("y", "cy"))]
        assert middle == pytest.approx(list(map(emu, place)), abs=2)
    assert ["".join(shape.itertext()) for shape in found] == ["1", "2", "3"]


def test_arrows_are_arcs_from_dot_to_dot(write, cycle):
    found = shapes(write(cycle()).root(), "arc")
    bends = [[int(guide.get("fmla").split()[1]) / 60000 for guide in arc.iter(f"{A}gd")] for arc in found]
    middles = [round((begin + (end - begin) % 360 / 2) % 360) for begin, end in bends]
    assert middles == [330, 90, 210], "clockwise from the right: between the top and the next dot, and so on"
    assert all(arc.find(f".//{A}tailEnd").get("type") == "arrow" for arc in found)


def test_the_ring_stands_in_its_line_and_says_what_it_shows(write, cycle):
    root = write(cycle()).root()
    (described,) = root.iter(f"{WP}docPr")
    assert described.get("descr") == "Cycle: dusk."
    assert not list(root.iter(f"{WP}anchor"))


def test_steps_carry_footnotes(write, cycle):
    written = write(cycle(("Look", NoteMark(1, False, True))), notes={1: "Out of the window."})
    (table,) = written.root().iter(f"{W}tbl")
    assert [mark.get(f"{W}id") for mark in table.iter(f"{W}footnoteReference")] == ["1"]
