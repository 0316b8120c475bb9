"""What templates see of a statistics or targets table: columns, rows, and the notes it marks."""

from __future__ import annotations

from collections.abc import Callable

from msgspec import Struct, field

from reportgen.i18n.message import TOOL
from reportgen.model.dataset import Dataset, Exact, GroupOf, Indicator, Operator, PledgeRow, RowOf, TableOf
from reportgen.model.locale import Locale
from reportgen.model.note_marks import MARK
from reportgen.model.units import converts, form_name
from reportgen.model.words import Words
from reportgen.transform.marked import row_anchor
from reportgen.transform.reconcile.rounding import rounded_values

Translate = Callable[[str, Words], Words]
ROUNDING = "[^_rounding]"
"""The mark of the note on rounding; no note of the data has such a name."""
_SETTINGS = {
    "name": "text",
    "group": "text",
    "pledge": "text",
    "progress": "text",
    "by": "number",
    "unit": "unit",
    "value": "number",
    "target": "number",
    "period": "number",
}
"""How a column is set, by its kind. A period's column of the current year is highlighted."""


class ColumnView(Struct, frozen=True):
    """A column.

    ``kind`` is ``name``, ``group``, ``unit``, ``value``, ``period``, ``target``, ``progress``, ``pledge``, ``by``;
    ``period`` is the period of a ``period`` or ``target`` column and ``label`` the reference that prints its name, with
    the unit that the column asks for; ``key`` is how rows name it. ``setting`` is how it is set (``text``, ``unit``,
    ``number``, ``current``), ``head`` the words above it, or ``None`` where the template has them.
    """

    kind: str
    period: str
    label: Words
    setting: str
    head: Words | None
    key: str = ""


class RowView(Struct, frozen=True):
    """A row. ``group`` is its group's name (``None`` outside groups), ``first`` whether the group begins with it.

    ``references`` has for each period, and each column's key, the reference that prints its value with the value's note
    mark, ``targets`` the reference to its target. ``achieved`` is ``None`` where there is nothing to achieve. Where the
    row answers a provision, ``anchor`` is its own.
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
    by: str = ""
    anchor: str = ""


class NoteView(Struct, frozen=True):
    """A note that the table marks."""

    name: str
    text: Words


class TableView(Struct, frozen=True):
    """A table, ready to be written as Markdown. ``grouped`` says whether it has a column for groups.

    ``rounded`` says whether a value bears the mark `[^_rounding]`, whose note the template has.
    """

    id: str
    layout: str
    caption: Words | None
    columns: tuple[ColumnView, ...]
    rows: tuple[RowView, ...]
    notes: tuple[NoteView, ...]
    grouped: bool
    settings: str
    rounded: bool = False


def view_table(table: TableOf, dataset: Dataset, locale: Locale, translate: Translate) -> TableView:
    """Return what templates see of a table."""
    columns = tuple(_column(name, table, dataset, locale, translate) for name in table.columns)
    rows = _Rows(dataset, locale, translate, rounded_values(table, dataset)).views(table)
    notes = _notes(table, columns, rows, dataset, translate)
    settings = " ".join(column.setting for column in columns)
    caption = table.caption and translate("kpis", table.caption)
    rounded = any(ROUNDING in text for text in _printed_values(columns, rows))
    return TableView(table.id, table.layout, caption, columns, rows, notes, "group" in table.columns, settings, rounded)


def _column(name: str, table: TableOf, dataset: Dataset, locale: Locale, translate: Translate) -> ColumnView:
    head = translate("kpis", table.head[name]) if name in table.head else None
    kind, _, rest = name.partition(":")
    if kind in _SETTINGS:
        return ColumnView(kind, rest, Words(f"{{{rest}}}", table.span), _SETTINGS[kind], head, name)
    unit = f" ({translate(TOOL, Words(dataset.units[rest].column[locale.id], table.span)).text})" if rest else ""
    label = Words(f"{{{kind}}}{unit}", table.span)
    return ColumnView("period", kind, label, "current" if kind == "current" else "number", head, name)


class _Rows:
    """Makes the rows of tables."""

    def __init__(
        self, dataset: Dataset, locale: Locale, translate: Translate, rounded: frozenset[tuple[str, str, str]]
    ) -> None:
        self._dataset = dataset
        self._rounded = rounded
        self._locale = locale
        self._translate = translate
        self._anchors: set[str] = set()

    def views(self, table: TableOf) -> tuple[RowView, ...]:
        views: list[RowView] = []
        for row in table.rows:
            match row:
                case RowOf():
                    views.append(self._row(row, table, None, first=False))
                case GroupOf(name, rows):
                    words = self._translate("kpis", name)
                    views.extend(self._row(inner, table, words, first=inner is rows[0]) for inner in rows)
                case PledgeRow(pledge):
                    views.append(self._pledge(pledge))
        return tuple(views)

    def _row(self, row: RowOf, table: TableOf, group: Words | None, *, first: bool) -> RowView:
        indicator = self._dataset.indicators[row.indicator]
        unit = self._dataset.units[row.unit or indicator.unit]
        target = next(iter(indicator.targets.values()), None)
        return RowView(
            self._translate("kpis", row.name or indicator.name),
            row.role,
            group,
            first,
            self._translate(TOOL, Words(unit.column.get(self._locale.id, unit.code), row.span)),
            row.period,
            self._references(indicator, row, table),
            {period: self._target(indicator, period, row) for period in indicator.targets},
            target.operator.value if target else "",
            achieved(indicator),
            anchor=self._anchor(indicator, table),
        )

    def _anchor(self, indicator: Indicator, table: TableOf) -> str:
        """Return the anchor of an indicator's first row, where a provision is answered by it."""
        anchor = row_anchor(table.id, indicator.id) if indicator.discloses else ""
        if anchor in self._anchors:
            return ""
        self._anchors.add(anchor)
        return anchor

    def _references(self, indicator: Indicator, row: RowOf, table: TableOf) -> dict[str, Words]:
        """Return the references of a row's values by period, and by column where one asks for a unit of its own."""
        units = self._dataset.units
        references = {period: self._reference(indicator, period, row.unit) for period in indicator.facts}
        for name in table.columns:
            period, _, unit = name.partition(":")
            if unit in units and period in indicator.facts and converts(units[unit], units[indicator.unit]):
                references[name] = self._reference(indicator, period, unit)
        return references

    def _reference(self, indicator: Indicator, period: str, unit: str) -> Words:
        fact = indicator.facts[period]
        place = "" if period == "current" else f"[{period}]"
        form = f"in_{form_name(self._dataset.units[unit])}" if unit else "value"
        mark = f"[^{fact.note}]" if fact.note else ""
        if (indicator.id, period, unit) in self._rounded:
            mark += ROUNDING
        return Words(f"{{{indicator.id}{place}.{form}}}{mark}", fact.span)

    def _target(self, indicator: Indicator, period: str, row: RowOf) -> Words:
        form = f"target_as_{form_name(self._dataset.units[row.unit])}" if row.unit else "target"
        return Words(f"{{{indicator.id}[{period}].{form}}}", row.span)

    def _pledge(self, id: str) -> RowView:
        pledge = self._dataset.pledges[id]
        name = self._translate("kpis", pledge.statement)
        return RowView(name, "", None, False, Words("", pledge.span), "", achieved=pledge.achieved, by=pledge.by)


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
        case Operator.BETWEEN:
            return target.value <= fact.value.value <= (target.high or target.value)


def _notes(
    table: TableOf, columns: tuple[ColumnView, ...], rows: tuple[RowView, ...], dataset: Dataset, translate: Translate
) -> tuple[NoteView, ...]:
    """Return the notes marked in heads, names and printed values."""
    texts = [column.head.text for column in columns if column.head]
    texts += [table.caption.text] if table.caption else []
    for row in rows:
        texts += [row.name.text, row.group.text if row.group else ""]
    texts += _printed_values(columns, rows)
    names = dict.fromkeys(name for text in texts for name in MARK.findall(text))
    return tuple(NoteView(name, translate("kpis", dataset.notes[name])) for name in names if name in dataset.notes)


def _printed_values(columns: tuple[ColumnView, ...], rows: tuple[RowView, ...]) -> list[str]:
    periods = {column.key for column in columns if column.kind == "period"}
    printed = (item for row in rows for item in row.references.items() if item[0] in periods | {row.period})
    return [words.text for _, words in printed]
