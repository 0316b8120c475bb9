"""Right-to-left words shaped: Arabic letters in the forms in which they join, vowel points placed by HarfBuzz.

What goes in: a word in characters, in the order in which it is read. What comes out: its glyphs in the same order, one
for each letter if the font can, so that what is copied are the letters. Unicode has a character for each form of a
letter (presentation forms): fonts with a glyph for it have the letter whole, else HarfBuzz sets it, perhaps of parts.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from unicodedata import combining, decomposition

import uharfbuzz as hb
from msgspec import Struct

from reportgen.write.pdf.faces import Face

_ARABIC_FORMS = (*range(0xFB50, 0xFDC8), *range(0xFE80, 0xFEFD))
_JOINER, _PARTER = "\u200d", "\u200c"
_WHOLE = {"ccmp": False}
"""So that letters are not taken apart."""
_PART = _JOINER
"""What further parts of one letter are copied as: it is not seen."""


class Glyph(Struct, frozen=True):
    """A glyph: its code, its advance, how far it is set off its place, in thousandths of an em."""

    code: str
    advance: int
    right: int = 0
    up: int = 0


def shaped(face: Face, word: str) -> list[Glyph]:
    """Shape a word."""
    forms = list(_joined(word))
    pointed = any(combining(character) for character in word)  # fonts have places for points on the parts of letters
    if not pointed and all(face.font.get_nominal_glyph(ord(shown)) for shown, _ in forms):
        return _set(face, "".join(shown for shown, _ in forms), [meaning for _, meaning in forms], _WHOLE)
    return _set(face, word, list(word), {})


def _set(face: Face, shown: str, meanings: list[str], features: dict[str, bool]) -> list[Glyph]:
    """Have characters shaped that mean what stands at the same places in ``meanings``."""
    buffer = hb.Buffer()
    buffer.add_str(shown)
    buffer.guess_segment_properties()
    buffer.direction = "rtl"
    buffer.cluster_level = hb.BufferClusterLevel.MONOTONE_CHARACTERS
    hb.shape(face.font, buffer, features)
    found = list(zip(buffer.glyph_infos, buffer.glyph_positions or (), strict=True))[::-1]
    starts = [info.cluster for info, _ in found]
    glyphs = []
    for at, (info, position) in enumerate(found):
        end = next((start for start in starts[at:] if start != info.cluster), len(shown))
        first = at == 0 or starts[at - 1] != info.cluster
        meaning = "".join(meanings[info.cluster : end]) if first else _PART
        moves = [face.thousandths(units) for units in (position.x_advance, position.x_offset, position.y_offset)]
        glyphs.append(Glyph(face.form(info.codepoint, meaning), *moves))
    return glyphs


def _joined(word: str) -> Iterator[tuple[str, str]]:
    """Yield the forms in which letters stand in a word, each with what it means."""
    forms, at = _forms(), 0
    while at < len(word):
        pair = word[at : at + 2]
        letters = pair if pair in forms else word[at]
        named = forms.get(letters, {})
        before = "initial" in forms.get(_neighbour(word, at, -1), {}) or _neighbour(word, at, -1) == _JOINER
        last = at + len(letters) - 1
        after = "final" in forms.get(_neighbour(word, last, 1), {}) or _neighbour(word, last, 1) == _JOINER
        if letters not in (_JOINER, _PARTER):
            yield named.get(_form(before and "final" in named, after and "initial" in named), letters), letters
        at += len(letters)


def _form(before: bool, after: bool) -> str:
    if before:
        return "medial" if after else "final"
    return "initial" if after else "isolated"


def _neighbour(word: str, at: int, step: int) -> str:
    """Return the letter beside a place, past the points that stand on letters."""
    at += step
    while 0 <= at < len(word) and combining(word[at]):
        at += step
    return word[at] if 0 <= at < len(word) else ""


@cache
def _forms() -> dict[str, dict[str, str]]:
    """Return the forms of each letter, and of the pairs that are written as one (lam and alef), by their names."""
    forms: dict[str, dict[str, str]] = {}
    for number in _ARABIC_FORMS:
        name, *letters = decomposition(chr(number)).split() or [""]
        means = "".join(chr(int(letter, 16)) for letter in letters)
        if name.startswith("<") and (len(means) == 1 or (number >= 0xFEF5 and len(means) == 2)):
            forms.setdefault(means, {}).setdefault(name.strip("<>"), chr(number))
    return forms
