"""What a check may reckon with: a value's exact number, and how far it may be off by its own rounding."""

from __future__ import annotations

from fractions import Fraction

from reportgen.model.dataset import Exact, Fact, Indicator, Kind
from reportgen.transform.arithmetic import decimals_of, number_in

PER_CENT = "%"


def exact_of(fact: Fact | None) -> Fraction | None:
    """Return a fact's exact number; nil is zero, "over 1,300" is no exact number."""
    return None if fact is None or fact.qualifier is not None else number_in(fact.value)


def rounding_of(fact: Fact) -> Fraction:
    """Return half a unit of the last digit typed: so far the true value may be from the one given."""
    match fact.value:
        case Exact(value):
            return Fraction(1, 2 * 10 ** decimals_of(value))
    return Fraction(0)


def is_count(indicator: Indicator) -> bool:
    """Tell whether an indicator's members add up to their whole."""
    return not is_average(indicator) and indicator.kind is not Kind.RATIO


def is_average(indicator: Indicator) -> bool:
    """Tell whether an indicator is a share of a population or a mean over one."""
    return indicator.kind in (Kind.SHARE, Kind.MEAN) or indicator.unit == PER_CENT
