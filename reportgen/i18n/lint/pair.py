"""A message and its translation as checks see them, and what a check finds."""

from __future__ import annotations

import re
from functools import cached_property

from msgspec import Struct

from reportgen.diagnostics import Code, Severity
from reportgen.i18n.glossary import Term
from reportgen.model.locale import Locale, Script

_MARKUP = re.compile(
    r"\{\{|\}\}|\{[^{}]*\}|\[\^[^\]\s]*\]|\]\([^)]*\)|<[^>]*>|%\([a-z_]+\)s|https?://[^\s)）]+|[\w.+-]+@[\w-]+(?:\.[\w-]+)+"
)
_HAN = re.compile("[\u3400-\u9fff\uf900-\ufaff]")


class Pair(Struct, frozen=True, dict=True):
    """A message, its translation, and the languages of both. ``terms`` are those of the glossary that apply."""

    source: str
    translation: str
    language: Locale
    locale: Locale
    terms: tuple[Term, ...] = ()

    @cached_property
    def bare_source(self) -> str:
        """The source with references, addresses and places blanked, character for character."""
        return blanked(self.source)

    @cached_property
    def bare(self) -> str:
        """The translation with references, addresses and places blanked, character for character."""
        return blanked(self.translation)

    @property
    def into_han(self) -> bool:
        """Whether the translation is Chinese."""
        return self.locale.script is Script.HAN


class Fault(Struct, frozen=True):
    """What a check finds: at which character of the translation, over how many, what is wrong, what to do."""

    code: Code
    message: str
    hint: str
    start: int = 0
    length: int = 1
    severity: Severity = Severity.ERROR


def style_fault(code: Code, message: str, hint: str, start: int = 0, length: int = 1) -> Fault:
    """Return a fault that leaves the page right but not good."""
    return Fault(code, message, hint, start, length, Severity.WARNING)


def blanked(text: str) -> str:
    """Return a text with its references, addresses and places as blanks, so that places in it stay."""
    return _MARKUP.sub(lambda match: "\0" * len(match.group()), text)


def has_han(text: str) -> bool:
    """Whether a text has Chinese characters."""
    return _HAN.search(text) is not None
