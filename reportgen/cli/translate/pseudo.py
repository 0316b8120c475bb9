"""`reportgen translate pseudo`: the report in a pseudo-language, before translators start."""

from __future__ import annotations

from pathlib import Path

import click

from reportgen.cli.formats import FORMAT
from reportgen.cli.running import LOCALES, ROOT, finish
from reportgen.commands.build_pseudo import PSEUDO, build_pseudo
from reportgen.commands.languages import Wanted
from reportgen.diagnostics import Diagnostics


@click.command()
@ROOT
@LOCALES
@FORMAT
def pseudo(root: Path, locales: tuple[str, ...], formats: tuple[str, ...]) -> None:
    """Build the report with every translatable word disguised: it shows words that no translator can reach.

    Words get accents and grow by a third, so that places too narrow for a longer language show too.
    """

    def run(found: Diagnostics) -> None:
        wanted = Wanted(locales, formats, PSEUDO)
        for path in build_pseudo(root, wanted, found, lambda words: click.echo(words, err=True)):
            click.echo(path)

    finish(run, root, "text")
