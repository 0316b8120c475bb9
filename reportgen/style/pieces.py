"""Inlines to paragraphs of pieces: emphasis, links and numbers become properties of runs."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from msgspec.structs import replace

from reportgen.model.flow import LineBreak, NoteMark, PageNumber, Paragraph, Piece, Run
from reportgen.model.inline import (
    Bound,
    Break,
    Emphasis,
    Inline,
    Link,
    NoteRef,
    PageReference,
    Said,
    Strong,
    Text,
    Unfinished,
)

_PLAIN = Run("")


def paragraph(style: str, inlines: tuple[Inline, ...], family: str, level: int = 0, anchor: str = "") -> Paragraph:
    """Return a paragraph of inlines, which knows the messages that they are of."""
    return Paragraph(style, pieces(inlines), family, level, anchor, messages(inlines))


def messages(inlines: Iterable[Inline]) -> tuple[str, ...]:
    """Return the names of the messages that inlines are of, in order, each once."""
    found: dict[str, None] = {}
    _note_messages(inlines, found)
    return tuple(found)


def _note_messages(inlines: Iterable[Inline], found: dict[str, None]) -> None:
    for inline in inlines:
        match inline:
            case Text() | Bound():
                continue
            case Said(message):
                found[message] = None
            case Strong(children) | Emphasis(children) | Link(_, children) | Unfinished(children):
                _note_messages(children, found)


def pieces(inlines: Iterable[Inline]) -> tuple[Piece, ...]:
    """Return the pieces of bound, numbered and resolved inlines.

    The mark of a note stands at the word before it, though a space was typed between.
    """
    made = list(_pieces(inlines, _PLAIN))
    for place, piece in enumerate(made[1:]):
        before = made[place]
        if isinstance(piece, NoteMark) and isinstance(before, Run):
            made[place] = replace(before, text=before.text.rstrip(" "))
    return tuple(made)


def _pieces(inlines: Iterable[Inline], form: Run) -> Iterator[Piece]:
    """Yield the pieces of inlines; ``form`` is the run that they stand in."""
    for inline in inlines:
        match inline:
            case Text() | Bound():
                yield _piece(inline, form)
            case Strong(children) | Emphasis(children) | Link(_, children) | Unfinished(children):
                yield from _pieces(children, _inside(inline, form))
            case Said():
                continue
            case _:
                yield _piece(inline, form)


def _inside(inline: Strong | Emphasis | Link | Unfinished, form: Run) -> Run:
    match inline:
        case Strong():
            return replace(form, strong=True)
        case Emphasis():
            return replace(form, emphasis=True)
        case Link(target):
            return replace(form, link=target)
        case Unfinished():
            return replace(form, unfinished=True)


def _piece(inline: Inline, form: Run) -> Piece:
    match inline:
        case Text(text):
            return replace(form, text=text)
        case Bound(text, occurrence=occurrence):
            return replace(form, text=text, occurrence=occurrence)
        case NoteRef(_, _, number, table, first):
            return NoteMark(number, table, first)
        case PageReference(anchor):
            return PageNumber(anchor, form.strong)
        case Break():
            return LineBreak()
        case _:
            raise TypeError(f"{inline} is lowered before it is bound and resolved")
