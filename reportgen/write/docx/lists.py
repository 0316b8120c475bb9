"""Writes lists: paragraphs that carry a number of the numbering part."""

from __future__ import annotations

from reportgen.model.flow import Items, Paragraph
from reportgen.write.docx.body import Body
from reportgen.write.docx.markup import indent_paragraph, space_paragraph
from reportgen.write.docx.xml import Element, twips


def write_items(
    body: Body, parent: Element, items: Items, level: int = 0, number: int = 0, *, bold: bool = False
) -> None:
    """Write a list into the body or a cell, whose words may be ``bold``.

    ``number`` is that of the list that it stands in, for a nested one.
    """
    if not number or items.ordered:
        number = _number(body, items, in_flow=parent is body.root)
    for item in items.items:
        for place, part in enumerate(item):
            if isinstance(part, Items):
                nested = number if part.ordered == items.ordered else 0
                write_items(body, parent, part, level + 1, nested, bold=bold)
            elif place == 0:
                body.item(parent, part, number, level, bold=bold)
            else:
                _continue(body, parent, part, level)


def end_list(body: Body) -> None:
    """Set a list off from the text below it."""
    space_paragraph(body.root[-1], after=twips(body.theme.styles["prose"].after))


def _number(body: Body, items: Items, *, in_flow: bool) -> int:
    style = body.theme.styles[items.style]
    column = body.theme.page.prose_x - body.theme.page.left
    left = (
        column if items.style == "card-statement" and in_flow else body.styles.placing(items.style, items.family).left
    )
    hang = style.indent or body.theme.measures["list-indent"]
    colour = body.palette(items.family).mid
    if items.ordered:
        return body.numbering.numbers(
            left, style.indent or body.theme.measures["list-indent"], body.theme.colours["ink"], style.size
        )
    if _boxed(items):
        return body.numbering.bullets_in_line(left, colour, style.size)
    return body.numbering.bullets(left, hang, colour, style.size)


def _boxed(items: Items) -> bool:
    """Say whether the list stands in a box, whose bar is drawn at each paragraph's indent: none may differ."""
    return items.style == "case-text"


def _continue(body: Body, parent: Element, paragraph: Paragraph, level: int) -> None:
    """Write a further paragraph of an item, under its first one."""
    made = body.write(parent, paragraph)
    if not paragraph.style.startswith("case"):
        placing = body.styles.placing(paragraph.style, paragraph.family)
        indent = (body.theme.styles[paragraph.style].indent or body.theme.measures["list-indent"]) * (level + 1)
        indent_paragraph(made, left=twips(placing.left + indent))
