"""Reads the finished document once more: what must not be printed as it stands."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reportgen.diagnostics import Code, Diagnostics, Span
from reportgen.model.block import Document, Heading, Note, Paragraph
from reportgen.model.inline import Emphasis, Inline, Link, Strong, Text, Unfinished
from reportgen.model.project import Project
from reportgen.model.walk import walk

_MARKUP = re.compile(r"\*\*|\[\^|\]\(|\{:|^:::|[\ue000-\uf8ff]")
_TITLE = re.compile("《[^》]*》|“[^”]*”")


def lint(document: Document, project: Project, diagnostics: Diagnostics) -> None:
    """Report markup that would be printed as characters, and years of the report's own series typed as digits.

    Titles (in emphasis, in 《》 or in quotation marks) may hold years: the *2023 Annual Report* is called so.
    """
    labels = {project.periods[id].label: id for id in ("current", "prior") if id in project.periods}
    years = re.compile(rf"(?<![\d-])(?:{'|'.join(map(re.escape, labels))})(?![\d-])") if labels else None
    for text, span in _texts(document):
        if found := _MARKUP.search(text):
            _markup(found.group(), span, diagnostics)
        if years and (year := years.search(_TITLE.sub("", text))):
            _year(year.group(), labels[year.group()], span, diagnostics)


def _markup(found: str, span: Span, diagnostics: Diagnostics) -> None:
    diagnostics.error(
        Code.LITERAL_MARKUP,
        f"`{found}` would be printed as it stands",
        span,
        "close or remove the markup, or write a backslash before it",
    )


def _year(year: str, period: str, span: Span, diagnostics: Diagnostics) -> None:
    diagnostics.warning(
        Code.TYPED_YEAR,
        f"the year {year} is typed as digits",
        span,
        f"write `{{{period}}}`, so that next year's report needs no new translation",
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
