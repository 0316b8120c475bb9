"""Writes a matrix: a table with the plot, a drawing in its line, in its left cell, and the issues in its right one.

The names of the axes and the issues are paragraphs, which can be commented on and carry notes. Numbers alone stand in
the drawing: the list repeats them.
"""

from __future__ import annotations

from reportgen.model.flow import Matrix
from reportgen.write.docx.beside import add_cells, write_numbered
from reportgen.write.docx.body import Body
from reportgen.write.docx.markup import (
    align_paragraph,
    indent_paragraph,
    space_paragraph,
)
from reportgen.write.docx.matrix_plot import add_plot, margin_of
from reportgen.write.docx.xml import Element, twips


def write_matrix(body: Body, matrix: Matrix) -> None:
    """Write a matrix below its title."""
    title = body.flow(matrix.title, matrix.anchor)
    space_paragraph(title, after=twips(body.theme.measures["diagram-top"]))
    measures = body.theme.measures
    left, right = add_cells(body, measures["matrix-plot"] + measures["matrix-gap"], margin_of(body.theme))
    _write_plot(body, left, matrix)
    _write_issues(body, right, matrix)
    body.gap = True


def _write_plot(body: Body, cell: Element, matrix: Matrix) -> None:
    measures, reach = body.theme.measures, margin_of(body.theme)
    margin, gap = twips(reach), twips(max(0.0, measures["matrix-axis-gap"] - reach))
    up = body.write(cell, matrix.up)
    space_paragraph(up, before=0, after=gap)
    space_paragraph(add_plot(body, cell, matrix), after=gap)
    across = body.write(cell, matrix.across)
    space_paragraph(across, before=0, after=0)
    align_paragraph(across, "right")
    indent_paragraph(up, left=margin, right=twips(measures["matrix-gap"]))
    indent_paragraph(across, left=margin, right=twips(measures["matrix-gap"]))


def _write_issues(body: Body, cell: Element, matrix: Matrix) -> None:
    measures = body.theme.measures
    indent, gap = twips(measures["matrix-number-width"]), twips(measures["matrix-group-gap"])
    for at, group in enumerate(matrix.groups):
        name = body.write(cell, group.name)
        space_paragraph(name, before=gap if at else 0, after=0)
        for issue in group.issues:
            write_numbered(body, cell, issue.number, issue.name, indent, twips(measures["matrix-issue-gap"]))
