"""What templates see of a statistics or targets table: columns, rows, and the notes it marks."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field

from reportgen.model.dataset import Dataset, Exact, GroupOf, Indicator, Operator, PledgeRow, RowOf, TableOf
from reportgen.model.locale import Locale
from reportgen.model.words import Words

Translate = Callable[[str, Words], Words]
_MARK = re.compile(r"\[\^([^\]\s]+)\]")
_SETTINGS = {
    "name": "text",
    "group": "text",
    "pledge": "text",
    "progress": "text",
    "unit": "unit",
    "value": "number",
    "target": "number",
    "period": "number",
}
"""How a column is set, by its kind. A period's column of the current year is highlighted."""


@dataclass(frozen=True, slots=True)
class ColumnView:
    """A column. ``kind`` is ``name``, ``group``, ``unit``, ``value``, ``period``, ``target``, ``progress``, ``pledge``.

    ``period`` is the period of a ``period`` or ``target`` column and ``label`` the reference that prints its name;
    ``setting`` is how it is set (``text``, ``unit``, ``number``, ``current``), ``head`` the words above it, or
    ``None`` where the template has them.
    """

    kind: str
    period: str
    label: Words
    setting: str
    head: Words | None


@dataclass(frozen=True, slots=True)
class RowView:
    """A row. ``group`` is its group's name (``None`` outside groups), ``first`` whether the group begins with it.

    ``references`` has for each period the reference that prints its value with the value's note mark, ``targets`` the
    reference to its target. ``achieved`` is ``None`` where there is nothing to achieve.
    """

    name: Words
    role: str
    group: Words | None
    first: bool
    unit: Words
    period: str
    references: dict[str, Words] = field(default_factory=dict)
    targets: dict[str, Words] = field(default_factory=dict)
    operator: str = ""
    achieved: bool | None = None


@dataclass(frozen=True, slots=True)
class NoteView:
    """A note that the table marks."""

    name: str
    text: Words


@dataclass(frozen=True, slots=True)
class TableView:
    """A table, ready to be written as Markdown. ``grouped`` says whether it has a column for groups."""

    id: str
    layout: str
    caption: Words | None
    columns: tuple[ColumnView, ...]
    rows: tuple[RowView, ...]
    notes: tuple[NoteView, ...]
    grouped: bool
    settings: str


def view_table(table: TableOf, dataset: Dataset, locale: Locale, translate: Translate) -> TableView:
    """Return what templates see of a table."""
    columns = tuple(_column(name, table, translate) for name in table.columns)
    rows = _Rows(dataset, locale, translate).views(table)
    notes = _notes(table, columns, rows, dataset, translate)
    settings = " ".join(column.setting for column in columns)
    caption = table.caption and translate("kpis", table.caption)
    return TableView(table.id, table.layout, caption, columns, rows, notes, "group" in table.columns, settings)


def _column(name: str, table: TableOf, translate: Translate) -> ColumnView:
    head = translate("kpis", table.head[name]) if name in table.head else None
    kind, _, period = name.partition(":")
    if kind not in _SETTINGS:
        kind, period = "period", name
    setting = "current" if period == "current" and kind == "period" else _SETTINGS[kind]
    return ColumnView(kind, period, Words(f"{{{period}}}", table.span), setting, head)


class _Rows:
    """Makes the rows of tables."""

    def __init__(self, dataset: Dataset, locale: Locale, translate: Translate) -> None:
        self._dataset = dataset
        self._locale = locale
        self._translate = translate

    def views(self, table: TableOf) -> tuple[RowView, ...]:
        views: list[RowView] = []
        for row in table.rows:
            match row:
                case RowOf():
                    views.append(self._row(row, None, first=False))
                case GroupOf(name, rows):
                    words = self._translate("kpis", name)
                    views.extend(self._row(inner, words, first=inner is rows[0]) for inner in rows)
                case PledgeRow(pledge):
                    views.append(self._pledge(pledge))
        return tuple(views)

    def _row(self, row: RowOf, group: Words | None, *, first: bool) -> RowView:
        indicator = self._dataset.indicators[row.indicator]
        unit = self._dataset.units[indicator.unit]
        target = next(iter(indicator.targets.values()), None)
        return RowView(
            self._translate("kpis", row.name or indicator.name),
            row.role,
            group,
            first,
            Words(unit.column.get(self._locale.id, unit.code), row.span),
            row.period,
            {period: _reference(indicator, period) for period in indicator.facts},
            {period: Words(f"{{{indicator.id}[{period}].target}}", row.span) for period in indicator.targets},
            target.operator.value if target else "",
            achieved(indicator),
        )

    def _pledge(self, id: str) -> RowView:
        pledge = self._dataset.pledges[id]
        name = self._translate("kpis", pledge.statement)
        return RowView(name, "", None, False, Words("", pledge.span), "", achieved=pledge.achieved)


def achieved(indicator: Indicator, period: str = "current") -> bool | None:
    """Return whether an indicator's exact value stands to its target as it must, or ``None`` without one of them."""
    target, fact = indicator.targets.get(period), indicator.facts.get(period)
    if target is None or fact is None or not isinstance(fact.value, Exact):
        return None
    match target.operator:
        case Operator.AT_MOST:
            return fact.value.value <= target.value
        case Operator.AT_LEAST:
            return fact.value.value >= target.value


def _reference(indicator: Indicator, period: str) -> Words:
    fact = indicator.facts[period]
    place = "" if period == "current" else f"[{period}]"
    mark = f"[^{fact.note}]" if fact.note else ""
    return Words(f"{{{indicator.id}{place}.value}}{mark}", fact.span)


def _notes(
    table: TableOf, columns: tuple[ColumnView, ...], rows: tuple[RowView, ...], dataset: Dataset, translate: Translate
) -> tuple[NoteView, ...]:
    """Return the notes marked in heads, names and printed values."""
    periods = {column.period for column in columns if column.kind == "period"}
    texts = [column.head.text for column in columns if column.head]
    texts += [table.caption.text] if table.caption else []
    for row in rows:
        texts += [row.name.text, row.group.text if row.group else ""]
        texts += [words.text for period, words in row.references.items() if period in periods | {row.period}]
    names = dict.fromkeys(name for text in texts for name in _MARK.findall(text))
    return tuple(NoteView(name, translate("kpis", dataset.notes[name])) for name in names if name in dataset.notes)
