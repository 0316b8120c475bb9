"""The program: its commands and options, exit status 0 (fine), 1 (findings) or 2 (wrong usage)."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from reportgen import __version__
from reportgen.build import DRAFT, PUBLISHED
from reportgen.cli.data import data
from reportgen.cli.running import FAILED, ROOT, finish
from reportgen.cli.trace import trace
from reportgen.commands.build_report import Wanted, build_report, check_report
from reportgen.commands.outputs import FORMATS
from reportgen.commands.update_catalogues import pending, update_catalogues
from reportgen.diagnostics import Diagnostics

_LOCALES = click.option("--locale", "locales", multiple=True, help="A language, such as en; all if not given.")


class _Formats(click.ParamType[tuple[str, ...]]):
    """Formats with commas between them."""

    name = "formats"

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> tuple[str, ...]:
        """Split and check."""
        names = tuple(str(value).split(",")) if not isinstance(value, tuple) else value
        for name in names:
            if name not in FORMATS:
                self.fail(f"`{name}` is no format; the formats are {', '.join(FORMATS)}", param, ctx)
        return names


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="reportgen")
def main() -> None:
    """Make the annual ESG report in each language, as PDF and Word, from what stands in content/."""


@main.command()
@ROOT
@_LOCALES
@click.option("--format", "formats", type=_Formats(), default=FORMATS, help="pdf, docx, or both: pdf,docx.")
@click.option("--draft", is_flag=True, help="Print what is not translated, marked, instead of failing.")
def build(root: Path, locales: tuple[str, ...], formats: tuple[str, ...], draft: bool) -> None:
    """Build the report into build/: every language, PDF and Word, and the ledger of its numbers."""
    wanted = Wanted(locales, formats, DRAFT if draft else PUBLISHED)

    def run(found: Diagnostics) -> None:
        outcome = build_report(root, wanted, found, lambda words: click.echo(words, err=True))
        for path in outcome.written:
            click.echo(path)
        for path in outcome.stale:
            click.echo(f"{path} is stale: it stays as it was", err=True)
        click.echo(f"{outcome.bound:,} numbers from the data, {outcome.typed:,} typed by hand", err=True)

    finish(run, root, "text")


@main.command()
@ROOT
@_LOCALES
@click.option("--output-format", type=click.Choice(["text", "json", "github"]), default="text", help="How to report.")
@click.option("--all", "everything", is_flag=True, help="Show the findings too that the data answer with a reason.")
def check(root: Path, locales: tuple[str, ...], output_format: str, everything: bool) -> None:
    """Check all that must hold before publication, without writing anything."""
    wanted = Wanted(locales, FORMATS, PUBLISHED)
    shown = Diagnostics.everything if everything else tuple
    finish(lambda found: check_report(root, wanted, found), root, output_format, shown)


@main.group()
def translate() -> None:
    """Work on the catalogues of translations in locales/."""


@translate.command()
@ROOT
@click.option("--check", "only_check", is_flag=True, help="Write nothing; exit 1 if a catalogue is out of date.")
def update(root: Path, only_check: bool) -> None:
    """Bring the catalogues up to date with the sources; what is new is left to translate."""

    def run(found: Diagnostics) -> None:
        updates = pending(root, found) if only_check else update_catalogues(root, found)
        for made in updates:
            if made.changed:
                counts = f"{made.translated} translated, {made.fuzzy} to check, {made.untranslated} to translate"
                click.echo(f"{made.path}: {counts}")
        if only_check and any(made.changed for made in updates):
            sys.exit(FAILED)

    finish(run, root, "text")


main.add_command(data)
main.add_command(trace)
