"""The fonts that a document asks for: where they are the theme's two, "Design > Fonts" changes them."""

from __future__ import annotations

from msgspec import Struct

from reportgen.model.locale import Locale, Script
from reportgen.model.theme import Face, Theme
from reportgen.write.docx.xml import Node, w

SYMBOLS = "Segoe UI Symbol"
"""The font of signs before paragraphs."""
BULLETS = "Arial"


class Pair(Struct, frozen=True):
    """A font for Latin text, and one for East Asian text."""

    latin: str
    han: str


class Fonts:
    """The fonts of a theme: those of headings and of text are Word's theme fonts."""

    def __init__(self, theme: Theme, locale: Locale) -> None:
        self.headings = _pair(theme.styles["h1"].face)
        self.text = _pair(theme.styles["prose"].face)
        self.locale = locale
        self._display = theme.styles["h1"].face.name
        self._used = dict.fromkeys([*_names(self.headings), *_names(self.text), SYMBOLS, BULLETS])

    def names(self) -> list[str]:
        """Return the names of all fonts that have been asked for."""
        return list(self._used)

    def of(self, face: Face) -> Node:
        """Return the fonts of a face: by name, and which of the theme's they are.

        In Chinese the quotation marks and dashes that both scripts share are Chinese ones.
        """
        pair = _pair(face)
        self._used.update(dict.fromkeys(_names(pair)))
        made = w("rFonts", ascii=pair.latin, hAnsi=pair.latin, eastAsia=pair.han, cs=pair.latin)
        kind = self._kind(face, pair)
        if kind:
            for attribute, script in (("ascii", "HAnsi"), ("hAnsi", "HAnsi"), ("eastAsia", "EastAsia")):
                made.set(f"w:{attribute}Theme", kind + script)
            made.set("w:cstheme", f"{kind}Bidi")
        if self.locale.script is Script.HAN:
            made.set("w:hint", "eastAsia")
        return made

    def drawn(self, face: Face) -> Pair:
        """Return the fonts of a face as drawings and charts name them: ``+mj-lt`` is the theme's for headings."""
        pair = _pair(face)
        prefix = {"major": "+mj", "minor": "+mn"}.get(self._kind(face, pair))
        return Pair(f"{prefix}-lt", f"{prefix}-ea") if prefix else pair

    def _kind(self, face: Face, pair: Pair) -> str:
        if pair == self.headings and (pair != self.text or face.name == self._display):
            return "major"
        return "minor" if pair == self.text else ""


def _pair(face: Face) -> Pair:
    return Pair(face.word_latin, face.word_han)


def _names(pair: Pair) -> tuple[str, str]:
    return pair.latin, pair.han
