"""`reportgen build`: the report into build/."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import click

from reportgen.cli.formats import FORMAT
from reportgen.cli.running import LOCALES, ROOT, finish
from reportgen.commands.forked import begin
from reportgen.commands.reading import read
from reportgen.diagnostics import Diagnostics

if TYPE_CHECKING:
    from reportgen.build import Purpose


@click.command()
@ROOT
@LOCALES
@FORMAT
@click.option(
    "--draft", is_flag=True, help="Print what is not translated, marked, and only warn of provisions without an answer."
)
@click.option("--bilingual", is_flag=True, help="Write a Word file with two languages side by side, and no other.")
@click.option(
    "--redline", metavar="REVISION", help="Write Word files with what changed since then tracked, and no others."
)
def build(
    root: Path, locales: tuple[str, ...], formats: tuple[str, ...], draft: bool, bilingual: bool, redline: str | None
) -> None:
    """Build the report into build/: every language, PDF and Word, and the ledger of its numbers."""
    if bilingual and redline is not None:
        raise click.UsageError("--bilingual and --redline write different files: choose one")

    def run(found: Diagnostics) -> None:
        if bilingual:
            _name(_copy(root, locales, draft, found))
        elif redline is not None:
            _name(_compare(root, redline, locales, draft, found))
        else:
            _build(root, locales, formats, draft, found)

    finish(run, root, "text")


def _build(root: Path, locales: tuple[str, ...], formats: tuple[str, ...], draft: bool, found: Diagnostics) -> None:
    _tell("Reading the report ...")
    reading = begin(partial(read, root))
    # what builds takes as long to import as the report to read: the second processor reads
    from reportgen.commands.build_report import build_report
    from reportgen.commands.languages import Wanted

    outcome = build_report(reading, Wanted(locales, formats, _purpose(draft)), found, _tell)
    _name(outcome.written)
    for path in outcome.stale:
        click.echo(f"{path} is stale: it stays as it was", err=True)
    if outcome.written:
        click.echo(f"{outcome.bound:,} numbers from the data, {outcome.typed:,} typed by hand", err=True)


def _copy(root: Path, locales: tuple[str, ...], draft: bool, found: Diagnostics) -> tuple[str, ...]:
    from reportgen.commands.build_bilingual import build_bilingual

    return build_bilingual(root, locales, _purpose(draft), found, _tell)


def _compare(root: Path, revision: str, locales: tuple[str, ...], draft: bool, found: Diagnostics) -> tuple[str, ...]:
    from reportgen.commands.build_redline import build_redline

    return build_redline(root, revision, locales, _purpose(draft), found, _tell)


def _purpose(draft: bool) -> Purpose:
    from reportgen.build import DRAFT, PUBLISHED

    return DRAFT if draft else PUBLISHED


def _name(paths: Iterable[str]) -> None:
    for path in paths:
        click.echo(path)


def _tell(words: str) -> None:
    click.echo(words, err=True)
