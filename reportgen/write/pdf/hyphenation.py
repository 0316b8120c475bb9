"""Where Latin words may be cut, and at what cost. A word should rather stay whole the less of it would stand apart."""

from __future__ import annotations

import re
from functools import cache
from math import inf

from reportgen.write.pdf.packaged import file_of
from reportgen.write.pdf.patterns import Patterns

CUT = 20.0
"""The cost of cutting a word."""
SHORT = 40.0
"""The cost of cutting a short word, or only three letters off a word."""
NAME = 60.0
"""The cost of cutting a word with a capital letter, or a part of a compound."""

_WORD = re.compile(r"(?<![\w./@])[A-Za-zÀ-ɏ]{6,}(?!\w|[./@]\w)")
_PACKAGE, _FILE = "pyphen", "dictionaries/hyph_en_US.dic"
_LEAST = 3
_LONG = 8


def hyphenation(text: str, most: float = inf) -> dict[int, float]:
    """Return the places in a text where a hyphen may be put in, each with its cost; none within addresses.

    Only those that cost ``most`` are looked for.
    """
    return {
        word.start() + place: cost
        for word in _WORD.finditer(text)
        if (least := _least_cost(text, word.start(), word.end())) <= most
        for place in _places(word.group())
        if (cost := max(least, SHORT) if _LEAST in (place, len(word.group()) - place) else least) <= most
    }


def _least_cost(text: str, start: int, end: int) -> float:
    if text[start].isupper() or text[end - 1].isupper() or "-" in (text[start - 1 : start], text[end : end + 1]):
        return NAME
    return SHORT if end - start < _LONG else CUT


@cache
def _places(word: str) -> tuple[int, ...]:
    return tuple([place for place in _patterns().cuts(word) if _LEAST <= place <= len(word) - _LEAST])


@cache
def _patterns() -> Patterns:
    file = file_of(_PACKAGE, _FILE)
    if file is None:
        raise ModuleNotFoundError(f"No module named {_PACKAGE!r}")
    return Patterns(file.read_text("utf-8"))
