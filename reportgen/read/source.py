"""Where Markdown comes from, and so where its characters stand: in a file, or in what a template made."""

from __future__ import annotations

from collections.abc import Sequence
from unicodedata import east_asian_width

from msgspec import Struct

from reportgen.diagnostics import Span
from reportgen.model.words import Turn, Words, span_at

_FULL_WIDTH_STOPS = "，。、；：？！）》」』】〉（《「『【〈"


class FileText(Struct, frozen=True):
    """Markdown of a file: its lines without line ends, and the number of the first of them in the file."""

    path: str
    lines: tuple[str, ...]
    first: int = 1

    def line(self, index: int, content: str) -> Words:
        """Return a piece of line ``index`` (from 0), which stands at the line's end but for what closes it."""
        column = self.lines[index].rfind(content) + 1
        return Words(content, Span(self.path, self.first + index, max(column, 1), max(len(content), 1)))

    def start(self, index: int) -> Span:
        """Return the place where line ``index`` begins, after its indentation."""
        text = self.lines[index]
        return Span(self.path, self.first + index, len(text) - len(text.lstrip()) + 1, max(len(text.strip()), 1))

    def at(self, words: Words, offset: int, length: int = 1) -> Span:
        """Return the place of a stretch of words."""
        return span_at(words, offset, max(length, 1))


class MadeText(Struct, frozen=True):
    """Markdown that a template made: all of it stands where the directive stands that asked for it."""

    span: Span

    def line(self, index: int, content: str) -> Words:
        """Return a piece of a line."""
        return Words(content, self.span)

    def start(self, index: int) -> Span:
        """Return the place where a line begins."""
        return self.span

    def at(self, words: Words, offset: int, length: int = 1) -> Span:
        """Return the place of a stretch of words."""
        return self.span


Source = FileText | MadeText


def cut(words: Words, start: int, end: int | None = None) -> Words:
    """Return a stretch of words, without white space around it, with its place."""
    end = len(words.text) if end is None else end
    text = words.text[start:end]
    start += len(text) - len(text.lstrip())
    text = text.strip()
    span = span_at(words, start, max(len(text), 1))
    if not words.turns:
        return Words(text, span)
    turns = tuple(Turn(t.offset - start, t.line, t.column) for t in words.turns if 0 < t.offset - start < len(text))
    return Words(text, span, turns)


def fold(lines: Sequence[Words]) -> Words:
    """Join lines to one: a soft break is a space, or nothing between wide characters; a hard break is ``<br>``."""
    if len(lines) == 1 and not lines[0].text[:1].isspace():
        return Words(lines[0].text.rstrip(), lines[0].span)
    text = ""
    turns: list[Turn] = []
    begin = next((at for at, line in enumerate(lines) if line.text.strip()), 0)
    for line in lines[begin:]:
        piece = line.text.strip() if line is lines[-1] else line.text.lstrip()
        skipped = len(line.text) - len(line.text.lstrip())
        if text:
            text = _broken(text, piece)
            turns.append(Turn(len(text), line.span.line, line.span.column + skipped))
        elif skipped:
            turns.append(Turn(0, line.span.line, line.span.column + skipped))
        text += piece
    return Words(text.rstrip(), lines[begin].span, tuple(turns))


def _broken(before: str, after: str) -> str:
    """Return what stands before a line break, with what the break becomes."""
    stripped = before.rstrip()
    backslashes = len(stripped) - len(stripped.rstrip("\\"))
    if backslashes % 2:
        return stripped[:-1].rstrip() + "<br>"
    if len(before) - len(stripped) > 1:
        return stripped + "<br>"
    return stripped if _runs_on(stripped, after) else stripped + " "


def _runs_on(before: str, after: str) -> bool:
    last, first = before.rstrip("*")[-1:], after.lstrip("*")[:1]
    return (is_wide(last) and is_wide(first)) or (last + first).strip(_FULL_WIDTH_STOPS) != last + first


def is_wide(character: str) -> bool:
    """Whether a character is wide or full-width (UAX #11). The empty text is not."""
    return bool(character) and character > "\u10ff" and east_asian_width(character) in "WF"
