"""Shares and means against their breakdown, weighted by the population that the data have."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from reportgen.diagnostics import Code, Diagnostic, Severity
from reportgen.model.dataset import Dataset, Exact, Fact, Indicator
from reportgen.model.project import Project
from reportgen.transform.arithmetic import decimals_of, round_half_up
from reportgen.transform.reconcile.breakdowns import Breakdown, breakdowns
from reportgen.transform.reconcile.exact import exact_of, is_average, is_count, rounding_of


def means(dataset: Dataset, project: Project) -> Iterator[Diagnostic]:
    """Yield MEAN_DIFFERS where the digits given leave no room for the weighted mean of the parts.

    The weights are the counts of the same members whose population is the mean's; where it names none, those of the
    only count that has these members.
    """
    found = breakdowns(dataset)
    counts = [breakdown for breakdown in found if is_count(breakdown.whole)]
    by_members: dict[tuple[str, frozenset[str]], list[Breakdown]] = {}
    for count in counts:
        by_members.setdefault((count.dimension, frozenset(count.members)), []).append(count)
    for mean in found:
        if is_average(mean.whole):
            weights = _weights(mean, by_members.get((mean.dimension, frozenset(mean.members)), []))
            if weights is not None:
                for fact in mean.whole.facts.values():
                    yield from _check(mean, weights, fact)


def _weights(mean: Breakdown, counts: list[Breakdown]) -> Breakdown | None:
    population = mean.whole.population
    if population is not None:
        counts = [count for count in counts if population.text in _populations(count)]
    return counts[0] if len(counts) == 1 else None


def _populations(count: Breakdown) -> set[str]:
    members: list[Indicator] = [count.whole, *count.members.values()]
    return {one.population.text for one in members if one.population is not None}


def _check(mean: Breakdown, weights: Breakdown, fact: Fact) -> Iterator[Diagnostic]:
    given, middle, room = exact_of(fact), Fraction(0), Fraction(0)
    total = Fraction(0)
    for member, part in mean.members.items():
        value = exact_of(part.facts.get(fact.period))
        weight = exact_of(weights.members[member].facts.get(fact.period))
        if value is None or weight is None or weight < 0:
            return
        middle += weight * value
        room += weight * rounding_of(part.facts[fact.period])
        total += weight
    if given is None or not total or not isinstance(fact.value, Exact):
        return
    middle, room = middle / total, room / total + rounding_of(fact)
    if abs(given - middle) > room:
        names = ", ".join(f"`{part.id}`" for part in weights.members.values())
        expected = round_half_up(middle, decimals_of(fact.value.value))
        message = (
            f"`{mean.whole.id}` is {fact.value.value} for `{fact.period}`, but its members by {mean.dimension}, "
            f"weighted by {names}, give {expected}"
        )
        hint = "correct it, or name the `population` that it is a mean of"
        yield Diagnostic(Code.MEAN_DIFFERS, message, fact.span, hint, Severity.WARNING)
