"""A matrix: a square of four quarters between two axes, numbered dots in it, and the numbered issues beside it.

The square with its dots is a `Figure` with an alternative text. The names of its axes stand before and after it, and
the issues follow as lists.
"""

from __future__ import annotations

from msgspec import Struct

from reportgen.model.flow import Matrix
from reportgen.style.matrix_placing import Point, dot_places, square_of
from reportgen.write.pdf.drawing import stack_drawing
from reportgen.write.pdf.elements import add
from reportgen.write.pdf.figure_numbers import paint_number
from reportgen.write.pdf.issues import list_issues
from reportgen.write.pdf.page import Page
from reportgen.write.pdf.paragraph import set_text
from reportgen.write.pdf.parts import Element
from reportgen.write.pdf.press import Press
from reportgen.write.pdf.text import SetText


class _Plot(Struct, frozen=True):
    """The square's element between the names of its axes."""

    up: SetText
    figure: Element
    across: SetText


def flow_matrix(press: Press, matrix: Matrix) -> None:
    """Stack a matrix; it is never parted."""
    page, measures = press.theme.page, press.theme.measures
    title = set_text(press, matrix.title, page.prose_width, press.parent)
    plot = _plot(press, matrix)
    left = measures["matrix-plot"] + measures["matrix-gap"]
    issues = list_issues(press, matrix, page.prose_width - left)
    square = plot.up.height + measures["matrix-axis-gap"]
    foot = square + measures["matrix-plot"] + measures["matrix-axis-gap"]

    def draw(sheet: Page, top: float) -> None:
        plot.up.paint_all(sheet, page.prose_x, top)
        _paint_square(press, matrix, plot.figure, sheet, (page.prose_x, top + square))
        plot.across.paint_all(sheet, page.prose_x, top + foot)
        issues.paint(sheet, page.prose_x + left, top)

    height = max(foot + plot.across.height, issues.height)
    stack_drawing(press, matrix.anchor, title, height, draw, (plot.up, plot.across, *issues.texts))


def _plot(press: Press, matrix: Matrix) -> _Plot:
    side = press.theme.measures["matrix-plot"]
    up = set_text(press, matrix.up, side, press.parent)
    figure = add(press.parent, "Figure")
    figure.alternative = matrix.alternative
    return _Plot(up, figure, set_text(press, matrix.across, side, press.parent, "right"))


def _paint_square(press: Press, matrix: Matrix, figure: Element, sheet: Page, place: Point) -> None:
    x, y = place
    side = press.theme.measures["matrix-plot"]
    sheet.bound(figure, x, y, side, side)
    _paint_quarters(press, matrix, figure, sheet, place)
    _paint_axes(press, matrix, figure, sheet, place)
    dots = dot_places(matrix.issues, square_of(press.theme))
    families = [group.family for group in matrix.groups for _ in group.issues]
    for (right, down), family in zip(dots, families, strict=True):
        _paint_dot(press, family, figure, sheet, (x + right, y + down))
    for (right, down), issue in zip(dots, matrix.issues, strict=True):
        paint_number(press, issue.number, "matrix-dot", figure, sheet, (x + right, y + down))


def _paint_quarters(press: Press, matrix: Matrix, figure: Element, sheet: Page, place: Point) -> None:
    """Paint the ground of the square: quarters alike, for nothing is said of any but where it is."""
    x, y = place
    side, line = press.theme.measures["matrix-plot"], press.theme.measures["matrix-line"]
    quarter, colour = (side - line) / 2, press.colour("tint", matrix.family)
    for column in (0, 1):
        for row in (0, 1):
            left, top = x + column * (quarter + line), y + row * (quarter + line)
            sheet.paint(sheet.ink.rectangle(left, top, quarter, quarter, colour), figure)


def _paint_axes(press: Press, matrix: Matrix, figure: Element, sheet: Page, place: Point) -> None:
    x, y = place
    side, head = press.theme.measures["matrix-plot"], press.theme.measures["matrix-arrow"]
    right, foot = x + side, y + side
    strokes = [
        [(x, y), (x, foot), (right, foot)],
        [(x - head, y + head), (x, y), (x + head, y + head)],
        [(right - head, foot - head), (right, foot), (right - head, foot + head)],
    ]
    weight, colour = press.theme.measures["end-rule"], press.colour("slate", matrix.family)
    sheet.paint(sheet.ink.stroke(strokes, weight, colour), figure)


def _paint_dot(press: Press, family: str, figure: Element, sheet: Page, middle: Point) -> None:
    """Paint a dot in the colour of its group, within a ring of white."""
    measures = press.theme.measures
    dot, ring = measures["matrix-dot"], measures["matrix-dot-ring"]
    for size, token in ((dot + 2 * ring, "white"), (dot, "base")):
        disc = sheet.ink.disc(middle[0] - size / 2, middle[1] - size / 2, size, press.colour(token, family))
        sheet.paint(disc, figure)
