"""Gives findings the answers that the data have for them."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator

from msgspec.structs import replace

from reportgen.diagnostics import Code, Diagnostic, Severity, Span
from reportgen.model.dataset import Answer, Dataset, GroupOf, Indicator, RowOf, TableOf
from reportgen.model.units import UNKNOWN

Answers = dict[str, Answer]


def settle(found: Iterable[Diagnostic], dataset: Dataset, codes: Collection[Code]) -> Iterator[Diagnostic]:
    """Yield the findings, answered where the data have an answer, and UNUSED_ANSWER for those of no use.

    ``codes`` are all those that were looked for: an answer to another is left to whoever looks for it.
    """
    places = _places(dataset)
    used: set[Span] = set()
    for finding in found:
        answer = _answer(finding, places)
        if answer is not None:
            used.add(answer.span)
        yield finding if answer is None else replace(finding, answer=answer.reason)
    yield from _unused(dataset, {code.value for code in codes}, used)


def _answer(finding: Diagnostic, places: dict[Span, tuple[Answers, ...]]) -> Answer | None:
    """Return the nearest answer: the indicator's own before a table's."""
    holders = places.get(finding.span, ()) if finding.span else ()
    return next((answers[finding.code.value] for answers in holders if finding.code.value in answers), None)


def _places(dataset: Dataset) -> dict[Span, tuple[Answers, ...]]:
    """Return who may answer what stands at a place: a value, an indicator, a group of rows."""
    tables: dict[str, tuple[Answers, ...]] = {}
    places: dict[Span, tuple[Answers, ...]] = {}
    for table in dataset.tables.values():
        for row in rows_of(table):
            tables[row.indicator] = (*tables.get(row.indicator, ()), table.answers)
        for group in table.rows:
            if isinstance(group, GroupOf):
                places[group.span] = (table.answers,)
    for indicator in dataset.indicators.values():
        holders = (indicator.answers, *tables.get(indicator.id, ()))
        places[indicator.span] = holders
        for fact in indicator.facts.values():
            places[fact.span] = holders
    return places


def rows_of(table: TableOf) -> Iterator[RowOf]:
    """Yield a table's rows of indicators, those in groups too."""
    for row in table.rows:
        match row:
            case RowOf():
                yield row
            case GroupOf(rows=rows):
                yield from rows


def _unused(dataset: Dataset, codes: Collection[str], used: Collection[Span]) -> Iterator[Diagnostic]:
    if any(indicator.unit == UNKNOWN for indicator in dataset.indicators.values()):
        return  # not all was looked for
    holders: tuple[Indicator | TableOf, ...] = (*dataset.indicators.values(), *dataset.tables.values())
    for holder in holders:
        for code, answer in holder.answers.items():
            if code in codes and answer.span not in used:
                yield Diagnostic(
                    Code.UNUSED_ANSWER,
                    f"there is no finding `{code}` that `{holder.id}` could answer",
                    answer.span,
                    "remove the answer",
                    Severity.WARNING,
                )
