"""`reportgen build`: the report into build/."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import click

from reportgen.build import DRAFT, PUBLISHED
from reportgen.cli.formats import FORMAT
from reportgen.cli.running import LOCALES, ROOT, finish
from reportgen.commands.build_bilingual import build_bilingual
from reportgen.commands.build_redline import build_redline
from reportgen.commands.build_report import Wanted, build_report
from reportgen.diagnostics import Diagnostics


@click.command()
@ROOT
@LOCALES
@FORMAT
@click.option("--draft", is_flag=True, help="Print what is not translated, marked, instead of failing.")
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
    wanted = Wanted(locales, formats, DRAFT if draft else PUBLISHED)

    def run(found: Diagnostics) -> None:
        if bilingual:
            _name(build_bilingual(root, locales, wanted.translator, found, _tell))
        elif redline is not None:
            _name(build_redline(root, redline, locales, wanted.translator, found, _tell))
        else:
            _build(root, wanted, found)

    finish(run, root, "text")


def _build(root: Path, wanted: Wanted, found: Diagnostics) -> None:
    outcome = build_report(root, wanted, found, _tell)
    _name(outcome.written)
    for path in outcome.stale:
        click.echo(f"{path} is stale: it stays as it was", err=True)
    click.echo(f"{outcome.bound:,} numbers from the data, {outcome.typed:,} typed by hand", err=True)


def _name(paths: Iterable[str]) -> None:
    for path in paths:
        click.echo(path)


def _tell(words: str) -> None:
    click.echo(words, err=True)
