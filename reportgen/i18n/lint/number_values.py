"""The numbers that a text states, as values: 10,000 is 1万, 30% is 百分之三十, three is 三, 1 May is 5月1日."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from msgspec import Struct

from reportgen.i18n.lint.han_numerals import HAN_DECIMALS, HAN_NUMERAL, han_value

_WIDE = {0xFF10 + digit: 0x30 + digit for digit in range(10)} | {0xFF05: 0x25, 0xFF0E: 0x2E, 0xFF0C: 0x2C}
_POWERS = {
    "hundred": 10**2,
    "thousand": 10**3,
    "million": 10**6,
    "billion": 10**9,
    "trillion": 10**12,
    "百": 10**2,
    "千": 10**3,
    "万": 10**4,
    "萬": 10**4,
    "十万": 10**5,
    "百万": 10**6,
    "百萬": 10**6,
    "千万": 10**7,
    "千萬": 10**7,
    "亿": 10**8,
    "億": 10**8,
    "十亿": 10**9,
    "十億": 10**9,
    "百亿": 10**10,
    "千亿": 10**11,
    "万亿": 10**12,
    "萬億": 10**12,
    "兆": 10**12,
}
_DIGITS = re.compile(
    r"(?P<name>(?<![A-Za-z])(?=[A-Za-z]+[-–]?\d)[A-Za-z]+[-–]?)?"
    r"(?P<digits>\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?)"
    r"(?:[ \u00a0]?(?P<power>trillion|billion|million|thousand|hundred"
    r"|[十百千万]?[万萬亿億]|兆|(?<=\d)[百千](?!分|瓦|米|克)))?"
    r"(?P<percent>[ \u00a0]?(?:%|per ?cent\b))?(?P<tail>[A-Za-z]+)?",
    re.IGNORECASE,
)
_HAN_PERCENT = re.compile(rf"百分之([零〇一二三四五六七八九十百两]+{HAN_DECIMALS}|\d+(?:\.\d+)?)")
_MONTHS = "january february march april may june july august september october november december".split()
_SMALL = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen"
).split()
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()
_ORDINALS = "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth".split()
_OTHERS = {"half": 50, "double": 2, "doubled": 2, "twice": 2, "both": 2, "pair": 2, "triple": 3, "tripled": 3,
           "quarter": 4, "quarterly": 4, "dozen": 12, "decade": 10, "decades": 10, "hundred": 100, "thousand": 1000,
           "million": 10**6, "billion": 10**9, "hundreds": 100, "thousands": 1000, "single": 1, "once": 1}  # fmt: skip
_WORDS: dict[str, Decimal] = {
    **{word: Decimal(value) for value, word in enumerate(_SMALL)},
    **{word: Decimal(20 + 10 * at) for at, word in enumerate(_TENS)},
    **{word: Decimal(at) for at, word in enumerate(_ORDINALS, 1)},
    **{month: Decimal(at) for at, month in enumerate(_MONTHS, 1)},
    **{month[:3]: Decimal(at) for at, month in enumerate(_MONTHS, 1)},
    **{word: Decimal(value) for word, value in _OTHERS.items()},
}
_LETTERS = re.compile(rf"\b(?:{'|'.join(sorted(_WORDS, key=len, reverse=True))})\b", re.IGNORECASE)
_PHRASE_WORDS = "|".join((*_TENS, *sorted(_SMALL, key=len, reverse=True), "hundred", "thousand", "million", "billion"))
_PHRASE = re.compile(rf"\b(?:{_PHRASE_WORDS})(?:(?:[- ]|,? and )(?:{_PHRASE_WORDS}))+\b", re.IGNORECASE)


class Number(Struct, frozen=True):
    """A number: its value, whether it is a percentage, where it stands.

    ``exact`` tells whether it states a quantity: digits do, words and numerals may, digits of names need not.
    """

    value: Decimal
    percent: bool
    start: int
    text: str
    exact: bool


def numbers_in(bare: str) -> Iterator[Number]:
    """Yield the numbers of a text whose references are blanked: of digits first, then of words and numerals."""
    text = bare.translate(_WIDE)
    if any(map(str.isdecimal, text)):
        yield from _of_digits(text)
    yield from _of_words(text)


def _of_digits(text: str) -> Iterator[Number]:
    for match in _DIGITS.finditer(text):
        value = Decimal(match["digits"].replace(",", "")) * _POWERS.get((match["power"] or "").lower(), 1)
        before = text[max(match.start() - 3, 0) : match.start()]
        percent = bool(match["percent"]) or before == "分之"
        named = match["name"] or (match["tail"] and not match["power"] and not match["percent"])
        yield Number(value, percent, match.start("digits"), match["digits"], not named)


def _of_words(text: str) -> Iterator[Number]:
    for match in _HAN_PERCENT.finditer(text):
        if not match[1][0].isdecimal():
            yield Number(han_value(match[1]), True, match.start(), match.group(), exact=False)
    for match in HAN_NUMERAL.finditer(text):
        yield Number(han_value(match.group()), False, match.start(), match.group(), exact=False)
    for match in _PHRASE.finditer(text):
        yield Number(Decimal(_phrase(match.group())), False, match.start(), match.group(), exact=False)
    for match in _LETTERS.finditer(text):
        yield Number(_WORDS[match.group().lower()], False, match.start(), match.group(), exact=False)


def _phrase(words: str) -> int:
    """Return the value of words such as ``one hundred and twenty-one``."""
    total = current = 0
    for word in re.findall("[a-z]+", words.lower()):
        power = _POWERS.get(word, 0)
        if power == 100:
            current = (current or 1) * power
        elif power:
            total, current = total + (current or 1) * power, 0
        elif word != "and":
            current += int(_WORDS[word])
    return total + current
