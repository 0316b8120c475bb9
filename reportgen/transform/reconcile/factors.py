"""Implied factors that are not usual: what Scope 2 emissions and purchased electricity say of the grid."""

from __future__ import annotations

from collections.abc import Iterator

from reportgen.diagnostics import Code, Diagnostic, Severity
from reportgen.load.usual_factors import UsualFactor, load_usual_factors
from reportgen.model.dataset import Dataset, Indicator
from reportgen.model.project import Project
from reportgen.model.units import scale
from reportgen.transform.arithmetic import round_half_up
from reportgen.transform.reconcile.exact import exact_of

_DECIMALS = 4


def unusual_factors(dataset: Dataset, project: Project) -> Iterator[Diagnostic]:
    """Yield UNUSUAL_FACTOR, a question: a wrong unit, a swapped year or another method look like this."""
    for indicator in dataset.indicators.values():
        if indicator.implied is not None:
            activity = dataset.indicators[indicator.implied.activity]
            yield from _check(indicator, activity, load_usual_factors()[indicator.implied.usual], dataset)


def _check(indicator: Indicator, activity: Indicator, usual: UsualFactor, dataset: Dataset) -> Iterator[Diagnostic]:
    units = dataset.units
    own = scale(units[indicator.unit], usual.of) / scale(units[activity.unit], usual.per)
    for period, fact in indicator.facts.items():
        amount, made = exact_of(activity.facts.get(period)), exact_of(fact)
        if not amount or made is None or usual.low <= made / amount * own <= usual.high:
            continue
        factor, low, high = (round_half_up(one, _DECIMALS) for one in (made / amount * own, usual.low, usual.high))
        yield Diagnostic(
            Code.UNUSUAL_FACTOR,
            f"`{indicator.id}` divided by `{activity.id}` is {factor} {usual.of.code}/{usual.per.code} for "
            f"`{period}`; usual is from {low} to {high}",
            fact.span,
            f"check both values and their units; if the method gives this, answer `{Code.UNUSUAL_FACTOR.value}`",
            Severity.WARNING,
        )
