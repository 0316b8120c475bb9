"""Writes boxes: paragraphs whose style carries the tint and the bar (case), the rules (callout), the bar (pledge)."""

from __future__ import annotations

from reportgen.model.flow import Boxed, Items, Paragraph
from reportgen.write.docx.body import Body
from reportgen.write.docx.extent import height_of
from reportgen.write.docx.formats import border_of
from reportgen.write.docx.lists import write_items
from reportgen.write.docx.markup import (
    PARAGRAPH,
    hold_paragraph,
    indent_of,
    indent_paragraph,
    keep_paragraph,
    number_paragraph,
    rule_paragraph,
    set_paragraph,
    space_paragraph,
)
from reportgen.write.docx.xml import Element, Node, twips, word_name

_CASE = "case"
_PLEDGE, _CALLOUT = "pledge", "callout"
_HEADS = ("case-label", "case-title")


def write_box(body: Body, box: Boxed) -> None:
    """Write a box."""
    begin = len(body.root)
    for part in box.content:
        if isinstance(part, Items):
            write_items(body, body.root, part)
            continue
        made = body.flow(part)
        if part.style in _HEADS:
            keep_paragraph(made)
        elif part.family != body.design.first:
            _recolour(body, made, part)
    written = _since(body, begin)
    _keep_whole(body, box, written)
    if box.style == _CASE and written:
        _set_off(body, begin, written, body.palette(box.family).tint)
    body.gap = True


def _keep_whole(body: Body, box: Boxed, made: list[Element]) -> None:
    """Keep a box on one page that is low, about, as in the PDF."""
    measures = body.theme.measures
    width = body.theme.page.prose_width - 2 * measures["case-padding-side"]
    if 2 * measures["case-padding"] + height_of(box.content, body.theme, width) > measures["case-whole"]:
        return
    for paragraph in made:
        hold_paragraph(paragraph)
    for paragraph in made[:-1]:
        keep_paragraph(paragraph)


def _recolour(body: Body, made: Element, paragraph: Paragraph) -> None:
    """Give the bar of a pledge, the arrow of a callout, the colour of a family; there are too few for a style each."""
    if paragraph.style == _PLEDGE:
        (bar,) = body.styles.placing(_PLEDGE, paragraph.family).borders
        rule_paragraph(made, border_of(bar, body.design))
    elif paragraph.style == _CALLOUT:
        number_paragraph(made, body.styles.mark(_CALLOUT, paragraph.family))


def _since(body: Body, begin: int) -> list[Element]:
    """Return what was written since there were so many pieces in the body."""
    if len(body.root) == begin:
        return []
    first = body.root[begin]
    return [first, *first.itersiblings()]


def _set_off(body: Body, begin: int, paragraphs: list[Element], tint: str) -> None:
    """Set a case off from what stands above it, and from a case above it with a gap between their grounds.

    Word makes one box of paragraphs that are indented alike, LibreOffice of those whose grounds are alike.
    """
    space_paragraph(paragraphs[0], before=twips(body.theme.measures["case-gap"]))
    above = body.root[begin - 1] if begin else None
    if above is not None and above.tag == PARAGRAPH and _style(above) == _style(paragraphs[0]) and not indent_of(above):
        right, ground = twips(body.styles.placing("case-text", "").right), _hardly_other(body.design.scheme.shade(tint))
        for paragraph in paragraphs:
            indent_paragraph(paragraph, right=right + 1)
            set_paragraph(paragraph, ground)


def _hardly_other(shade: Node) -> Node:
    """Return a ground of a colour that nobody tells from what it was."""
    shade.set("w:fill", f"{int(shade.attributes[word_name('fill')], 16) ^ 1:06X}")
    return shade


def _style(paragraph: Element) -> str:
    return str(next(iter(paragraph[0][0].attrib.values())))
