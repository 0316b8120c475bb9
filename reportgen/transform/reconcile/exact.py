"""What a check may reckon with: a value's exact number, and how far it may be off by its own rounding."""

from __future__ import annotations

from fractions import Fraction

from reportgen.model.dataset import Absent, Exact, Fact, Indicator, Kind, Reason
from reportgen.transform.arithmetic import decimals_of

PER_CENT = "%"


def exact_of(fact: Fact | None) -> Fraction | None:
    """Return a fact's exact number; nil is zero, "over 1,300" is no exact number."""
    if fact is None or fact.qualifier is not None:
        return None
    match fact.value:
        case Exact(value):
            return Fraction(value)
        case Absent(Reason.NIL):
            return Fraction(0)
    return None


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
