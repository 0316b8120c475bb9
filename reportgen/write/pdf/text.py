"""A paragraph set in lines, ready to be painted line by line, with its links, marks and page numbers.

What goes in: a paragraph of the story, the width it may fill, the element it belongs to (none: it is an artifact, such
as a repeated header). What comes out on the page: text, areas of links, underlines, and the structure elements of
links, marks and words of other languages.
"""

from __future__ import annotations

from reportgen.model.flow import NoteMark, Paragraph, Run
from reportgen.write.pdf.colours import resolve
from reportgen.write.pdf.elements import add
from reportgen.write.pdf.page import Page
from reportgen.write.pdf.parts import Element, Line, Segment
from reportgen.write.pdf.planning import PAGE_DIGITS
from reportgen.write.pdf.press import Press
from reportgen.write.pdf.slot import Place, Slot, Underline

_ABOVE, _BELOW = 0.85, 0.25
"""How far a link's area reaches above and below the baseline, in sizes of the text."""


def baseline(leading: float, size: float, share: float) -> float:
    """Return how far the baseline lies below the top of a line; ``share`` of the size below the line's middle."""
    return leading / 2 + size * share


class SetText:
    """A paragraph in lines.

    ``lines`` are painted one by one, in order. ``underlined`` says whether links are: not in dense tables. ``align``
    takes the place of the style's.
    """

    def __init__(
        self,
        press: Press,
        paragraph: Paragraph,
        width: float,
        element: Element | None,
        *,
        underlined: bool = True,
        align: str = "",
    ) -> None:
        self.press = press
        self.paragraph = paragraph
        self.style = press.theme.styles[paragraph.style]
        self.width = width
        self.element = element
        self.lines: tuple[Line, ...] = press.typesetter.lines(paragraph, width)
        self.height = len(self.lines) * self.style.leading
        self._underlined = underlined
        self._align = align or self.style.align
        self._table = press.table
        self._joined: tuple[str, Element] | None = None
        self._spoken: tuple[str, Element, Element] | None = None

    def paint(self, page: Page, number: int, x: float, top: float) -> None:
        """Paint a line whose box begins at ``x`` and ``top``."""
        line = self.lines[number]
        x += self._indent(line)
        base = top + baseline(self.style.leading, self.style.size, self.press.theme.measures["baseline"])
        targets = [self._target(segment) for segment in line.segments]
        places = self._places(line, x)
        for segment, target, place in zip(line.segments, targets, places, strict=True):
            self._segment(page, segment, target, place, base)
        self._underline(page, line, targets, places, base)
        self.press.record.numbers(line.occurrences, page)

    def paint_all(self, page: Page, x: float, top: float) -> None:
        """Paint all lines below each other."""
        for number in range(len(self.lines)):
            self.paint(page, number, x, top + number * self.style.leading)

    def _indent(self, line: Line) -> float:
        if line.from_right and self._align != "centre":
            return self.width - line.width
        match self._align:
            case "right":
                return self.width - line.width
            case "centre":
                return (self.width - line.width) / 2
            case _:
                return 0.0

    def _target(self, segment: Segment) -> str:
        if segment.link:
            return segment.link
        if segment.page_of:
            return f"#{segment.page_of}"
        if segment.note:
            return self.press.note_target(segment.note, self._table if segment.table_note else 0)
        return ""

    def _element(self, target: str) -> Element | None:
        """Return the element of a stretch: a link's goes on over stretches and lines that lead to the same place."""
        if self.element is None:
            return None
        if not target:
            self._joined = None
            return self.element
        if self._joined is None or self._joined[0] != target:
            self._joined = (target, self._link(target))
        return self._joined[1]

    def _say(self, segment: Segment) -> None:
        """Let the element of words that run from right to left say them, in the order in which they are read."""
        if self._spoken is not None:
            self._spoken[2].actual += segment.said

    def _spoken_in(self, segment: Segment, element: Element | None) -> Element | None:
        """Return the element of a segment's words: a `Span` within theirs, if they are not in the report's language."""
        language = segment.language
        if element is None or not language:
            self._spoken = None
            return element
        if self._spoken is None or self._spoken[0] != language or self._spoken[1] is not element:
            span = add(element, "Span")
            span.language = language
            self._spoken = (language, element, span)
        return self._spoken[2]

    def _link(self, target: str) -> Element:
        assert self.element is not None
        parent = add(self.element, "Reference") if self.press.is_note(target) else self.element
        return add(parent, "Link")

    def _segment(self, page: Page, segment: Segment, target: str, place: Place, base: float) -> None:
        element = self._element(target)
        page.content(self._spoken_in(segment, element))
        self._say(segment)
        if place.own or place.before:
            page.show_at(place, base, segment.shows)
        else:
            page.show(segment, place.x, base)
        if target and element is not None and segment.width > 0:
            size = self.style.size
            height = size * (_ABOVE + _BELOW)
            page.link(place, base - size * _ABOVE, height, target, self._words(segment, target), element)

    def _places(self, line: Line, x: float) -> list[Place]:
        """Return where each segment stands: after a page's number, what follows moves up to it."""
        places: list[Place] = []
        before: tuple[Slot, ...] = ()
        for segment in line.segments:
            slot = self._slot(segment) if segment.page_of else None
            places.append(Place(x + segment.x, segment.width, before, slot))
            before += (slot,) if slot else ()
        return places

    def _slot(self, segment: Segment) -> Slot:
        token = self.style.colour if self.style.colour == "white" else "link"
        colour = resolve(self.press.theme, token, self.paragraph.family)
        # the segment's own width may hold the space between scripts after the number
        reserved = self.press.typesetter.tabular("0" * PAGE_DIGITS, self.style, segment.strong, colour).width
        return Slot(segment.page_of, self.style, colour, segment.strong, reserved, self._align == "right")

    def _words(self, segment: Segment, target: str) -> str:
        pieces = self.paragraph.pieces
        if segment.note:
            which = segment.note, segment.table_note
            marks = (piece for piece in pieces if isinstance(piece, NoteMark))
            return next(str(mark.number - mark.before) for mark in marks if (mark.number, mark.table) == which)
        linked = (piece.text for piece in pieces if isinstance(piece, Run) and piece.link == target)
        return "".join(linked)

    def _underline(self, page: Page, line: Line, targets: list[str], places: list[Place], base: float) -> None:
        if not self._underlined or self.element is None:
            return
        measures = self.press.theme.measures
        colour = resolve(self.press.theme, "link", self.paragraph.family)
        for segment, target, place in zip(line.segments, targets, places, strict=True):
            if target and not segment.note:
                page.paint(Underline(place, base + measures["link-offset"], measures["link-rule"], colour))
