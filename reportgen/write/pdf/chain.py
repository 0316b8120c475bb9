"""Which face sets a character: by script first, then by fallback over the lists of the theme's face."""

from __future__ import annotations

from reportgen.model.locale import Locale, Script
from reportgen.model.theme import Face as FaceLists
from reportgen.model.theme import FontFile
from reportgen.write.pdf.codes import APOSTROPHE, DOUBLE_DASH, Codes
from reportgen.write.pdf.faces import Face, Faces

FIRST_HAN = "\u2e80"
"""From here on (CJK Radicals Supplement) characters are set full-width, by a Chinese face."""

BY_LANGUAGE = frozenset("‘’“”—…·‧")
"""Characters that Chinese sets full-width and other languages do not, though they have one number."""


class Chain(dict[str, Face]):
    """The face of each code, for text of one kind. Fills itself as codes are met; ``KeyError``: no face has it."""

    def __init__(self, latin: list[Face], han: list[Face], locale: Locale, codes: Codes) -> None:
        self._latin = latin
        self._han = han
        self._codes = codes
        self._full_width = BY_LANGUAGE | {DOUBLE_DASH} if locale.script is Script.HAN else frozenset()

    def __missing__(self, code: str) -> Face:
        lists = (self._han, self._latin) if self._is_han(code) else (self._latin, self._han)
        for faces in lists:
            for face in faces:
                if face.has(code):
                    self[code] = face
                    return face
        raise KeyError(code)

    def __contains__(self, code: object) -> bool:
        try:
            self[str(code)]
        except KeyError:
            return False
        return True

    def _is_han(self, code: str) -> bool:
        if code == APOSTROPHE:
            return False
        return code in self._full_width or self._codes.meaning(code)[0] >= FIRST_HAN


class Chains:
    """The chains of a report, by face, weight, size and slant."""

    def __init__(self, faces: Faces, locale: Locale) -> None:
        self._faces = faces
        self._locale = locale
        self._chains: dict[tuple[str, int, float, bool], Chain] = {}
        self._optical: dict[str, bool] = {}

    def chain(self, lists: FaceLists, weight: int, size: float, italic: bool) -> Chain:
        """Return the chain for text of a weight and a size in points. Chinese has no italic and stays upright."""
        optical = self._optical.get(lists.name)
        if optical is None:
            optical = self._optical[lists.name] = any(
                font.optical for font in (*lists.upright, *lists.italic, *lists.han)
            )
        key = (lists.name, weight, size if optical else 0.0, italic)
        chain = self._chains.get(key)
        if chain is None:
            latin = lists.italic if italic and lists.italic else lists.upright
            chain = self._chains[key] = Chain(
                self._all(latin, weight, size, han=False),
                self._all(lists.han, weight, size, han=True),
                self._locale,
                self._faces.codes,
            )
        return chain

    def _all(self, fonts: tuple[FontFile, ...], weight: int, size: float, *, han: bool) -> list[Face]:
        return [self._faces.face(font, weight, size, han) for font in fonts]
