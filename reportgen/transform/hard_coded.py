"""Finds the words of a document in the pseudo-language that never passed translation.

What is bound carries its language itself: values with their units, number words, labels of periods. So do addresses
that stand for themselves. Every other letter passed ``translate``, or was written into a template or the code.
"""

from __future__ import annotations

from collections.abc import Iterator

from reportgen.diagnostics import Code, Diagnostics, Span
from reportgen.i18n.pseudo import strays
from reportgen.model.block import Document
from reportgen.model.inline import Link, NoteRef, PageReference, Ref, Text, TitleReference
from reportgen.model.plain import plain
from reportgen.model.walk import walk
from reportgen.read.templates import Templates

_MAILTO = "mailto:"


def hard_coded(document: Document, templates: Templates, diagnostics: Diagnostics) -> None:
    """Report each hard-coded word once (HARD_CODED), where the template has it, or else where it is printed."""
    reported: set[tuple[str, Span]] = set()
    for text, printed in _texts(document):
        for words in strays(text):
            place = templates.place_of(words)
            if (words, place or printed) not in reported:
                reported.add((words, place or printed))
                _report(words, place, printed, diagnostics)


def _report(words: str, place: Span | None, printed: Span, diagnostics: Diagnostics) -> None:
    message = f"`{words}` is hard-coded: it never passed translation"
    if place is None:
        hint = "no template has it: let the code that makes it pass it through `translate`"
        diagnostics.error(Code.HARD_CODED, message, printed, hint)
    else:
        hint = f'write `{{{{ _("{words}") }}}}`, then run `reportgen translate update`; it is printed at {printed}'
        diagnostics.error(Code.HARD_CODED, message, place, hint)


def _texts(document: Document) -> Iterator[tuple[str, Span]]:
    """Yield the texts of a document that are neither bound nor addresses, each with the place of its block."""
    place = Span("templates/report.md.j2")
    addresses: set[int] = set()
    for node in walk(document):
        match node:
            case Link(target, children) if target.removeprefix(_MAILTO) == plain(children).removeprefix(_MAILTO):
                addresses.update(map(id, children))
            case Link() | NoteRef() | PageReference() | TitleReference() | Ref():
                pass  # where these stand is known more closely than where the words beside them do
            case Text(text):
                if id(node) not in addresses:
                    yield text, place
            case _ if "span" in node.__struct_fields__:
                place = node.span
