"""`reportgen translate accept`: translations that need no change."""

from __future__ import annotations

from pathlib import Path

import click

from reportgen.cli.running import LOCALES, ROOT, finish
from reportgen.commands.accept_translations import accept_all, accept_translations
from reportgen.diagnostics import Diagnostics


@click.command()
@ROOT
@LOCALES
@click.argument("messages", nargs=-1, metavar="[MESSAGE] ...")
@click.option("--section", "names", multiple=True, help="All of a catalogue, such as green_data_center.")
@click.option("--all", "everything", is_flag=True, help="All that changed; with --locale, to these languages.")
def accept(
    root: Path, locales: tuple[str, ...], messages: tuple[str, ...], names: tuple[str, ...], everything: bool
) -> None:
    """Accept translations although their source changed: a comma moved, a slip was mended.

    A MESSAGE is a name or a place as `diff` prints them: green_data_center.3f2a91bc, or locales/.../x.po:41.
    """
    if bool(messages) == bool(names or everything):
        raise click.UsageError("name messages, or say --section NAME or --all")

    def run(found: Diagnostics) -> None:
        done = accept_translations(root, messages, found) if messages else accept_all(root, locales, names, found)
        for name in done:
            click.echo(name)
        click.echo(f"{len(done)} accepted", err=True)

    finish(run, root, "text")
