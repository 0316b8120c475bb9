"""Derives what the rules of indicators give, and holds what is filed against it.

A dataset in; the same with computed facts out. Rules are reckoned with exact fractions from the parts as filed. Where a
value is given, it is compared at the digits given; where none is, the computed one is added. The rules in ``also`` are
compared with either.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from fractions import Fraction
from graphlib import CycleError, TopologicalSorter

from msgspec.structs import replace

from reportgen.diagnostics import Code, Diagnostics
from reportgen.load.rule_checks import is_measured
from reportgen.model.dataset import Dataset, Exact, Fact, Indicator, Status
from reportgen.model.project import Period
from reportgen.model.rules import (
    Change,
    Count,
    Difference,
    Rule,
    Sum,
    parts_of,
)
from reportgen.model.units import converts, scale
from reportgen.transform.arithmetic import convert, decimals_of, round_half_up
from reportgen.transform.comparing import compare
from reportgen.transform.reckoning import Reckoning
from reportgen.transform.wholes import wholes_of

RATIO_DECIMALS = 2
"""The decimals of a computed ratio, share, mean or product whose indicator does not say."""
CHANGE_DECIMALS = 1
"""The decimals of a computed change in per cent whose indicator does not say."""

Indicators = dict[str, Indicator]


def compute(dataset: Dataset, periods: Mapping[str, Period], diagnostics: Diagnostics) -> Dataset:
    """Return the dataset with the computed facts.

    SUM_DIFFERS, RATIO_DIFFERS, RULE_DIFFERS, CIRCULAR_RULE, IMPLAUSIBLE.
    """
    indicators = dict(dataset.indicators)
    reckoning = Reckoning(dataset, periods)
    for id_ in _in_order(dataset, diagnostics):
        indicator = indicators[id_]
        if indicator.rule is not None:
            indicator = _derived(indicator, indicator.rule, indicators, reckoning, diagnostics)
            indicators[id_] = indicator
        for fact in indicator.facts.values():
            reckoning.note(fact)
            _check_plausible(indicator, fact, diagnostics)
    for indicator in indicators.values():
        _check_also(indicator, indicators, reckoning, diagnostics)
    return replace(dataset, indicators=indicators, wholes=wholes_of(indicators))


def _in_order(dataset: Dataset, diagnostics: Diagnostics) -> Iterator[str]:
    """Yield all indicators, each after those its rule rests on. A circle is reported, its indicators left out."""
    graph = {id_: parts_of(i.rule) for id_, i in dataset.indicators.items()}
    while True:
        try:
            yield from tuple(TopologicalSorter(graph).static_order())
        except CycleError as error:
            # The sorter names what depends on what, backwards; the circle reads better the way the rules point.
            circle = list(reversed(error.args[1]))
            _report_circle(dataset, circle, diagnostics)
            graph = {id_: () if id_ in circle else parts for id_, parts in graph.items()}
        else:
            return


def _report_circle(dataset: Dataset, circle: list[str], diagnostics: Diagnostics) -> None:
    first = min(range(len(circle) - 1), key=lambda at: circle[at])
    turned = [*circle[first:-1], *circle[:first], circle[first]]
    chain = " → ".join(f"`{id_}`" for id_ in turned)
    diagnostics.error(
        Code.CIRCULAR_RULE,
        f"the rules go in a circle: {chain}",
        dataset.indicators[turned[0]].span,
        "give one of them its values without a rule",
    )


def _derived(
    indicator: Indicator, rule: Rule, indicators: Indicators, reckoning: Reckoning, diagnostics: Diagnostics
) -> Indicator:
    facts = dict(indicator.facts)
    for period in _common_periods(rule, indicators):
        exact = reckoning.apply(indicator.id, rule, period)
        if exact is None:
            continue
        given = facts.get(period)
        sources = _sources(rule, period, indicators, reckoning)
        if given is None:
            decimals = _decimals(indicator, rule, sources, reckoning.dataset)
            facts[period] = _computed(indicator, period, exact, decimals, sources)
            reckoning.exacts[indicator.id, period] = exact
        elif is_measured(indicator, rule, indicators):
            compare(indicator, rule, given, exact, sources, diagnostics)
    return replace(indicator, facts=facts)


def _check_also(indicator: Indicator, indicators: Indicators, reckoning: Reckoning, diagnostics: Diagnostics) -> None:
    for rule in indicator.also:
        for period in _common_periods(rule, indicators):
            exact, given = reckoning.apply(indicator.id, rule, period), indicator.facts.get(period)
            if exact is not None and given is not None and is_measured(indicator, rule, indicators):
                sources = _sources(rule, period, indicators, reckoning)
                compare(indicator, rule, given, exact, sources, diagnostics)


def _common_periods(rule: Rule, indicators: Indicators) -> list[str]:
    """Return the periods for which all parts have a fact, in the first part's order."""
    first, *others = parts_of(rule)
    return [p for p in indicators[first].facts if all(p in indicators[part].facts for part in others)]


def _sources(rule: Rule, period: str, indicators: Indicators, reckoning: Reckoning) -> list[Fact]:
    return [indicators[part].facts[when] for part, when in reckoning.operands(rule, period)]


def _decimals(indicator: Indicator, rule: Rule, sources: list[Fact], dataset: Dataset) -> int:
    """Return the decimals of a computed value: of sums and differences those of the finest part, in its unit."""
    if indicator.decimals is not None:
        return indicator.decimals
    match rule:
        case Sum() | Difference():
            return max((_decimals_in(indicator, fact, dataset) for fact in sources), default=0)
        case Count():
            return 0
        case Change():
            return CHANGE_DECIMALS
    return RATIO_DECIMALS


def _decimals_in(indicator: Indicator, fact: Fact, dataset: Dataset) -> int:
    if not isinstance(fact.value, Exact):
        return 0
    own, other = dataset.units[indicator.unit], dataset.units[dataset.indicators[fact.indicator].unit]
    held = scale(other, own) if converts(other, own) else Fraction(1)
    return decimals_of(convert(fact.value.value, held))


def _computed(indicator: Indicator, period: str, exact: Fraction, decimals: int, sources: list[Fact]) -> Fact:
    """Return a computed fact; it is estimated if one of its parts is, and assured if all are."""
    estimated = any(fact.status is Status.ESTIMATED for fact in sources)
    return Fact(
        indicator.id,
        period,
        Exact(round_half_up(exact, decimals)),
        indicator.span,
        status=Status.ESTIMATED if estimated else Status.MEASURED,
        assured=all(fact.assured for fact in sources),
        computed=True,
    )


def _check_plausible(indicator: Indicator, fact: Fact, diagnostics: Diagnostics) -> None:
    if indicator.plausible is None or not isinstance(fact.value, Exact):
        return
    low, high = indicator.plausible
    if not low <= fact.value.value <= high:
        diagnostics.warning(
            Code.IMPLAUSIBLE,
            f"`{indicator.id}` is {fact.value.value} for `{fact.period}`, expected from {low} to {high}",
            fact.span,
            "check the value and its unit, or widen `plausible`",
        )
