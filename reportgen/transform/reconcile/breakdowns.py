"""Breakdowns: a whole and the members that it has by one dimension, such as employees by gender."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from reportgen.model.dataset import Dataset, Indicator
from reportgen.model.rules import Sum


class Breakdown(Struct, frozen=True):
    """A whole, a dimension, and the indicators of its members by member."""

    whole: Indicator
    dimension: str
    members: dict[str, Indicator]


def breakdowns(dataset: Dataset) -> tuple[Breakdown, ...]:
    """Return the breakdowns that members (`of`) and sums over one dimension make, in the dataset's order."""
    found: dict[tuple[str, str], Breakdown] = {}
    for whole, part in _pairs(dataset):
        key = (whole.id, part.dimension)
        found.setdefault(key, Breakdown(whole, part.dimension, {})).members.setdefault(part.member, part)
    return tuple(found.values())


def _pairs(dataset: Dataset) -> Iterator[tuple[Indicator, Indicator]]:
    for indicator in dataset.indicators.values():
        if indicator.of:
            yield dataset.indicators[indicator.of], indicator
        for rule in (indicator.rule, *indicator.also):
            if not isinstance(rule, Sum):
                continue
            parts = [dataset.indicators[part] for part in rule.parts]
            dimensions = {part.dimension if part.member else "" for part in parts}
            units = {part.unit for part in parts} | {indicator.unit}
            if len(dimensions) == len(units) == 1 and "" not in dimensions:
                yield from ((indicator, part) for part in parts)
