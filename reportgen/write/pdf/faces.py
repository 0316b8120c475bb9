"""Faces: a font file at a weight and an optical size, measured as its characters are met.

What goes in: the theme's font files. What comes out: advances by code, and at the end which codes were used.
Nothing is read beyond what is asked for, so that a Chinese font of 31,000 glyphs costs what its used ones cost.
"""

from __future__ import annotations

from functools import cached_property
from pathlib import Path

import uharfbuzz as hb

from reportgen.diagnostics import Code, fail
from reportgen.model.locale import Locale
from reportgen.model.theme import FontFile
from reportgen.write.pdf.codes import DOUBLE_DASH, SOFT_HYPHEN, TABULAR, Codes
from reportgen.write.pdf.fontfile import open_font
from reportgen.write.pdf.kerning import NO_FEATURES, Kerning, single_glyph

MOST_FACES = 64
"""More distinct faces than this are a slip of the theme: each costs time and space in the file."""

_DASH = "\u2014"


class Advances(dict[str, int]):
    """Advances by code, in thousandths of an em. Fills itself as codes are met: its keys are the codes used."""

    def __init__(self, face: Face) -> None:
        self._face = face

    def __missing__(self, code: str) -> int:
        advance = self[code] = self._face.measure(code)
        return advance


class Face:
    """A font at a weight and an optical size. ``key`` names it in content streams; ``han`` is set for Chinese fonts."""

    def __init__(self, number: int, source: hb.Face, axes: dict[str, float], han: bool, codes: Codes, tag: str) -> None:
        self.key = b"F%d" % number
        self.number = number
        self.source = source
        self.axes = axes
        self.han = han
        self.codes = codes
        self.advances = Advances(self)
        self._tag = tag
        self._scale = 1000 / int(source.upem)
        self._blanks: dict[str, tuple[int, int]] = {}
        self._forms: dict[str, int] = {}

    @cached_property
    def font(self) -> hb.Font:
        """The font at this face's place on its axes."""
        font = hb.Font(self.source)
        if self.axes:
            font.set_variations(self.axes)
        return font

    @cached_property
    def _kerning(self) -> Kerning:
        return Kerning(self.font, self.advances)

    def thousandths(self, units: float) -> int:
        """Return a length of the font's design in thousandths of an em."""
        return round(units * self._scale)

    def has(self, code: str) -> bool:
        """Whether the face can show a code."""
        return bool(self.glyph(code))

    def glyph(self, code: str) -> int:
        """Return the glyph of a code, or 0."""
        meaning = self.codes.meaning(code)
        if code in self._forms:
            return self._forms[code]
        if code == SOFT_HYPHEN:
            return self._nominal("-")
        if code == DOUBLE_DASH:
            return single_glyph(self.font, meaning, self._tag, {})
        if code == _DASH and self.han:
            return single_glyph(self.font, meaning, self._tag, {}) or self._nominal(meaning)
        if code in TABULAR.values():
            return single_glyph(self.font, meaning, "en", {**NO_FEATURES, "tnum": True}) or self._nominal(meaning)
        return self._nominal(meaning)

    def form(self, glyph: int, meaning: str) -> str:
        """Return the code of a glyph that words are shaped to; it is copied as ``meaning``."""
        if len(meaning) == 1 and self.glyph(meaning) == glyph:
            return meaning
        code = self.codes.form(self.number, glyph, meaning)
        self._forms[code] = glyph
        return code

    def _nominal(self, character: str) -> int:
        return int(self.font.get_nominal_glyph(ord(character)) or 0)

    def measure(self, code: str) -> int:
        """Return the advance of a code in thousandths of an em."""
        return self.thousandths(self.font.get_glyph_h_advance(self.glyph(code)))

    @cached_property
    def hyphen(self) -> int:
        """The advance of the hyphen that a line's end adds, in thousandths of an em."""
        return self.measure(SOFT_HYPHEN)

    def meet(self, code: str) -> None:
        """Count a code as used whose advance nobody asks for."""
        self.advances[code]

    def kerned(self, codes: str) -> tuple[list[int], list[tuple[int, int]]]:
        """Return the advances of codes, each with the kerning after it, and the kerning before places: (place, amount).

        In thousandths of an em.
        """
        advances = list(map(self.advances.__getitem__, codes))
        kerns = self._kerning.places(codes)
        for place, kern in kerns:
            advances[place - 1] += kern
        return advances, kerns

    def blanks(self, code: str) -> tuple[int, int]:
        """Return how much of a code's advance is blank before and after its ink, in thousandths of an em."""
        blanks = self._blanks.get(code)
        if blanks is None:
            glyph = self.glyph(code)
            ink = self.font.get_glyph_extents(glyph)
            right = self.font.get_glyph_h_advance(glyph) - ink.x_bearing - ink.width
            blanks = self._blanks[code] = (self.thousandths(ink.x_bearing), self.thousandths(right))
        return blanks


class Faces:
    """All faces of a report, made as they are asked for."""

    def __init__(self, locale: Locale, root: Path) -> None:
        self.codes = Codes()
        self._tag = "zh-Hant" if locale.han == "hant" else "zh-Hans"
        self._root = root
        self._sources: dict[str, hb.Face] = {}
        self._faces: dict[tuple[str, int, float, bool], Face] = {}

    def face(self, font: FontFile, weight: int, size: float, han: bool) -> Face:
        """Return the face of a font at a weight, in CSS numbers, for text of a size in points.

        A font of which a theme uses some weights has no other.
        """
        weight = _nearest(font.weights, weight)
        optical = round(size * 2) / 2 if font.optical else 0.0
        key = (font.id, weight, optical, han)
        face = self._faces.get(key)
        if face is None:
            face = self._faces[key] = self._made(font, weight, optical, han)
        return face

    def used(self) -> list[Face]:
        """Return the faces that text was set in, in the order in which they were asked for."""
        return [face for face in self._faces.values() if face.advances]

    def _made(self, font: FontFile, weight: int, optical: float, han: bool) -> Face:
        if len(self._faces) == MOST_FACES:
            hint = "use fewer weights, or set `optical: false`"
            raise fail(Code.FONT_MISSING, f"the theme needs more than {MOST_FACES} faces", None, hint)
        source = self._sources.get(font.id)
        if source is None:
            source = self._sources[font.id] = open_font(font, self._root)
        asked = dict(font.axes) | {"wght": float(weight)}
        if optical:
            asked["opsz"] = optical
        return Face(len(self._faces), source, _on_axes(source, asked), han, self.codes, self._tag)


def _nearest(weights: tuple[int, ...], asked: int) -> int:
    """Return the weight that stands for one asked for, where a font has these: the nearest, the heavier of two."""
    return min(weights, key=lambda weight: (abs(weight - asked), -weight), default=asked)


def _on_axes(source: hb.Face, asked: dict[str, float]) -> dict[str, float]:
    """Return a value for every axis that a font has: what is asked for, within the axis, or the axis' default."""
    return {
        axis.tag: min(max(asked.get(axis.tag, axis.default_value), axis.min_value), axis.max_value)
        for axis in source.axis_infos
    }
