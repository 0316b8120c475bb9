"""What templates see of a chart: its words, and for each category the references of its values."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from itertools import groupby

from msgspec import Struct
from msgspec.structs import replace

from reportgen.i18n.naming import without_name
from reportgen.model.dataset import Dataset, Exact, Operator
from reportgen.model.figure import Category, ChartOf
from reportgen.model.words import Words
from reportgen.transform.without_marks import without_marks

Translate = Callable[[str, Words], Words]

_STOPS = ".。 "


class PeriodView(Struct, frozen=True):
    """A period: its id, and the reference that prints its label."""

    id: str
    label: Words


class CategoryView(Struct, frozen=True):
    """A category: its label, the same without note marks, and by period the references that print its values.

    ``references`` print the value alone, ``quantities`` with its unit, ``limits`` what it is held against.
    """

    label: Words
    said: Words
    references: dict[str, Words]
    quantities: dict[str, Words]
    limits: dict[str, Words]


class GroupView(Struct, frozen=True):
    """A bar of stacked bars: its label, the same without note marks, and the categories that are its parts."""

    label: Words
    said: Words
    parts: tuple[CategoryView, ...]


class NoteView(Struct, frozen=True):
    """A note that stands under the chart."""

    name: str
    text: Words


class ChartView(Struct, frozen=True):
    """A chart, ready to be written as a `plot`. Bars come sorted, the longest first.

    ``said`` is the title without note marks, ``said_below`` the subtitle without these and without the full stop at its
    end; ``most_parts`` how many parts the richest group has; ``operator`` how actual values stand to the limits,
    ``at_most`` or ``at_least``, empty where they differ in it.
    """

    id: str
    kind: str
    title: Words
    said: Words
    subtitle: Words | None
    said_below: Words | None
    source: Words | None
    periods: tuple[PeriodView, ...]
    limits: tuple[PeriodView, ...]
    operator: str
    categories: tuple[CategoryView, ...]
    groups: tuple[GroupView, ...]
    most_parts: int
    notes: tuple[NoteView, ...]


def view_chart(chart: ChartOf, dataset: Dataset, translate: Translate) -> ChartView:
    """Return what templates see of a chart."""
    categories = list(chart.categories)
    if chart.kind == "bars":
        categories.sort(key=lambda category: _size(category, chart.periods[-1], dataset), reverse=True)
    title = translate("figures", chart.title)
    subtitle = chart.subtitle and translate("figures", chart.subtitle)
    groups = _groups(chart, dataset, translate)
    return ChartView(
        chart.id,
        chart.kind,
        title,
        without_marks(title),
        subtitle,
        subtitle and _without_stop(without_marks(subtitle)),
        chart.source and translate("figures", chart.source),
        _periods(chart.periods, chart),
        _periods(chart.limits, chart),
        _operator(chart, dataset),
        tuple(_category(category, chart, dataset, translate) for category in categories),
        groups,
        max((len(group.parts) for group in groups), default=0),
        tuple(NoteView(name, translate("figures", text)) for name, text in chart.notes.items()),
    )


def _without_stop(words: Words) -> Words:
    bare, _ = without_name(words)
    return replace(bare, text=bare.text.rstrip(_STOPS))


def _periods(ids: tuple[str, ...], chart: ChartOf) -> tuple[PeriodView, ...]:
    return tuple(PeriodView(id, Words(f"{{{id}}}", chart.span)) for id in ids)


def _category(category: Category, chart: ChartOf, dataset: Dataset, translate: Translate) -> CategoryView:
    if category.label is not None:
        label = translate("figures", category.label)
    else:
        label = without_marks(translate("kpis", dataset.indicators[category.indicator].name))
    return CategoryView(
        label,
        without_marks(label),
        _references(category, chart.periods, ".value"),
        _references(category, chart.periods, ""),
        _references(category, chart.limits, ".target"),
    )


def _references(category: Category, periods: tuple[str, ...], form: str) -> dict[str, Words]:
    return {period: Words(f"{{{category.indicator}[{period}]{form}}}", category.span) for period in periods}


def _groups(chart: ChartOf, dataset: Dataset, translate: Translate) -> tuple[GroupView, ...]:
    groups = []
    for name, parts in groupby(chart.categories, key=lambda category: category.group):
        if name is not None:
            label = translate("figures", name)
            views = tuple(_category(part, chart, dataset, translate) for part in parts)
            groups.append(GroupView(label, without_marks(label), views))
    return tuple(groups)


def _operator(chart: ChartOf, dataset: Dataset) -> str:
    targets = (dataset.indicators[category.indicator].targets for category in chart.categories)
    operators = {by_period[limit].operator for by_period in targets for limit in chart.limits if limit in by_period}
    return "" if len(operators) != 1 else Operator(operators.pop()).value


def _size(category: Category, period: str, dataset: Dataset) -> Decimal:
    fact = dataset.indicators[category.indicator].facts.get(period)
    return fact.value.value if fact is not None and isinstance(fact.value, Exact) else Decimal(-1)
