"""Where a Latin word may be cut, for the rare word that is longer than its column."""

from __future__ import annotations

import re
from functools import cache

_WORD = re.compile(r"[A-Za-zÀ-ɏ]{6,}")
_LANGUAGE = "en_GB"
_LEAST = 3


def hyphenation(text: str) -> list[int]:
    """Return the places in a text, in rising order, where a hyphen may be put in. Needs words of six letters."""
    return [word.start() + place for word in _WORD.finditer(text) for place in _places(word.group())]


@cache
def _places(word: str) -> tuple[int, ...]:
    from pyphen import Pyphen  # reads its patterns when imported; most reports need none

    return tuple(int(place) for place in Pyphen(lang=_LANGUAGE, left=_LEAST, right=_LEAST).positions(word))
