"""A request for values: a workbook for their owner, with a yellow cell for each value and for its source."""

from __future__ import annotations

from collections.abc import Sequence

from reportgen.model.databook import Databook, Entry, Topic, Value, joined
from reportgen.model.dataset import Exact
from reportgen.write.xlsx.book import Cell, Column, Number, Table, number_format, sheet_name, workbook
from reportgen.write.xlsx.heads import head


def request_xlsx(book: Databook, owner: str, period: str, before: str) -> bytes:
    """Return the workbook that asks an owner for the values of a period, with those of the period before.

    Raises ReportError where the extra is not installed.
    """
    tables: list[Table] = []
    for topic in book.topics:
        name = sheet_name(topic.id, [table.sheet for table in tables])
        tables.append(_table(book, topic, name, owner, (before, period)))
    return workbook(joined(book.title), joined(book.company), tables)


def _table(book: Databook, topic: Topic, name: str, owner: str, periods: tuple[str, str]) -> Table:
    before, period = periods
    locales = book.locales
    columns = [
        Column(head("id", locales), 26, "id"),
        *(Column(head("indicator", (locale,)), 40) for locale in locales),
        Column(head("definition", locales), 46),
        Column(head("unit", locales), 14, "unit"),
        Column(head("unit", locales), 18),
        Column(book.labels.get(before, ""), 16),
        Column(head("on_file", locales, book.labels[period]), 16),
        Column(book.labels[period], 18, period, fill_in=True),
        Column(head("source", locales), 40, "source", fill_in=True),
    ]
    rows = [_row(entry, locales, before, period) for entry in topic.entries]
    title = f"{head('request', locales, book.labels[period])} · {owner}" if owner else head("request", locales)
    return Table(name, title, head("fill_in", locales), columns, rows, frozen=1)


def _row(entry: Entry, locales: Sequence[str], before: str, period: str) -> list[Cell]:
    return [
        entry.indicator.id,
        *(entry.name.get(locale, "") for locale in locales),
        _definition(entry),
        entry.indicator.unit,
        joined(entry.unit),
        _shown(entry.values.get(before)),
        _shown(entry.values.get(period)),
        None,
        None,
    ]


def _definition(entry: Entry) -> str:
    """Return what is to be measured, of whom, within which bounds and how, in each language."""
    parts = (entry.definition, entry.population, entry.boundary, entry.method, *entry.notes)
    return "\n".join(joined(part) for part in parts if part)


def _shown(value: Value | None) -> Cell:
    if value is None:
        return None
    number = value.fact.value
    if isinstance(number, Exact) and value.text is None:
        return Number(number.value, number_format(number.value))
    return value.text
