"""Words of another language within a text, so that they are read aloud as what they are (WCAG 2.2, 3.1.2).

What goes in: a text and the report's language. What comes out: its stretches, each with a BCP 47 tag where it is in
another language. A language is known by its script alone. In Chinese, a single Latin word is no other language: names,
units and abbreviations are part of the text; a phrase of two words or more is English.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache
from unicodedata import bidirectional

from reportgen.model.locale import Locale, Script

_KANA = "\u3041-\u30fa\u30fc-\u30ff\u31f0-\u31ff"
_EAST = f"\u2e80-\u2fdf\u3001-\u3003\u3005-\u3020\u3400-\u9fff\uf900-\ufaff\uff01-\uff60\U00020000-\U0003ffff{_KANA}"
_LATIN = "A-Za-zÀ-ɏ"
_BETWEEN = "0-9 ,.:;!?'\"()/&–—-"
"""What may stand between two words of one language without being of another."""
_LETTERS = {
    "ko": "\uac00-\ud7a3\u1100-\u11ff\u3130-\u318f",
    "he": "\u0590-\u05ff\ufb1d-\ufb4f",
    "ar": "\u0600-\u06ff\u0750-\u077f\u08a0-\u08ff\ufb50-\ufdff\ufe70-\ufefc",
    "el": "\u0370-\u03ff\u1f00-\u1fff",
}
FROM_RIGHT = ("he", "ar")
"""The languages that are written from right to left."""
_TAGS = {"hans": "zh-Hans", "hant": "zh-Hant"}
_PHRASE = f"(?<![@./A-Za-z0-9])[{_LATIN}][{_LATIN}’'.-]*(?:[,;:)]?(?: [&–])? [(]?[{_LATIN}][{_LATIN}’'.-]*)+"
_WORD = re.compile(f"[{_LATIN}]{{2,}}")
_SPELT = re.compile("[a-zß-ɏ]{3}|[A-Z]{7}")
_HAS_KANA = re.compile(f"[{_KANA}]")
_HAS_LETTER = re.compile(r"\w")
_FROM_RIGHT = re.compile(f"[{_LETTERS['he']}{_LETTERS['ar']}]")
_LEAST = {"el": "{2,}"}
"""So many letters a word has at least: single Greek ones are signs."""


def has_from_right(text: str) -> bool:
    """Return whether a text has letters that are written from right to left."""
    return not text.isascii() and bool(_FROM_RIGHT.search(text))


def runs_from_right(text: str) -> bool:
    """Return whether a paragraph runs from right to left: it has letters that do, and no others."""
    return has_from_right(text) and all(bidirectional(character) != "L" for character in text)


def languages_in(text: str, locale: Locale) -> Iterator[tuple[str, str]]:
    """Yield the stretches of a text with their language, empty where it is the report's."""
    at = 0
    if locale.script is Script.HAN or not text.isascii():
        for found in _foreign(locale).words(text):
            language = _language(found, locale)
            if language:
                if found.start() > at:
                    yield text[at : found.start()], ""
                yield found.group(), language
                at = found.end()
    if at < len(text):
        yield text[at:], ""


def _language(found: re.Match[str], locale: Locale) -> str:
    words, language = found.group(), found.lastgroup or ""
    match language:
        case "east" if _HAS_KANA.search(words):
            return "ja"
        case "east":
            return _TAGS[locale.han] if _HAS_LETTER.search(words) else ""
        case "en":
            return language if len(_WORD.findall(words)) > 1 and _SPELT.search(words) else ""
        case _:
            return language


class _Foreign(dict[str, str]):
    """By character, of which letters it is one: their key, empty for what a report's language has itself."""

    def __init__(self, letters: Mapping[str, str], patterns: Mapping[str, str]) -> None:
        self._letters = letters
        self._patterns = patterns
        self._compiled: dict[frozenset[str], re.Pattern[str]] = {}
        self._own: set[str] = set()

    def __missing__(self, character: str) -> str:
        tag = self[character] = next((tag for tag, them in self._letters.items() if _is_among(character, them)), "")
        if not tag:
            self._own.add(character)
        return tag

    def words(self, text: str) -> Iterator[re.Match[str]]:
        """Find words of the letters that a text has: to look for those of all letters takes thrice the time."""
        if self._own.issuperset(text):
            return iter(())
        tags = frozenset(filter(None, map(self.__getitem__, set(text))))
        return self._pattern(tags).finditer(text) if tags else iter(())

    def _pattern(self, tags: frozenset[str]) -> re.Pattern[str]:
        if tags not in self._compiled:
            parts = (f"(?P<{tag}>{pattern})" for tag, pattern in self._patterns.items() if tag in tags)
            self._compiled[tags] = re.compile("|".join(parts))
        return self._compiled[tags]


def _is_among(character: str, ranges: str) -> bool:
    """Return whether a character is in ranges such as `A-Za-z`: a class of many thousands takes long to compile."""
    return any(ranges[at] <= character <= ranges[at + 2] for at in range(0, len(ranges), 3))


@cache
def _foreign(locale: Locale) -> _Foreign:
    words = {tag: f"[{letters}]{_LEAST.get(tag, '+')}" for tag, letters in _LETTERS.items()}
    patterns = {tag: f"{word}(?:[{_BETWEEN}]+{word})*" for tag, word in words.items()}
    if locale.script is Script.LATIN:
        return _Foreign(_LETTERS | {"east": _EAST}, patterns | {"east": f"[{_EAST}]+"})
    return _Foreign(_LETTERS | {"east": _KANA, "en": _LATIN}, patterns | {"east": f"[{_KANA}]+", "en": _PHRASE})
