"""The plot of a matrix as a group of shapes that stands in its line: four quarters, two axes, and the dots.

The number of a dot is the text of its shape. The group is offered to programs that know groups (Word from 2010 on).
"""

from __future__ import annotations

from collections.abc import Iterator

from reportgen.model.flow import Issue, Matrix, Run
from reportgen.model.theme import Theme
from reportgen.style.matrix_placing import Point, dot_places, square_of
from reportgen.write.docx.body import Body
from reportgen.write.docx.drawings import graphic, placed_in_line
from reportgen.write.docx.formats import run_format
from reportgen.write.docx.markup import add_paragraph, align_paragraph, space_paragraph
from reportgen.write.docx.styles import NORMAL
from reportgen.write.docx.xml import GROUP, Element, Node, a, attach, clean, element, emu, name, w, worded

_Box = tuple[float, float, float, float]
"""Left, top, width and height in points, from the upper left corner of the plot."""


def margin_of(theme: Theme) -> float:
    """Return how far the heads of the axes reach beyond the plot on either side, in points."""
    return theme.measures["matrix-arrow"] + theme.measures["end-rule"]


def add_plot(body: Body, run: Element, matrix: Matrix) -> None:
    """Add the plot of a matrix to a run, with the matrix's alternative text."""
    dots = dot_places(matrix.issues, square_of(body.theme))
    margin = margin_of(body.theme)
    side = body.theme.measures["matrix-plot"] + 2 * margin
    frame = (-margin, -margin, side, side)
    nothing = a("noFill")
    # some programs stretch a group until what is in it fills it: the first shape does
    shapes = [_shape("rect", frame, nothing, a("ln", nothing)), *_quarters(body, matrix), *_axes(body, matrix)]
    shapes += [_dot(body, issue, middle) for issue, middle in zip(matrix.issues, dots, strict=True)]
    group = element("wpg:wgp", element("wpg:cNvGrpSpPr"), _frame(frame), *shapes)
    number = body.drawing()
    described = element("wp:docPr", id=number, name=f"Matrix {number}", descr=clean(matrix.alternative))
    drawing = placed_in_line(described, (side, side), graphic(GROUP, group))
    made = attach(run, element("mc:AlternateContent", element("mc:Choice", drawing, Requires="wpg")))
    for issue, text in zip(matrix.issues, made.iter(name("w:txbxContent")), strict=True):
        _number(body, issue, text)


def _frame(box: _Box) -> Node:
    """Return a group's place in its line; its own measures are the plot's."""
    x, y, width, height = map(emu, box)
    own = (a("chOff", x=x, y=y), a("chExt", cx=width, cy=height))
    return element("wpg:grpSpPr", a("xfrm", a("off", x=0, y=0), a("ext", cx=width, cy=height), *own))


def _quarters(body: Body, matrix: Matrix) -> Iterator[Node]:
    measures, fill = body.theme.measures, body.design.scheme.fill(body.palette(matrix.family).tint)
    line = measures["matrix-line"]
    quarter = (measures["matrix-plot"] - line) / 2
    for column in (0, 1):
        for row in (0, 1):
            box = (column * (quarter + line), row * (quarter + line), quarter, quarter)
            yield _shape("rect", box, fill, a("ln", a("noFill")))


def _axes(body: Body, matrix: Matrix) -> Iterator[Node]:
    """Yield the axes, from their heads to the corner and from the corner on."""
    measures = body.theme.measures
    side, colour = measures["matrix-plot"], body.theme.colours["slate"]
    for box, end in (((0.0, 0.0, 0.0, side), "headEnd"), ((0.0, side, side, 0.0), "tailEnd")):
        head = a(end, type="arrow", w="med", len="med")
        line = a("ln", body.design.scheme.fill(colour), a("round"), head, w=emu(measures["end-rule"]), cap="rnd")
        yield _shape("line", box, a("noFill"), line)


def _dot(body: Body, issue: Issue, middle: Point) -> Node:
    """Return a dot within a ring of white, which is half of the line around it."""
    measures, colours = body.theme.measures, body.theme.colours
    ring = measures["matrix-dot-ring"]
    size = measures["matrix-dot"] + ring
    box = (middle[0] - size / 2, middle[1] - size / 2, size, size)
    fill = body.design.scheme.fill(body.palette(issue.number.family).base)
    line = a("ln", body.design.scheme.fill(colours["white"]), w=emu(ring))
    return _shape("ellipse", box, fill, line, element("wps:txbx", w("txbxContent")))


def _shape(form: str, box: _Box, fill: Node, line: Node, *text: Node) -> Node:
    x, y, width, height = map(emu, box)
    placed = a("xfrm", a("off", x=x, y=y), a("ext", cx=width, cy=height))
    looks = element("wps:spPr", placed, a("prstGeom", a("avLst"), prst=form), fill, line)
    inner = element("wps:bodyPr", wrap="none", lIns=0, tIns=0, rIns=0, bIns=0, anchor="ctr")
    return element("wps:wsp", element("wps:cNvSpPr"), looks, *text, inner)


def _number(body: Body, issue: Issue, text: Element) -> None:
    """Write the number of an issue into its dot. All is said of its run: not every program asks styles in a group."""
    style = body.theme.styles["matrix-dot"]
    look = run_format(style, body.palette(issue.number.family), body.design)
    made = add_paragraph(text, NORMAL)
    space_paragraph(made, before=0, after=0, line=240, lineRule="auto")
    align_paragraph(made, "center")
    number = "".join(piece.text for piece in issue.number.pieces if isinstance(piece, Run))
    attach(made, w("r", w("rPr", *look.values()), worded(w("t"), number)))
