"""The forms of a reference: what `{id.form}` prints. A `Subject` in, text and the facts it rests on out.

Raise `FormError` where a form cannot be printed.
"""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from fractions import Fraction

from msgspec import Struct

from reportgen.diagnostics import Code, suggest
from reportgen.i18n.numbers import format_compact, format_number, format_signed
from reportgen.i18n.quantities import format_quantity, format_value, qualified, with_unit
from reportgen.i18n.spelled_numbers import LARGEST, spell, spell_ordinal
from reportgen.i18n.timing_words import timing_words
from reportgen.model.dataset import Exact, Fact, Indicator, Range
from reportgen.model.units import Unit, scale
from reportgen.transform.arithmetic import convert, decimals_of, round_half_up
from reportgen.transform.converted import CONVERTED, print_converted
from reportgen.transform.rounded_statement import ROUNDED, print_rounded
from reportgen.transform.subject import FormError, Subject, decimal_of, earlier_fact, fact_of, number_of

CHANGE_DECIMALS = 1
SHARE_DECIMALS = 2


class Printed(Struct, frozen=True):
    """A reference's text and the facts it rests on; no facts where it prints no number."""

    text: str
    facts: tuple[Fact, ...]


def print_form(form: str, subject: Subject) -> Printed:
    """Return what a form prints.

    Raises:
        FormError: UNKNOWN_FORM, NO_VALUE, ROUND_STATEMENT, or WRONG_VALUE where the number does not suit the form.
    """
    if form in _FORMS:
        return _FORMS[form](subject)
    if ROUNDED.fullmatch(form):
        fact = fact_of(subject)
        return Printed(print_rounded(form, fact, subject), (fact,))
    if CONVERTED.fullmatch(form):
        fact = _target_fact(subject) if form.startswith("target_") else fact_of(subject)
        return Printed(print_converted(form, fact, subject), (fact,))
    hint = (
        suggest(form, _FORMS)
        or f"the forms are {', '.join(f'`{name}`' for name in _FORMS if name)}, `over_10`, `nearly_500`, `as_mwh`, "
        "`in_mwh`"
    )
    raise FormError(Code.UNKNOWN_FORM, f"unknown form `{form}`", hint)


def _quantity(subject: Subject) -> Printed:
    fact = fact_of(subject)
    return Printed(
        qualified(format_quantity(fact.value, subject.unit, subject.locale), fact.qualifier, subject.locale), (fact,)
    )


def _value(subject: Subject) -> Printed:
    fact = fact_of(subject)
    return Printed(format_value(fact.value, subject.locale), (fact,))


def _unit(subject: Subject) -> Printed:
    return Printed(subject.unit.column[subject.locale.id], ())


def _compact(subject: Subject) -> Printed:
    fact = fact_of(subject)
    value, unit = decimal_of(fact, "compact"), subject.unit
    if unit.base:
        base = subject.dataset.units[unit.base]
        value, unit = convert(value, scale(unit, base)), base
    text = with_unit(format_compact(value, subject.locale), unit, subject.locale)
    return Printed(qualified(text, fact.qualifier, subject.locale), (fact,))


def _words(subject: Subject) -> Printed:
    fact = fact_of(subject)
    return Printed(qualified(spell(_whole(fact, "words"), subject.locale), fact.qualifier, subject.locale), (fact,))


def _ordinal(subject: Subject) -> Printed:
    fact = fact_of(subject)
    return Printed(spell_ordinal(_whole(fact, "ordinal"), subject.locale), (fact,))


def _change(subject: Subject) -> Printed:
    change, facts = _relative_change(subject, "change")
    return Printed(with_unit(format_signed(change, subject.locale), _percent(subject), subject.locale), facts)


def _change_abs(subject: Subject) -> Printed:
    change, facts = _relative_change(subject, "change_abs")
    return Printed(with_unit(format_number(abs(change), subject.locale), _percent(subject), subject.locale), facts)


def _difference(subject: Subject) -> Printed:
    difference, facts = _absolute_change(subject, "difference")
    return Printed(
        with_unit(format_signed(difference, subject.locale), _difference_unit(subject), subject.locale), facts
    )


def _difference_abs(subject: Subject) -> Printed:
    difference, facts = _absolute_change(subject, "difference_abs")
    text = format_number(abs(difference), subject.locale)
    return Printed(with_unit(text, _difference_unit(subject), subject.locale), facts)


def _share(subject: Subject) -> Printed:
    whole = _whole_of(subject)
    fact = fact_of(subject)
    total = fact_of(subject, whole)
    divisor = number_of(total, "share")
    if not divisor:
        raise FormError(Code.NO_VALUE, f"`{whole.id}` is zero for `{subject.period}`: nothing has a share of it")
    share = round_half_up(100 * number_of(fact, "share") / divisor, SHARE_DECIMALS)
    return Printed(with_unit(format_number(share, subject.locale), _percent(subject), subject.locale), (fact, total))


def _when(subject: Subject) -> Printed:
    fact = fact_of(subject)
    return Printed(timing_words(subject.indicator.timing, subject.periods[subject.period], subject.locale), (fact,))


def _target(subject: Subject) -> Printed:
    fact = _target_fact(subject)
    return Printed(format_quantity(fact.value, subject.unit, subject.locale), (fact,))


def _target_fact(subject: Subject) -> Fact:
    """Return a target as a fact: so the ledger has its place."""
    indicator = subject.indicator
    target = indicator.targets.get(subject.period)
    if target is None:
        given = ", ".join(f"`{period}`" for period in indicator.targets)
        raise FormError(
            Code.NO_VALUE,
            f"`{indicator.id}` has no target for `{subject.period}`",
            f"add it to `targets` at {indicator.span}" + (f", or refer to one of {given}" if given else ""),
        )
    value = Exact(target.value) if target.high is None else Range(target.value, target.high)
    return Fact(indicator.id, subject.period, value, target.span)


_FORMS: dict[str, Callable[[Subject], Printed]] = {
    "": _quantity,
    "value": _value,
    "unit": _unit,
    "change": _change,
    "change_abs": _change_abs,
    "difference": _difference,
    "difference_abs": _difference_abs,
    "share": _share,
    "compact": _compact,
    "words": _words,
    "ordinal": _ordinal,
    "target": _target,
    "when": _when,
}


def _relative_change(subject: Subject, form: str) -> tuple[Decimal, tuple[Fact, ...]]:
    """Return the change in per cent against the period before, of that period's absolute value."""
    fact, before = fact_of(subject), earlier_fact(subject, form)
    new, old = number_of(fact, form), number_of(before, form)
    if not old:
        message = f"`{before.indicator}` is zero for `{before.period}`: a change from it has no per cent"
        raise FormError(Code.NO_VALUE, message, "use `.difference`")
    return round_half_up((new - old) / abs(old) * 100, CHANGE_DECIMALS), (fact, before)


def _absolute_change(subject: Subject, form: str) -> tuple[Decimal, tuple[Fact, ...]]:
    """Return the difference from the period before, with the digits of the finer of the two."""
    fact, before = fact_of(subject), earlier_fact(subject, form)
    decimals = max(decimals_of(decimal_of(fact, form)), decimals_of(decimal_of(before, form)))
    return round_half_up(number_of(fact, form) - number_of(before, form), decimals), (fact, before)


def _whole_of(subject: Subject) -> Indicator:
    """Return what an indicator is a part of: the whole of the only share, or the only sum, that names it."""
    id_ = subject.indicator.id
    wholes = subject.dataset.wholes.get(id_, ())
    if len(wholes) == 1:
        return subject.dataset.indicators[wholes[0]]
    several = ", ".join(f"`{name}`" for name in wholes)
    message = f"`{id_}` is part of more than one whole: {several}" if several else f"`{id_}` is part of no known whole"
    raise FormError(Code.NO_VALUE, message, f"add an indicator with `share: [{id_}, ...]` and refer to it")


def _whole(fact: Fact, form: str) -> int:
    """Return a fact's number as a whole one that can be spelled out."""
    number: Fraction = number_of(fact, form)
    if number.denominator != 1 or not 0 <= number <= LARGEST:
        found = decimal_of(fact, form)
        message = f"`.{form}` needs a whole number from 0 to {LARGEST:,}, found {found}"
        raise FormError(Code.WRONG_VALUE, message, "leave the form out")
    return int(number)


def _percent(subject: Subject) -> Unit:
    return subject.dataset.units["%"]


def _difference_unit(subject: Subject) -> Unit:
    """Return the unit of a difference: between percentages, percentage points."""
    return subject.dataset.units["percentage_point"] if subject.unit.code == "%" else subject.unit
