"""A language's signs and number names, from the Unicode CLDR as Babel has it. The only user of Babel."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from functools import cache

from babel.core import Locale as Cldr
from babel.core import get_global
from babel.dates import format_date
from babel.localedata import load
from msgspec import Struct

from reportgen.model.locale import Locale

_FIRST_NAMED = 4
"""Numbers are written out below ten thousand: 1 thousand is 1,000 in every language."""
_NAMED_AS = {"zh_Hant_HK": "zh_Hant"}
"""For Hong Kong CLDR names numbers K and M, which no report writes in Chinese."""
_NO_BREAK_SPACE = "\N{NO-BREAK SPACE}"


class Numerals(Struct, frozen=True):
    """The decimal and the grouping sign, and the named powers of ten, rising, each with a pattern for its number."""

    decimal: str
    group: str
    scales: tuple[tuple[int, str], ...]


def get_ready() -> None:
    """Read what all languages share of the CLDR, once for all processes that will."""
    get_global("likely_subtags")
    load("root")


@cache
def numerals(locale: Locale) -> Numerals:
    """Return how a language writes numbers."""
    cldr = Cldr.parse(locale.cldr)
    signs = cldr.number_symbols["latn"]
    names = Cldr.parse(_NAMED_AS.get(locale.cldr, locale.cldr))
    return Numerals(signs["decimal"], signs["group"], tuple(_scales(names)))


def long_date(day: date, locale: Locale) -> str:
    """Return a date as a language writes it out: December 31, 2023; 2023年12月31日."""
    return format_date(day, "long", locale=locale.cldr)


def _scales(cldr: Cldr) -> Iterator[tuple[int, str]]:
    """Yield where each name begins: CLDR has `0 million`, `00 million`, `000 million`, then `0 billion`."""
    formats = cldr.compact_decimal_formats
    patterns = formats["long" if cldr.language == "en" else "short"]["other"]
    for power, pattern in sorted((len(key) - 1, str(value.pattern)) for key, value in patterns.items()):
        if power >= _FIRST_NAMED and pattern.count("0") == 1:
            yield power, pattern.replace(" ", _NO_BREAK_SPACE).replace("0", "{}")
