"""A finding as text for a person: its place, the line it stands on, a caret under it, a hint."""

from __future__ import annotations

from unicodedata import combining, east_asian_width

from reportgen.diagnostics.diagnostic import Diagnostic
from reportgen.diagnostics.span import Span


def columns(text: str) -> int:
    """Count the terminal columns a text takes: wide characters take two (UAX #11), combining ones none."""
    return sum(0 if combining(c) else 2 if east_asian_width(c) in "WF" else 1 for c in text)


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
    before, marked = text[: span.column - 1], text[span.column - 1 : span.column - 1 + span.length]
    caret = " " * columns(before) + "^" * max(1, columns(marked))
    return [f"{margin} |", f"{number} | {text}", f"{margin} | {caret}"]
