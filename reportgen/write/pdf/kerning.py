"""Kerning by HarfBuzz, a word at a time. Glyphs are never substituted: a code is one glyph, so that text stays text."""

from __future__ import annotations

from dataclasses import dataclass

import uharfbuzz as hb

NO_FEATURES: dict[str, bool] = dict.fromkeys(
    ("ccmp", "locl", "liga", "clig", "calt", "rlig", "rclt", "dlig", "kern", "mark", "mkmk", "curs"), False
)
_KERN_ONLY = {**NO_FEATURES, "kern": True}
_LEAST_KERN = 4
"""In thousandths of an em. Less is not seen, and each kern costs its place in the file."""


@dataclass(frozen=True, slots=True)
class Word:
    """A word's advances, each with the kerning after it, and the kerning before a place: ``(place, amount)``.

    In thousandths of an em.
    """

    advances: tuple[int, ...]
    kerns: tuple[tuple[int, int], ...]


def shape_word(font: hb.Font, word: str, advances: tuple[int, ...]) -> Word:
    """Kern a word of the given plain advances. Words with private codes are left as they are."""
    if len(word) < 2 or not word.isprintable():
        return Word(advances, ())
    shaped = _shape(font, word, "en", _KERN_ONLY)
    if len(shaped.glyph_positions) != len(word):
        return Word(advances, ())
    scale = 1000 / font.face.upem
    shifts = [round(at.x_advance * scale) - plain for at, plain in zip(shaped.glyph_positions, advances, strict=True)]
    kerns = tuple([(i + 1, shift) for i, shift in enumerate(shifts[:-1]) if abs(shift) >= _LEAST_KERN])
    widths = list(advances)
    for place, kern in kerns:
        widths[place - 1] += kern
    return Word(tuple(widths), kerns)


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
