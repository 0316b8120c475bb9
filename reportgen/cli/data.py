"""`reportgen data`: the KPIs from Excel and back, who owes which, and what is known of each."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import click

from reportgen.cli.counted import counted
from reportgen.cli.running import ROOT, finish
from reportgen.cli.table import table_lines
from reportgen.commands.data_export import export_internal, export_public
from reportgen.commands.data_import import Import, percent_of, plan_import, write_import
from reportgen.commands.data_request import NO_OWNER, Owned, data_status, request_data
from reportgen.commands.data_show import show_indicator
from reportgen.commands.printed_places import Pages
from reportgen.diagnostics import Diagnostics
from reportgen.model.dataset import Absent, Exact, Fact
from reportgen.model.incoming import Revision

_PERIOD = click.option("--period", default="current", show_default=True, help="The period to ask for.")
_BOOKS = click.argument(
    "books", nargs=-1, required=True, type=click.Path(dir_okay=False, path_type=Path), metavar="BOOK.xlsx ..."
)


@click.group()
def data() -> None:
    """Bring KPIs in from Excel and out to it; ask their owners for what is missing."""


@data.command("import")
@ROOT
@_BOOKS
@click.option("--write", "--yes", "writes", is_flag=True, help="Change the KPI files; without it, nothing is written.")
def import_(root: Path, books: tuple[Path, ...], writes: bool) -> None:
    """Show what workbooks would change in content/kpis/, and change it with --write.

    A value that cannot be taken is named with its cell and left out; the others stand.
    """

    def run(found: Diagnostics) -> None:
        planned = plan_import(root, books, found)
        _print_table(_preview(planned))
        click.echo(f"{counted(len(planned.revisions), 'value')} to change, {planned.unchanged} unchanged")
        if not planned.printed and planned.revisions:
            click.echo("Where they are printed is known after `reportgen build`.", err=True)
        if writes:
            for path in write_import(planned, found):
                click.echo(path)
        elif planned.revisions:
            click.echo("Nothing is written yet: run it again with --write.", err=True)

    finish(run, root, "text")


@data.command()
@ROOT
@click.option("--public", is_flag=True, help="Without owners, paths and internal notes; all must be translated.")
def export(root: Path, public: bool) -> None:
    """Write the databook (Excel and JSON) into build/, and the last build's ledger as Excel."""

    def run(found: Diagnostics) -> None:
        for path in (export_public if public else export_internal)(root, found):
            click.echo(path)

    finish(run, root, "text")


@data.command()
@ROOT
@_PERIOD
def request(root: Path, period: str) -> None:
    """Write a workbook for each owner into build/requests/, with an empty cell for each value asked for."""

    def run(found: Diagnostics) -> None:
        for path in request_data(root, period, found):
            click.echo(path)

    finish(run, root, "text")


@data.command()
@ROOT
@_PERIOD
def status(root: Path, period: str) -> None:
    """List what is still missing, owner by owner."""

    def run(found: Diagnostics) -> None:
        for owned in data_status(root, period, found):
            _print_status(owned)

    finish(run, root, "text")


@data.command()
@ROOT
@click.argument("indicator")
def show(root: Path, indicator: str) -> None:
    """Print an indicator: its words, values, sources, and the pages of the last build."""
    finish(lambda found: _print_table(show_indicator(root, indicator, found)), root, "text")


def _print_status(owned: Owned) -> None:
    given = len(owned.asked) - len(owned.missing)
    unsourced = f", {len(owned.unsourced)} without a source" if owned.unsourced else ""
    click.echo(f"{owned.owner or NO_OWNER}: {given} of {counted(len(owned.asked), 'value')}{unsourced}")
    for indicator in owned.missing:
        click.echo(f"  missing: {indicator.id} ({indicator.name.text}, {indicator.unit})")


def _preview(planned: Import) -> Iterable[tuple[str, ...]]:
    if planned.revisions:
        yield ("indicator", "period", "old", "new", "change", "from", "printed")
    for one in planned.revisions:
        pages = planned.printed.get((one.indicator, one.period), {})
        cell = f"{one.at.book} {one.at.sheet}!{one.at.cell}"
        change = percent_of(one)
        yield (one.indicator, one.period, _old(one.old), _new(one), change, cell, _pages(pages))


def _new(one: Revision) -> str:
    said = [f"{one.new:f}"]
    if one.exact is not None:
        said.append(f"(shown of {one.exact:f})")
    if one.source is not None:
        said.append(f"[{one.source.document}]")
    if one.old is not None and one.old.assured:
        said.append("(the old one was assured)")
    return " ".join(said)


def _old(fact: Fact | None) -> str:
    match fact.value if fact else None:
        case Exact(value):
            return f"{value:f}"
        case Absent(reason):
            return reason.value
        case None:
            return "none"
    return "a range"


def _pages(pages: Pages) -> str:
    return "; ".join(f"{locale} p. {', '.join(labels)}" for locale, labels in pages.items())


def _print_table(rows: Iterable[tuple[str, ...]]) -> None:
    for line in table_lines(tuple(rows)):
        click.echo(line)
