"""Translations that are none: copies of the source, words left in it, words twice, lengths out of line."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reportgen.diagnostics import Code
from reportgen.i18n.lint.pair import Fault, Pair, has_han, style_fault
from reportgen.i18n.unprintable import UNSEEN
from reportgen.model.locale import Script

_LOWER = re.compile(r"(?<![A-Za-z])[a-z]{3,}(?![A-Za-z])")
_LEFT = re.compile(r"(?:(?<![A-Za-z@/.-])[A-Za-z][a-z’']+[ ,]+){4,}[a-z]+")
_TWICE_HAN = re.compile(r"([的了是在和与及把被就也都])\1")
_TWICE = re.compile(r"\b([A-Za-z]+)[ ]+\1\b", re.IGNORECASE)
_MEANT = {"had", "that", "so", "very"}
_LONG = 60
_RATIOS = {(Script.LATIN, Script.HAN): (0.12, 0.85), (Script.HAN, Script.LATIN): (1.2, 9.0)}


def translated(pair: Pair) -> Iterator[Fault]:
    """Yield SAME_AS_SOURCE for a copy, or words left as they were. Names and abbreviations may stay."""
    if pair.source.strip() == pair.translation.strip():
        if _LOWER.search(pair.bare) or (has_han(pair.bare) and not pair.into_han):
            yield Fault(Code.SAME_AS_SOURCE, "the translation is the source", "translate it")
    elif pair.into_han:
        for match in _LEFT.finditer(pair.bare):
            message = f"words are left untranslated: `{match.group()[:40]}`"
            yield style_fault(Code.SAME_AS_SOURCE, message, "translate them", match.start(), len(match.group()))


def doubled_words(pair: Pair) -> Iterator[Fault]:
    """Yield DOUBLED for a word twice in a row that the source has not so."""
    pattern = _TWICE_HAN if pair.into_han else _TWICE
    for match in pattern.finditer(pair.bare):
        word = match[1].lower()
        if word not in _MEANT and (pair.into_han or match.group().lower() not in pair.source.lower()):
            yield style_fault(
                Code.DOUBLED, f"`{match[1]}` stands twice", "take one out", match.start(), len(match.group())
            )


def fitting_length(pair: Pair) -> Iterator[Fault]:
    """Yield LENGTH_DIFFERS where a long message's translation is far shorter or longer than usual."""
    limits = _RATIOS.get((pair.language.script, pair.locale.script))
    source, text = pair.bare_source.replace("\0", ""), pair.bare.replace("\0", "")
    least_source = _LONG if pair.language.script is Script.LATIN else _LONG // 3
    if limits is None or len(source) < least_source:
        return
    ratio = len(text) / len(source)
    if not limits[0] <= ratio <= limits[1]:
        kind = "short" if ratio < limits[0] else "long"
        message = f"the translation is very {kind}: {len(text)} characters for {len(source)}"
        yield style_fault(Code.LENGTH_DIFFERS, message, "see whether a sentence is missing or stands twice")


def clean_ends(pair: Pair) -> Iterator[Fault]:
    """Yield BLANKS_DIFFER for blanks and line ends around a translation, and UNPRINTABLE for control characters."""
    source, text = pair.source, pair.translation
    if text != text.strip() and source == source.strip():
        yield Fault(
            Code.BLANKS_DIFFER,
            "blanks or line ends around the translation",
            "take them out",
            max(len(text.rstrip()), 1) - 1,
        )
    for match in UNSEEN.finditer(text):
        message = f"the character U+{ord(match.group()):04X} cannot be seen"
        yield Fault(Code.UNPRINTABLE, message, "delete it", match.start())
