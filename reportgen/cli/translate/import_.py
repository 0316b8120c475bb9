"""`reportgen translate import`: files that translators filled in, into the catalogues."""

from __future__ import annotations

from pathlib import Path

import click

from reportgen.cli.running import ROOT, finish
from reportgen.commands.import_translations import Incoming, plan_import, write_import
from reportgen.diagnostics import Diagnostics
from reportgen.i18n.receive import Fate

_ALWAYS = (Fate.TAKEN, Fate.STALE, Fate.UNCHANGED)


@click.command("import")
@ROOT
@click.option("--dry-run", is_flag=True, help="Write nothing, say what would be taken.")
@click.argument("file", type=click.Path(path_type=Path))
def import_(root: Path, dry_run: bool, file: Path) -> None:
    """Take the translations of a workbook or XLIFF file that `export` wrote and a translator filled in.

    What is stale, in conflict or broken is reported and left as it is.
    """

    def run(found: Diagnostics) -> None:
        incoming = plan_import(root, file, found)
        if not dry_run:
            write_import(root, incoming)
        click.echo(summary(incoming))

    finish(run, root, "text")


def summary(incoming: Incoming) -> str:
    """Say how many rows had each fate, such as ``10 taken, 1 stale, 2 unchanged``."""
    counts = {fate: incoming.counts.get(fate, 0) for fate in Fate}
    return ", ".join(f"{number} {fate.value}" for fate, number in counts.items() if number or fate in _ALWAYS)
