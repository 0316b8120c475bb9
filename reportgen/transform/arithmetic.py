"""Exact arithmetic on filed numbers: fractions inside, one rounding at the end."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

from reportgen.model.dataset import Absent, Exact, Range, Reason


def number_in(value: Exact | Range | Absent) -> Fraction | None:
    """Return the exact number that a value is; nil is zero, a range or what is not known is none."""
    match value:
        case Exact(number):
            return Fraction(number)
        case Absent(Reason.NIL):
            return Fraction(0)
    return None


def round_half_up(value: Fraction, decimals: int) -> Decimal:
    """Return a fraction as a decimal with so many decimals; a half goes away from zero."""
    scaled = abs(value) * 10**decimals
    whole = (2 * scaled.numerator + scaled.denominator) // (2 * scaled.denominator)
    # Made of its digits: `scaleb` would round to the context's 28.
    return Decimal((int(value < 0 < whole), tuple(map(int, str(whole))), -decimals))


def decimals_of(value: Decimal) -> int:
    """Return how many decimals a number was typed with."""
    return max(0, -int(value.as_tuple().exponent))


def convert(value: Decimal, scale: Fraction) -> Decimal:
    """Return a number in another unit, of which one of its own is ``scale``.

    It has as many significant digits as were typed; the zeros at the end of a whole number are none. Its whole part is
    never rounded: 82274.99 MWh are 82.27499 GWh and 296190.0 GJ, 1000000 kWh are 3600 GJ.
    """
    if scale == 1 or not value:
        return value
    exact = Fraction(value) * scale
    return round_half_up(exact, max(0, _significant(value) - 1 - _magnitude(abs(exact))))


def _significant(value: Decimal) -> int:
    digits = "".join(map(str, value.as_tuple().digits)).lstrip("0")
    return len(digits if decimals_of(value) else digits.rstrip("0"))


def _magnitude(value: Fraction) -> int:
    """Return the power of ten of a positive number's first digit: 2 for 296, -1 for 0.7."""
    guess = len(str(value.numerator)) - len(str(value.denominator))
    return guess if value >= Fraction(10) ** guess else guess - 1
