"""Kerning by HarfBuzz, a word at a time. Glyphs are never substituted: a code is one glyph, so that text stays text."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import accumulate

import uharfbuzz as hb
from msgspec import Struct

NO_FEATURES: dict[str, bool] = dict.fromkeys(
    ("ccmp", "locl", "liga", "clig", "calt", "rlig", "rclt", "dlig", "kern", "mark", "mkmk", "curs"), False
)
_KERN_ONLY = {**NO_FEATURES, "kern": True}
_BETWEEN = "\n"
_LEAST_KERN = 4
"""In thousandths of an em. Less is not seen, and each kern costs its place in the file."""


class Word(Struct, frozen=True):
    """A word's advances, each with the kerning after it, and the kerning before a place: ``(place, amount)``.

    In thousandths of an em.
    """

    advances: tuple[int, ...]
    kerns: tuple[tuple[int, int], ...]


def shape_words(font: hb.Font, words: list[str], advances: Mapping[str, int]) -> list[Word]:
    """Kern words, given each code's plain advance: all in one call. Words with private codes are left as they are."""
    printable = [word for word in words if word.isprintable()]
    shaped = _x_advances(font, printable) if printable else {}
    return [_kerned([advances[code] for code in word], shaped.get(word)) for word in words]


def _x_advances(font: hb.Font, words: list[str]) -> dict[str, list[int]]:
    """Return the advances of words after kerning, in thousandths of an em; nothing where glyphs would be joined."""
    buffer = _shape(font, _BETWEEN.join(words), "en", _KERN_ONLY)
    scale = 1000 / font.face.upem
    advances = [round(position.x_advance * scale) for position in buffer.glyph_positions or ()]
    if len(advances) != sum(map(len, words)) + len(words) - 1:
        return {word: found for word in words for found in _x_advances(font, [word]).values()} if words[1:] else {}
    starts = accumulate((len(word) + 1 for word in words), initial=0)
    return {word: advances[start : start + len(word)] for word, start in zip(words, starts, strict=False)}


def _kerned(plain: list[int], shaped: list[int] | None) -> Word:
    if shaped is None or shaped == plain:
        return Word(tuple(plain), ())
    kerns = []
    for place, (before, after) in enumerate(zip(plain[:-1], shaped[:-1], strict=True), 1):
        if abs(after - before) >= _LEAST_KERN:
            kerns.append((place, after - before))
            plain[place - 1] = after
    return Word(tuple(plain), tuple(kerns))


def single_glyph(font: hb.Font, text: str, language: str, features: dict[str, bool]) -> int:
    """Return the one glyph that a text is shaped to, or 0 where it is not one."""
    if any(not font.get_nominal_glyph(ord(character)) for character in text):
        return 0
    shaped = _shape(font, text, language, features)
    return shaped.glyph_infos[0].codepoint if len(shaped.glyph_infos) == 1 else 0


def _shape(font: hb.Font, text: str, language: str, features: dict[str, bool]) -> hb.Buffer:
    buffer = hb.Buffer()
    buffer.add_str(text)
    buffer.guess_segment_properties()
    buffer.direction = "ltr"
    buffer.language = language
    if language.startswith("zh"):
        buffer.script = "Hani"
    hb.shape(font, buffer, features)
    return buffer
