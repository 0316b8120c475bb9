"""`reportgen translate fmt`: catalogues in canonical form."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from reportgen.cli.running import FAILED, ROOT, finish
from reportgen.commands.format_catalogues import format_catalogues, unformatted
from reportgen.diagnostics import Diagnostics


@click.command()
@ROOT
@click.argument("files", nargs=-1, type=click.Path(path_type=Path), metavar="[FILE.po] ...")
@click.option("--check", "only_check", is_flag=True, help="Write nothing; exit 1 if a catalogue is not in this form.")
def fmt(root: Path, files: tuple[Path, ...], only_check: bool) -> None:
    """Write catalogues in their canonical form: an editor's wrapping, line numbers and dates are taken out."""

    def run(found: Diagnostics) -> None:
        changed = tuple(unformatted(root, files, found)) if only_check else format_catalogues(root, files, found)
        for path in changed:
            click.echo(path)
        if only_check and changed:
            sys.exit(FAILED)

    finish(run, root, "text")
