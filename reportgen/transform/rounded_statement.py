"""Rounded statements, `.over_30` and `.nearly_500`: the round number is printed, the words around it stand in the text.

They are held against the exact value: "more than 30" holds for 32, "nearly 500" for 487.
"""

from __future__ import annotations

import re
from decimal import Decimal
from fractions import Fraction

from reportgen.diagnostics import Code
from reportgen.i18n.numbers import format_number
from reportgen.i18n.quantities import with_unit
from reportgen.model.dataset import Fact, Qualifier
from reportgen.transform.subject import FormError, Subject, number_of

ROUNDED = re.compile(r"(over|nearly)_(\d{1,15})", re.ASCII)

NEARLY = Fraction(9, 10)
"""At least so much of a number is nearly it."""


def print_rounded(form: str, fact: Fact, subject: Subject) -> str:
    """Return the round number that a form of the shape `ROUNDED` states, with the unit.

    Raises:
        FormError: ROUND_STATEMENT where it does not hold for the fact; NO_VALUE where the fact has no number.
    """
    found = ROUNDED.fullmatch(form)
    if found is None:
        raise ValueError(form)
    word, number = found.group(1), int(found.group(2))
    exact = number_of(fact, form)
    holds = _is_over(exact, fact, number) if word == "over" else number * NEARLY <= exact < number
    if not holds:
        raise FormError(
            Code.ROUND_STATEMENT,
            f"`{fact.indicator}` is {_stated(fact)} for `{fact.period}`, which is not {word} {number:,}",
            f"change the form; the value is at {fact.span}",
        )
    return with_unit(format_number(Decimal(number), subject.locale), subject.unit, subject.locale)


def _is_over(exact: Fraction, fact: Fact, number: int) -> bool:
    return exact >= number if fact.qualifier is Qualifier.OVER else exact > number


def _stated(fact: Fact) -> str:
    number = getattr(fact.value, "value", 0)
    return f"{fact.qualifier.value.replace('_', ' ')} {number}" if fact.qualifier else f"{number}"
