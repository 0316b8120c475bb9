"""Shares and means of so few people that they may point at one: 16.67% turnover where three people work."""

from __future__ import annotations

from collections.abc import Iterator

from reportgen.diagnostics import Code, Diagnostic, Severity
from reportgen.model.dataset import Dataset, Exact, Indicator
from reportgen.model.project import Project
from reportgen.transform.reconcile.exact import exact_of, is_average, is_count

PERSON = "person"


def small_cells(dataset: Dataset, project: Project) -> Iterator[Diagnostic]:
    """Yield SMALL_CELL where the same member of the same dimension counts fewer people than the limit."""
    people: dict[tuple[str, str], list[Indicator]] = {}
    for indicator in dataset.indicators.values():
        if indicator.unit == PERSON and indicator.member and is_count(indicator):
            people.setdefault((indicator.dimension, indicator.member), []).append(indicator)
    for indicator in dataset.indicators.values():
        if indicator.member and is_average(indicator):
            counted = people.get((indicator.dimension, indicator.member), [])
            yield from _check(indicator, counted, project.limits.people)


def _check(indicator: Indicator, counted: list[Indicator], limit: int) -> Iterator[Diagnostic]:
    for period, fact in indicator.facts.items():
        counts = [(exact_of(count.facts.get(period)), count.id) for count in counted]
        few = [(number, id_) for number, id_ in counts if number is not None and 0 < number < limit]
        if few and isinstance(fact.value, Exact) and fact.value.value:
            number, id_ = min(few)
            yield Diagnostic(
                Code.SMALL_CELL,
                f"`{indicator.id}` is {fact.value.value} for `{period}`, where `{id_}` are only {number}: it may point "
                "at a person",
                fact.span,
                f"merge it with another member, or answer `{Code.SMALL_CELL.value}`",
                Severity.WARNING,
            )
