"""A cycle: numbered dots on a ring and arrows between them, a figure; the numbered steps listed beside it."""

from __future__ import annotations

import pytest
from laying_out import Laid, elements, heading, lay, lines, theme, words

from reportgen.model.flow import Diagram, DiagramBox, NoteMark, Paragraph
from reportgen.style.cycle_placing import dot_angles, ring_of
from reportgen.write.pdf.parts import Element

PROSE = theme().page.prose_x
RING = ring_of(theme())
BASE = theme().families["environment"].base
MID = theme().families["environment"].mid


def step(number: int, name: Paragraph | str, text: str = "") -> DiagramBox:
    named = words(name, style="diagram-name") if isinstance(name, str) else name
    said = words(text, style="diagram-text") if text else None
    return DiagramBox(words(f"{number}", style="cycle-number"), named, said)


def cycle(*steps: DiagramBox) -> Diagram:
    title = words("From dusk to dusk", style="chart-title")
    return Diagram("cycle", title, "Cycle: from dusk to dusk.", (steps,), "environment", "dusk")


CYCLE = cycle(step(1, "Look"), step(2, "Climb", "up the stairs"), step(3, "Kindle"), step(4, "Watch"))


def dots(laid: Laid) -> list[tuple[float, float]]:
    discs = [shape for shape in laid.shapes(BASE) if shape.width == pytest.approx(RING.dot, abs=0.02)]
    return [(disc.middle, disc.top + disc.height / 2) for disc in discs]


def test_dots_stand_on_a_ring_with_their_numbers_in_their_middles() -> None:
    laid = lay(CYCLE)
    found = dots(laid)
    top = found[0][1] - RING.dot / 2
    expected = [(PROSE + x, top + y) for x, y in map(RING.at, dot_angles(4))]
    assert [length for place in found for length in place] == pytest.approx(
        [length for place in expected for length in place], abs=0.02
    )
    for number, (x, y) in zip("1234", found, strict=True):
        place = min(laid.all(number), key=lambda place: place.left)
        assert (place.left + place.right) / 2 == pytest.approx(x, abs=1)
        assert y - RING.dot / 2 < place.top < y


def test_an_arrow_with_a_head_leads_from_each_dot_to_the_next_and_from_the_last_to_the_first() -> None:
    drawn = lay(CYCLE).shapes(MID)
    assert [shape.filled for shape in drawn] == [True, False] * 4, "a stretch of the ring, and its head"
    middle = PROSE + RING.width / 2
    assert [shape.middle > middle for shape in drawn[::2]] == [True, True, False, False], "clockwise"


def test_the_steps_stand_beside_the_ring_in_order() -> None:
    laid = lay(CYCLE)
    left = PROSE + RING.width + theme().measures["cycle-gap"] + theme().measures["cycle-number-width"]
    names = [laid.find(name) for name in ("Look", "Climb", "up the stairs", "Kindle", "Watch")]
    assert [name.left for name in names] == pytest.approx([left] * 5, abs=1.5)
    assert [name.top for name in names] == sorted(name.top for name in names)


def test_the_ring_is_a_figure_and_the_steps_are_a_list() -> None:
    laid = lay(CYCLE)
    kids = [kid for kid in laid.layout.root.kids if isinstance(kid, Element)]
    assert [kid.tag for kid in kids] == ["P", "Figure", "L"]
    figure, listed = kids[1:]
    assert figure.alternative == "Cycle: from dusk to dusk."
    assert len(figure.kids) == 1, "one piece of content: arrows, dots and numbers"
    left, foot, right, head = (float(number) for number in figure.attributes["BBox"].strip("[]").split())
    assert (left, right) == pytest.approx((PROSE, PROSE + RING.width), abs=0.02)
    assert head - foot == pytest.approx(RING.width, abs=0.02)
    items = [[part.tag for part in elements(item)] for item in elements(listed, "LI")]
    assert items == [["Lbl", "LBody", *["P"] * count] for count in (1, 2, 1, 1)]


def test_a_cycle_stands_whole_below_its_heading_and_is_where_links_lead() -> None:
    laid = lay(lines(38), heading("Watching", 3, "watching"), CYCLE)
    assert {laid.find(each).page for each in ("Watching", "From dusk to dusk", "Kindle")} == {1}
    assert laid.layout.anchors["dusk"][0] == 1


def test_steps_carry_footnotes() -> None:
    marked = step(1, words("Look", NoteMark(1, False, True), style="diagram-name"))
    laid = lay(lines(3), cycle(marked, step(2, "Climb")), notes={1: "Out of the window."})
    assert laid.find("Out of the window.").top > laid.find("Climb").top
    body = next(elements(laid.layout.root, "LBody"))
    assert [kid.tag for kid in body.kids if isinstance(kid, Element)] == ["P", "Note"]
