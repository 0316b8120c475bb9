"""What the rules of indicators give, in exact fractions, whatever convertible units their parts are filed in."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction

from msgspec import Struct, field

from reportgen.model.dataset import Dataset, Fact
from reportgen.model.project import Period
from reportgen.model.rules import (
    Activity,
    Change,
    Count,
    Difference,
    Mean,
    Ratio,
    Rule,
    Share,
    Term,
    factor_for,
    parts_of,
)
from reportgen.model.units import Unit, scale
from reportgen.transform.arithmetic import number_in
from reportgen.transform.period_order import periods_before

Key = tuple[str, str]
"""An indicator and a period."""
_SAME = Fraction(1)


class Reckoning(Struct, frozen=True):
    """The exact numbers known so far, and how rules reckon with them."""

    dataset: Dataset
    periods: Mapping[str, Period]
    exacts: dict[Key, Fraction] = field(default_factory=dict)

    def note(self, fact: Fact) -> None:
        """Keep a filed fact's number for the rules that rest on it; nil is zero, "over 1,300" is no exact number."""
        number = None if fact.computed or fact.qualifier is not None else number_in(fact.value)
        if number is not None:
            self.exacts[fact.indicator, fact.period] = number

    def operands(self, rule: Rule, period: str) -> tuple[Key, ...]:
        """Return what a rule rests on in a period; nothing where there is no period before that it compares with."""
        match rule:
            case Change(of) | Difference(of, ""):
                before = self._before(of, period)
                return ((of, period), (of, before)) if before else ()
        return tuple((part, period) for part in parts_of(rule))

    def apply(self, id_: str, rule: Rule, period: str) -> Fraction | None:
        """Return what a rule gives in its indicator's unit; ``None`` where a part is not exact or a divisor is zero."""
        operands = self.operands(rule, period)
        values = [self.exacts[key] for key in operands if key in self.exacts]
        if not operands or len(values) < len(operands):
            return None
        match rule:
            case Count():
                return Fraction(sum(_counts(rule, value) for value in values))
            case Ratio(numerator, denominator):
                return self._quotient(id_, (numerator, denominator), values)
            case Share(part, whole):
                return _divided(100 * values[0] * self._scale(part, whole), values[1])
            case Change():
                return _divided(100 * (values[0] - values[1]), abs(values[1]))
            case Mean(members):
                return self._mean(id_, members, values)
            case Activity(terms):
                return self._product(id_, terms, period, values)
        own = [_times(value, self._scale(part, id_)) for value, (part, _) in zip(values, operands, strict=True)]
        return own[0] - own[1] if isinstance(rule, Difference) else sum(own, Fraction(0))

    def _before(self, id_: str, period: str) -> str:
        facts = self.dataset.indicators[id_].facts
        known = (p for p in periods_before(period, self.periods) if p in facts or (id_, p) in self.exacts)
        return next(known, "")

    def _scale(self, one: str, other: str) -> Fraction:
        """Return how many of another indicator's unit one of the first's is; of other dimensions' numbers, 1."""
        first, second = self._unit(one), self._unit(other)
        return scale(first, second) if first.dimension == second.dimension else _SAME

    def _quotient(self, id_: str, parts: Key, values: list[Fraction]) -> Fraction | None:
        over, under, own = (self._unit(part).factor for part in (*parts, id_))
        return _divided(values[0] * over, values[1] * under * own)

    def _mean(self, id_: str, members: tuple[Key, ...], values: list[Fraction]) -> Fraction | None:
        """Return the weighted mean; the populations follow the values in the order of the members."""
        total, weights = Fraction(0), Fraction(0)
        for (part, population), value, people in zip(members, values, values[len(members) :], strict=False):
            weight = people * self._scale(population, members[0][1])
            total += value * self._scale(part, id_) * weight
            weights += weight
        return _divided(total, weights)

    def _product(self, id_: str, terms: tuple[Term, ...], period: str, values: list[Fraction]) -> Fraction | None:
        total, units = Fraction(0), self.dataset.units
        for term, value in zip(terms, values, strict=True):
            factor = self.dataset.factors.get(factor_for(term, period))
            if factor is None:
                return None
            activity = value * scale(self._unit(term.activity), units[factor.per])
            total += activity * Fraction(factor.value) * units[factor.of].factor
        return total / self._unit(id_).factor

    def _unit(self, id_: str) -> Unit:
        return self.dataset.units[self.dataset.indicators[id_].unit]


def _times(value: Fraction, scale: Fraction) -> Fraction:
    """Return a product; most parts are in the unit of their whole, and multiplying fractions is slow."""
    return value if scale == 1 else value * scale


def _divided(number: Fraction, divisor: Fraction) -> Fraction | None:
    return number / divisor if divisor else None


def _counts(rule: Count, value: Fraction) -> bool:
    if rule.at_least is None and rule.at_most is None:
        return value != 0
    high_enough = rule.at_least is None or value >= Fraction(rule.at_least)
    return high_enough and (rule.at_most is None or value <= Fraction(rule.at_most))
