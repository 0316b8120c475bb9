"""Derives what the rules of indicators give, and holds what is filed against it.

A dataset in; the same with computed facts out. Sums, ratios and shares are reckoned with exact fractions from the
parts as filed. Where a value is given, it is compared at the digits given; where none is, the computed one is added.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from fractions import Fraction
from graphlib import CycleError, TopologicalSorter

from reportgen.diagnostics import Code, Diagnostics
from reportgen.model.dataset import Absent, Dataset, Exact, Fact, Indicator, Ratio, Reason, Share, Status, Sum
from reportgen.model.rules import parts_of
from reportgen.transform.arithmetic import decimals_of, round_half_up

Rule = Sum | Ratio | Share
Exacts = dict[tuple[str, str], Fraction]

RATIO_DECIMALS = 2
"""The decimals of a computed ratio or share whose indicator does not say."""


def compute(dataset: Dataset, diagnostics: Diagnostics) -> Dataset:
    """Return the dataset with the computed facts; SUM_DIFFERS, RATIO_DIFFERS, CIRCULAR_RULE, IMPLAUSIBLE."""
    indicators = dict(dataset.indicators)
    exacts: Exacts = {}
    for id_ in _in_order(dataset, diagnostics):
        indicator = indicators[id_]
        if indicator.rule is not None:
            indicator = _derived(indicator, indicator.rule, indicators, exacts, diagnostics)
            indicators[id_] = indicator
        for fact in indicator.facts.values():
            _note_exact(fact, exacts)
            _check_plausible(indicator, fact, diagnostics)
    return replace(dataset, indicators=indicators)


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
    indicator: Indicator, rule: Rule, indicators: dict[str, Indicator], exacts: Exacts, diagnostics: Diagnostics
) -> Indicator:
    facts = dict(indicator.facts)
    parts = parts_of(rule)
    for period in _common_periods(parts, indicators):
        exact = _apply(rule, [exacts.get((part, period)) for part in parts])
        if exact is None:
            continue
        given = facts.get(period)
        sources = [indicators[part].facts[period] for part in parts]
        if given is None:
            decimals = _decimals(indicator, rule, sources)
            facts[period] = _computed(indicator, period, exact, decimals, sources)
            exacts[indicator.id, period] = exact
        else:
            _compare(indicator, rule, given, exact, sources, diagnostics)
    return replace(indicator, facts=facts)


def _common_periods(parts: tuple[str, ...], indicators: dict[str, Indicator]) -> list[str]:
    """Return the periods for which all parts have a fact, in the first part's order."""
    return [p for p in indicators[parts[0]].facts if all(p in indicators[part].facts for part in parts[1:])]


def _apply(rule: Rule, values: list[Fraction | None]) -> Fraction | None:
    """Return what a rule gives, or ``None`` where a part has no exact value or a whole is zero."""
    known = [value for value in values if value is not None]
    if len(known) < len(values):
        return None
    match rule:
        case Sum():
            return sum(known, Fraction(0))
        case Ratio():
            return known[0] / known[1] if known[1] else None
        case Share():
            return 100 * known[0] / known[1] if known[1] else None


def _note_exact(fact: Fact, exacts: Exacts) -> None:
    """Keep a fact's exact number for the rules that rest on it; nil is zero, "over 1,300" is no exact number."""
    if fact.computed or fact.qualifier is not None:
        return
    match fact.value:
        case Exact(value):
            exacts[fact.indicator, fact.period] = Fraction(value)
        case Absent(Reason.NIL):
            exacts[fact.indicator, fact.period] = Fraction(0)


def _decimals(indicator: Indicator, rule: Rule, sources: list[Fact]) -> int:
    if indicator.decimals is not None:
        return indicator.decimals
    if not isinstance(rule, Sum):
        return RATIO_DECIMALS
    return max((decimals_of(fact.value.value) for fact in sources if isinstance(fact.value, Exact)), default=0)


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


def _compare(
    indicator: Indicator, rule: Rule, given: Fact, exact: Fraction, sources: list[Fact], diagnostics: Diagnostics
) -> None:
    if not isinstance(given.value, Exact) or given.qualifier is not None:
        return
    expected = round_half_up(exact, decimals_of(given.value.value))
    if expected == given.value.value:
        return
    code, gives = _verdict(rule)
    diagnostics.error(
        code,
        f"`{indicator.id}` is {given.value.value} for `{given.period}`, but {gives} {_plain(exact, expected)}",
        given.span,
        f"correct it, or a part: {_listed(sources)}",
    )


def _verdict(rule: Rule) -> tuple[Code, str]:
    match rule:
        case Sum():
            return Code.SUM_DIFFERS, "its parts add up to"
        case Ratio(numerator, denominator):
            return Code.RATIO_DIFFERS, f"`{numerator}` divided by `{denominator}` gives"
        case Share(part, whole):
            return Code.RATIO_DIFFERS, f"`{part}` in per cent of `{whole}` gives"


def _plain(exact: Fraction, rounded: object) -> str:
    """Return the exact number if it is short, else the rounded one."""
    short = round_half_up(exact, 6)
    return f"{short.normalize():f}" if Fraction(short) == exact else str(rounded)


def _listed(sources: list[Fact]) -> str:
    return ", ".join(f"`{fact.indicator}` {_value(fact)} ({fact.span})" for fact in sources)


def _value(fact: Fact) -> str:
    return str(fact.value.value) if isinstance(fact.value, Exact) else "nil"


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
