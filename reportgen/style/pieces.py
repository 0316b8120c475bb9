"""Inlines to pieces: emphasis, links and numbers become properties of runs."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from reportgen.model.flow import LineBreak, NoteMark, PageNumber, Piece, Run
from reportgen.model.inline import (
    Bound,
    Break,
    Emphasis,
    Inline,
    Link,
    NoteRef,
    PageReference,
    Ref,
    Strong,
    Text,
    TitleReference,
    Unfinished,
)

_PLAIN = Run("")


def pieces(inlines: Iterable[Inline], form: Run = _PLAIN) -> tuple[Piece, ...]:
    """Return the pieces of bound, numbered and resolved inlines. ``form`` is the run that they stand in."""
    return tuple(_pieces(inlines, form))


def _pieces(inlines: Iterable[Inline], form: Run) -> Iterator[Piece]:
    for inline in inlines:
        match inline:
            case Text(text):
                yield replace(form, text=text)
            case Bound(text, occurrence=occurrence):
                yield replace(form, text=text, occurrence=occurrence)
            case Strong(children):
                yield from _pieces(children, replace(form, strong=True))
            case Emphasis(children):
                yield from _pieces(children, replace(form, emphasis=True))
            case Link(target, children):
                yield from _pieces(children, replace(form, link=target))
            case Unfinished(children):
                yield from _pieces(children, replace(form, unfinished=True))
            case NoteRef(_, _, number, table, first):
                yield NoteMark(number, table, first)
            case PageReference(anchor):
                yield PageNumber(anchor, form.strong)
            case Break():
                yield LineBreak()
            case Ref() | TitleReference():
                raise TypeError(f"{inline} is lowered before it is bound and resolved")
