"""The codes that text is set in: a character's own number, or a private one.

A code is a `str` of one character, so that a text in codes is a `str` too. Private codes lie in the surrogates' range,
D800 to DFFF, which no character has. They stand for characters beyond U+FFFF and for glyphs that are not their
character's usual one, such as the joined forms of Arabic letters. What a reader copies is their meaning.
"""

from __future__ import annotations

from collections.abc import Mapping

from reportgen.diagnostics import Code, fail

TABULAR = {digit: chr(0xD800 + int(digit)) for digit in "0123456789"}
"""Digits of one width, for columns of numbers."""

SOFT_HYPHEN = "\ud80a"
"""The hyphen that a line's end adds to a word; it is copied as U+00AD, which search and readers pass over."""

DOUBLE_DASH = "\ud80b"
"""The Chinese dash, two em long and in one piece: two U+2014."""

APOSTROPHE = "\ud80c"
"""U+2019 within a Latin word, in a language that sets U+2019 full-width."""

_FIXED = {code: digit for digit, code in TABULAR.items()} | {
    SOFT_HYPHEN: "\u00ad",
    DOUBLE_DASH: "\u2014\u2014",
    APOSTROPHE: "\u2019",
}
FIRST_FREE, LAST_FREE = "\ud810", "\udbff"
"""The private codes that are given to characters as they are met; those before them are fixed."""
_FIRST_FORM = 0xDC00
_LAST_FORM = 0xDFFF
_STAY = 0x108000
"""The number of the character that moves by nothing; those before it move to the left, those after it to the right.

Codes end with U+FFFF: a character beyond stands for no text.
"""


class Codes:
    """The private codes of one report."""

    def __init__(self) -> None:
        self._meaning = dict(_FIXED)
        self._codes: dict[str, str] = {}
        self._forms: dict[tuple[int, int, str], str] = {}

    def meaning(self, code: str) -> str:
        """Return the text that a code stands for."""
        return self._meaning.get(code, code)

    def encode(self, text: str) -> str:
        """Return a text with each character beyond U+FFFF replaced by its private code."""
        if text.isascii() or max(text) <= "\uffff":
            return text
        return "".join(self._code(character) if character > "\uffff" else character for character in text)

    def form(self, face: int, glyph: int, meaning: str) -> str:
        """Return the code of a glyph of the face of a number, which is copied as ``meaning``."""
        code = self._forms.get((face, glyph, meaning))
        if code is None:
            number = _FIRST_FORM + len(self._forms)
            if number > _LAST_FORM:
                raise fail(Code.MISSING_GLYPH, f"more than {_LAST_FORM - _FIRST_FORM + 1} joined forms in one report")
            code = self._forms[face, glyph, meaning] = chr(number)
            self._meaning[code] = meaning
        return code

    def _code(self, character: str) -> str:
        code = self._codes.get(character)
        if code is None:
            number = ord(FIRST_FREE) + len(self._codes)
            if number > ord(LAST_FREE):
                raise fail(
                    Code.MISSING_GLYPH,
                    f"more than {ord(LAST_FREE) - ord(FIRST_FREE) + 1} rare characters in one report",
                )
            code = self._codes[character] = chr(number)
            self._meaning[code] = character
        return code


def with_moves(codes: str, moves: Mapping[int, int]) -> str:
    """Return codes with moves before places: numbers of thousandths of an em to the right."""
    if not moves:
        return codes
    parts: list[str] = []
    at = 0
    for place in sorted(moves):
        parts += (codes[at:place], chr(_STAY + moves[place]))
        at = place
    return "".join([*parts, codes[at:]])


def move_of(code: int) -> int:
    """Return the move that stands in a text in codes as a character of a number."""
    return code - _STAY
