"""Diagrams as Word has them: boxes are cells, whose words can be commented on and carry notes; arrows are drawings."""

from __future__ import annotations

import pytest

from reportgen.model.flow import Diagram, DiagramBox, NoteMark
from reportgen.write.docx.xml import hexa, twips

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
ADEC = "{http://schemas.microsoft.com/office/drawing/2017/decorative}"
FAMILY = "environment"


@pytest.fixture
def box(p):
    def make(name, text="", number="", head=False):
        kind = "head" if head else "name"
        said = "diagram-head-text" if head else "diagram-text"
        return DiagramBox(
            p("diagram-number", number, family=FAMILY) if number else None,
            p(f"diagram-{kind}", *((name,) if isinstance(name, str) else name), family=FAMILY),
            p(said, text, family=FAMILY) if text else None,
        )

    return make


@pytest.fixture
def steps(p, box):
    names = ("Look", "Climb", "Kindle", "Watch", "Rest")
    row = tuple(box(name, number=f"{number}") for number, name in enumerate(names, 1))
    return Diagram("steps", p("chart-title", "The night"), "Process: the night.", (row,), FAMILY, "night")


@pytest.fixture
def levels(p, box):
    rows = ((box("Keeper", "minds all", head=True),), (box("Lamps"), box("Boats", "for the crew"), box("Bells")))
    return Diagram("levels", p("chart-title", "The house"), "Organisation: the house.", rows, FAMILY, "house")


def tables(written):
    return list(written.root().iter(f"{W}tbl"))


def cells(table):
    """Return the words of each cell, paragraph by paragraph."""
    return [
        [
            ["".join(run.text or "" for run in p.iter(f"{W}t")) for p in cell.iter(f"{W}p")]
            for cell in row.iter(f"{W}tc")
        ]
        for row in table.iter(f"{W}tr")
    ]


def fills(table):
    return [shade.get(f"{W}fill") for shade in table.iter(f"{W}shd")]


def arrows(element):
    """What drawings lead to, by their words."""
    return [drawing.get("descr") for drawing in element.iter(f"{WP}docPr")]


def test_steps_are_cells_in_even_rows(write, steps):
    (table,) = tables(write(steps))
    assert cells(table) == [
        [["1", "Look"], ["2", "Climb"], ["3", "Kindle"]],
        [["4", "Watch"], ["5", "Rest"], [""]],
    ]


def test_every_step_has_a_rule_over_it_and_all_but_the_last_an_arrow(write, steps, theme):
    (table,) = tables(write(steps))
    made = list(table.iter(f"{W}tc"))
    colour = hexa(theme.families[FAMILY].base)
    rules = [cell.find(f"{W}p/{W}pPr/{W}pBdr/{W}top") for cell in made]
    assert [rule is not None and rule.get(f"{W}color") == colour for rule in rules] == [True] * 5 + [False]
    assert [arrows(cell) for cell in made] == [["Climb"], ["Kindle"], ["Watch"], ["Rest"], [], []]
    tabs = [cell.find(f"{W}p/{W}pPr/{W}tabs/{W}tab") for cell in made[:4]]
    assert {tab.get(f"{W}val") for tab in tabs} == {"right"}


def test_levels_are_rows_of_a_table_that_fills_the_column(write, levels, theme):
    (table,) = tables(write(levels))
    palette, page = theme.families[FAMILY], theme.page
    first, between, second = cells(table)
    assert first == [["Keeper", "minds all"]]
    assert between == [[""]] * 6
    assert second == [["Lamps"], ["Boats", "for the crew"], ["Bells"]]
    assert fills(table) == [hexa(palette.base), *[hexa(palette.tint)] * 3]
    width = int(table.find(f"{W}tblPr/{W}tblW").get(f"{W}w"))
    assert width == twips(page.prose_width)
    assert int(table.find(f"{W}tblPr/{W}tblInd").get(f"{W}w")) == twips(page.prose_x - page.left)
    for row in table.iter(f"{W}tr"):
        assert sum(int(cell.get(f"{W}w")) for cell in row.iter(f"{W}tcW")) == width
    assert len(list(table.iter(f"{W}tblHeader"))) == 1, "the first level heads the others"


def test_one_level_alone_is_tinted(write, p, box, theme):
    alone = Diagram("levels", p("chart-title", "Quays"), "Quays.", ((box("North"), box("South")),), FAMILY)
    (table,) = tables(write(alone))
    assert fills(table) == [hexa(theme.families[FAMILY].tint)] * 2


def test_a_line_joins_each_box_to_the_level_above(write, levels, theme):
    (table,) = tables(write(levels))
    between = table.findall(f"{W}tr")[1]
    assert between.find(f"{W}trPr/{W}trHeight").get(f"{W}hRule") == "exact"
    lines, at = [], 0
    for cell in between.iter(f"{W}tc"):
        at += int(cell.find(f"{W}tcPr/{W}tcW").get(f"{W}w"))
        right = cell.find(f"{W}tcPr/{W}tcBorders/{W}right")
        if right.get(f"{W}val") == "single":
            lines.append(at)
            assert right.get(f"{W}color") == hexa(theme.families[FAMILY].mid)
    gap = theme.measures["chart-gap"]
    pitch = (theme.page.prose_width + gap) / 3
    expected = [twips((at + 0.5) * pitch - gap / 2) for at in range(3)]
    assert lines == pytest.approx(expected, abs=1)


def test_names_of_boxes_are_bold_on_dark_grounds_too_and_take_no_space_of_a_table(write, levels):
    written = write(levels)
    (table,) = tables(written)
    styles = written.root("word/styles.xml").iter(f"{W}style")
    bold = {style.get(f"{W}styleId") for style in styles if style.find(f"{W}rPr/{W}b") is not None}
    for cell in table.iter(f"{W}tc"):
        name = next(cell.iter(f"{W}p"))
        worn = {each.get(f"{W}val") for kind in ("pStyle", "rStyle") for each in name.iter(f"{W}{kind}")}
        if next(name.iter(f"{W}t"), None) is not None:
            assert worn & bold
            assert name.find(f"{W}pPr/{W}spacing").get(f"{W}before") == "0"


def test_a_diagram_says_what_it_shows_once_below_its_title(write, levels, steps):
    for diagram in (levels, steps):
        written = write(diagram)
        said = [words.get(f"{W}val") for words in written.root().iter(f"{W}tblDescription")]
        assert said == [diagram.alternative]
        title, below = list(written.root().find(f"{W}body"))[:2]
        assert "".join(run.text for run in title.iter(f"{W}t")) == diagram.title.pieces[0].text
        assert below.tag == f"{W}tbl"
        assert [mark.get(f"{W}name") for mark in title.iter(f"{W}bookmarkStart")] == [diagram.anchor]


def test_arrows_are_decoration_in_their_line_with_numbers_of_their_own(write, levels, steps):
    root = write(levels, steps).root()
    drawings = list(root.iter(f"{WP}docPr"))
    assert len(drawings) == 4
    assert len({drawing.get("id") for drawing in drawings}) == len(drawings)
    assert [drawing.find(f".//{ADEC}decorative").get("val") for drawing in drawings] == ["1"] * len(drawings)
    assert not list(root.iter(f"{WP}anchor"))


def test_boxes_carry_footnotes(write, p, box):
    marked = box(("Keeper", NoteMark(1, False, True)), head=True)
    diagram = Diagram("levels", p("chart-title", "House"), "House.", ((marked,), (box("Lamps"),)), FAMILY)
    written = write(diagram, notes={1: "Two of them."})
    (first,) = tables(written)
    assert [mark.get(f"{W}id") for mark in first.iter(f"{W}footnoteReference")] == ["1"]
    assert "Two of them." in "".join(written.root("word/footnotes.xml").itertext())


def test_rows_are_never_cut_and_what_follows_is_set_off(write, levels, p):
    root = write(levels, p("prose", "After it.")).root()
    assert all(row.find(f"{W}trPr/{W}cantSplit") is not None for row in root.iter(f"{W}tr"))
    after = [each for each in root.iter(f"{W}p") if "".join(run.text for run in each.iter(f"{W}t")) == "After it."]
    assert int(after[0].find(f"{W}pPr/{W}spacing").get(f"{W}before")) > 0
