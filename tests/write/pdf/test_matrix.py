"""A matrix: dots at their places in a square, which is a figure; its axes named around it, the issues listed beside."""

from __future__ import annotations

from decimal import Decimal

import pytest
from laying_out import Laid, elements, heading, lay, lines, theme, words

from reportgen.model.flow import Issue, IssueGroup, Matrix, NoteMark, Paragraph, Run
from reportgen.write.pdf.parts import Element

PROSE = theme().page.prose_x
SIDE = theme().measures["matrix-plot"]
DOT = theme().measures["matrix-dot"]


def of(family: str, style: str, *pieces: Run | NoteMark) -> Paragraph:
    return Paragraph(style, pieces, family)


def issue(family: str, number: int, name: str, x: int, y: int, *marks: NoteMark) -> Issue:
    return Issue(
        of(family, "matrix-number", Run(f"{number}")),
        of(family, "matrix-issue", Run(name), *marks),
        Decimal(x),
        Decimal(y),
    )


def matrix(*groups: IssueGroup) -> Matrix:
    axes = words("Weight for people", style="matrix-axis"), words("Weight for the harbour", style="matrix-axis")
    title = words("What weighs most", style="chart-title")
    return Matrix(title, "Matrix: what weighs most.", *axes, groups, "environment", "weight")


def group(family: str, name: str, *issues: Issue) -> IssueGroup:
    return IssueGroup(of(family, "matrix-group", Run(name)), issues, family)


MATRIX = matrix(
    group("environment", "Lamps", issue("environment", 1, "Oil", 100, 100), issue("environment", 2, "Gas", 0, 0)),
    group("people", "Keepers", issue("people", 3, "Sleep", 75, 25)),
)


def dots(laid: Laid, family: str) -> list[tuple[float, float]]:
    """Return the middle of each dot of a family, from the square's upper left corner."""
    left, top = PROSE, min(shape.top for shape in laid.shapes(theme().families["environment"].tint))
    round_ones = [shape for shape in laid.shapes(theme().families[family].base) if shape.width == pytest.approx(DOT)]
    return [(dot.middle - left, dot.top + dot.height / 2 - top) for dot in round_ones]


def test_dots_stand_at_their_places_in_the_colours_of_their_groups() -> None:
    laid = lay(MATRIX)
    low = DOT / 2 + theme().measures["matrix-dot-ring"]
    room = SIDE - 2 * low
    near = pytest.approx
    assert dots(laid, "environment") == [near((SIDE - low, low), abs=0.02), near((low, SIDE - low), abs=0.02)]
    assert dots(laid, "people") == [near((low + room * 0.75, low + room * 0.75), abs=0.02)]


def test_each_dot_has_its_number_in_its_middle() -> None:
    laid = lay(MATRIX)
    square = min(shape.top for shape in laid.shapes(theme().families["environment"].tint))
    for number, (x, y) in zip("123", [*dots(laid, "environment"), *dots(laid, "people")], strict=True):
        place = min(laid.all(number), key=lambda place: place.left)
        assert (place.left + place.right) / 2 == pytest.approx(PROSE + x, abs=1)
        assert square + y - DOT / 2 < place.top < square + y


def test_the_square_has_four_quarters_alike() -> None:
    quarters = lay(MATRIX).shapes(theme().families["environment"].tint)
    assert len(quarters) == 4
    quarter = (SIDE - theme().measures["matrix-line"]) / 2
    assert {(round(each.width, 1), round(each.height, 1)) for each in quarters} == {(round(quarter, 1),) * 2}
    assert {round(each.left - PROSE) for each in quarters} == {0, round(SIDE - quarter)}


def test_the_names_of_the_axes_stand_at_their_heads_and_the_issues_beside() -> None:
    laid = lay(MATRIX)
    up, across = laid.find("Weight for people"), laid.find("Weight for the harbour")
    quarters = laid.shapes(theme().families["environment"].tint)
    assert up.left == pytest.approx(PROSE, abs=1)
    assert up.top < min(each.top for each in quarters)
    assert across.right == pytest.approx(PROSE + SIDE, abs=1)
    assert across.top > max(each.foot for each in quarters)
    column = PROSE + SIDE + theme().measures["matrix-gap"]
    assert [laid.find(name).left for name in ("Lamps", "Keepers")] == pytest.approx([column] * 2, abs=1)
    name = column + theme().measures["matrix-number-width"]
    assert [laid.find(each).left for each in ("Oil", "Gas", "Sleep")] == pytest.approx([name] * 3, abs=1)
    tops = [laid.find(each).top for each in ("Lamps", "Oil", "Gas", "Keepers", "Sleep")]
    assert tops == sorted(tops)
    assert laid.find("Lamps").top == pytest.approx(up.top, abs=2)


def test_the_square_is_a_figure_and_the_issues_are_lists_in_reading_order() -> None:
    laid = lay(lines(2), MATRIX)
    kids = [kid for kid in laid.layout.root.kids if isinstance(kid, Element)]
    assert [kid.tag for kid in kids] == ["P", "P", "P", "Figure", "P", "P", "L", "P", "L"]
    (figure,) = elements(laid.layout.root, "Figure")
    assert figure.alternative == "Matrix: what weighs most."
    assert figure.attributes["Placement"] == "/Block"
    assert len(figure.kids) == 1, "one piece of content: the square, its dots and their numbers"
    left, foot, right, head = (float(number) for number in figure.attributes["BBox"].strip("[]").split())
    assert (left, right) == pytest.approx((PROSE, PROSE + SIDE), abs=0.02)
    assert head - foot == pytest.approx(SIDE, abs=0.02)
    for listed, count in ((kids[6], 2), (kids[8], 1)):
        assert listed.attributes == {"O": "/List", "ListNumbering": "/Decimal"}
        items = [[part.tag for part in elements(item)] for item in elements(listed, "LI")]
        assert items == [["Lbl", "LBody"]] * count


def test_a_matrix_stands_whole_below_its_heading_and_is_where_links_lead() -> None:
    laid = lay(lines(36), heading("Weighing", 3, "weighing"), MATRIX)
    assert {laid.find(each).page for each in ("Weighing", "What weighs most", "Sleep")} == {1}
    page, top = laid.layout.anchors["weight"]
    sheet = laid.layout.sheets[page]
    assert sheet.height - top < laid.find("What weighs most").top < sheet.height - top + 20


def test_issues_carry_footnotes() -> None:
    marked = issue("people", 1, "Sleep", 50, 50, NoteMark(1, False, True))
    laid = lay(lines(3), matrix(group("people", "Keepers", marked)), notes={1: "By day."})
    assert laid.find("By day.").top > laid.find("Weight for the harbour").top
    (body,) = elements(laid.layout.root, "LBody")
    assert [kid.tag for kid in body.kids if isinstance(kid, Element)] == ["P", "Note"]


def test_a_matrix_in_chinese() -> None:
    chinese = matrix(group("people", "守灯人", issue("people", 1, "作息与健康", 10, 90)))
    laid = lay(chinese, locale="zh_Hans")
    assert laid.find("作息与健康").left > laid.find("Weight for people").left + SIDE
