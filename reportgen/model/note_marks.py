"""How words mark notes: ``[^boundary]``, by the note's name."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reportgen.diagnostics import Span
from reportgen.model.words import Words, span_at

MARK = re.compile(r"\[\^([^\]\s]+)\]")


def marks_in(words: Words) -> Iterator[tuple[str, Span]]:
    """Yield the name of each note marked in words, with the place of its mark."""
    if "[^" in words.text:
        for mark in MARK.finditer(words.text):
            yield mark.group(1), span_at(words, mark.start(), len(mark.group()))
