"""Where each character of a quoted, block or folded YAML text stands in its file.

A scalar's value and its source text in, the `Turn`s of `Words` out: findings inside a paragraph typed over several
lines then name the right line.
"""

from __future__ import annotations

import re

from reportgen.model.words import Turn

_ESCAPES = {'"': "\\", "'": "'"}
"""What a quoted text escapes, or escapes by."""
_ESCAPE = re.compile(r"\\(x[0-9A-Fa-f]{2}|u[0-9A-Fa-f]{4}|U[0-9A-Fa-f]{8}|.)", re.DOTALL)


def first_place(source: str, style: str | None, line: int, column: int) -> tuple[int, int]:
    """Return line and column of the first character of a scalar that begins, quotation marks included, at a place."""
    at = _start(source, style)
    newlines = source.count("\n", 0, at)
    return (line + newlines, at - source.rfind("\n", 0, at)) if newlines else (line, column + at)


def turns_of(value: str, source: str, style: str | None, line: int, column: int) -> tuple[Turn, ...]:
    """Return the turns of a scalar's value.

    ``source`` is its text in the file, quotation marks or block header included, which begins at ``line`` and
    ``column``. Value and source are walked together, from one line's end or escape to the next: they differ only in
    white space, in escapes (double quotes) and in doubled quotation marks (single quotes).
    """
    at = expected = _start(source, style)
    places = _Places(source, line, column)
    turns: list[Turn] = []
    offset = 0
    while offset < len(value):
        at = _seek(source, at, value[offset])
        if at >= len(source):
            break
        if at != expected:
            turns.append(Turn(offset, *places.of(at)))
        run = _run(source, at, style)
        if run and value.startswith(run, offset):
            offset += len(run)
            at = expected = at + len(run)
        else:
            offset += 1
            expected = at + 1
            at += _width(source, at, style)
    return tuple(turns)


class _Places:
    """Line and column of rising offsets."""

    def __init__(self, source: str, line: int, column: int) -> None:
        self._source = source
        self._line = line
        self._base = -column + 1
        self._seen = 0

    def of(self, at: int) -> tuple[int, int]:
        newlines = self._source.count("\n", self._seen, at)
        if newlines:
            self._line += newlines
            self._base = self._source.rfind("\n", 0, at) + 1
        self._seen = at
        return self._line, at - self._base + 1


def _start(source: str, style: str | None) -> int:
    if style in ("'", '"'):
        return 1
    if style not in ("|", ">"):
        return 0
    at = source.find("\n") + 1 or len(source)
    while at < len(source) and source[at] in " \n":
        at += 1
    return min(at, max(0, len(source) - 1))


def _seek(source: str, at: int, character: str) -> int:
    """Return where the source goes on with a character: at a folded break's first white space for a blank."""
    if character in " \n":
        return at
    while at < len(source) and source[at] != character and (source[at] in " \t\n" or source.startswith("\\\n", at)):
        at += 1
    return at


def _run(source: str, at: int, style: str | None) -> str:
    """Return what stands up to the line's end or the next escape."""
    end = source.find("\n", at)
    end = len(source) if end < 0 else end
    escape = source.find(_ESCAPES[style], at, end) if style in _ESCAPES else -1
    return source[at : end if escape < 0 else escape]


def _width(source: str, at: int, style: str | None) -> int:
    """Return how many characters of the source make the one at an offset."""
    if style == '"' and source[at] == "\\":
        escape = _ESCAPE.match(source, at)
        return len(escape.group()) if escape else 1
    if style == "'" and source.startswith("''", at):
        return 2
    return 1
