"""`reportgen translate export`: files for translators who have only Excel or a CAT tool."""

from __future__ import annotations

from pathlib import Path

import click
from msgspec.structs import replace

from reportgen.cli.counted import counted
from reportgen.cli.running import LOCALES, ROOT, finish
from reportgen.commands.export_translations import FORMATS, Exported, Wanted, plan_export, write_export
from reportgen.diagnostics import Diagnostics
from reportgen.i18n.sent import every, unfinished


@click.command()
@ROOT
@LOCALES
@click.option("--format", "form", type=click.Choice(tuple(FORMATS)), default="xlsx", help="Excel, or XLIFF 1.2.")
@click.option("--all", "everything", is_flag=True, help="Send finished messages too.")
@click.option("--output", type=click.Path(dir_okay=False, path_type=Path), help="Where to write; for one language.")
@click.argument("sections", nargs=-1, metavar="[SECTION] ...")
def export(
    root: Path, locales: tuple[str, ...], form: str, everything: bool, output: Path | None, sections: tuple[str, ...]
) -> None:
    """Write what is new or has changed into build/translations/, a file a language.

    A SECTION is a catalogue, such as green_data_center; all if none is named.
    """

    def run(found: Diagnostics) -> None:
        planned = plan_export(root, Wanted(locales, sections, form, every if everything else unfinished), found)
        for one in _placed(planned, output):
            write_export(root, one)
            click.echo(f"{one.path}: {counted(one.messages, 'message')}, {counted(one.words, 'word')}")
        if not planned and not found.failed:
            click.echo("nothing to translate: no file is written")

    finish(run, root, "text")


def _placed(planned: tuple[Exported, ...], output: Path | None) -> tuple[Exported, ...]:
    if output is None:
        return planned
    if len(planned) > 1:
        raise click.UsageError("--output is for one language: name it with --locale")
    return tuple(replace(one, path=str(output.absolute())) for one in planned)
