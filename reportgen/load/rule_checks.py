"""Whether what a rule names is known, and whether its units fit together."""

from __future__ import annotations

from collections.abc import Mapping as Table

from reportgen.diagnostics import Code, Diagnostics, Span, suggest
from reportgen.model.dataset import Dataset, Indicator
from reportgen.model.rules import (
    Activity,
    Change,
    Count,
    Difference,
    Mean,
    Ratio,
    Rule,
    Share,
    Sum,
    factors_of,
    parts_of,
)
from reportgen.model.units import COUNTED, UNKNOWN, Unit, converts, powers

Places = Table[str, Span]


def is_known(rule: Rule, dataset: Dataset) -> bool:
    """Tell whether all that a rule names is in the dataset."""
    return all(part in dataset.indicators for part in parts_of(rule)) and all(
        factor in dataset.factors for factor in factors_of(rule)
    )


def is_measured(own: Indicator, rule: Rule, indicators: Table[str, Indicator]) -> bool:
    """Tell whether the units of an indicator and of all that its rule names are known: if not, that has been said."""
    return UNKNOWN not in (own.unit, *(indicators[part].unit for part in parts_of(rule)))


def report_unknown(rule: Rule, dataset: Dataset, places: Places, diagnostics: Diagnostics) -> None:
    """Report what a rule names and the dataset has not: UNKNOWN_REFERENCE."""
    for part in parts_of(rule):
        if part not in dataset.indicators:
            _unknown("indicator", part, dataset.indicators, places, diagnostics)
    for factor in factors_of(rule):
        if factor not in dataset.factors:
            _unknown("factor", factor, dataset.factors, places, diagnostics)


def check_units(own: Indicator, rule: Rule, dataset: Dataset, places: Places, diagnostics: Diagnostics) -> None:
    """Report the units that do not fit together: UNIT_MISMATCH. All that the rule names is known.

    Where a unit is not known, that has been said.
    """
    if not is_measured(own, rule, dataset.indicators):
        return
    check = _Check(own, dataset, places, diagnostics)
    match rule:
        case Sum() | Difference():
            check.same_kind(parts_of(rule))
        case Mean(members):
            check.same_kind(tuple(value for value, _ in members))
            check.alike(tuple(population for _, population in members))
        case Share(part, whole):
            check.alike((whole, part))
            check.pure()
        case Change():
            check.pure()
        case Count():
            check.counted()
        case Ratio() | Activity():
            _check_composed(rule, check)


def _check_composed(rule: Ratio | Activity, check: _Check) -> None:
    match rule:
        case Ratio(numerator, denominator):
            over, under = check.unit(numerator), check.unit(denominator)
            check.gives(powers(over, under=(under,)), f"`{over.code}` divided by `{under.code}`", numerator)
        case Activity(terms):
            for term in terms:
                for factor in term.factors.values():
                    check.product(term.activity, factor)


class _Check:
    """Checks the units of one rule."""

    def __init__(self, own: Indicator, dataset: Dataset, places: Places, diagnostics: Diagnostics) -> None:
        self._own = own
        self._dataset = dataset
        self._places = places
        self._diagnostics = diagnostics

    def unit(self, id_: str) -> Unit:
        """Return an indicator's unit."""
        return self._dataset.units[self._dataset.indicators[id_].unit]

    def same_kind(self, parts: tuple[str, ...]) -> None:
        """Parts convert to the indicator's own unit."""
        own = self.unit(self._own.id)
        for part in parts:
            if not converts(self.unit(part), own):
                message = f"`{self._own.id}` is in `{own.code}`, but its part `{part}` in `{self.unit(part).code}`"
                self._report(message, part, "give both in units of the same kind")

    def alike(self, parts: tuple[str, ...]) -> None:
        """Parts measure the same, whatever it is; what is counted may be anything."""
        first = self.unit(parts[0])
        for part in parts[1:]:
            unit = self.unit(part)
            if powers(unit) != powers(first):
                message = f"`{parts[0]}` is in `{first.code}`, but `{part}` in `{unit.code}`"
                self._report(message, part, "give both in units of the same kind")

    def pure(self) -> None:
        """The indicator's own unit is per cent."""
        own = self.unit(self._own.id)
        if own.code != "%":
            self._report(f"`{self._own.id}` is in `{own.code}`, but its rule gives per cent", "", 'write `unit: "%"`')

    def counted(self) -> None:
        """The indicator's own unit is a number of things."""
        own = self.unit(self._own.id)
        if own.dimension and own.dimension not in COUNTED:
            message = f"`{self._own.id}` is in `{own.code}`, but its rule gives a number"
            self._report(message, "", "write `unit: count`")

    def product(self, activity: str, factor: str) -> None:
        """An activity multiplied by its factor is of the indicator's own kind."""
        units, found = self._dataset.units, self._dataset.factors[factor]
        given = self.unit(activity)
        if not converts(given, units[found.per]):
            message = f"`{activity}` is in `{given.code}`, but its factor `{factor}` is per `{found.per}`"
            self._report(message, activity, "name a factor for this unit")
        self.gives(powers(units[found.of]), f"the factor `{factor}`", activity)

    def gives(self, dimensions: dict[str, int], what: str, part: str) -> None:
        """A product or quotient is of the indicator's own kind."""
        own = self.unit(self._own.id)
        if dimensions != powers(own):
            message = f"`{self._own.id}` is in `{own.code}`, which {what} does not give"
            self._report(message, part, "correct the unit, or the rule")

    def _report(self, message: str, part: str, hint: str) -> None:
        place = self._places.get(part, self._own.span)
        self._diagnostics.error(Code.UNIT_MISMATCH, message, place, hint)


def _unknown(what: str, name: str, known: Table[str, object], places: Places, diagnostics: Diagnostics) -> None:
    hint = suggest(name, known)
    diagnostics.error(Code.UNKNOWN_REFERENCE, f"there is no {what} `{name}`", places.get(name), hint)
