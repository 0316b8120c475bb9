"""Reads the finished document once more: what must not be printed as it stands."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reportgen.diagnostics import Code, Diagnostics, Span
from reportgen.model.block import Document, Heading, Note, Paragraph
from reportgen.model.inline import Emphasis, Inline, Link, Strong, Text, Unfinished
from reportgen.model.walk import walk

_MARKUP = re.compile(r"\*\*|\[\^|\]\(|\{:|^:::|[\ue000-\uf8ff]")


def lint(document: Document, diagnostics: Diagnostics) -> None:
    """Report markup that would be printed as characters."""
    for text, span in _texts(document):
        if found := _MARKUP.search(text):
            _markup(found.group(), span, diagnostics)


def _markup(found: str, span: Span, diagnostics: Diagnostics) -> None:
    diagnostics.error(
        Code.LITERAL_MARKUP,
        f"`{found}` would be printed as it stands",
        span,
        "close or remove the markup, or write a backslash before it",
    )


def _texts(document: Document) -> Iterator[tuple[str, Span]]:
    for node in walk((document.blocks, document.notes)):
        match node:
            case Paragraph(inlines, span) | Note(inlines=inlines, span=span) | Heading(inlines=inlines, span=span):
                yield from ((text, span) for text in _plain(inlines))


def _plain(inlines: tuple[Inline, ...]) -> Iterator[str]:
    for inline in inlines:
        match inline:
            case Text(text):
                yield text
            case Strong(children) | Link(_, children) | Unfinished(children):
                yield from _plain(children)
            case Emphasis():
                continue
