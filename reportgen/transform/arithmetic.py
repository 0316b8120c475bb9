"""Exact arithmetic on filed numbers: fractions inside, one rounding at the end."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction


def round_half_up(value: Fraction, decimals: int) -> Decimal:
    """Return a fraction as a decimal with so many decimals; a half goes away from zero."""
    scaled = abs(value) * 10**decimals
    whole = (2 * scaled.numerator + scaled.denominator) // (2 * scaled.denominator)
    # Made of its digits: `scaleb` would round to the context's 28.
    return Decimal((int(value < 0 < whole), tuple(map(int, str(whole))), -decimals))


def decimals_of(value: Decimal) -> int:
    """Return how many decimals a number was typed with."""
    return max(0, -int(value.as_tuple().exponent))
