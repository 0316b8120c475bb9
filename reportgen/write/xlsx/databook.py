"""The databook as an Excel workbook: a sheet of contents and a sheet a topic, in the report's languages."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from reportgen.model.cell_names import cell_name
from reportgen.model.databook import Databook, Entry, Topic, Value, joined
from reportgen.model.dataset import Exact, Status
from reportgen.write.xlsx.book import (
    FIRST_ROW,
    Cell,
    Column,
    Formula,
    Link,
    Number,
    Table,
    number_format,
    sheet_name,
    workbook,
)
from reportgen.write.xlsx.heads import head

PERCENT = "%"
LATEST = "current"
BEFORE = "prior"

_CHANGE_FORMAT = '+0.0%;"−"0.0%;0.0%'
_POINTS_FORMAT = '+0.00" pp";"−"0.00" pp";0.00" pp"'


def databook_xlsx(book: Databook) -> bytes:
    """Return the databook as a workbook.

    Raises ReportError where the extra is not installed.
    """
    names: list[str] = [sheet_name(head("contents", book.locales).replace(" / ", " "), ())]
    for topic in book.topics:
        names.append(sheet_name(topic.id, names))
    tables = [_Topic(book, topic, name).table() for topic, name in zip(book.topics, names[1:], strict=True)]
    return workbook(joined(book.title), joined(book.company), [_contents(book, names), *tables])


def _contents(book: Databook, names: list[str]) -> Table:
    columns = [Column(head("topic", book.locales), 40), Column(head("count", book.locales), 20)]
    rows: list[list[Cell]] = [
        [Link(name, name), Number(Decimal(len(topic.entries)), "0")]
        for topic, name in zip(book.topics, names[1:], strict=True)
    ]
    return Table(names[0], joined(book.title), _subtitle(book), columns, rows)


def _subtitle(book: Databook) -> str:
    return f"{joined(book.company)} · {head('databook', book.locales)}"


class _Topic:
    """Makes the sheet of a topic; columns that would be empty are left out."""

    def __init__(self, book: Databook, topic: Topic, name: str) -> None:
        self._book = book
        self._topic = topic
        self._name = name
        self._periods = {period: 3 + len(book.locales) + at for at, period in enumerate(topic.periods)}

    def table(self) -> Table:
        columns = list(self._columns())
        rows = [list(self._row(entry, FIRST_ROW + at)) for at, entry in enumerate(self._topic.entries)]
        kept = [at for at, column in enumerate(columns) if column.key or any(row[at] for row in rows)]
        return Table(
            self._name,
            self._topic.id,
            _subtitle(self._book),
            [columns[at] for at in kept],
            [[row[at] for at in kept] for row in rows],
            frozen=1 + len(self._book.locales),
        )

    def _columns(self) -> Iterator[Column]:
        locales = self._book.locales
        yield Column(head("id", locales), 26, "id")
        for locale in locales:
            yield Column(head("indicator", (locale,)), 42, f"name {locale}")
        yield Column(head("unit", locales), 14, "unit")
        yield Column(head("unit", locales), 18, "unit in words")
        for period in self._topic.periods:
            yield Column(self._book.labels[period], 16, period)
        yield Column(head("change", locales), 13, "change")
        for name in ("definition", "boundary", "population", "method", "note"):
            for locale in locales:
                yield Column(head(name, (locale,)), 44)
        yield Column(head("rule", locales), 36)
        yield Column(head("status", locales), 18)
        for locale in locales:
            yield Column(head("page", (locale,), f"({locale})"), 12)
        yield Column(head("source", locales), 36, "source")
        yield Column(head("owner", locales), 20)
        yield Column(head("place", locales), 34)

    def _row(self, entry: Entry, row: int) -> Iterator[Cell]:
        indicator, locales = entry.indicator, self._book.locales
        yield indicator.id
        yield from (entry.name.get(locale, "") for locale in locales)
        yield indicator.unit
        yield joined(entry.unit)
        for period in self._topic.periods:
            yield _value_cell(entry.values.get(period))
        yield self._change(entry, row)
        for texts in (entry.definition, entry.boundary, entry.population, entry.method):
            yield from (texts.get(locale, "") for locale in locales)
        yield from (_notes(entry, locale) for locale in locales)
        yield entry.formula
        yield self._status(entry)
        latest = self._latest(entry)
        yield from (", ".join(latest.pages.get(locale, ())) if latest else "" for locale in locales)
        yield latest.source if latest else ""
        yield indicator.owner or (latest.fact.owner if latest else "")
        yield str(indicator.span) if indicator.span.path else ""

    def _latest(self, entry: Entry) -> Value | None:
        return next((entry.values[period] for period in reversed(self._topic.periods) if period in entry.values), None)

    def _change(self, entry: Entry, row: int) -> Cell:
        """Return the change as a formula over the two cells, so that it follows when they are edited."""
        value = entry.values.get(LATEST)
        before = entry.values.get(BEFORE)
        if value is None or before is None or value.change is None or value.text or before.text:
            return None
        new = cell_name(row, self._periods[LATEST])
        old = cell_name(row, self._periods[BEFORE])
        if entry.indicator.unit == PERCENT:
            return Formula(f"={new}-{old}", value.change, _POINTS_FORMAT)
        return Formula(f'=IF({old}=0,"",({new}-{old})/ABS({old}))', value.change / 100, _CHANGE_FORMAT)

    def _status(self, entry: Entry) -> str:
        latest = self._latest(entry)
        if latest is None:
            return ""
        fact, locales = latest.fact, self._book.locales
        said = [
            fact.qualifier.value.replace("_", " ") if fact.qualifier else "",
            fact.status.value if fact.status is not Status.MEASURED else "",
            head("computed", locales) if fact.computed else "",
            head("assured", locales) if fact.assured else "",
        ]
        return ", ".join(part for part in said if part)


def _notes(entry: Entry, locale: str) -> str:
    notes = [texts.get(locale, "") for texts in entry.notes]
    notes += [value.note.get(locale, "") for value in entry.values.values()]
    return "\n".join(dict.fromkeys(note for note in notes if note))


def _value_cell(value: Value | None) -> Cell:
    if value is None:
        return None
    number = value.fact.value
    if value.text is not None or not isinstance(number, Exact):
        return value.text
    return Number(number.value, number_format(number.value))
