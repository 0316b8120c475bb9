"""A review as records for a program."""

from __future__ import annotations

from collections.abc import Iterable

from reportgen.commands.review_import import Review
from reportgen.diagnostics import Span
from reportgen.model.passage import Edit, Note, Number, Passage, Place

Record = dict[str, object]


def review_record(file: str, came: Review) -> Record:
    """Return a review as records: its passages in order, each with its places, changes and comments."""
    return {
        "file": file,
        "language": came.language,
        "formatting": came.formatting,
        "passages": [_passage(passage) for passage in came.passages],
        "untracked": [_passage(passage) for passage in came.untracked],
    }


def _passage(passage: Passage) -> Record:
    return {
        "state": passage.state.value,
        "messages": list(passage.messages),
        "heading": passage.heading,
        "places": _places(passage.places),
        "now": passage.now,
        "before": passage.before,
        "after": passage.after,
        "changes": [_edit(edit) for edit in passage.edits],
        "comments": [_note(note) for note in passage.notes],
    }


def _edit(edit: Edit) -> Record:
    change = edit.change
    return {
        "author": change.author,
        "date": change.date,
        "moved": change.moved,
        "thing": change.thing.value if change.thing else "",
        "deleted": change.deleted,
        "inserted": change.inserted,
        "withdrawn": change.withdrawn,
        "places": _places(edit.places),
        "numbers": _numbers(edit.numbers),
    }


def _note(note: Note) -> Record:
    comment = note.comment
    return {
        "author": comment.author,
        "date": comment.date,
        "words": note.words,
        "text": comment.text,
        "resolved": comment.resolved,
        "replies": [{"author": reply.author, "date": reply.date, "text": reply.text} for reply in comment.replies],
        "through": list(note.through),
        "places": _places(note.places),
        "numbers": _numbers(note.numbers),
    }


def _places(places: Iterable[Place]) -> list[Record]:
    return [{"language": place.language, **_span(place.span)} for place in places]


def _numbers(numbers: Iterable[Number]) -> list[Record]:
    return [{"text": number.text, "reference": number.reference, **_span(number.span)} for number in numbers]


def _span(span: Span) -> Record:
    return {"file": span.path, "line": span.line, "column": span.column}
