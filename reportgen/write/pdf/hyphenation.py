"""Where a Latin word may be cut, for the rare word that is longer than its column."""

from __future__ import annotations

import re
from functools import cache

from pyphen import Pyphen

_WORD = re.compile(r"[A-Za-zÀ-ɏ]{6,}")
_LANGUAGE = "en_US"
_LEAST = 3


def hyphenation(text: str) -> list[int]:
    """Return the places in a text, in rising order, where a hyphen may be put in. Needs words of six letters."""
    return [word.start() + place for word in _WORD.finditer(text) for place in _places(word.group())]


@cache
def _places(word: str) -> tuple[int, ...]:
    return tuple(int(place) for place in _patterns().positions(word))


@cache
def _patterns() -> Pyphen:
    return Pyphen(lang=_LANGUAGE, left=_LEAST, right=_LEAST)
