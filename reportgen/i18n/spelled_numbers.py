"""Whole numbers in words, and their places in an order: seven, 七; 3rd, 第三."""

from __future__ import annotations

from reportgen.model.locale import Locale, Script

LARGEST = 9_999
"""The largest number that is spelled out: no one reads longer ones."""

_ONES = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen"
).split()
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()
_HAN_DIGITS = "零一二三四五六七八九"
_HAN_POWERS = ("", "十", "百", "千")
_SUFFIXES = {1: "st", 2: "nd", 3: "rd"}
_PAIR = {"hans": "两", "hant": "兩"}


def spell(number: int, locale: Locale) -> str:
    """Return a number from 0 to 9,999 as it counts things: seven, 七; two of something is 两."""
    if locale.script is not Script.HAN:
        return _english(number)
    return _PAIR[locale.han] if number == 2 else _han(number)


def spell_ordinal(number: int, locale: Locale) -> str:
    """Return the place in an order of a number from 0 to 9,999: 3rd, 第三."""
    if locale.script is Script.HAN:
        return f"第{_han(number)}"
    suffix = "th" if number % 100 in (11, 12, 13) else _SUFFIXES.get(number % 10, "th")
    return f"{number:,}{suffix}"


def _english(number: int) -> str:
    if number < 20:
        return _ONES[number]
    if number < 100:
        tens, ones = divmod(number, 10)
        return _TENS[tens - 2] + (f"-{_ONES[ones]}" if ones else "")
    name, size = ("hundred", 100) if number < 1000 else ("thousand", 1000)
    head, rest = divmod(number, size)
    joint = " and " if rest < 100 else " "
    return f"{_ONES[head]} {name}" + (f"{joint}{_english(rest)}" if rest else "")


def _han(number: int) -> str:
    """Return a number in Han numerals: 10 is 十, 105 is 一百零五, 110 is 一百一十."""
    if number < 10:
        return _HAN_DIGITS[number]
    text, gap = "", False
    digits = [int(digit) for digit in str(number)]
    for at, digit in enumerate(digits):
        if digit:
            text += ("零" if gap else "") + _HAN_DIGITS[digit] + _HAN_POWERS[len(digits) - 1 - at]
        gap = not digit
    return text.removeprefix("一") if 10 <= number < 20 else text
