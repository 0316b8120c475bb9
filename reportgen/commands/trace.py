"""`reportgen trace`: where a number comes from, down to what was filed, and every place that it is printed at.

The report is built and laid out anew, in memory: pages read from an older ledger could be wrong.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import partial
from itertools import chain
from pathlib import Path

from msgspec import Struct

from reportgen.build import PUBLISHED
from reportgen.commands.languages import Wanted, build_languages, numbers_of
from reportgen.diagnostics import Code, Diagnostics, Severity, fail, suggest
from reportgen.load_inputs import load
from reportgen.model.dataset import Dataset, Fact, Indicator, Target
from reportgen.model.factors import Factor
from reportgen.model.project import Project
from reportgen.model.rules import Activity, Rule, factor_for, parts_of
from reportgen.transform.formula import formula_of
from reportgen.transform.reckoning import Key, Reckoning
from reportgen.write.printed_numbers import PrintedNumber


class Origin(Struct, frozen=True):
    """Where an indicator's value for a period comes from.

    ``fact`` is ``None`` where the data have no value. ``formula`` is empty where no rule gives it, and ``parts`` are
    what it rests on, down to the leaves; ``factors`` are what its activities are multiplied by.
    """

    indicator: Indicator
    period: str
    fact: Fact | None
    formula: str
    parts: tuple[Origin, ...]
    factors: tuple[Factor, ...]
    target: Target | None


class Trace(Struct, frozen=True):
    """What there is to know about an indicator: its values, what rests on it, and where it is printed."""

    project: Project
    dataset: Dataset
    indicator: Indicator
    origins: tuple[Origin, ...]
    used_by: tuple[Indicator, ...]
    numbers: tuple[PrintedNumber, ...]


def trace(root: Path, id_: str, diagnostics: Diagnostics) -> Trace:
    """Trace an indicator. Errors are added to the diagnostics; a language that has one is not laid out.

    Raises ReportError where there is no such indicator (UNKNOWN_REFERENCE) or nothing to build.
    """
    found = Diagnostics()
    inputs = load(root, found)
    dataset, project = inputs.dataset, inputs.project
    indicator = dataset.indicators.get(id_)
    if indicator is None:
        diagnostics.extend(finding for finding in found if finding.severity is Severity.ERROR)
        hint = suggest(id_, dataset.indicators) or "the indicators are in content/kpis"
        raise fail(Code.UNKNOWN_REFERENCE, f"there is no indicator `{id_}`", None, hint)
    numbers = build_languages(inputs, project.locales, Wanted((), (), PUBLISHED), found, partial(numbers_of, project))
    diagnostics.extend(finding for finding in found if finding.severity is Severity.ERROR)
    reckoning = Reckoning(dataset, project.periods)
    return Trace(
        project,
        dataset,
        indicator,
        tuple(_origin((indicator.id, period), reckoning) for period in _periods(indicator, project)),
        tuple(other for other in dataset.indicators.values() if id_ in _rests_on(other)),
        tuple(number for number in chain.from_iterable(numbers) if _is_about(number, id_)),
    )


def _periods(indicator: Indicator, project: Project) -> Iterator[str]:
    """Yield the periods for which an indicator has a value or a target, as the report lists them."""
    return (period for period in project.periods if period in indicator.facts or period in indicator.targets)


def _origin(key: Key, reckoning: Reckoning, above: frozenset[str] = frozenset()) -> Origin:
    """Return where an indicator's value for a period comes from.

    ``above`` are the indicators that rest on it. One that rests on itself, on its own value of the period before or
    in a circle that `compute` reports, is followed no further than what is filed.
    """
    id_, period = key
    indicator = reckoning.dataset.indicators[id_]
    rule = indicator.rule if id_ not in above else None
    operands = reckoning.operands(rule, period) if rule and period in indicator.facts else ()
    return Origin(
        indicator,
        period,
        indicator.facts.get(period),
        formula_of(rule) if rule and operands else "",
        tuple(_origin(part, reckoning, above | {id_}) for part in operands),
        tuple(_factors(rule, period, reckoning.dataset.factors)) if operands else (),
        indicator.targets.get(period),
    )


def _factors(rule: Rule | None, period: str, factors: Mapping[str, Factor]) -> Iterator[Factor]:
    if isinstance(rule, Activity):
        named = dict.fromkeys(factor_for(term, period) for term in rule.terms)
        yield from (factors[id_] for id_ in named if id_ in factors)


def _rests_on(indicator: Indicator) -> tuple[str, ...]:
    return tuple(part for rule in (indicator.rule, *indicator.also) for part in parts_of(rule))


def _is_about(number: PrintedNumber, id_: str) -> bool:
    return any(fact.indicator == id_ for fact in number.facts)
