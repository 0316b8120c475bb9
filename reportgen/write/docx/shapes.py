"""Drawings made of shapes: a group that stands in its line, some of whose shapes have a number in them.

The group is offered to programs that know groups (Word from 2010 on). Measures are in points, from the upper left
corner of what is drawn; the group may reach beyond it.
"""

from __future__ import annotations

from collections.abc import Iterable

from reportgen.model.flow import Paragraph
from reportgen.write.docx.body import Body
from reportgen.write.docx.drawings import Frame, graphic, group, offered, placed_in_line
from reportgen.write.docx.formats import run_format
from reportgen.write.docx.markup import add_paragraph, add_run, align_paragraph, space_paragraph
from reportgen.write.docx.styles import NORMAL
from reportgen.write.docx.titles import text_of
from reportgen.write.docx.xml import GROUP, Element, Node, a, attach, clean, element, emu, name, w, worded


def shape(form: str, box: Frame, fill: Node, line: Node, *text: Node, bends: tuple[int, ...] = ()) -> Node:
    """Return a shape of a preset form; ``bends`` are the form's own values, `text_room` is its text."""
    x, y, width, height = map(emu, box)
    placed = a("xfrm", a("off", x=x, y=y), a("ext", cx=width, cy=height))
    values = (a("gd", name=f"adj{at}", fmla=f"val {bend}") for at, bend in enumerate(bends, start=1))
    looks = element("wps:spPr", placed, a("prstGeom", a("avLst", *values), prst=form), fill, line)
    inner = element("wps:bodyPr", wrap="none", lIns=0, tIns=0, rIns=0, bIns=0, anchor="ctr")
    return element("wps:wsp", element("wps:cNvSpPr"), looks, *text, inner)


def text_room() -> Node:
    """Return the place for the number of a shape, which `add_group` writes."""
    return element("wps:txbx", w("txbxContent"))


def add_group(
    body: Body, cell: Element, box: Frame, shapes: Iterable[Node], words: str, numbers: Iterable[Paragraph], style: str
) -> Element:
    """Add a paragraph to a cell with a group that fills a box, and return it.

    ``numbers``, in a style, are written into the shapes that have room for one; ``words`` are its alternative text.
    """
    paragraph = _bare(cell)
    nothing = a("noFill")
    # some programs stretch a group until what is in it fills it: the first shape does
    whole = shape("rect", box, nothing, a("ln", nothing))
    number = body.drawing()
    described = element("wp:docPr", id=number, name=f"Diagram {number}", descr=clean(words))
    drawing = placed_in_line(described, box[2:], graphic(GROUP, group(box, whole, *shapes)))
    made = attach(add_run(paragraph), offered("wpg", drawing))
    for mark, text in zip(numbers, made.iter(name("w:txbxContent")), strict=True):
        _number(body, mark, style, text)
    return paragraph


def _bare(parent: Element) -> Element:
    """Add a paragraph that is no higher than what stands in it, and return it."""
    made = add_paragraph(parent, NORMAL)
    space_paragraph(made, before=0, after=0, line=240, lineRule="auto")
    return made


def _number(body: Body, paragraph: Paragraph, style: str, text: Element) -> None:
    """Write a number into its shape. All is said of its run: not every program asks styles in a group."""
    look = run_format(body.theme.styles[style], body.palette(paragraph.family), body.design)
    made = _bare(text)
    align_paragraph(made, "center")
    attach(made, w("r", w("rPr", *look.values()), worded(w("t"), text_of(paragraph.pieces))))
