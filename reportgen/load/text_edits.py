"""Edits of a text at the places of its nodes: what is not edited stays byte for byte."""

from __future__ import annotations

import re
from collections.abc import Iterable

from msgspec import Struct

from reportgen.diagnostics import Span

_BREAK = re.compile(r"\r\n|\r|\n")
_OPENING = "{["
_CLOSING = "}]"


class Edit(Struct, frozen=True):
    """Text in place of what stands from one offset up to another; an insertion where they are the same."""

    start: int
    end: int
    text: str


class Places:
    """A text, and the offsets of the places in it."""

    def __init__(self, text: str) -> None:
        self.text = text
        self._starts = [0, *(match.end() for match in _BREAK.finditer(text))]
        self._mark = int(text.startswith("\ufeff"))  # a byte order mark is no column
        self.line_break = match.group() if (match := _BREAK.search(text)) else "\n"

    def offset(self, span: Span) -> int:
        """Return the offset of a place."""
        return self._starts[span.line - 1] + span.column - 1 + (self._mark if span.line == 1 else 0)

    def line_end(self, offset: int) -> int:
        """Return the offset of the end of the line that an offset is in, before the break."""
        match = _BREAK.search(self.text, offset)
        return match.start() if match else len(self.text)

    def before(self, offset: int) -> int:
        """Return the offset where the white space before an offset begins."""
        while offset and self.text[offset - 1].isspace():
            offset -= 1
        return offset

    def closing(self, offset: int) -> int:
        """Return the offset of the bracket that closes the one at an offset, or -1."""
        depth, at = 0, offset
        while at < len(self.text):
            character = self.text[at]
            if character in _OPENING:
                depth += 1
            elif character in _CLOSING:
                depth -= 1
                if not depth:
                    return at
            elif character in "\"'" and self._begins_token(at):
                at = self._quote_end(at)
            elif character == "#" and self.text[at - 1].isspace():
                at = self.line_end(at)
            at += 1
        return -1

    def _begins_token(self, at: int) -> bool:
        spaced = self.before(at)
        return self.text[spaced - 1 : spaced] in ("{", "[", ",") or (spaced < at and self.text[spaced - 1] == ":")

    def _quote_end(self, at: int) -> int:
        mark = self.text[at]
        at += 1
        while at < len(self.text) and self.text[at] != mark:
            at += 2 if self.text[at] == "\\" and mark == '"' else 1
        return at


def edited(text: str, edits: Iterable[Edit]) -> str:
    """Return a text with edits, which do not overlap, applied; insertions at one place in their order."""
    parts: list[str] = []
    at = 0
    for edit in sorted(edits, key=lambda edit: edit.start):
        parts += [text[at : edit.start], edit.text]
        at = edit.end
    return "".join([*parts, text[at:]])
