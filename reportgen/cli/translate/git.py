"""`reportgen translate setup-git`, and the two commands that git then runs."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from pathlib import Path

import click

from reportgen.cli.running import FAILED, ROOT, finish
from reportgen.cli.word_changes import changed_words
from reportgen.commands.git_drivers import changes_between, merge_files, plain_changes
from reportgen.commands.set_up_git import set_up_git, undo
from reportgen.diagnostics import Diagnostics
from reportgen.i18n.catalogue import domain_of
from reportgen.i18n.catalogue_diff import EntryChange, Kind
from reportgen.i18n.examples import without_examples
from reportgen.i18n.identity import message_id
from reportgen.i18n.po_entry import PoEntry

_FILE = click.Path(path_type=Path)
_FILES = 6


@click.command("setup-git")
@ROOT
@click.option("--undo", "undoes", is_flag=True, help="Take away what was added.")
def setup_git(root: Path, undoes: bool) -> None:
    """Let git show catalogues word by word and merge them message by message, in this clone."""

    def run(found: Diagnostics) -> None:
        done = undo(root, found) if undoes else set_up_git(root, found)
        for line in done:
            click.echo(line)
        if not done and not found.failed:
            click.echo("Nothing to do.", err=True)

    finish(run, root, "text")


@click.command("git-diff", hidden=True, context_settings={"ignore_unknown_options": True})
@click.argument("path")
@click.argument("files", nargs=-1)
def git_diff(path: str, files: tuple[str, ...]) -> None:
    """Print a catalogue's changes, as git's external diff: old file, its name and mode, new file, its name and mode."""
    if len(files) < _FILES:
        click.echo(f"* unmerged: {path}")
        return
    old, new = Path(files[0]), Path(files[3])
    changes = changes_between(old, new, path)
    lines = plain_changes(old, new, path) if changes is None else _lines(changes, path)
    shown = sys.stdout.isatty() or os.environ.get("GIT_PAGER_IN_USE") == "true"
    colours = shown and "NO_COLOR" not in os.environ
    for line in lines:
        click.echo(line, color=colours)


@click.command("git-merge", hidden=True)
@click.argument("base", type=_FILE)
@click.argument("ours", type=_FILE)
@click.argument("theirs", type=_FILE)
@click.argument("path")
def git_merge(base: Path, ours: Path, theirs: Path, path: str) -> None:
    """Merge catalogues, as git's merge driver."""
    if merge_files(base, ours, theirs, path):
        sys.exit(FAILED)


def _lines(changes: tuple[EntryChange, ...], path: str) -> Iterator[str]:
    yield click.style(f"diff {path}", bold=True)
    for change in changes:
        yield from _change(change, path)
    yield ""


def _change(change: EntryChange, path: str) -> Iterator[str]:
    entry = change.after or change.before
    assert entry is not None
    before, after = change.before or PoEntry(""), change.after or PoEntry("")
    name = message_id(domain_of(path), entry.source)
    marks = _fuzzy(before, after) if change.kind is Kind.CHANGED else ""
    yield ""
    yield click.style(f"{name}  {change.kind.value}{marks}", fg="cyan") + _place(change.after)
    heading = without_examples(entry.comment).split("\n")[0]
    if heading:
        yield f"  {heading}"
    if change.kind is not Kind.MOVED:
        yield f"  {changed_words(before.source, after.source)}"
        if before.translation or after.translation:
            yield f"  {changed_words(before.translation, after.translation)}"


def _fuzzy(before: PoEntry, after: PoEntry) -> str:
    if before.fuzzy == after.fuzzy:
        return ""
    return ", to be checked" if after.fuzzy else ", checked"


def _place(entry: PoEntry | None) -> str:
    return f"  line {entry.line}" if entry else ""
