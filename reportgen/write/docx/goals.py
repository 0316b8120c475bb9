"""Writes the Sustainable Development Goals of a chapter: a row of places, in each a coloured square and a name."""

from __future__ import annotations

from reportgen.model.flow import Chapter, Goal
from reportgen.write.docx.body import Body
from reportgen.write.docx.labels import write_label
from reportgen.write.docx.markup import add, add_paragraph, set_paragraph
from reportgen.write.docx.xml import Element, attach, hexa, twips, w

ACROSS = 5


def write_goals(body: Body, chapter: Chapter) -> None:
    """Write the goals with their label, five in a row at most."""
    if not chapter.goals:
        return
    if chapter.goals_label is not None:
        write_label(body, chapter.goals_label)
    page, pitch = body.theme.page, twips(body.theme.measures["goal-pitch"])
    table = add(body.root, "tbl")
    indent = twips(page.prose_x - page.left)
    attach(
        table,
        w(
            "tblPr",
            w("tblW", w=pitch * ACROSS, type="dxa"),
            w("tblInd", w=indent, type="dxa"),
            w("tblLayout", type="fixed"),
            w("tblCellMar", w("left", w=0, type="dxa"), w("right", w=0, type="dxa")),
            w("tblLook", val="0000", firstRow=0, lastRow=0, firstColumn=0, lastColumn=0, noHBand=1, noVBand=1),
        ),
    )
    attach(table, w("tblGrid", *(w("gridCol", w=pitch) for _ in range(ACROSS))))
    for begin in range(0, len(chapter.goals), ACROSS):
        row = add(table, "tr")
        attach(row, w("trPr", w("cantSplit")))
        for at in range(begin, begin + ACROSS):
            cell = add(row, "tc")
            attach(cell, w("tcPr", w("tcW", w=pitch, type="dxa")))
            _write(body, cell, chapter.goals[at] if at < len(chapter.goals) else None, chapter.family)
    body.gap = True


def _write(body: Body, cell: Element, goal: Goal | None, family: str) -> None:
    if goal is None:
        add_paragraph(cell, body.styles.paragraph("goal-name", family))
        return
    _square(body, body.write(cell, goal.number), goal.colour)
    body.write(cell, goal.name)


def _square(body: Body, paragraph: Element, colour: str) -> None:
    """Make a square of a paragraph: as high and wide as the theme says, on its goal's colour."""
    measures = body.theme.measures
    side, left = twips(measures["goal-square"]), twips(measures["goal-number-left"])
    for node in (
        w("shd", val="clear", color="auto", fill=hexa(colour)),
        w("spacing", line=side, lineRule="exact", after=twips(measures["goal-name-gap"])),
        w("ind", right=twips(measures["goal-pitch"]) - side, firstLine=left),
        w("textAlignment", val="top"),
    ):
        set_paragraph(paragraph, node)
