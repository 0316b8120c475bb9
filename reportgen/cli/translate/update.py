"""`reportgen translate update`: catalogues brought up to date with the sources."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from reportgen.cli.running import FAILED, ROOT, finish
from reportgen.commands.update_catalogues import pending, update_catalogues
from reportgen.diagnostics import Diagnostics


@click.command()
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
