"""What the files of a dataset name of one another: rules, rows, note marks, charts' categories.

A dataset or charts in; the same out, without what names something unknown. Each such name is a finding with its place.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from collections.abc import Mapping as Table

from msgspec.structs import replace

from reportgen.diagnostics import Code, Diagnostics, Span, suggest
from reportgen.load.row_units import with_fitting_units
from reportgen.load.rule_checks import check_units, is_known, report_unknown
from reportgen.model.dataset import (
    Dataset,
    GroupOf,
    Indicator,
    PledgeRow,
    RowOf,
    TableOf,
)
from reportgen.model.figure import ChartOf
from reportgen.model.note_marks import marks_in
from reportgen.model.rules import Rule
from reportgen.model.words import Words


def connect(dataset: Dataset, rule_places: Table[str, Table[str, Span]], diagnostics: Diagnostics) -> Dataset:
    """Check every name; ``rule_places`` has, by indicator, the place of each part of its rule."""
    _check_notes(dataset, diagnostics)
    return replace(
        dataset,
        indicators={
            id_: _with_known_rule(indicator, dataset, rule_places.get(id_, {}), diagnostics)
            for id_, indicator in dataset.indicators.items()
        },
        tables={
            id_: with_fitting_units(_with_known_rows(table, dataset, diagnostics), dataset, diagnostics)
            for id_, table in dataset.tables.items()
        },
    )


def connect_charts(charts: Table[str, ChartOf], dataset: Dataset, diagnostics: Diagnostics) -> dict[str, ChartOf]:
    """Check the indicators that charts name; return the charts without unknown categories."""
    connected = {}
    for id_, chart in charts.items():
        for category in chart.categories:
            if category.indicator not in dataset.indicators:
                name, known = category.indicator, dataset.indicators
                _unknown(Code.UNKNOWN_REFERENCE, "indicator", name, known, category.span, diagnostics)
        kept = tuple(category for category in chart.categories if category.indicator in dataset.indicators)
        connected[id_] = replace(chart, categories=kept)
    return connected


def _with_known_rule(
    indicator: Indicator, dataset: Dataset, places: Table[str, Span], diagnostics: Diagnostics
) -> Indicator:
    kept: list[Rule] = []
    for rule in (indicator.rule, *indicator.also):
        if rule is not None and is_known(rule, dataset):
            check_units(indicator, rule, dataset, places, diagnostics)
            kept.append(rule)
        elif rule is not None:
            report_unknown(rule, dataset, places, diagnostics)
    own = indicator.rule if indicator.rule in kept else None
    return replace(indicator, rule=own, also=tuple(rule for rule in indicator.also if rule in kept))


def _with_known_rows(table: TableOf, dataset: Dataset, diagnostics: Diagnostics) -> TableOf:
    rows: list[RowOf | GroupOf | PledgeRow] = []
    for row in table.rows:
        if isinstance(row, GroupOf):
            inner = tuple(r for r in row.rows if _is_known(r, dataset, diagnostics))
            rows.append(replace(row, rows=inner) if len(inner) < len(row.rows) else row)
        elif _is_known(row, dataset, diagnostics):
            rows.append(row)
    return replace(table, rows=tuple(rows))


def _is_known(row: RowOf | PledgeRow, dataset: Dataset, diagnostics: Diagnostics) -> bool:
    if isinstance(row, PledgeRow):
        if row.pledge and row.pledge not in dataset.pledges:
            _unknown(Code.UNKNOWN_REFERENCE, "pledge", row.pledge, dataset.pledges, row.span, diagnostics)
        return row.pledge in dataset.pledges
    if row.indicator and row.indicator not in dataset.indicators:
        _unknown(Code.UNKNOWN_REFERENCE, "indicator", row.indicator, dataset.indicators, row.span, diagnostics)
    return row.indicator in dataset.indicators


def _check_notes(dataset: Dataset, diagnostics: Diagnostics) -> None:
    used: set[str] = set()
    for name, span in _marks(dataset):
        used.add(name)
        if name not in dataset.notes:
            _unknown(Code.UNKNOWN_NOTE, "note", name, dataset.notes, span, diagnostics)
    for name, words in dataset.notes.items():
        if name not in used:
            hint = f"mark it with `[^{name}]` or `note: {name}`, or delete it"
            diagnostics.warning(Code.UNUSED_NOTE, f"nothing is marked with the note `{name}`", words.span, hint)


def _marks(dataset: Dataset) -> Iterator[tuple[str, Span]]:
    """Yield each note marked, with the place of its mark."""
    for words in _marked_words(dataset):
        yield from marks_in(words)
    for indicator in dataset.indicators.values():
        for fact in indicator.facts.values():
            if fact.note:
                yield fact.note, fact.span


def _marked_words(dataset: Dataset) -> Iterator[Words]:
    for indicator in dataset.indicators.values():
        yield indicator.name
    for pledge in dataset.pledges.values():
        yield pledge.statement
        if pledge.evidence is not None:
            yield pledge.evidence
    for table in dataset.tables.values():
        if table.caption is not None:
            yield table.caption
        yield from table.head.values()
        for row in table.rows:
            yield from _words_of(row)


def _words_of(row: RowOf | GroupOf | PledgeRow) -> Iterator[Words]:
    match row:
        case GroupOf(name=name, rows=rows):
            yield name
            yield from (inner.name for inner in rows if inner.name is not None)
        case RowOf(name=Words() as name):
            yield name


def _unknown(
    code: Code, what: str, name: str, known: Iterable[str], span: Span | None, diagnostics: Diagnostics
) -> None:
    diagnostics.error(code, f"there is no {what} `{name}`", span, suggest(name, known))
