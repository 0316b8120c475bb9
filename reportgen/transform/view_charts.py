"""What templates see of a chart: its words, and for each category the references of its values."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal

from reportgen.model.dataset import Dataset, Exact
from reportgen.model.figure import Category, ChartOf
from reportgen.model.words import Words

Translate = Callable[[str, Words], Words]
_MARK = re.compile(r"\[\^[^\]\s]+\]")


@dataclass(frozen=True, slots=True)
class PeriodView:
    """A period: its id, and the reference that prints its label."""

    id: str
    label: Words


@dataclass(frozen=True, slots=True)
class CategoryView:
    """A category: its label, and for each period the reference that prints its value."""

    label: Words
    references: dict[str, Words]


@dataclass(frozen=True, slots=True)
class ChartView:
    """A chart, ready to be written as a `plot`. Bars come sorted, the longest first."""

    id: str
    kind: str
    title: Words
    subtitle: Words | None
    source: Words | None
    periods: tuple[PeriodView, ...]
    categories: tuple[CategoryView, ...]


def view_chart(chart: ChartOf, dataset: Dataset, translate: Translate) -> ChartView:
    """Return what templates see of a chart."""
    categories = list(chart.categories)
    if chart.kind == "bars":
        categories.sort(key=lambda category: _size(category, chart.periods[-1], dataset), reverse=True)
    return ChartView(
        chart.id,
        chart.kind,
        translate("figures", chart.title),
        chart.subtitle and translate("figures", chart.subtitle),
        chart.source and translate("figures", chart.source),
        tuple(PeriodView(id, Words(f"{{{id}}}", chart.span)) for id in chart.periods),
        tuple(_category(category, chart, dataset, translate) for category in categories),
    )


def _category(category: Category, chart: ChartOf, dataset: Dataset, translate: Translate) -> CategoryView:
    if category.label is not None:
        label = translate("figures", category.label)
    else:
        name = translate("kpis", dataset.indicators[category.indicator].name)
        label = Words(_MARK.sub("", name.text), name.span)
    references = {p: Words(f"{{{category.indicator}[{p}].value}}", category.span) for p in chart.periods}
    return CategoryView(label, references)


def _size(category: Category, period: str, dataset: Dataset) -> Decimal:
    fact = dataset.indicators[category.indicator].facts.get(period)
    return fact.value.value if fact is not None and isinstance(fact.value, Exact) else Decimal(-1)
