"""The signs, names and dates of a language are CLDR's, as Babel has it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest
from babel.core import Locale as Cldr
from babel.dates import format_date

from reportgen.i18n.cldr import long_date, numerals
from reportgen.model.locale import LOCALES, Locale

NAMED_AS = {"zh_Hant_HK": "zh_Hant"}
FIRST_NAMED = 4

every_locale = pytest.mark.parametrize("locale", LOCALES.values(), ids=LOCALES)


def scales(cldr: Cldr) -> Iterator[tuple[int, str]]:
    """Yield where each name begins: CLDR has `0 million`, `00 million`, `000 million`, then `0 billion`."""
    formats = cldr.compact_decimal_formats
    patterns = formats["long" if cldr.language == "en" else "short"]["other"]
    for power, pattern in sorted((len(key) - 1, str(value.pattern)) for key, value in patterns.items()):
        if power >= FIRST_NAMED and pattern.count("0") == 1:
            yield power, pattern.replace(" ", "\N{NO-BREAK SPACE}").replace("0", "{}")


@every_locale
def test_the_signs_of_numbers(locale: Locale) -> None:
    signs = Cldr.parse(locale.cldr).number_symbols["latn"]
    found = numerals(locale)
    assert (found.decimal, found.group) == (signs["decimal"], signs["group"])


@every_locale
def test_the_names_of_numbers(locale: Locale) -> None:
    assert numerals(locale).scales == tuple(scales(Cldr.parse(NAMED_AS.get(locale.cldr, locale.cldr))))


@every_locale
def test_dates(locale: Locale) -> None:
    for month in range(1, 13):
        day = date(2023, month, 2 * month + 1)
        assert long_date(day, locale) == format_date(day, "long", locale=locale.cldr)
