"""The plot of a matrix, drawn in shapes: four quarters, two axes, and the dots with their numbers."""

from __future__ import annotations

from collections.abc import Iterator

from reportgen.model.flow import Issue, Matrix
from reportgen.model.theme import Theme
from reportgen.style.matrix_placing import Point, dot_places, square_of
from reportgen.write.docx.body import Body
from reportgen.write.docx.shapes import add_group, shape, text_room
from reportgen.write.docx.xml import Element, Node, a, emu


def margin_of(theme: Theme) -> float:
    """Return how far the heads of the axes reach beyond the plot on either side, in points."""
    return theme.measures["matrix-arrow"] + theme.measures["end-rule"]


def add_plot(body: Body, cell: Element, matrix: Matrix) -> Element:
    """Add the plot of a matrix to a cell, with the matrix's alternative text; return its paragraph."""
    margin = margin_of(body.theme)
    side = body.theme.measures["matrix-plot"] + 2 * margin
    dots = dot_places(matrix.issues, square_of(body.theme))
    shapes = [*_quarters(body, matrix), *_axes(body)]
    shapes += [_dot(body, issue, middle) for issue, middle in zip(matrix.issues, dots, strict=True)]
    numbers = (issue.number for issue in matrix.issues)
    return add_group(body, cell, (-margin, -margin, side, side), shapes, matrix.alternative, numbers, "matrix-dot")


def _quarters(body: Body, matrix: Matrix) -> Iterator[Node]:
    measures, fill = body.theme.measures, body.design.scheme.fill(body.palette(matrix.family).tint)
    line = measures["matrix-line"]
    quarter = (measures["matrix-plot"] - line) / 2
    for column in (0, 1):
        for row in (0, 1):
            box = (column * (quarter + line), row * (quarter + line), quarter, quarter)
            yield shape("rect", box, fill, a("ln", a("noFill")))


def _axes(body: Body) -> Iterator[Node]:
    """Yield the axes, from their heads to the corner and from the corner on."""
    measures = body.theme.measures
    side, colour = measures["matrix-plot"], body.theme.colours["slate"]
    for box, end in (((0.0, 0.0, 0.0, side), "headEnd"), ((0.0, side, side, 0.0), "tailEnd")):
        head = a(end, type="arrow", w="med", len="med")
        line = a("ln", body.design.scheme.fill(colour), a("round"), head, w=emu(measures["end-rule"]), cap="rnd")
        yield shape("line", box, a("noFill"), line)


def _dot(body: Body, issue: Issue, middle: Point) -> Node:
    """Return a dot within a ring of white, which is half of the line around it."""
    measures, colours = body.theme.measures, body.theme.colours
    ring = measures["matrix-dot-ring"]
    size = measures["matrix-dot"] + ring
    box = (middle[0] - size / 2, middle[1] - size / 2, size, size)
    fill = body.design.scheme.fill(body.palette(issue.number.family).base)
    line = a("ln", body.design.scheme.fill(colours["white"]), w=emu(ring))
    return shape("ellipse", box, fill, line, text_room())
