"""Words without their note marks: where they are said and not set, there is no place for a note."""

from __future__ import annotations

from reportgen.model.note_marks import MARK
from reportgen.model.words import Words


def without_marks(words: Words) -> Words:
    """Return words without the marks ``[^name]`` in them."""
    return Words(MARK.sub("", words.text), words.span)
