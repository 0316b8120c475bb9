"""The languages a report is made in, with the names each standard has for them."""

from __future__ import annotations

from enum import Enum

from msgspec import Struct


class Script(Enum):
    """What a language is written in; the theme's styles have a variant for each."""

    LATIN = "latin"
    HAN = "han"


class Locale(Struct, frozen=True):
    """A language of a report.

    ``id`` is used in content and file names, ``tag`` is BCP 47 (PDF), ``word`` is for Word's ``w:lang``, ``cldr`` for
    Babel; ``han`` names the shapes of Han characters, ``hans`` or ``hant``.
    """

    id: str
    tag: str
    word: str
    cldr: str
    script: Script
    han: str = "hans"


LOCALES = {
    locale.id: locale
    for locale in (
        Locale("en", "en-US", "en-US", "en_US", Script.LATIN),
        Locale("zh_Hans", "zh-Hans-CN", "zh-CN", "zh_Hans_CN", Script.HAN),
        Locale("zh_Hant", "zh-Hant-HK", "zh-HK", "zh_Hant_HK", Script.HAN, "hant"),
    )
}
