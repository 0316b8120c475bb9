"""`reportgen data show`: an indicator with all that is known of it, as lines of text."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from reportgen.commands.data import Data, load_data
from reportgen.commands.data_export import data_book
from reportgen.commands.printed_places import read_ledger
from reportgen.diagnostics import Code, Diagnostics, fail, suggest
from reportgen.i18n.quantities import format_quantity, qualified
from reportgen.model.databook import Entry, Value, joined
from reportgen.model.dataset import Indicator, Status

Line = tuple[str, str]
"""What a line is about, and what it says."""


def show_indicator(root: Path, id_: str, diagnostics: Diagnostics) -> tuple[Line, ...]:
    """Return the lines about an indicator.

    Raises ReportError where the data have faults, or there is no such indicator.
    """
    data = load_data(root, diagnostics)
    if id_ not in data.dataset.indicators:
        hint = suggest(id_, data.dataset.indicators)
        raise fail(Code.UNKNOWN_REFERENCE, f"there is no indicator `{id_}`", None, hint)
    book = data_book(data, read_ledger(data.project), Diagnostics())
    entry = next(one for topic in book.topics for one in topic.entries if one.indicator.id == id_)
    return tuple(line for line in _lines(entry, data) if line[1])


def _lines(entry: Entry, data: Data) -> Iterator[Line]:
    indicator = entry.indicator
    for locale, name in entry.name.items():
        yield f"name ({locale})", name
    yield "unit", f"{indicator.unit} ({joined(entry.unit)})"
    yield "kind", indicator.kind.value
    for what, texts in (
        ("definition", entry.definition),
        ("boundary", entry.boundary),
        ("population", entry.population),
        ("method", entry.method),
    ):
        yield what, joined(texts)
    yield "dimension", ": ".join(part for part in (indicator.dimension, indicator.member) if part)
    yield "formula", entry.formula
    for note in entry.notes:
        yield "note", joined(note)
    for period, value in entry.values.items():
        yield f"{period} ({data.project.periods[period].label})", _value(indicator, value, data)
    for period, target in indicator.targets.items():
        high = f" and {target.high:f}" if target.high is not None else ""
        yield f"target {period}", f"{target.operator.value.replace('_', ' ')} {target.value:f}{high}"
    yield "owner", indicator.owner
    yield "place", str(indicator.span)


def _value(indicator: Indicator, value: Value, data: Data) -> str:
    fact, locale = value.fact, data.project.source
    quantity = format_quantity(fact.value, data.dataset.units[indicator.unit], locale)
    change = f"{value.change:+f} {'points' if indicator.unit == '%' else '%'}" if value.change is not None else ""
    pages = "; ".join(f"{locale} p. {', '.join(labels)}" for locale, labels in value.pages.items())
    said = [
        qualified(quantity, fact.qualifier, locale),
        change,
        "computed" if fact.computed else "",
        fact.status.value if fact.status is not Status.MEASURED else "",
        "assured" if fact.assured else "",
        f"source: {value.source}" if value.source else "",
        f"owner: {fact.owner}" if fact.owner and fact.owner != indicator.owner else "",
        "" if fact.computed else f"{fact.span.path}:{fact.span.line}",
        f"printed: {pages}" if pages else "",
    ]
    return " · ".join(part for part in said if part)
