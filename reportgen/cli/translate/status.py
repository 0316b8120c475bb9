"""`reportgen translate status`: a table by catalogue and language."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator, Sequence
from decimal import Decimal, InvalidOperation
from itertools import groupby
from pathlib import Path

import click
from msgspec.structs import asdict

from reportgen.cli.running import FAILED, LOCALES, ROOT, finish
from reportgen.cli.table import table_lines
from reportgen.commands.translation_status import Progress, percent_of, translation_status
from reportgen.diagnostics import Diagnostics

_HEAD = ("catalogue", "messages", "translated", "changed", "new", "words", "obsolete", "done")


class _Percent(click.ParamType[Decimal]):
    """A number from 0 to 100."""

    name = "per cent"

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> Decimal:
        """Read and check."""
        try:
            number = Decimal(str(value))
        except InvalidOperation:
            number = Decimal(-1)
        if not number.is_finite() or not 0 <= number <= 100:
            self.fail(f"`{value}` is no number from 0 to 100", param, ctx)
        return number


@click.command()
@ROOT
@LOCALES
@click.argument("names", nargs=-1, metavar="[SECTION] ...")
@click.option("--json", "as_json", is_flag=True, help="Print records for a program.")
@click.option("--fail-under", "least", type=_Percent(), help="Exit 1 where less than this per cent is done.")
def status(root: Path, locales: tuple[str, ...], names: tuple[str, ...], as_json: bool, least: Decimal | None) -> None:
    """Show how far the translations are: translated, changed in the source, new, words still to do."""

    def run(found: Diagnostics) -> None:
        rows = translation_status(root, locales, names, found)
        if as_json:
            click.echo(json.dumps([_record(row) for row in rows], ensure_ascii=False, indent=2))
        else:
            _print(rows)
        if least is not None:
            _fail_under(rows, least)

    finish(run, root, "text")


def _record(row: Progress) -> dict[str, object]:
    return {**asdict(row), "percent": str(row.percent)}


def _print(rows: Sequence[Progress]) -> None:
    for locale, group in groupby(rows, key=lambda row: row.locale):
        kept = list(group)
        click.echo(click.style(f"To {locale}", bold=True))
        for line in table_lines([_HEAD, *map(_cells, kept), _total(kept)]):
            click.echo(line)
        click.echo()
    if any(not row.current for row in rows):
        click.echo("Some catalogues are not up to date with the sources: run `reportgen translate update`.", err=True)


def _cells(row: Progress) -> tuple[str, ...]:
    numbers = (row.messages, row.translated, row.changed, row.new, row.words, row.obsolete)
    return (row.catalogue, *(f"{number:,}" for number in numbers), f"{row.percent}%")


def _total(rows: Sequence[Progress]) -> tuple[str, ...]:
    names = ("messages", "translated", "changed", "new", "words", "obsolete")
    sums = [sum(getattr(row, name) for row in rows) for name in names]
    return ("together", *(f"{number:,}" for number in sums), f"{percent_of(sums[1], sums[0])}%")


def _fail_under(rows: Sequence[Progress], least: Decimal) -> None:
    """Exit with 1 where a language is not done to the per cent asked for."""
    failed = False
    for line in _below(rows, least):
        click.echo(line, err=True)
        failed = True
    if failed:
        sys.exit(FAILED)


def _below(rows: Sequence[Progress], least: Decimal) -> Iterator[str]:
    for locale, group in groupby(rows, key=lambda row: row.locale):
        kept = list(group)
        done = percent_of(sum(row.translated for row in kept), sum(row.messages for row in kept))
        if done < least:
            yield f"{locale} is {done}% done, less than {least}%"
