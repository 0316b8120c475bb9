"""Footnotes: at the foot of the page of their first mark; a long one goes on at the foot of the next page.

A note that is higher than a third of the page need not stand whole on one: it begins where its mark is, and takes at
most half of each page, or what the text leaves of it.

A note's element stands in the structure right after the paragraph that marks it, wherever it is painted.
"""

from __future__ import annotations

from msgspec import Struct, field
from msgspec.structs import replace

from reportgen.model.flow import Footnote
from reportgen.style.printed_mark import printed_mark
from reportgen.write.pdf.elements import add
from reportgen.write.pdf.page import Page
from reportgen.write.pdf.parts import Element
from reportgen.write.pdf.press import Press
from reportgen.write.pdf.text import SetText, baseline

LABEL = "footnote-number"
_LEAST_LINES = 2
"""So many lines of a note that is parted stand on either page."""


class _Piece(Struct):
    """Lines of a note on one page, from ``start`` until ``end``."""

    number: int
    text: SetText
    label: Element
    start: int
    end: int

    @property
    def height(self) -> float:
        return (self.end - self.start) * self.text.style.leading


class Notes(Struct):
    """The footnotes of a story, and those that stand on the page being filled."""

    press: Press
    _texts: dict[int, tuple[SetText, Element]] = field(default_factory=dict)
    _here: list[_Piece] = field(default_factory=list)
    _later: list[_Piece] = field(default_factory=list)

    def declare(self, numbers: tuple[int, ...], parent: Element) -> None:
        """Make the elements of notes; they become the next children of ``parent``."""
        for number in numbers:
            note = self.press.story.footnotes.get(number)
            if note is not None and number not in self._texts:
                self._texts[number] = self._set(note, parent)

    def _set(self, note: Footnote, parent: Element) -> tuple[SetText, Element]:
        element = add(parent, "Note")
        element.id = self.press.note_target(note.number).removeprefix("#")
        label, body = add(element, "Lbl"), add(element, "P")
        style = self.press.theme.styles[note.text.style]
        width = self.press.theme.page.prose_width - style.indent
        return SetText(self.press, note.text, width, body), label

    @property
    def height(self) -> float:
        """What the notes of the page being filled take of its text, with the clear space above them."""
        return self._height(self._here)

    def height_with(self, numbers: tuple[int, ...]) -> float:
        """What they would take with more notes; of a long one, at least."""
        added: list[_Piece] = []
        for piece in self._pieces(numbers):
            long = piece.height > self.press.stack.frame_height / 3
            added.append(replace(piece, end=piece.start + _LEAST_LINES) if long else piece)
            if long:
                break
        return self._height([*self._here, *added])

    def put(self, numbers: tuple[int, ...], room: float) -> None:
        """Stand notes on this page: as many lines as ``room`` has for all of its notes, the others on the next."""
        half = self.press.stack.frame_height / 2
        for piece in self._pieces(numbers):
            whole = not self._later and self._height([*self._here, piece]) <= room
            self._put(piece, room if whole else min(room, half))

    def _put(self, piece: _Piece, room: float) -> None:
        if not self._later and self._height([*self._here, piece]) <= room:
            self._here.append(piece)
            return
        here = self._fitting(piece, room)
        if here > 0:
            self._here.append(_Piece(piece.number, piece.text, piece.label, piece.start, piece.start + here))
        self._later.append(_Piece(piece.number, piece.text, piece.label, piece.start + here, piece.end))

    def _fitting(self, piece: _Piece, room: float) -> int:
        """Return how many of a note's lines have room."""
        if self._later:
            return 0
        left = room - self._height(self._here) - (0.0 if self._here else self._above())
        lines = min(int(left // piece.text.style.leading), piece.end - piece.start - _LEAST_LINES)
        return lines if lines >= _LEAST_LINES else 0

    def fill(self, room: float) -> None:
        """Stand what is left over on this page, as far as it has ``room`` for notes; one that began here goes on."""
        left, self._later = self._later, []
        for piece in left:
            begun = self._here.pop() if self._here and self._here[-1].number == piece.number else piece
            self._put(replace(piece, start=begun.start), room)

    def finish(self, page: Page, foot: float, x: float) -> None:
        """Paint the page's notes so that they end at ``foot``; what is left over goes to the next page."""
        if self._here:
            self._paint(page, foot, x)
        self._here = []

    def stand_alone(self, numbers: tuple[int, ...], page: Page, end: float) -> None:
        """Stand notes on a page that is painted as a whole, below the ``end`` of what is on it."""
        frame = self.press.theme.page
        self.put(numbers, frame.bottom - end)
        self.finish(page, frame.bottom, frame.prose_x)

    @property
    def waiting(self) -> bool:
        """Whether notes are left over for the next page."""
        return bool(self._later)

    def _paint(self, page: Page, foot: float, x: float) -> None:
        measures = self.press.theme.measures
        y = foot - self._height(self._here) + measures["footnote-clear"]
        colour = self.press.colour("rule", "brand")
        page.paint(page.ink.rule(x, y, measures["footnote-rule-width"], measures["rule"], colour))
        y += measures["footnote-rule-gap"]
        for piece in self._here:
            self._paint_piece(page, piece, x, y)
            y += piece.height + measures["footnote-gap"]

    def _paint_piece(self, page: Page, piece: _Piece, x: float, y: float) -> None:
        style = piece.text.style
        if piece.start == 0:
            self.press.record.anchor(self.press.note_target(piece.number).removeprefix("#"), page, y)
            self._paint_label(page, piece, x, y)
        for line in range(piece.start, piece.end):
            piece.text.paint(page, line, x + style.indent, y + (line - piece.start) * style.leading)

    def _paint_label(self, page: Page, piece: _Piece, x: float, y: float) -> None:
        style, note = self.press.theme.styles[LABEL], self.press.story.footnotes[piece.number]
        segment = self.press.typesetter.plain(printed_mark(note), style, self.press.colour(style.colour, "brand"))
        page.content(piece.label)
        leading = piece.text.style.leading
        page.show(segment, x, y + baseline(leading, piece.text.style.size, self.press.theme.measures["baseline"]))

    def _pieces(self, numbers: tuple[int, ...]) -> list[_Piece]:
        here = {piece.number for piece in [*self._here, *self._later]}
        pieces = []
        for number in numbers:
            if number in self._texts and number not in here:
                text, label = self._texts[number]
                pieces.append(_Piece(number, text, label, 0, len(text.lines)))
        return pieces

    def _above(self) -> float:
        measures = self.press.theme.measures
        return measures["footnote-clear"] + measures["footnote-rule-gap"]

    def _height(self, pieces: list[_Piece]) -> float:
        if not pieces:
            return 0.0
        gaps = (len(pieces) - 1) * self.press.theme.measures["footnote-gap"]
        return self._above() + sum(piece.height for piece in pieces) + gaps
