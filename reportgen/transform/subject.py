"""What a reference is about: an indicator in a period, in one language, with what its forms may ask for."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from fractions import Fraction

from msgspec import Struct

from reportgen.diagnostics import Code
from reportgen.model.dataset import Absent, Dataset, Exact, Fact, Indicator
from reportgen.model.locale import Locale
from reportgen.model.project import Period
from reportgen.model.units import Unit
from reportgen.transform.arithmetic import number_in
from reportgen.transform.period_order import periods_before


class FormError(Exception):
    """A form cannot be printed; `bind` makes a finding of it."""

    def __init__(self, code: Code, message: str, hint: str = "") -> None:
        self.code = code
        self.message = message
        self.hint = hint
        super().__init__(message)


class Subject(Struct, frozen=True):
    """An indicator in a period."""

    indicator: Indicator
    period: str
    dataset: Dataset
    periods: Mapping[str, Period]
    locale: Locale

    @property
    def unit(self) -> Unit:
        """The indicator's unit."""
        return self.dataset.units[self.indicator.unit]


def fact_of(subject: Subject, indicator: Indicator | None = None) -> Fact:
    """Return the fact of the subject, or of another indicator in its period.

    Periods of the same dates are the same: `y2022` finds what is filed for `prior`.

    Raises:
        FormError: NO_VALUE; the hint says where to add one, or which periods have one.
    """
    wanted = indicator or subject.indicator
    fact = wanted.facts.get(subject.period) or _of_same_dates(subject, wanted)
    if fact is not None:
        return fact
    given = ", ".join(f"`{period}`" for period in wanted.facts)
    raise FormError(
        Code.NO_VALUE,
        f"`{wanted.id}` has no value for `{subject.period}`",
        f"add it at {wanted.span}" + (f", or refer to one of {given}" if given else ""),
    )


def number_of(fact: Fact, form: str) -> Fraction:
    """Return a fact's exact number; nil is zero.

    Raises:
        FormError: NO_VALUE where the fact is a range or absent.
    """
    number = number_in(fact.value)
    if number is not None:
        return number
    what = "no value" if isinstance(fact.value, Absent) else "a range"
    raise FormError(
        Code.NO_VALUE,
        f"`{fact.indicator}` has {what} for `{fact.period}`: `.{form}` needs a number",
        f"use another form; the value is at {fact.span}",
    )


def decimal_of(fact: Fact, form: str) -> Decimal:
    """Return a fact's number with the digits typed; errors as in `number_of`."""
    number_of(fact, form)
    return fact.value.value if isinstance(fact.value, Exact) else Decimal(0)


def earlier_fact(subject: Subject, form: str) -> Fact:
    """Return the fact of the period right before the subject's.

    Raises:
        FormError: NO_VALUE where the report has no earlier period, or no value for it.
    """
    earlier = periods_before(subject.period, subject.periods)
    for period in earlier:
        if period in subject.indicator.facts:
            return subject.indicator.facts[period]
    before = f"`{earlier[0]}`" if earlier else "an earlier period"
    raise FormError(
        Code.NO_VALUE,
        f"`{subject.indicator.id}` has no value for {before}, with which `.{form}` compares `{subject.period}`",
        f"add it at {subject.indicator.span}",
    )


def _of_same_dates(subject: Subject, indicator: Indicator) -> Fact | None:
    wanted = subject.periods[subject.period]
    for id_, fact in indicator.facts.items():
        period = subject.periods[id_]
        if (period.start, period.end) == (wanted.start, wanted.end):
            return fact
    return None
