"""Wholes that their parts do not cover. Sums are compared when they are computed; this is the rest."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from msgspec import Struct

from reportgen.diagnostics import Code, Diagnostic
from reportgen.model.dataset import Dataset, Exact, Fact, Indicator
from reportgen.model.project import Project
from reportgen.model.rules import Sum
from reportgen.transform.arithmetic import decimals_of, round_half_up
from reportgen.transform.reconcile.breakdowns import breakdowns
from reportgen.transform.reconcile.exact import exact_of, is_count


class _Parts(Struct, frozen=True):
    """What should make a whole: by a sum, which is compared elsewhere, or by a dimension."""

    whole: Indicator
    parts: tuple[Indicator, ...]
    dimension: str = ""

    @property
    def ids(self) -> frozenset[str]:
        return frozenset(part.id for part in self.parts)


def coverage(dataset: Dataset, project: Project) -> Iterator[Diagnostic]:
    """Yield NOT_COVERED where members of counts do not add up, or a part has no value while another has."""
    summed = {(one.whole.id, one.ids): one for one in _sums(dataset)}
    for one in summed.values():
        for fact in one.whole.facts.values():
            yield from _check_missing(one, fact)
    for one in _members(dataset):
        if (one.whole.id, one.ids) not in summed:
            for fact in one.whole.facts.values():
                yield from _check_missing(one, fact)
                yield from _check_sum(one, fact)


def _sums(dataset: Dataset) -> Iterator[_Parts]:
    for indicator in dataset.indicators.values():
        for rule in (indicator.rule, *indicator.also):
            if isinstance(rule, Sum):
                yield _Parts(indicator, tuple(dataset.indicators[part] for part in rule.parts))


def _members(dataset: Dataset) -> Iterator[_Parts]:
    for breakdown in breakdowns(dataset):
        if is_count(breakdown.whole):
            yield _Parts(breakdown.whole, tuple(breakdown.members.values()), breakdown.dimension)


def _check_missing(one: _Parts, fact: Fact) -> Iterator[Diagnostic]:
    missing = [part for part in one.parts if fact.period not in part.facts]
    if missing and len(missing) < len(one.parts):
        what = f"the breakdown of `{one.whole.id}` by {one.dimension}" if one.dimension else f"the sum `{one.whole.id}`"
        names = ", ".join(f"`{part.id}`" for part in missing)
        message = f"{what} is not whole for `{fact.period}`: there is no value of {names}"
        hint = f"add it at {missing[0].span}, or say why there is none, such as `{{none: not_available}}`"
        yield Diagnostic(Code.NOT_COVERED, message, fact.span, hint)


def _check_sum(one: _Parts, fact: Fact) -> Iterator[Diagnostic]:
    whole, period = one.whole, fact.period
    values = [exact_of(part.facts.get(period)) for part in one.parts]
    known = [value for value in values if value is not None]
    if len(known) < len(values) or fact.qualifier is not None or not isinstance(fact.value, Exact):
        return
    covered = round_half_up(sum(known, Fraction(0)), decimals_of(fact.value.value))
    if covered != fact.value.value:
        listed = ", ".join(
            f"`{part.id}` {_number(part.facts[period])} ({part.facts[period].span})" for part in one.parts
        )
        message = f"`{whole.id}` is {fact.value.value} for `{period}`, but its members by {one.dimension} are {covered}"
        yield Diagnostic(Code.NOT_COVERED, message, fact.span, f"add the member that is missing, or correct: {listed}")


def _number(fact: Fact) -> str:
    return str(fact.value.value) if isinstance(fact.value, Exact) else "nil"
