"""The one function that translates: a domain and words in, the words of the language out.

``translator`` reports what is not translated; ``draft_translator`` marks it instead. What is written in the language
itself passes through.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from msgspec import Struct

from reportgen.diagnostics import Code, Diagnostics, columns
from reportgen.i18n.catalogue import Catalogue, Entry, path_of
from reportgen.i18n.draft import mark
from reportgen.i18n.message import has_words
from reportgen.i18n.references import lost_and_added
from reportgen.i18n.unprintable import unprintable
from reportgen.model.locale import Locale
from reportgen.model.words import Words, span_at

Translate = Callable[[str, Words], Words]

_NAME_WIDTH = 60


class Translations(Struct, frozen=True):
    """What a locale's words are taken from.

    ``source`` is the id of the language that a domain is written in, where ``languages`` does not name another.
    """

    locale: Locale
    source: str
    languages: Mapping[str, str]
    catalogues: Mapping[str, Catalogue]

    def written_in(self, domain: str) -> str:
        """Return the id of the language that a domain is written in."""
        return self.languages.get(domain, self.source)


def translator(translations: Translations, diagnostics: Diagnostics) -> Translate:
    """Return the function that translates to a locale; what cannot be translated is an error, and stays as it is."""
    return _Translator(translations, diagnostics).translate


def draft_translator(translations: Translations, diagnostics: Diagnostics) -> Translate:
    """Return the function that translates to a locale; what is not translated or out of date is marked."""
    return _DraftTranslator(translations, diagnostics).translate


class _Translator:
    """Translates, and reports what it cannot."""

    def __init__(self, translations: Translations, diagnostics: Diagnostics) -> None:
        self._translations = translations
        self._locale = translations.locale
        self._diagnostics = diagnostics

    def translate(self, domain: str, words: Words) -> Words:
        self._check_characters(words)
        if not has_words(words.text) or self._translations.written_in(domain) == self._locale.id:
            return words
        catalogue = self._translations.catalogues.get(domain)
        entry = catalogue.entries.get(words.text) if catalogue else None
        if entry is None or not entry.translation.text:
            return self._untranslated(domain, words, entry)
        if entry.fuzzy:
            return self._fuzzy(words, entry)
        self._check_characters(entry.translation)
        self._check_references(words, entry)
        return entry.translation

    def _untranslated(self, domain: str, words: Words, entry: Entry | None) -> Words:
        path = path_of(self._locale, domain)
        if entry is None:
            hint = f"run `reportgen translate update`, then translate it in `{path}`"
        else:
            hint = f"translate it in `{path}`, line {entry.translation.span.line}"
        message = f"no {self._locale.id} translation of {_name(words.text)}"
        self._diagnostics.error(Code.UNTRANSLATED, message, words.span, hint)
        return words

    def _fuzzy(self, words: Words, entry: Entry) -> Words:
        place = entry.translation.span
        message = f"the {self._locale.id} translation of {_name(words.text)} is out of date"
        hint = f"correct it in `{place.path}`, line {place.line}, and remove `fuzzy` above it"
        self._diagnostics.error(Code.FUZZY, message, words.span, hint)
        return entry.translation

    def _check_references(self, words: Words, entry: Entry) -> None:
        translation = entry.translation
        lost, added = lost_and_added(words.text, translation.text)
        for reference in lost:
            message = f"the translation has lost `{reference}`"
            hint = f"the source is {words.span}: put `{reference}` where it belongs in the translation"
            self._diagnostics.error(Code.REFERENCE_LOST, message, translation.span, hint)
        for reference in added:
            message = f"the translation has `{reference}`, which its source has not"
            at = translation.text.find(reference)
            span = span_at(translation, at, len(reference))
            self._diagnostics.error(Code.REFERENCE_LOST, message, span, f"compare it with the source, {words.span}")

    def _check_characters(self, words: Words) -> None:
        match = unprintable(words.text)
        if match:
            message = f"the character U+{ord(match.group()):04X} cannot be printed"
            span = span_at(words, match.start())
            self._diagnostics.error(Code.UNPRINTABLE, message, span, "delete it, or write what it stands for")


class _DraftTranslator(_Translator):
    """Translates, and marks what it cannot."""

    def _untranslated(self, domain: str, words: Words, entry: Entry | None) -> Words:
        return mark(words)

    def _fuzzy(self, words: Words, entry: Entry) -> Words:
        return mark(entry.translation)


def _name(text: str) -> str:
    """Write the beginning of a message in quotation marks, at most 60 columns wide."""
    short = text[:_NAME_WIDTH]
    while columns(short) > _NAME_WIDTH:
        short = short[:-1]
    return f"“{text}”" if short == text else f"“{short.rstrip()}…”"
