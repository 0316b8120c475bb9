"""Writes a matrix: a table with the plot, a drawing in its line, in its left cell, and the issues in its right one.

The names of the axes and the issues are paragraphs, which can be commented on and carry notes. Numbers alone stand in
the drawing: the list repeats them.
"""

from __future__ import annotations

from reportgen.model.flow import Issue, Matrix
from reportgen.write.docx.body import Body
from reportgen.write.docx.markup import (
    add,
    add_paragraph,
    add_run,
    add_tab,
    align_paragraph,
    indent_paragraph,
    space_paragraph,
    tab_paragraph,
)
from reportgen.write.docx.matrix_plot import add_plot, margin_of
from reportgen.write.docx.styles import NORMAL
from reportgen.write.docx.xml import Element, attach, twips, w


def write_matrix(body: Body, matrix: Matrix) -> None:
    """Write a matrix below its title."""
    title = body.flow(matrix.title, matrix.anchor)
    space_paragraph(title, after=twips(body.theme.measures["diagram-top"]))
    left, right = _cells(body)
    _write_plot(body, left, matrix)
    _write_issues(body, right, matrix)
    body.gap = True


def _cells(body: Body) -> tuple[Element, Element]:
    """Return the two cells of a table: the left one has room for the plot and the heads of its axes."""
    page, measures, margin = body.theme.page, body.theme.measures, margin_of(body.theme)
    plot = measures["matrix-plot"] + measures["matrix-gap"]
    widths = [twips(plot + margin), twips(page.prose_width - plot)]
    table = add(body.root, "tbl")
    properties = w(
        "tblPr",
        w("tblW", w=sum(widths), type="dxa"),
        w("tblInd", w=twips(page.prose_x - page.left - margin), type="dxa"),
        w("tblLayout", type="fixed"),
        w("tblCellMar", w("left", w=0, type="dxa"), w("right", w=0, type="dxa")),
        w("tblLook", val="0600", firstRow=0, lastRow=0, firstColumn=0, lastColumn=0, noHBand=1, noVBand=1),
    )
    attach(table, properties)
    attach(table, w("tblGrid", *(w("gridCol", w=width) for width in widths)))
    row = add(table, "tr")
    attach(row, w("trPr", w("cantSplit")))
    left, right = (add(row, "tc") for _ in widths)
    for cell, width in zip((left, right), widths, strict=True):
        attach(cell, w("tcPr", w("tcW", w=width, type="dxa")))
    return left, right


def _write_plot(body: Body, cell: Element, matrix: Matrix) -> None:
    measures, reach = body.theme.measures, margin_of(body.theme)
    margin, gap = twips(reach), twips(max(0.0, measures["matrix-axis-gap"] - reach))
    up = body.write(cell, matrix.up)
    space_paragraph(up, before=0, after=gap)
    drawing = add_paragraph(cell, NORMAL)
    space_paragraph(drawing, before=0, after=gap, line=240, lineRule="auto")
    add_plot(body, add_run(drawing), matrix)
    across = body.write(cell, matrix.across)
    space_paragraph(across, before=0, after=0)
    align_paragraph(across, "right")
    indent_paragraph(up, left=margin, right=twips(measures["matrix-gap"]))
    indent_paragraph(across, left=margin, right=twips(measures["matrix-gap"]))


def _write_issues(body: Body, cell: Element, matrix: Matrix) -> None:
    gap = twips(body.theme.measures["matrix-group-gap"])
    for at, group in enumerate(matrix.groups):
        name = body.write(cell, group.name)
        space_paragraph(name, before=gap if at else 0, after=0)
        for issue in group.issues:
            _write_issue(body, cell, issue)


def _write_issue(body: Body, cell: Element, issue: Issue) -> None:
    """Write an issue in one paragraph: its number, in the colour of its group, hangs before its name."""
    measures, name = body.theme.measures, issue.name
    made = add_paragraph(cell, body.styles.paragraph(name.style, name.family))
    indent = twips(measures["matrix-number-width"])
    tab_paragraph(made, ("left", indent))
    space_paragraph(made, before=twips(measures["matrix-issue-gap"]), after=0)
    indent_paragraph(made, left=indent, hanging=indent)
    style = issue.number.style
    mark = body.styles.words(style, issue.number.family)
    body.pieces.write(made, issue.number.pieces, style, bold=body.styles.is_bold(style), mark=mark)
    add_tab(made)
    body.fill(made, name)
