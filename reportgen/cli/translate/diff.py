"""`reportgen translate diff`: what changed, word by word, beside the present translation."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

import click

from reportgen.cli.running import LOCALES, ROOT, finish
from reportgen.cli.word_changes import changed_words
from reportgen.commands.diff_file import write_diff
from reportgen.commands.translation_diff import Revised, What, counts, translation_diff, translation_diff_since
from reportgen.diagnostics import Diagnostics

_SAID = {What.CHANGED: "changed", What.NEW: "new", What.RETRANSLATED: "translation changed", What.GONE: "gone"}


@click.command()
@ROOT
@LOCALES
@click.argument("names", nargs=-1, metavar="[SECTION] ...")
@click.option("--since", metavar="REVISION", help="Show what changed since a commit, branch or tag of git.")
@click.option("--html", "page", type=click.Path(dir_okay=False, path_type=Path), help="Write a page for a browser.")
def diff(root: Path, locales: tuple[str, ...], names: tuple[str, ...], since: str | None, page: Path | None) -> None:
    """Show what changed in the source, word by word, beside its present translation.

    Without --since: what is to be done now, messages whose source changed and new ones.
    """

    def run(found: Diagnostics) -> None:
        if since is None:
            revised = translation_diff(root, locales, names, found)
        else:
            revised = translation_diff_since(root, since, locales, names, found)
        if page is None:
            for one in revised:
                click.echo("\n".join(_lines(one)) + "\n")
        else:
            write_diff(page, f"Translations: changes since {since}" if since else "Translations to do", revised)
            click.echo(str(page))
        if not found.failed:
            click.echo(_summary(revised), err=True)

    finish(run, root, "text")


def _lines(one: Revised) -> Iterator[str]:
    yield click.style(f"{one.name}  {_SAID[one.what]}", bold=True)
    yield f"  {one.source_place} -> {one.place}"
    if one.heading:
        yield f"  {one.heading.splitlines()[0]}"
    source = changed_words(one.before, one.after) if one.what in (What.CHANGED, What.GONE) else one.after
    yield f"  {one.language}: {source}"
    if one.translation_before or one.translation:
        words = changed_words(one.translation_before, one.translation) if one.translation_before else one.translation
        yield f"  {one.locale}: {words}"
    yield from (f"  {reference} = {text}" for reference, text in one.examples.items() if one.waiting)


def _summary(revised: Iterable[Revised]) -> str:
    counted = counts(revised)
    return ", ".join(f"{number} {_SAID[what]}" for what, number in counted.items()) or "nothing has changed"
