"""Decimals in other forms, with all their digits: Python's own context would keep 28 of them."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Context, Decimal

_WIDE = Context(prec=1000, rounding=ROUND_HALF_UP)
"""Room for the largest number of Excel, which has 309 digits, and the most decimals of a number format."""


def with_decimals(value: Decimal, decimals: int) -> Decimal:
    """Return a number with so many decimals; a half goes away from zero."""
    return value.quantize(Decimal(1).scaleb(-decimals), context=_WIDE)


def shortest(value: Decimal) -> Decimal:
    """Return a number without zeros at the end of its decimals: 5.30 as 5.3, 1E+3 as 1000."""
    short = value.normalize(_WIDE)
    return with_decimals(short, 0) if int(short.as_tuple().exponent) > 0 else short
