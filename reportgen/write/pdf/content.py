"""A page's content stream (PDF 1.7, 7.8.2) from what was painted on it, in order: marked content, texts, shapes.

What goes in: items whose places are all known. What comes out: operators, and between them texts in codes, which become
bytes once the codes of the whole report are known (`encoding`). A text says of its state what differs from the text
before it, and its place as a move from there: to say all each time made a page half as large again.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from msgspec import Struct

from reportgen.write.pdf.parts import Content, Show
from reportgen.write.pdf.state import PLAIN

_REMEMBERED = 4096


class Mark(Struct):
    """Marked content begins, by its operator. ``drawn`` says that it holds shapes, which stand in no text object."""

    operator: bytes
    drawn: bool = False


class End(Struct, frozen=True):
    """Marked content ends."""


END = End()


class Text(Struct, frozen=True):
    """Text that begins at a place, in points, ``y`` counting up from the page's foot."""

    x: float
    y: float
    shows: tuple[Show, ...]


Item = Mark | End | Text | bytes
"""Bytes are shapes: operators that leave the graphics state as it was."""


def content_of(items: Iterable[Item]) -> Content:
    """Return the content stream of a page."""
    writer = _Writer()
    for item in items:
        writer.add(item)
    writer.end_text()
    return tuple(writer.parts)


class _Writer:
    """Writes items. Texts are one text object, with their marked content in it, until a shape comes."""

    def __init__(self) -> None:
        self.parts: list[bytes | str] = []
        self._in_text = False
        self._drawn = False
        self._place = (0, 0)
        self._state = PLAIN

    def add(self, item: Item) -> None:
        match item:
            case Text(x, y, shows):
                if shows:
                    self._text(round(x * 100), round(y * 100), shows)
            case Mark(operator, drawn):
                self._mark(operator, drawn)
            case End():
                self._end()
            case bytes():
                self.end_text()
                self.parts.append(item)

    def end_text(self) -> None:
        if self._in_text:
            self._in_text = False
            self.parts.append(b"ET\n")

    def _begin_text(self) -> None:
        if not self._in_text:
            self._in_text, self._place = True, (0, 0)
            self.parts.append(b"BT\n")

    def _mark(self, operator: bytes, drawn: bool) -> None:
        """Begin marked content: it must lie within a text object or around it (PDF 1.7, 14.6.1)."""
        self._drawn = drawn
        if drawn:
            self.end_text()
        else:
            self._begin_text()
        self.parts.append(operator)

    def _end(self) -> None:
        if self._drawn:
            self.end_text()
        self.parts.append(b"EMC\n")

    def _text(self, x: int, y: int, shows: tuple[Show, ...]) -> None:
        self._begin_text()
        moved = _move(x - self._place[0], y - self._place[1])
        self._place = (x, y)
        for show in shows:
            self._show(moved, show)
            moved = b""

    def _show(self, moved: bytes, show: Show) -> None:
        state = show.state
        if state != self._state:
            moved += b"".join([new for new, old in zip(state, self._state, strict=True) if new != old])
            self._state = state
        self.parts += (moved, show.codes)


@lru_cache(_REMEMBERED)
def _move(right: int, up: int) -> bytes:
    """Return the operator that moves on, given hundredths of a point: all places are such, so moves add up to them."""
    return b"%.10g %.10g Td" % (right / 100, up / 100)
