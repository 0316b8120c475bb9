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
    return tuple(_without(inline) for inline in inlines if not isinstance(inline, NoteRef | Said))


def _without(inline: Inline) -> Inline:
    match inline:
        case Strong(children):
            return Strong(without_notes(children))
        case Emphasis(children):
            return Emphasis(without_notes(children))
        case Unfinished(children):
            return Unfinished(without_notes(children))
        case Link(target, children, span):
            return Link(target, without_notes(children), span)
        case _:
            return inline
