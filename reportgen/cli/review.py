"""`reportgen review`: what came back from reviewers who work in Word."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import click

from reportgen.cli.counted import counted
from reportgen.cli.review_records import review_record
from reportgen.cli.running import ROOT, finish
from reportgen.cli.word_changes import shown_change
from reportgen.commands.review_import import Review, review_import
from reportgen.diagnostics import Diagnostics
from reportgen.i18n.word_diff import Change, Kind
from reportgen.model.passage import Changed, Note, Number, Passage, Place, State
from reportgen.model.review import Stretch

STATES = {
    State.CHANGED: "the report says something else now",
    State.GONE: "its source has changed since",
    State.BESIDE: "data beside",
    State.NEW: "a new paragraph after",
    State.NOTE: "a new note in",
    State.MISSING: "not in the file",
    State.OUTSIDE: "in no paragraph of the sources",
}
"""What is said of a passage that is not simply a message as it stands."""
_ELSEWHERE = (State.BESIDE, State.OUTSIDE)
"""Where passages stand that may have changed, too."""
_BREAK = "⏎"
_LONG = 120


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
def review() -> None:
    """Work with reviewers who comment on the report in Word."""


@review.command("import")
@ROOT
@click.option("--locale", default="", help="The language of the file, such as en; the file says it if not given.")
@click.option(
    "--output-format", "form", type=click.Choice(["text", "json"]), default="text", help="How to list what came back."
)
@click.option("--untracked", is_flag=True, help="List what differs from the report without a tracked change, too.")
@click.argument("file", type=click.Path(path_type=Path))
def import_(root: Path, locale: str, form: str, untracked: bool, file: Path) -> None:
    """List the comments and tracked changes of a Word file by their place in the sources. Nothing is changed."""

    def run(found: Diagnostics) -> None:
        came = review_import(root, file, locale, found)
        if came is None:
            return
        if form == "json":
            click.echo(json.dumps(review_record(file.name, came), ensure_ascii=False, indent=2))
            return
        for passage in (*came.passages, *(came.untracked if untracked else ())):
            click.echo("\n".join(_passage(passage)) + "\n")
        click.echo(_summary(came), err=True)

    finish(run, root, "text")


def _passage(passage: Passage) -> Iterator[str]:
    names = ", ".join(passage.messages) or "-"
    states = [passage.state, *([State.CHANGED] if passage.now and passage.state in _ELSEWHERE else [])]
    said = "; ".join(STATES[state] for state in states if state in STATES)
    yield click.style(names, bold=True) + (f"  ({said})" if said else "")
    if passage.heading:
        yield f"  {passage.heading.splitlines()[0]}"
    yield from (f"  {place.language}: {place.span}" for place in passage.places)
    if passage.before and (passage.now or not (passage.edits or passage.notes)):
        yield f"  was: {_line(passage.before)}"
    if passage.now:
        yield f"  now: {_line(passage.now)}"
    if passage.edits:
        yield f"  {''.join(map(_stretch, passage.stretches))}"
        for edit in passage.edits:
            change = edit.change
            done = "deleted all of it" if change.deleted == passage.before and not change.inserted else _done(change)
            yield f"  {_at(edit.places)}{_by(change.author, change.date)}: {done}"
            yield from map(_number, edit.numbers)
    for note in passage.notes:
        yield from _note(note)


def _note(note: Note) -> Iterator[str]:
    comment = note.comment
    on = f" on {_quoted(note.words)}" if note.words else ""
    further = f", to {note.through[-1]}" if note.through else ""
    settled = ", resolved" if comment.resolved else ""
    yield f"  {_at(note.places)}{_by(comment.author, comment.date)}{on}{further}{settled}:"
    yield from (f"    {line}" for line in comment.text.splitlines())
    for reply in comment.replies:
        first, *rest = reply.text.splitlines() or [""]
        yield f"    > {_by(reply.author, reply.date)}: {first}"
        yield from (f"    > {line}" for line in rest)
    yield from map(_number, note.numbers)


def _stretch(stretch: Stretch) -> str:
    kind = Kind.KEPT
    if stretch.revisions:
        kind = Kind.INSERTED if stretch.after else Kind.DELETED
    text = f"({stretch.held.thing.value})" if stretch.held and stretch.revisions else _line(stretch.text)
    return shown_change(Change(kind, text))


def _done(change: Changed) -> str:
    verb = "moved" if change.moved else ""
    thing = f"{change.thing.value} " if change.thing else ""
    deleted, inserted = thing + _quoted(change.deleted), thing + _quoted(change.inserted)
    if change.deleted and change.inserted:
        done = f"{deleted} -> {inserted}"
    elif change.deleted:
        done = f"{verb or 'deleted'} {deleted}" + (" away" if verb else "")
    elif change.inserted:
        done = f"{verb or 'inserted'} {inserted}" + (" here" if verb else "")
    else:
        done = f"took {thing}{_quoted(change.withdrawn)} away again"
    return done


def _number(number: Number) -> str:
    return f"    {number.text} is {number.reference}: {number.span}"


def _by(author: str, date: str) -> str:
    """Return who did something and when, to the minute, as the file has it."""
    return ", ".join(part for part in (author or "somebody", date[:16].replace("T", " ")) if part)


def _at(places: tuple[Place, ...]) -> str:
    return f"{places[0].span.line}:{places[0].span.column} " if places else ""


def _quoted(text: str) -> str:
    """Return words in quotation marks, without their middle where they are long."""
    line = _line(text)
    return f"“{line}”" if len(line) <= _LONG else f"“{line[: _LONG // 2].rstrip()} … {line[-_LONG // 2 :].lstrip()}”"


def _line(text: str) -> str:
    return text.replace("\n", _BREAK).replace("\t", " ")


def _summary(came: Review) -> str:
    notes = sum(len(passage.notes) for passage in came.passages)
    edits = sum(len(passage.edits) for passage in came.passages)
    stale = sum(passage.state is State.GONE or bool(passage.now) for passage in came.passages)
    counts = [_counted(notes, "comment"), _counted(edits, "change")]
    counts += [f"{_counted(stale, 'passage')} out of date"] if stale else []
    counts += [f"{_counted(came.formatting, 'change')} of looks, not listed"] if came.formatting else []
    counts += [f"{_counted(len(came.untracked), 'paragraph')} changed without tracking"] if came.untracked else []
    return ", ".join(counts)


def _counted(count: int, noun: str) -> str:
    return counted(count, noun) if count else f"no {noun}s"
