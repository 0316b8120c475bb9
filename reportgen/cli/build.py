"""`reportgen build`: the report into build/."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TYPE_CHECKING

import click
from click.core import ParameterSource

from reportgen.cli.formats import FORMAT
from reportgen.cli.reader import begin_reader
from reportgen.cli.running import LOCALES, ROOT, finish
from reportgen.diagnostics import Diagnostics

if TYPE_CHECKING:
    from reportgen.build import Purpose
    from reportgen.cli.reader import Reader
    from reportgen.commands.reading import Reading

Chosen = Callable[[], "Purpose"]
"""Says what is built for, once what builds is imported."""


@click.command()
@click.pass_context
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
    context: click.Context,
    root: Path,
    locales: tuple[str, ...],
    formats: tuple[str, ...],
    draft: bool,
    bilingual: bool,
    redline: str | None,
) -> None:
    """Build the report into build/: every language, PDF and Word, and the ledger of its numbers."""
    if bilingual and redline is not None:
        raise click.UsageError("--bilingual and --redline write different files: choose one")
    copy = "--bilingual" if bilingual else "--redline" if redline is not None else ""
    if copy and context.get_parameter_source("formats") is ParameterSource.COMMANDLINE:
        raise click.UsageError(f"{copy} writes Word files alone: leave out --format")

    purpose = _drafted if draft else _published

    def run(found: Diagnostics) -> None:
        if bilingual:
            _name(_copy(root, locales, purpose, found))
        elif redline is not None:
            _name(_compare(root, redline, locales, purpose, found))
        else:
            _tell("Reading the report ...")
            reader: Reader = context.obj or begin_reader()
            _build(reader((root, locales)), locales, formats, purpose, found)

    finish(run, root, "text")


def _build(
    reading: Reading, locales: tuple[str, ...], formats: tuple[str, ...], purpose: Chosen, found: Diagnostics
) -> None:
    # what builds takes as long to import as what reads, and the report to read: the second processor reads
    from reportgen.commands.build_report import build_report
    from reportgen.commands.languages import Wanted

    outcome = build_report(reading, Wanted(locales, formats, purpose()), found, _tell)
    _name(outcome.written)
    for path in outcome.stale:
        click.echo(f"{path} is stale: it stays as it was", err=True)
    for id_ in outcome.unlisted:
        click.echo(f"the ledger lacks {id_}, which was not built: build it again", err=True)
    if outcome.written:
        click.echo(f"{outcome.bound:,} numbers from the data, {outcome.typed:,} typed by hand", err=True)


def _copy(root: Path, locales: tuple[str, ...], purpose: Chosen, found: Diagnostics) -> tuple[str, ...]:
    from reportgen.commands.build_bilingual import build_bilingual

    return build_bilingual(root, locales, purpose(), found, _tell)


def _compare(
    root: Path, revision: str, locales: tuple[str, ...], purpose: Chosen, found: Diagnostics
) -> tuple[str, ...]:
    from reportgen.commands.build_redline import build_redline

    return build_redline(root, revision, locales, purpose(), found, _tell)


def _drafted() -> Purpose:
    from reportgen.build import DRAFT

    return DRAFT


def _published() -> Purpose:
    from reportgen.build import PUBLISHED

    return PUBLISHED


def _name(paths: Iterable[str]) -> None:
    for path in paths:
        click.echo(path)


def _tell(words: str) -> None:
    click.echo(words, err=True)
