"""Paragraphs and headings to strips, a line each; headings of sections with their rule and bar."""

from __future__ import annotations

from msgspec.structs import replace

from reportgen.model.flow import LineBreak, NoteMark, Paragraph, Run
from reportgen.model.theme import TextStyle
from reportgen.write.pdf.elements import add
from reportgen.write.pdf.page import Page
from reportgen.write.pdf.parts import Element
from reportgen.write.pdf.press import Press
from reportgen.write.pdf.record import words_of
from reportgen.write.pdf.strip import Strip
from reportgen.write.pdf.text import SetText

_ANNOUNCING = (":", "：")
SECTION_LEVEL = 2
SECTION_STYLE = "h2"
"""The style of the headings that stand below a rule over the whole frame."""


def flow_paragraph(press: Press, paragraph: Paragraph) -> None:
    """Stack a paragraph or a heading."""
    if paragraph.level == SECTION_LEVEL:
        press.begin_section()
    x, width = column_of(press, press.theme.styles[paragraph.style])
    depth = press.depth(paragraph.level) if paragraph.level else 0
    element = add(press.parent, f"H{depth}" if depth else "P")
    text = SetText(press, paragraph, width, element)
    press.notes.declare(notes_of(text), press.parent)
    strips = [heading_strip(press, text, x, depth)] if paragraph.level else line_strips(text, x)
    for strip in strips:
        press.stack.add(strip)


def column_of(press: Press, style: TextStyle) -> tuple[float, float]:
    """Return the left edge and the width of a style's text on the page."""
    page = press.theme.page
    if style.column == "frame":
        return page.left + style.indent, page.frame_width - style.indent
    return page.prose_x + style.indent, page.prose_width - style.indent


def notes_of(text: SetText) -> tuple[int, ...]:
    """Return the footnotes first marked in a text."""
    return tuple(number for line in text.lines for number in line.notes)


def followed(paragraph: Paragraph) -> Paragraph:
    """Return a paragraph after which its element goes on elsewhere: a space parts the words of both."""
    return replace(paragraph, pieces=(*paragraph.pieces, LineBreak()))


def has_note(paragraph: Paragraph) -> bool:
    """Return whether a footnote is first marked in a paragraph."""
    return any(isinstance(piece, NoteMark) and piece.first and not piece.table for piece in paragraph.pieces)


def set_text(press: Press, paragraph: Paragraph, width: float, parent: Element, align: str = "") -> SetText:
    """Set a paragraph in an element of its own below ``parent``, in which its footnotes follow it."""
    text = SetText(press, paragraph, width, add(parent, "P"), align=align)
    press.notes.declare(notes_of(text), parent)
    return text


def set_caption(press: Press, paragraph: Paragraph, width: float, caption: Element) -> SetText:
    """Set a caption or a label: its words are its element's own, or a paragraph in it where footnotes follow them."""
    if has_note(paragraph):
        return set_text(press, paragraph, width, caption)
    return SetText(press, paragraph, width, caption)


def line_strips(text: SetText, x: float) -> list[Strip]:
    """Return a strip for each line."""
    style = text.style
    last = len(text.lines) - 1
    return [
        Strip(
            style.leading,
            lambda page, top, number=number: text.paint(page, number, x, top),  # type: ignore[misc]
            before=style.before if number == 0 else 0.0,
            after=style.after if number == last else 0.0,
            keep=_keep(text, number, last),
            notes=text.lines[number].notes,
            prose=style.column == "prose",
            grid=number == 0 and style.column == "prose",
            opens=number == 0,
        )
        for number in range(last + 1)
    ]


def _keep(text: SetText, number: int, last: int) -> int:
    """Return how many lines of what follows a line must stand on its page.

    No first or last line stands alone (orphans and widows of two lines), no hyphen ends a page, and what is announced
    with a colon follows on the same page.
    """
    if number == last:
        return max(text.style.keep, int(_announces(text.paragraph)))
    return int(number in (0, last - 1) or text.lines[number].hyphen)


def _announces(paragraph: Paragraph) -> bool:
    last = paragraph.pieces[-1]
    return isinstance(last, Run) and last.text.rstrip().endswith(_ANNOUNCING)


def heading_strip(press: Press, text: SetText, x: float, depth: int) -> Strip:
    """Return the strip of a heading ``depth`` deep in the outline; it is kept with the lines that follow."""
    up = press.theme.measures["title-up"] if text.paragraph.level == 1 else 0.0
    strip = Strip(
        text.height - up,
        lambda page, top: _paint_heading(press, text, page, (x, top - up), depth, top),
        before=text.style.before,
        after=text.style.after,
        keep=text.style.keep,
        notes=notes_of(text),
        heading=True,
        prose=text.style.column == "prose",
        grid=True,
    )
    if text.paragraph.style != SECTION_STYLE:
        return strip
    above = press.theme.measures["section-rule-to-title"]
    return replace(
        strip,
        height=text.height + above,
        room=press.theme.measures["new-page-below"],
        apart=text.paragraph.level == SECTION_LEVEL,
        paint=lambda page, top: _paint_section(press, text, page, top, depth),
    )


def _paint_section(press: Press, text: SetText, page: Page, top: float, depth: int) -> None:
    measures, left = press.theme.measures, press.theme.page.left
    family = text.paragraph.family
    width = press.theme.page.frame_width
    page.paint(page.ink.rule(left, top, width, measures["rule"], press.colour("rule", family)))
    bar = page.ink.rule(left, top, measures["section-bar-width"], measures["section-bar"], press.colour("base", family))
    page.paint(bar)
    _paint_heading(press, text, page, (left, top + measures["section-rule-to-title"]), depth, top)


def _paint_heading(press: Press, text: SetText, page: Page, place: tuple[float, float], depth: int, top: float) -> None:
    """Paint a heading; links and the outline lead to ``top``."""
    press.record.anchor(text.paragraph.anchor, page, top)
    press.record.bookmark(depth, words_of(text.paragraph.pieces), page, top)
    text.paint_all(page, *place)


def text_element(parent: Element, alone: bool) -> Element:
    """Return the element for a paragraph in ``parent``: itself where nothing else stands in it."""
    return parent if alone else add(parent, "P")
