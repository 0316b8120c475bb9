"""Values in another unit: `.as_gj` prints number and unit, `.in_gj` the number alone, `.target_as_gj` a target.

The conversion is exact; a converted number has as many significant digits as were typed (`arithmetic.convert`).
"""

from __future__ import annotations

import re

from reportgen.diagnostics import Code, suggest
from reportgen.i18n.quantities import format_quantity, format_value, qualified
from reportgen.model.dataset import Absent, Exact, Fact, Range
from reportgen.model.units import Unit, converts, form_name, scale
from reportgen.transform.arithmetic import convert
from reportgen.transform.subject import FormError, Subject

CONVERTED = re.compile(r"(?:target_)?(as|in)_([a-z0-9_]+)", re.ASCII)


def print_converted(form: str, fact: Fact, subject: Subject) -> str:
    """Return what a form of the shape `CONVERTED` prints of a fact.

    Raises:
        FormError: UNKNOWN_UNIT, or UNIT_MISMATCH where the unit measures something else.
    """
    found = CONVERTED.fullmatch(form)
    if found is None:
        raise ValueError(form)
    unit = _unit(found.group(2), subject)
    value = in_unit(fact.value, subject.unit, unit)
    if found.group(1) == "in":
        return format_value(value, subject.locale)
    return qualified(format_quantity(value, unit, subject.locale), fact.qualifier, subject.locale)


def in_unit(value: Exact | Range | Absent, own: Unit, other: Unit) -> Exact | Range | Absent:
    """Return a value in another unit, which measures the same."""
    held = scale(own, other)
    match value:
        case Exact(number):
            return Exact(convert(number, held))
        case Range(low, high):
            return Range(convert(low, held), convert(high, held))
    return value


def _unit(name: str, subject: Subject) -> Unit:
    named = {form_name(unit): unit for unit in subject.dataset.units.values()}
    alike = [other for other, unit in named.items() if converts(unit, subject.unit)]
    hint = f"it can be given in {', '.join(f'`{other}`' for other in alike)}"
    if name not in named:
        raise FormError(Code.UNKNOWN_UNIT, f"there is no unit `{name}`", suggest(name, alike) or hint)
    if name not in alike:
        message = f"`{subject.indicator.id}` is in `{subject.unit.code}`, which `{named[name].code}` does not measure"
        raise FormError(Code.UNIT_MISMATCH, message, hint)
    return named[name]
