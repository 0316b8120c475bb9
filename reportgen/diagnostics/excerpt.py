"""A finding as text for a person: its place, the line it stands on, a caret under it, a hint."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from itertools import accumulate
from unicodedata import combining, east_asian_width

from reportgen.diagnostics.diagnostic import Diagnostic
from reportgen.diagnostics.span import Span

_WIDEST = 100
"""How many columns of a line are shown: a paragraph is one line, and would fill a terminal."""
_BEFORE = 40
"""How many columns of a longer line are shown before the place."""


def columns(text: str) -> int:
    """Count the terminal columns a text takes: wide characters take two (UAX #11), combining ones none."""
    return sum(map(_columns_of, text))


def show(diagnostic: Diagnostic, line: str | None = None) -> str:
    """Write a finding out, over several lines, without a trailing newline.

    ``line`` is the text of the line that the finding's span names, or ``None`` where it cannot be had. An answered
    finding is neither error nor warning: it shows its answer where others have their hint.
    """
    kind = "answered" if diagnostic.answer else diagnostic.severity.value
    head = f"{kind}[{diagnostic.code.value}]: {diagnostic.message}"
    parts = [head]
    if diagnostic.span is not None:
        parts.append(f"  --> {diagnostic.span}")
        if line is not None:
            parts.extend(_excerpt(diagnostic.span, line))
    if diagnostic.answer:
        parts.append(f"  = answer: {diagnostic.answer}")
    elif diagnostic.hint:
        parts.append(f"  = hint: {diagnostic.hint}")
    return "\n".join(parts)


def _excerpt(span: Span, line: str) -> list[str]:
    number = str(span.line)
    margin = " " * len(number)
    text = line.rstrip("\r\n").replace("\t", " ")
    place = span.column - 1
    start, end = _window(text, place)
    cut, cut_after = "…" * (start > 0), "…" * (end < len(text))
    caret = " " * columns(cut + text[start:place]) + "^" * max(1, columns(text[place : min(place + span.length, end)]))
    return [f"{margin} |", f"{number} | {cut}{text[start:end]}{cut_after}", f"{margin} | {caret}"]


def _window(text: str, place: int) -> tuple[int, int]:
    """Return from where to where a line is shown, around a place in it."""
    before = list(accumulate(map(_columns_of, text), initial=0))
    if before[-1] <= _WIDEST:
        return 0, len(text)
    start = bisect_left(before, min(before[min(place, len(text))] - _BEFORE, before[-1] - _WIDEST))
    return start, bisect_right(before, before[start] + _WIDEST) - 1


def _columns_of(character: str) -> int:
    return 0 if combining(character) else 2 if east_asian_width(character) in "WF" else 1
