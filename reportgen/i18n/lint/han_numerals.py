"""Chinese numerals as values: 二十三, 一百零五, 三点五, 一万二千, 二〇二三."""

from __future__ import annotations

import re
from decimal import Decimal

_DIGITS = {character: value for value, character in enumerate("零一二三四五六七八九")} | {
    "〇": 0,
    "两": 2,
    "兩": 2,
    "首": 1,
}
_SMALL = {"十": 10, "百": 100, "千": 1000}
_LARGE = {"万": 10**4, "萬": 10**4, "亿": 10**8, "億": 10**8}

HAN_DECIMALS = "(?:点[零〇一二三四五六七八九]+)?"
HAN_NUMERAL = re.compile(rf"(?<![0-9.])[零〇一二三四五六七八九十百千万亿萬億两兩首]+{HAN_DECIMALS}|半")


def han_value(numeral: str) -> Decimal:
    """Return the value of a numeral; half of something, 半, is fifty per cent."""
    if numeral == "半":
        return Decimal(50)
    whole, _, fraction = numeral.partition("点")
    digits = "".join(str(_DIGITS[character]) for character in fraction)
    return Decimal(_whole(whole)) + (Decimal(digits) / 10 ** len(digits) if digits else 0)


def _whole(numeral: str) -> int:
    if len(numeral) > 1 and all(character in _DIGITS for character in numeral):
        return int("".join(str(_DIGITS[character]) for character in numeral))
    total = section = digit = 0
    for character in numeral:
        if character in _DIGITS:
            digit = _DIGITS[character]
        elif character in _SMALL:
            section += (digit or 1) * _SMALL[character]
            digit = 0
        else:
            total = (total + section + digit or 1) * _LARGE[character]
            section = digit = 0
    return total + section + digit
