"""Filed values with their units, qualifiers, ranges and reasons, as each language writes them."""

from __future__ import annotations

from decimal import Decimal

from reportgen.i18n.number_wording import NUMBER_WORDING
from reportgen.i18n.numbers import format_number
from reportgen.model.dataset import Absent, Exact, Qualifier, Range
from reportgen.model.locale import Locale
from reportgen.model.units import Unit

PERCENT = "%"


def with_unit(number: str, unit: Unit, locale: Locale) -> str:
    """Return a number's text with its unit around it; ``1`` takes the singular."""
    patterns = unit.singular if number == "1" and locale.id in unit.singular else unit.pattern
    return patterns[locale.id].format(number)


def qualified(text: str, qualifier: Qualifier | None, locale: Locale) -> str:
    """Return a quantity's text with the wording of its qualifier: over 1,300; 超过1,300."""
    return text if qualifier is None else NUMBER_WORDING[locale.id].qualifiers[qualifier].format(text)


def format_value(value: Exact | Range | Absent, locale: Locale) -> str:
    """Return a value without its unit, as it stands in a table; a missing one as –, n/a or 0 by its reason."""
    match value:
        case Exact(number):
            return format_number(number, locale)
        case Range(low, high):
            return _joined(format_number(low, locale), format_number(high, locale), locale)
        case Absent(reason):
            return NUMBER_WORDING[locale.id].absent[reason]


def spoken_value(printed: str, value: Exact | Range | Absent, locale: Locale) -> str:
    """Return the words that are read aloud for a value that is printed as a mere sign; empty for others."""
    match value:
        case Absent(reason) if not any(map(str.isalnum, printed)):
            return NUMBER_WORDING[locale.id].absent_in_prose[reason]
    return ""


def format_quantity(value: Exact | Range | Absent, unit: Unit, locale: Locale) -> str:
    """Return a value with its unit, as it stands in a sentence; a missing one in words."""
    match value:
        case Exact(number):
            return with_unit(format_number(number, locale), unit, locale)
        case Range(low, high):
            return _range(low, high, unit, locale)
        case Absent(reason):
            return NUMBER_WORDING[locale.id].absent_in_prose[reason]


def _range(low: Decimal, high: Decimal, unit: Unit, locale: Locale) -> str:
    first, last = format_number(low, locale), format_number(high, locale)
    if unit.code == PERCENT and NUMBER_WORDING[locale.id].percent_range:
        return _joined(with_unit(first, unit, locale), with_unit(last, unit, locale), locale)
    return with_unit(_joined(first, last, locale), unit, locale)


def _joined(first: str, last: str, locale: Locale) -> str:
    return f"{first}{NUMBER_WORDING[locale.id].range}{last}"
