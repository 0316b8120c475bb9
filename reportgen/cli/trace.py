"""`reportgen trace ID`: prints where a number comes from and every place that it is printed at."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from pathlib import Path

import click

from reportgen.cli.running import ROOT, finish
from reportgen.commands.trace import Origin, Trace
from reportgen.commands.trace import trace as trace_indicator
from reportgen.diagnostics import Diagnostics
from reportgen.i18n.quantities import format_quantity, qualified
from reportgen.model.dataset import Exact, Fact, Operator, Range, Source, Target
from reportgen.transform.without_marks import without_marks
from reportgen.write.printed_numbers import Place, PrintedNumber

_BOUNDS = {Operator.AT_MOST: "at most", Operator.AT_LEAST: "at least", Operator.BETWEEN: "between"}


@click.command()
@ROOT
@click.argument("id")
def trace(root: Path, id: str) -> None:
    """Show where the number ID comes from, its formula, and every place that it is printed at."""

    def run(found: Diagnostics) -> None:
        for line in _lines(trace_indicator(root, id, found)):
            click.echo(line)

    finish(run, root, "text")


def _lines(traced: Trace) -> Iterator[str]:
    indicator = traced.indicator
    yield f"{indicator.id}: {without_marks(indicator.name).text}"
    yield f"    {indicator.span.path}:{indicator.span.line}, in {indicator.unit}"
    for origin in traced.origins:
        yield ""
        yield from _origin(origin, traced)
    if traced.used_by:
        yield ""
        yield f"used by {', '.join(other.id for other in traced.used_by)}"
    for locale in traced.project.locales:
        yield ""
        yield from _printed(locale.id, [number for number in traced.numbers if number.locale == locale.id])


def _origin(origin: Origin, traced: Trace) -> Iterator[str]:
    yield f"{_period(origin.period, traced)}: {_quantity(origin, traced)}"
    if origin.fact is not None:
        yield f"    {_status(origin.fact)}, {_place(origin.fact)}"
        if origin.fact.source or origin.fact.owner or not origin.fact.computed:
            yield f"    {_provenance(origin.fact)}"
    if origin.formula:
        yield f"    = {origin.formula}"
        yield from _parts(origin, traced, 8)
    if origin.target is not None:
        yield f"    target: {_target(origin.target, traced)}, {origin.target.span.path}:{origin.target.span.line}"


def _parts(origin: Origin, traced: Trace, indent: int) -> Iterator[str]:
    for part in origin.parts:
        when = "" if part.period == origin.period else f", {_period(part.period, traced)}"
        place = f"  {_place(part.fact)}" if part.fact is not None else ""
        yield f"{' ' * indent}{part.indicator.id}{when}: {_quantity(part, traced)}{place}"
        if part.formula:
            yield f"{' ' * indent}    = {part.formula}"
            yield from _parts(part, traced, indent + 8)
    for factor in origin.factors:
        named = f"{factor.id}: {factor.value:f} {factor.of} per {factor.per}"
        yield f"{' ' * indent}{named}, {factor.source}  {factor.span.path}:{factor.span.line}"


def _period(id_: str, traced: Trace) -> str:
    label = traced.project.periods[id_].label
    return label if label == id_ else f"{label} ({id_})"


def _quantity(origin: Origin, traced: Trace) -> str:
    if origin.fact is None:
        return "no value"
    locale, unit = traced.project.source, traced.dataset.units[origin.indicator.unit]
    return qualified(format_quantity(origin.fact.value, unit, locale), origin.fact.qualifier, locale)


def _status(fact: Fact) -> str:
    how = "computed" if fact.computed else "filed"
    return f"{how}, {fact.status.value}, {'assured' if fact.assured else 'not assured'}"


def _provenance(fact: Fact) -> str:
    source = _source(fact.source) if fact.source else "no document is named"
    return f"source: {source}; owner: {fact.owner or 'none'}"


def _source(source: Source) -> str:
    return ", ".join(part for part in (source.document, source.sheet, source.cell) if part)


def _target(target: Target, traced: Trace) -> str:
    locale, unit = traced.project.source, traced.dataset.units[traced.indicator.unit]
    value = Exact(target.value) if target.high is None else Range(target.value, target.high)
    return f"{_BOUNDS[target.operator]} {format_quantity(value, unit, locale)}"


def _place(fact: Fact) -> str:
    return f"{fact.span.path}:{fact.span.line}"


def _printed(locale: str, numbers: list[PrintedNumber]) -> Iterator[str]:
    if not numbers:
        yield f"not printed in {locale}"
        return
    pages = dict.fromkeys(page for number in numbers for page in number.pages)
    yield f"printed in {locale}: {_pages(tuple(sorted(pages, key=_order)))}"
    lines = [_line(number) for number in numbers]
    for line, same in groupby(lines):
        count = len(list(same))
        yield f"    {line}{f', {count} times' if count > 1 else ''}"


def _line(number: PrintedNumber) -> str:
    place = "" if number.place is Place.TEXT else f", {number.place.value}"
    span = f"{number.span.path}:{number.span.line}"
    return f"{_pages(number.pages)}  {number.text}  {span}  {number.title}{place}"


def _order(page: str) -> tuple[int, str]:
    """Return the key that sorts page labels: the cover, 01, 99, 100."""
    return len(page), page


def _pages(pages: tuple[str, ...]) -> str:
    if not pages:
        return "no page"
    named = [page or "cover" for page in pages]
    return f"page{'s' if len(named) > 1 else ''} {', '.join(named)}"
