"""Exact numbers as each language writes them. A `Decimal` in, text with exactly its digits out."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal

from reportgen.i18n.cldr import numerals
from reportgen.i18n.number_wording import MINUS, PLUS
from reportgen.model.locale import Locale


def format_number(value: Decimal, locale: Locale) -> str:
    """Return a number with grouped digits, all decimals that it was typed with, and a real minus: −1,234.50."""
    sign = MINUS if value < 0 else ""
    return sign + _unsigned(value, locale)


def format_signed(value: Decimal, locale: Locale) -> str:
    """Return a number with its sign, + or −, but for zero."""
    return (PLUS if value > 0 else "") + format_number(value, locale)


def format_compact(value: Decimal, locale: Locale) -> str:
    """Return a large number in the language's own steps: 7 billion, 70亿, 2.4 billion, 87.5万.

    What three digits say exactly is said exactly; all else is rounded half up to two digits, or to whole ones where
    there are more. A number below the first step is written out.
    """
    scales = numerals(locale).scales
    if abs(value) >= 10 ** scales[0][0]:
        for power, pattern in reversed(scales):
            rounded = _few_digits(value.scaleb(-power))
            if abs(rounded) >= 1:
                return pattern.format(format_number(rounded, locale))
    return format_number(value, locale)


def _few_digits(value: Decimal) -> Decimal:
    exact = value.normalize()
    if len(exact.as_tuple().digits) > 3:
        step = Decimal(1) if abs(exact) >= 10 else Decimal("0.1")
        exact = exact.quantize(step, ROUND_HALF_UP).normalize()
    return exact.quantize(Decimal(1)) if exact == exact.to_integral_value() else exact


def _unsigned(value: Decimal, locale: Locale) -> str:
    signs = numerals(locale)
    whole, _, decimals = format(abs(value), "f").partition(".")
    grouped = f"{int(whole):,}".replace(",", signs.group)
    return f"{grouped}{signs.decimal}{decimals}" if decimals else grouped
