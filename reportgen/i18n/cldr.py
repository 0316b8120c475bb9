"""A language's signs, number names and dates, as the Unicode CLDR has them.

They are few, and stand here: to be asked for them, Babel reads and merges all that CLDR knows of the language, 20 ms of
every command. `tests/i18n/test_cldr.py` holds them against Babel's.
"""

from __future__ import annotations

from datetime import date

from msgspec import Struct

from reportgen.model.locale import Locale

_MONTHS = "January February March April May June July August September October November December".split()


class Numerals(Struct, frozen=True):
    """The decimal and the grouping sign, and the named powers of ten, rising, each with a pattern for its number.

    Numbers are written out below ten thousand: 1 thousand is 1,000 in every language.
    """

    decimal: str
    group: str
    scales: tuple[tuple[int, str], ...]


_NUMERALS = {
    "en": Numerals(
        ".",
        ",",
        (
            (6, "{}\N{NO-BREAK SPACE}million"),
            (9, "{}\N{NO-BREAK SPACE}billion"),
            (12, "{}\N{NO-BREAK SPACE}trillion"),
        ),
    ),
    "zh_Hans": Numerals(".", ",", ((4, "{}万"), (8, "{}亿"), (12, "{}万亿"))),
    # For Hong Kong CLDR names numbers K and M, which no report writes in Chinese: these are Taiwan's.
    "zh_Hant": Numerals(".", ",", ((4, "{}萬"), (8, "{}億"), (12, "{}兆"))),
}
_DATES = {"en": "{name} {day}, {year}", "zh_Hans": "{year}年{month}月{day}日", "zh_Hant": "{year}年{month}月{day}日"}


def numerals(locale: Locale) -> Numerals:
    """Return how a language writes numbers."""
    return _NUMERALS[locale.id]


def long_date(day: date, locale: Locale) -> str:
    """Return a date as a language writes it out: December 31, 2023; 2023年12月31日."""
    name = _MONTHS[day.month - 1]
    return _DATES[locale.id].format(name=name, month=day.month, day=day.day, year=day.year)
