"""Where Latin words may be cut, and at what cost. A word should rather stay whole the less of it would stand apart."""

from __future__ import annotations

import re
from functools import cache
from math import inf
from pathlib import Path

from pyphen import LANGUAGES

CUT = 10.0
"""The cost of cutting a word."""
SHORT = 30.0
"""The cost of cutting a short word, or three letters off a word."""
NAME = 60.0
"""The cost of cutting a word with a capital letter, or a part of a compound."""

_WORD = re.compile(r"(?<![\w./@])[A-Za-zÀ-ɏ]{6,}(?!\w|[./@]\w)")
_LANGUAGE = "en_US"
_NO_DIGITS = str.maketrans("", "", "0123456789")
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
        if (cost := max(least, SHORT) if place == _LEAST else least) <= most
    }


def _least_cost(text: str, start: int, end: int) -> float:
    if text[start].isupper() or text[end - 1].isupper() or "-" in (text[start - 1 : start], text[end : end + 1]):
        return NAME
    return SHORT if end - start < _LONG else CUT


@cache
def _places(word: str) -> tuple[int, ...]:
    """Return where a word may be cut, by Liang's algorithm: the patterns in it vote, and odd votes win."""
    patterns, longest = _patterns()
    letters = f".{word.lower()}."
    votes = [0] * (len(letters) + 1)
    for start in range(len(letters)):
        for end in range(start + 1, min(start + longest, len(letters)) + 1):
            pattern = patterns.get(letters[start:end])
            if pattern is not None:
                _vote(votes, start, pattern)
    return tuple(place for place in range(_LEAST, len(word) - _LEAST + 1) if votes[place + 1] % 2)


def _vote(votes: list[int], place: int, pattern: str) -> None:
    """Let a pattern vote on the places between its letters: a digit stands before the letter at ``place``."""
    for sign in pattern:
        if sign.isdigit():
            votes[place] = max(votes[place], int(sign))
        else:
            place += 1


@cache
def _patterns() -> tuple[dict[str, str], int]:
    """Return the patterns as they are written, by their letters, and the length of the longest one.

    They are read as they stand in Pyphen's dictionary: to take each apart, as Pyphen does, takes as long as to lay out
    ten pages, and a report needs few of them.
    """
    lines = Path(LANGUAGES[_LANGUAGE]).read_text(encoding="utf-8").splitlines()
    patterns = {line.translate(_NO_DIGITS): line for line in lines if not line.isupper() and "%" not in line}
    return patterns, max(map(len, patterns))
