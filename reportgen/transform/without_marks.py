"""Words without their note marks: where they are said and not set, there is no place for a note."""

from __future__ import annotations

import re

from reportgen.model.words import Words

_MARK = re.compile(r"\[\^[^\]\s]+\]")


def without_marks(words: Words) -> Words:
    """Return words without the marks ``[^name]`` in them."""
    return Words(_MARK.sub("", words.text), words.span)
