"""The words of inlines, without their form."""

from __future__ import annotations

from collections.abc import Iterable

from reportgen.model.inline import (
    Bound,
    Break,
    Emphasis,
    Inline,
    Link,
    NoteRef,
    PageReference,
    Ref,
    Said,
    Strong,
    Text,
    TitleReference,
    Unfinished,
)


def plain(inlines: Iterable[Inline]) -> str:
    """Return the text of inlines: note marks and page numbers left out, hard breaks as spaces."""
    return "".join(_text(inline) for inline in inlines)


def _text(inline: Inline) -> str:
    match inline:
        case Text(text) | Bound(text):
            return text
        case Strong(children) | Emphasis(children) | Unfinished(children) | Link(_, children):
            return plain(children)
        case Break():
            return " "
        case Ref(id):
            return "{" + id + "}"
        case NoteRef() | PageReference() | TitleReference() | Said():
            return ""


def without_notes(inlines: Iterable[Inline]) -> tuple[Inline, ...]:
    """Return inlines as they are said again elsewhere: a heading's note and message are the heading's own."""
    return _without(inlines, (NoteRef, Said))


def without_marks(inlines: Iterable[Inline]) -> tuple[Inline, ...]:
    """Return inlines without the marks of notes."""
    return _without(inlines, (NoteRef,))


def _without(inlines: Iterable[Inline], kinds: tuple[type, ...]) -> tuple[Inline, ...]:
    return tuple(_kept(inline, kinds) for inline in inlines if not isinstance(inline, kinds))


def _kept(inline: Inline, kinds: tuple[type, ...]) -> Inline:
    match inline:
        case Strong(children):
            return Strong(_without(children, kinds))
        case Emphasis(children):
            return Emphasis(_without(children, kinds))
        case Unfinished(children):
            return Unfinished(_without(children, kinds))
        case Link(target, children, span):
            return Link(target, _without(children, kinds), span)
        case _:
            return inline
