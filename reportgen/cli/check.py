"""`reportgen check`: all that must hold before publication."""

from __future__ import annotations

from pathlib import Path

import click

from reportgen.build import PUBLISHED
from reportgen.cli.running import FORM, LOCALES, ROOT, STRICT, finish
from reportgen.commands.check_report import check_report
from reportgen.commands.formats import FORMATS
from reportgen.commands.languages import Wanted
from reportgen.diagnostics import Diagnostics


@click.command()
@ROOT
@LOCALES
@FORM
@STRICT
@click.option("--all", "everything", is_flag=True, help="Show the findings too that the data answer with a reason.")
def check(root: Path, locales: tuple[str, ...], form: str, strict: bool, everything: bool) -> None:
    """Check all that must hold before publication, without writing anything."""
    wanted = Wanted(locales, FORMATS, PUBLISHED)
    shown = Diagnostics.everything if everything else tuple

    def run(found: Diagnostics) -> None:
        check_report(root, wanted, found)
        if form == "text" and not tuple(shown(found)):
            click.echo("Nothing to mend.", err=True)

    finish(run, root, form, shown, strict)
