"""Lists to strips: bullets are small squares in the family's colour, numbers stand in the indent.

Either is its item's label; a square is read, and copied, as a bullet.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from msgspec import Struct
from msgspec.structs import replace

from reportgen.model.flow import Items, Paragraph
from reportgen.model.theme import TextStyle
from reportgen.write.pdf.elements import add
from reportgen.write.pdf.page import Page
from reportgen.write.pdf.paragraph import column_of, has_note, line_strips, notes_of, text_element
from reportgen.write.pdf.parts import Element
from reportgen.write.pdf.press import Press
from reportgen.write.pdf.strip import Paint, Strip
from reportgen.write.pdf.text import SetText, baseline

_LABEL_GAP = 5.0
_BULLET = "\N{BULLET}"


class Column(Struct, frozen=True):
    """Where text goes: left edge and width on the page, and the element it goes into (none: it is an artifact).

    A paragraph alone has no element of its own in a cell or an item, if it marks no footnote, whose element would come
    before its words; where ``grouping`` is set, it always has.
    """

    x: float
    width: float
    element: Element | None
    underlined: bool = True
    align: str = ""
    grouping: bool = False


def flow_items(press: Press, items: Items) -> None:
    """Stack a list in the column of prose."""
    style = press.theme.styles[items.style]
    x, width = column_of(press, replace(style, indent=0.0))
    strips = list(list_strips(press, items, Column(x, width, press.parent)))
    if strips:
        strips[0].grid = True
        strips[-1].after = max(strips[-1].after, press.theme.step / 2)
    for strip in strips:
        strip.prose = style.column == "prose"
        press.stack.add(strip)


def content_strips(press: Press, content: Iterable[Paragraph | Items], column: Column) -> list[Strip]:
    """Return the strips of paragraphs and lists below each other, within a cell or a box."""
    parts = tuple(content)
    alone = not column.grouping and len(parts) == 1 and isinstance(parts[0], Paragraph) and not has_note(parts[0])
    strips: list[Strip] = []
    for part in parts:
        if isinstance(part, Paragraph):
            strips.extend(paragraph_strips(press, part, column, alone))
        else:
            strips.extend(list_strips(press, part, column))
    return strips


def paragraph_strips(press: Press, paragraph: Paragraph, column: Column, alone: bool) -> list[Strip]:
    """Return the strips of a paragraph; its element is the column's where it stands ``alone`` in it."""
    element = column.element and text_element(column.element, alone)
    text = SetText(press, paragraph, column.width, element, underlined=column.underlined, align=column.align)
    if column.element is not None:
        press.notes.declare(notes_of(text), column.element)
    strips = line_strips(text, column.x)
    for strip in strips:
        strip.grid = strip.prose = False
    return strips


def list_strips(press: Press, items: Items, column: Column) -> Iterator[Strip]:
    """Yield the strips of a list."""
    element = None
    if column.element is not None:
        element = add(column.element, "L", O="/List", ListNumbering="/Decimal" if items.ordered else "/Square")
    for number, item in enumerate(items.items, start=1):
        yield from _item(press, items, item, f"{number}." if items.ordered else "", replace(column, element=element))


def _item(
    press: Press, items: Items, item: tuple[Paragraph | Items, ...], label: str, column: Column
) -> Iterator[Strip]:
    style = press.theme.styles[items.style]
    entry = column.element and add(column.element, "LI")
    mark = entry and add(entry, "Lbl")
    if mark and not label:
        mark.actual = _BULLET
    body = entry and add(entry, "LBody")
    indent = _indent(press, style, label)
    inner = replace(column, x=column.x + indent, width=column.width - indent, element=body, grouping=False)
    strips = content_strips(press, item, inner)
    if strips:
        strips[0].paint = _with_label(press, items, label, mark, column.x, strips[0])
        strips[-1].after = style.after
    yield from strips


def _indent(press: Press, style: TextStyle, label: str) -> float:
    indent = style.indent or press.theme.measures["list-indent"]
    if not label:
        return indent
    width = press.typesetter.plain(label, style, press.colour("ink", "brand")).width
    return max(indent, width + _LABEL_GAP)


def _with_label(press: Press, items: Items, label: str, mark: Element | None, x: float, first: Strip) -> Paint:
    """Return the painting of an item's first line with its label before it."""
    paint_line = first.paint

    def paint(page: Page, top: float) -> None:
        if label:
            _paint_number(press, items, label, mark, page, x, top)
        else:
            _paint_square(press, items, mark, page, x, top)
        paint_line(page, top)

    return paint


def _paint_number(
    press: Press, items: Items, label: str, mark: Element | None, page: Page, x: float, top: float
) -> None:
    style = press.theme.styles[items.style]
    segment = press.typesetter.plain(label, style, press.colour(style.colour, items.family))
    page.content(mark)
    page.show(segment, x, top + baseline(style.leading, style.size, press.theme.measures["baseline"]))


def _paint_square(press: Press, items: Items, mark: Element | None, page: Page, x: float, top: float) -> None:
    style, side = press.theme.styles[items.style], press.theme.measures["square"]
    y = top + style.leading / 2 - side / 2 + press.theme.measures["square-below-middle"]
    page.paint(page.ink.rectangle(x, y, side, side, press.colour("mid", items.family)), mark)
