"""`reportgen index`: how far the report answers its frameworks."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from itertools import groupby
from pathlib import Path

import click
from msgspec.structs import asdict

from reportgen.cli.running import ROOT, finish
from reportgen.commands.index_status import Coverage, Gap, coverage, gaps
from reportgen.diagnostics import Diagnostics, columns

_CLIP = 76


@click.group()
def index() -> None:
    """See how far the report answers the frameworks that it follows."""


@index.command()
@ROOT
@click.option("--gap", "only_gap", is_flag=True, help="List what the frameworks' next versions will ask beyond this.")
@click.option("--json", "as_json", is_flag=True, help="Print records for a program.")
def status(root: Path, only_gap: bool, as_json: bool) -> None:
    """Print how many provisions of each framework and aspect are disclosed, explained, or open."""

    def run(found: Diagnostics) -> None:
        rows = gaps(root, found) if only_gap else coverage(root, found)
        if as_json:
            click.echo(json.dumps([asdict(row) for row in rows], ensure_ascii=False, indent=2))
        else:
            for line in _lines(rows):
                click.echo(line)

    finish(run, root, "text")


def _lines(rows: Iterable[Coverage | Gap]) -> Iterator[str]:
    for framework, group in groupby(rows, key=lambda row: row.framework):
        kept = list(group)
        coverages = [row for row in kept if isinstance(row, Coverage)]
        yield from _table(framework, coverages) if coverages else _list(framework, kept)


def _table(framework: str, rows: list[Coverage]) -> Iterator[str]:
    """Yield a table of coverage: a line an aspect, a total at the end."""
    width = max(columns(_name(row)) for row in rows)
    heads = ("provisions", "disclosed", "explained", "open")
    yield f"{framework}{' ' * (width - columns(framework))}  {'  '.join(heads)}"
    for row in rows:
        yield _line(_name(row), width, (row.provisions, row.disclosed, row.explained, row.open), heads)
    sums = [sum(getattr(row, head) for row in rows) for head in heads]
    yield _line("", width, sums, heads)
    optional, unsure = sum(row.optional for row in rows), sum(row.unconfirmed for row in rows)
    yield f"{optional} voluntary provisions are left out, {unsure} of all are to be confirmed."
    yield ""


def _line(name: str, width: int, numbers: Iterable[int], heads: Iterable[str]) -> str:
    cells = "  ".join(f"{number:>{len(head)}}" for number, head in zip(numbers, heads, strict=True))
    return f"{name}{' ' * (width - columns(name))}  {cells}"


def _name(row: Coverage) -> str:
    return row.aspect or row.area or row.part


def _list(framework: str, rows: Iterable[Coverage | Gap]) -> Iterator[str]:
    """Yield what a later version asks for and the report does not have, by obligation."""
    kept = [row for row in rows if isinstance(row, Gap)]
    yield f"{framework} asks for {len(kept)} provisions that this report neither discloses nor explains."
    for obligation, group in groupby(kept, key=lambda gap: gap.obligation):
        yield ""
        yield f"{obligation.replace('_', ' ').capitalize()}:"
        for gap in group:
            yield f"  {gap.code:<12} {_clipped(gap.requirement)}{_remarks(gap)}"


def _clipped(text: str) -> str:
    """Return a text that fits in a line, cut at the end where it does not."""
    kept = text
    while columns(kept) > _CLIP:
        kept = kept[:-1]
    return kept if kept == text else f"{kept.rstrip()}…"


def _remarks(gap: Gap) -> str:
    large = gap.for_large_caps
    remarks = [] if gap.confirmed else ["to be confirmed"]
    remarks += [f"{large.replace('_', ' ')} for large caps"] if large != gap.obligation else []
    return f" ({'; '.join(remarks)})" if remarks else ""
