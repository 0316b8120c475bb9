"""Diagrams: their boxes side by side and below each other, arrows and connectors, one figure whose words are text."""

from __future__ import annotations

from itertools import pairwise

import pytest
from laying_out import elements, heading, lay, lines, theme, words

from reportgen.model.flow import Diagram, DiagramBox, NoteMark
from reportgen.write.pdf.parts import Element

PROSE = theme().page.prose_x
WIDTH = theme().page.prose_width


def step(number: int, name: str, text: str = "") -> DiagramBox:
    said = words(text, style="diagram-text") if text else None
    return DiagramBox(words(f"{number}", style="diagram-number"), words(name, style="diagram-name"), said)


def box(name: str, text: str = "", *, head: bool = False) -> DiagramBox:
    style = "diagram-head" if head else "diagram-name"
    said = words(text, style="diagram-head-text" if head else "diagram-text") if text else None
    return DiagramBox(None, words(name, style=style), said)


def diagram(kind: str, *rows: tuple[DiagramBox, ...]) -> Diagram:
    title = words("From dusk to dawn", style="chart-title")
    return Diagram(kind, title, "Process: from dusk to dawn.", rows, "environment", "dusk")


STEPS = diagram(
    "steps", tuple(step(at, name) for at, name in enumerate(("Look", "Climb", "Kindle", "Watch", "Rest"), 1))
)
LEVELS = diagram(
    "levels",
    (box("Keeper", "minds the house", head=True),),
    (box("Lamps"), box("Boats", "for the crew"), box("Bells")),
    (box("Wicks"),),
)


def test_steps_stand_in_even_rows_each_below_its_number() -> None:
    laid = lay(STEPS)
    names = [laid.find(name) for name in ("Look", "Climb", "Kindle", "Watch", "Rest")]
    pitch = (WIDTH + theme().measures["chart-gap"]) / 3
    assert [place.left for place in names] == pytest.approx([PROSE + at * pitch for at in (0, 1, 2, 0, 1)], abs=1.5)
    assert len({round(place.top) for place in names[:3]}) == len({round(place.top) for place in names[3:]}) == 1
    assert names[3].top > names[0].top + 30
    numbers = [laid.all(f"{number}")[-1] for number in range(1, 6)]
    assert [place.left for place in numbers] == pytest.approx([place.left for place in names], abs=3)
    assert all(number.top < name.top for number, name in zip(numbers, names, strict=True))


def test_a_text_stands_below_its_name_and_the_next_row_below_the_longest() -> None:
    steps = (step(1, "Look", "out of every window " * 8), step(2, "Climb", "up"), step(3, "Kindle"), step(4, "Watch"))
    laid = lay(diagram("steps", steps))
    assert laid.find("Look").top < laid.find("up").top < laid.find("Kindle").top
    last = max(place.top for place in laid.all("window"))
    assert laid.find("Kindle").top > last + 10


def test_every_step_but_the_last_points_to_the_next() -> None:
    laid = lay(STEPS)
    drawn = laid.shapes(theme().families["environment"].base)
    assert [shape.points for shape in drawn] == [5, 5, 5, 5, 2], "a line, and the head of an arrow"
    names = [laid.find(name) for name in ("Look", "Climb", "Kindle", "Watch", "Rest")]
    for shape, name in zip(drawn, names, strict=True):
        assert shape.left == pytest.approx(name.left, abs=3)
        assert shape.top < name.top


def test_levels_stand_below_each_other_and_fill_the_column() -> None:
    laid = lay(LEVELS)
    rows = [("Keeper",), ("Lamps", "Boats", "Bells"), ("Wicks",)]
    tops = [[laid.find(name).top for name in row] for row in rows]
    assert all(max(above) < min(below) for above, below in pairwise(tops))
    assert len({round(top) for top in tops[1]}) == 1
    palette = theme().families["environment"]
    (keeper,) = laid.shapes(palette.base)
    tinted = laid.shapes(palette.tint)
    gap = theme().measures["chart-gap"]
    third = (WIDTH - 2 * gap) / 3
    assert (keeper.left, keeper.width) == pytest.approx((PROSE, WIDTH), abs=0.02)
    assert [shape.left for shape in tinted] == pytest.approx(
        [PROSE, PROSE + third + gap, PROSE + 2 * (third + gap), PROSE], abs=0.02
    )
    assert [shape.width for shape in tinted] == pytest.approx([third, third, third, WIDTH], abs=0.02)
    assert len({round(shape.height, 2) for shape in tinted[:3]}) == 1, "boxes of a level are of one height"


def test_connectors_join_each_box_to_the_level_above() -> None:
    laid = lay(LEVELS)
    palette = theme().families["environment"]
    joints, boxes = laid.shapes(palette.mid), laid.shapes(palette.tint)
    (keeper,) = laid.shapes(palette.base)
    assert [joint.middle for joint in joints] == pytest.approx([box.middle for box in boxes], abs=0.02)
    assert [joint.foot for joint in joints] == pytest.approx([box.top for box in boxes], abs=0.02)
    assert [joint.top for joint in joints] == pytest.approx([keeper.foot] * 3 + [boxes[0].foot], abs=0.02)


def test_one_level_alone_is_tinted() -> None:
    laid = lay(diagram("levels", (box("Lamps"), box("Boats"))))
    palette = theme().families["environment"]
    assert (len(laid.shapes(palette.base)), len(laid.shapes(palette.tint))) == (0, 2)


@pytest.mark.parametrize("made", [STEPS, LEVELS])
def test_a_diagram_is_one_figure_with_an_alternative_and_a_box(made: Diagram) -> None:
    laid = lay(made)
    (figure,) = elements(laid.layout.root, "Figure")
    assert figure.alternative == "Process: from dusk to dawn."
    assert figure.attributes["Placement"] == "/Block"
    left, foot, right, head = (float(number) for number in figure.attributes["BBox"].strip("[]").split())
    assert (left, right) == pytest.approx((PROSE, PROSE + WIDTH), abs=0.02)
    for piece in (piece for row in made.rows for each in row for piece in each.name.pieces):
        place = laid.find(getattr(piece, "text", ""))
        assert foot < laid.layout.sheets[0].height - place.top <= head
    assert len([kid for kid in figure.kids if not isinstance(kid, Element)]) == sum(len(row) for row in made.rows)


def test_the_title_is_a_paragraph_before_the_figure_and_where_links_lead() -> None:
    laid = lay(lines(3), STEPS)
    assert [kid.tag for kid in laid.layout.root.kids if isinstance(kid, Element)] == ["P", "P", "Figure"]
    page, top = laid.layout.anchors["dusk"]
    sheet = laid.layout.sheets[page]
    assert sheet.height - top < laid.find("From dusk to dawn").top < sheet.height - top + 20


def test_a_diagram_stands_whole_below_its_heading() -> None:
    laid = lay(lines(38), heading("Watching", 3, "watching"), LEVELS)
    assert {laid.find(each).page for each in ("Watching", "From dusk to dawn", "Wicks")} == {1}


def test_notes_of_its_boxes_stand_at_the_foot_of_its_page() -> None:
    marked = DiagramBox(None, words("Keeper", NoteMark(1, False, True), style="diagram-name"), None)
    laid = lay(lines(30), diagram("levels", (marked, box("Lamps"))), notes={1: "Two of them."})
    note = laid.find("Two of them.")
    assert note.page == laid.find("From dusk to dawn").page
    assert note.top > laid.find("Keeper").top
    (element,) = elements(laid.layout.root, "Note")
    assert f"#{element.id}" in {link.target for sheet in laid.layout.sheets for link in sheet.links}
