"""Kerning by HarfBuzz, of pairs of letters. Glyphs are never substituted: a code is one glyph, so that text stays text.

A report has four thousand pairs in its faces, and words of fifty thousand letters that differ: to shape these took 90
of 1,180 ms of a language's PDF more.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from itertools import compress, pairwise

import uharfbuzz as hb

NO_FEATURES: dict[str, bool] = dict.fromkeys(
    ("ccmp", "locl", "liga", "clig", "calt", "rlig", "rclt", "dlig", "kern", "mark", "mkmk", "curs"), False
)
_KERN_ONLY = {**NO_FEATURES, "kern": True}
_BETWEEN = "\n"
_LEAST_KERN = 4
"""In thousandths of an em. Less is not seen, and each kern costs its place in the file."""
_WORD = re.compile("[^ ]+ ?")


class Kerning(dict[str, dict[str, int]]):
    """The kerning of the pairs of a font that were met so far: by the first code, then the other.

    In thousandths of an em. ``advances`` are those of the codes. Nothing is kerned with a space before it, since a line
    may end there.
    """

    def __init__(self, font: hb.Font, advances: Mapping[str, int]) -> None:
        self._font = font
        self._advances = advances

    def __missing__(self, code: str) -> dict[str, int]:
        after = self[code] = {}
        return after

    def places(self, codes: str) -> list[tuple[int, int]]:
        """Return the places before which codes are kerned, each with its amount. Words with private codes are not."""
        if codes.isprintable():
            return self._places(codes)
        words = (word for word in _WORD.finditer(codes) if word.group().isprintable())
        return [(word.start() + place, kern) for word in words for place, kern in self._places(word.group())]

    def _places(self, codes: str) -> list[tuple[int, int]]:
        try:
            kerns = self._between(codes)
        except KeyError:
            self._learn([pair for pair in set(pairwise(codes)) if pair[1] not in self[pair[0]]])
            kerns = self._between(codes)
        return list(compress(enumerate(kerns, 1), kerns))

    def _between(self, codes: str) -> list[int]:
        return list(map(dict.__getitem__, map(self.__getitem__, codes), codes[1:]))

    def _learn(self, pairs: list[tuple[str, str]]) -> None:
        """Shape new pairs, all in one call."""
        for first, second in pairs:
            self[first][second] = 0
        shaped = [pair for pair in pairs if pair[0] != " "]
        for (first, second), kern in self._shaped(shaped) if shaped else ():
            self[first][second] = kern if abs(kern) >= _LEAST_KERN else 0

    def _shaped(self, pairs: list[tuple[str, str]]) -> list[tuple[tuple[str, str], int]]:
        """Return the kerning of pairs; nothing where the glyphs of one would be joined."""
        text = _BETWEEN.join(map("".join, pairs))
        positions = _shape(self._font, text, "en", _KERN_ONLY).glyph_positions or ()
        if len(positions) != len(text):
            return [kerned for pair in pairs for kerned in self._shaped([pair])] if pairs[1:] else []
        scale = 1000 / self._font.face.upem
        moved = [round(position.x_advance * scale) for position in positions[::3]]
        return [(pair, after - self._advances[pair[0]]) for pair, after in zip(pairs, moved, strict=True)]


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
