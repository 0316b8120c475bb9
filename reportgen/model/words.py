"""Text that a person wrote, with the place of each of its characters."""

from __future__ import annotations

from bisect import bisect_right

from msgspec import Struct

from reportgen.diagnostics import Span


class Turn(Struct, frozen=True):
    """From ``offset`` in a text on, the text stands at ``line`` and ``column`` of its file."""

    offset: int
    line: int
    column: int


class Words(Struct, frozen=True):
    """Text and where it stands.

    ``span`` is the place of the first character. ``turns`` has an entry, in rising order of offset, wherever the
    text goes on in another line of its file (a soft break was folded) or skips characters of it.
    """

    text: str
    span: Span
    turns: tuple[Turn, ...] = ()


def span_at(words: Words, offset: int, length: int = 1) -> Span:
    """Return the place of ``words.text[offset]``."""
    at = bisect_right(words.turns, offset, key=lambda turn: turn.offset) if words.turns else 0
    if at == 0:
        return Span(words.span.path, words.span.line, words.span.column + offset, length)
    turn = words.turns[at - 1]
    return Span(words.span.path, turn.line, turn.column + offset - turn.offset, length)
