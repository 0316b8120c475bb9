"""`reportgen build`: the report into build/."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import click

from reportgen.build import DRAFT, PUBLISHED
from reportgen.cli.formats import FORMAT
from reportgen.cli.running import LOCALES, ROOT, finish
from reportgen.commands.build_report import build_report
from reportgen.commands.languages import Wanted
from reportgen.diagnostics import Diagnostics


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
    wanted = Wanted(locales, formats, DRAFT if draft else PUBLISHED)

    def copy(found: Diagnostics) -> tuple[str, ...]:
        from reportgen.commands.build_bilingual import build_bilingual  # noqa: PLC0415 - it needs the Word writer

        return build_bilingual(root, locales, wanted.purpose, found, _tell)

    def compare(found: Diagnostics) -> tuple[str, ...]:
        from reportgen.commands.build_redline import build_redline  # noqa: PLC0415 - it needs git

        return build_redline(root, redline or "", locales, wanted.purpose, found, _tell)

    def run(found: Diagnostics) -> None:
        if bilingual:
            _name(copy(found))
        elif redline is not None:
            _name(compare(found))
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
