"""`reportgen build`: the report into build/."""

from __future__ import annotations

from pathlib import Path

import click

from reportgen.build import DRAFT, PUBLISHED
from reportgen.cli.formats import FORMAT
from reportgen.cli.running import LOCALES, ROOT, finish
from reportgen.commands.build_report import Wanted, build_report
from reportgen.diagnostics import Diagnostics


@click.command()
@ROOT
@LOCALES
@FORMAT
@click.option(
    "--draft", is_flag=True, help="Print what is not translated, marked, and only warn of provisions without an answer."
)
@click.option("--bilingual", is_flag=True, help="Write a Word file with two languages side by side, and no other.")
def build(root: Path, locales: tuple[str, ...], formats: tuple[str, ...], draft: bool, bilingual: bool) -> None:
    """Build the report into build/: every language, PDF and Word, and the ledger of its numbers."""
    wanted = Wanted(locales, formats, DRAFT if draft else PUBLISHED)

    def copy(found: Diagnostics) -> None:
        from reportgen.commands.build_bilingual import build_bilingual  # noqa: PLC0415 - it needs the Word writer

        for path in build_bilingual(root, locales, wanted.purpose, found, lambda words: click.echo(words, err=True)):
            click.echo(path)

    def run(found: Diagnostics) -> None:
        outcome = build_report(root, wanted, found, lambda words: click.echo(words, err=True))
        for path in outcome.written:
            click.echo(path)
        for path in outcome.stale:
            click.echo(f"{path} is stale: it stays as it was", err=True)
        click.echo(f"{outcome.bound:,} numbers from the data, {outcome.typed:,} typed by hand", err=True)

    finish(copy if bilingual else run, root, "text")
