"""The numbers of a text, in digits and in words, English and Chinese, in one form that can be compared.

Digits keep their zeros: 1.350 is not 1.35. Scales are multiplied out: 2.4 billion, 24亿 and 2,400,000,000 are one
number. Dates are numbers too: --04-30 a day, 2023-04 a month; so are codes such as GB50174, A1.1 or III.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal

_DIGITS = r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?"
_CODE = re.compile(r"(?<![A-Za-z])(?!RMB)[A-Z]{1,4}\d+(?:\.\d+)?|\b[IVX]{2,4}\b")

_CARDINALS = "zero one two three four five six seven eight nine ten eleven twelve".split()
_ORDINALS = "zeroth first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth".split()
_ENGLISH_WORDS = {word: at for words in (_CARDINALS, _ORDINALS) for at, word in enumerate(words)}
_ENGLISH_WORDS |= {"once": 1, "twice": 2}
_ENGLISH_WORD = re.compile(rf"\b(?:{'|'.join(_ENGLISH_WORDS)})\b", re.IGNORECASE)
_ENGLISH_SCALES = {"thousand": 3, "million": 6, "billion": 9}
_ENGLISH_NUMBER = re.compile(rf"({_DIGITS})(?:\s*({'|'.join(_ENGLISH_SCALES)})\b)?")
_MONTHS = "January February March April May June July August September October November December".split()
_MONTH = "|".join(_MONTHS)
_ENGLISH_DAY = re.compile(rf"({_MONTH}) (\d{{1,2}})(?!\d)|(?<!\d)(\d{{1,2}}) ({_MONTH})")
_ENGLISH_MONTH = re.compile(rf"({_MONTH})(?: \d{{1,2}},)? (\d{{4}})")

_CHINESE_DIGITS = {**{digit: at for at, digit in enumerate("零一二三四五六七八九")}, "两": 2, "首": 1}
_CHINESE_TENS = {"十": 10, "百": 100, "千": 1000}
_CHINESE_WORD = re.compile(rf"(?:(?!千[瓦克米])[{''.join(_CHINESE_DIGITS)}{''.join(_CHINESE_TENS)}])+")
_CHINESE_SCALES = {"万": 4, "亿": 8}
_CHINESE_NUMBER = re.compile(rf"({_DIGITS})(?:\s*([万亿]))?")
_CHINESE_DAY = re.compile(r"(\d{1,2})\s*月\s*(\d{1,2})\s*日")
_CHINESE_MONTH = re.compile(r"(\d{4})\s*年\s*(\d{1,2})\s*月")


@dataclass(frozen=True)
class Number:
    """A number in the form in which it is compared, and where it begins in the text."""

    value: str
    start: int


def numbers_in_english(text: str) -> Iterator[Number]:
    yield from _codes(text)
    yield from _figures(_CODE.sub(_blank, text), _ENGLISH_NUMBER, _ENGLISH_SCALES)
    for word in _ENGLISH_WORD.finditer(text):
        yield Number(str(_ENGLISH_WORDS[word[0].lower()]), word.start())
    for day in _ENGLISH_DAY.finditer(text):
        month = _MONTHS.index(day[1] or day[4]) + 1
        yield Number(f"--{month:02}-{int(day[2] or day[3]):02}", day.start())
    for found in _ENGLISH_MONTH.finditer(text):
        yield Number(f"{found[2]}-{_MONTHS.index(found[1]) + 1:02}", found.start())


def numbers_in_chinese(text: str) -> Iterator[Number]:
    yield from _codes(text)
    yield from _figures(_CODE.sub(_blank, text), _CHINESE_NUMBER, _CHINESE_SCALES)
    for word in _CHINESE_WORD.finditer(text):
        yield Number(str(_chinese_value(word[0])), word.start())
    for day in _CHINESE_DAY.finditer(text):
        yield Number(f"--{int(day[1]):02}-{int(day[2]):02}", day.start())
    for month in _CHINESE_MONTH.finditer(text):
        yield Number(f"{month[1]}-{int(month[2]):02}", month.start())


def _codes(text: str) -> Iterator[Number]:
    for code in _CODE.finditer(text):
        yield Number(code[0], code.start())


def _blank(found: re.Match[str]) -> str:
    return " " * len(found[0])


def _figures(text: str, pattern: re.Pattern[str], scales: Mapping[str, int]) -> Iterator[Number]:
    for found in pattern.finditer(text):
        digits = found[1].replace(",", "")
        if scale := scales.get(found[2] or ""):
            digits = format((Decimal(digits) * 10**scale).normalize(), "f")
        yield Number(digits, found.start())


def _chinese_value(word: str) -> int:
    """Return 12 for 十二 and 320 for 三百二十; digits in a row, as in 二三, count as the last."""
    total, digit = 0, 0
    for character in word:
        if tens := _CHINESE_TENS.get(character):
            total, digit = total + (digit or 1) * tens, 0
        else:
            digit = _CHINESE_DIGITS[character]
    return total + digit
