"""The pseudo-language: every word that passes ``translate`` comes out changed, so that one that did not stands out.

Latin letters get accents and vowels are doubled, which lengthens a text by about a third; Chinese characters are parted
by dots. A message begins and ends with a mark, so that a text which is cut off shows it. References, marks of notes,
links' targets, markup and the places of a template's words stay as they are.
"""

from __future__ import annotations

import re
import string
from collections.abc import Iterator
from itertools import pairwise

from reportgen.diagnostics import Diagnostics
from reportgen.i18n.translate import Translate, Translations
from reportgen.model.words import Turn, Words, span_at

HAN = "\u3007\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
"""Chinese characters, as a set in a regular expression."""
DOT = "\N{DOT ABOVE}"
"""Stands between Chinese characters; one that stands alone is doubled around it."""

# The letters are of Inter and Source Serif 4, or of Inter alone where the other has none with an accent.
_ACCENTED = {
    **dict(zip(string.ascii_lowercase, "äƀćďéƒğĥîĵķļḿñöþǫŕšťûṽŵẋýž", strict=True)),
    **dict(zip(string.ascii_uppercase, "ÄßÇĐÉḞĞĤÎĴĶĻḾÑÖÞǪŔŠŤÛṼŴẊÝŽ", strict=True)),
}
_DOUBLED = dict(zip("aeiouAEIOU", "äà éè îì öò ûù ÄÀ ÉÈ ÎÌ ÖÒ ÛÙ".split(), strict=True))
_LETTERS = str.maketrans({**_ACCENTED, **_DOUBLED})

_KEPT = re.compile(
    r"\\[^A-Za-z]|&(?:#?[A-Za-z0-9]+);|\{\{|\}\}|\{[^{}]*\}|\[\^[^\]\s]+\]"
    r"|\]\((?:<[^<>]*>|(?:[^()\s]|\([^()\s]*\))*)(?:\s+\"[^\"]*\")?\s*\)|<[^<>]*>|%\([a-z_]+\)s"
)
_CHINESE = re.compile(f"[{HAN}]+")
_STRAY = re.compile(rf"(?<!{DOT})[{HAN}]+(?!{DOT})|[A-Za-z]+(?:[ '’-]+[A-Za-z]+)*")
_BEFORE = re.compile(r"(?<=[^\s*_])[*_]+$")
_AFTER = re.compile(r"[*_]+(?=[^\s*_])")


def pseudo_translator(translations: Translations, diagnostics: Diagnostics) -> Translate:
    """Return the function that puts a locale's words into the pseudo-language: the source's where none is translated.

    Nothing is reported: it shows what a report looks like before it is translated.
    """

    def translate(domain: str, words: Words) -> Words:
        catalogue = translations.catalogues.get(domain)
        entry = catalogue.entries.get(words.text) if catalogue else None
        own = translations.written_in(domain) == translations.locale.id
        return pseudo(words if own or entry is None or not entry.translation.text else entry.translation)

    return translate


def pseudo(words: Words) -> Words:
    """Return words in the pseudo-language, each character with its place; words without a letter stay as they are."""
    pieces = _marked(words.text, list(_changed(words.text)))
    text = ""
    turns: list[Turn] = []
    for piece, offset in pieces:
        place = span_at(words, offset)
        turns.append(Turn(len(text), place.line, place.column))
        text += piece
    return Words(text, words.span, tuple(turns))


def strays(text: str) -> Iterator[str]:
    """Yield the words of a printed text that are not of the pseudo-language."""
    for match in _STRAY.finditer(text):
        yield match.group()


def _changed(text: str) -> Iterator[tuple[str, int, bool]]:
    """Yield the pieces of a text as they become, each with its offset in the text and whether it is words."""
    at = 0
    for kept in _KEPT.finditer(text):
        yield from _spoken(text, at, kept.start())
        yield kept.group(), kept.start(), False
        at = kept.end()
    yield from _spoken(text, at, len(text))


def _spoken(text: str, start: int, end: int) -> Iterator[tuple[str, int, bool]]:
    """Yield the pieces of a stretch without markup that must stay: Chinese characters, and what is between them."""
    ends = [start, *(at for found in _CHINESE.finditer(text, start, end) for at in found.span()), end]
    for begin, stop in pairwise(ends):
        piece = text[begin:stop]
        if piece:
            chinese = _CHINESE.fullmatch(piece)
            yield (_dotted(piece) if chinese else piece.translate(_LETTERS)), begin, any(map(str.isalpha, piece))


def _dotted(piece: str) -> str:
    return DOT.join(piece if len(piece) > 1 else piece * 2)


def _marked(text: str, pieces: list[tuple[str, int, bool]]) -> list[tuple[str, int]]:
    """Return the pieces with a mark before the first word and one after the last.

    Markup of emphasis that has something on its other side stays inside the marks: it opens and closes beside letters.
    """
    opening, closing = "【】" if _CHINESE.search(text) else "«»"
    spoken = [number for number, (_, _, words) in enumerate(pieces) if words]
    made = [(piece, offset) for piece, offset, _ in pieces]
    if not spoken:
        return made
    last, first = spoken[-1], spoken[0]
    piece, offset = made[last]
    made[last] = (_closed(piece, "".join(part for part, _ in made[last + 1 :]), closing), offset)
    piece, offset = made[first]
    made[first] = (_opened("".join(part for part, _ in made[:first]), piece, opening), offset)
    return made


def _closed(piece: str, after: str, mark: str) -> str:
    end = max(at for at, character in enumerate(piece, 1) if character.isalpha())
    markup = _AFTER.match(piece + after, end)
    if markup and markup.end() <= len(piece):
        end = markup.end()
    return piece[:end] + mark + piece[end:]


def _opened(before: str, piece: str, mark: str) -> str:
    start = next(at for at, character in enumerate(piece) if character.isalpha())
    markup = _BEFORE.search(before + piece[:start])
    if markup and markup.start() >= len(before):
        start = markup.start() - len(before)
    return piece[:start] + mark + piece[start:]
