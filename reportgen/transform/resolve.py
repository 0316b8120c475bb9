"""Resolves cross-references: each must lead somewhere, and a reference without words takes its target's title."""

from __future__ import annotations

from typing import Any

from reportgen.diagnostics import Code, Diagnostics, Span, suggest
from reportgen.model.block import Chart, Diagram, Document, Figure, Heading, Matrix, Table
from reportgen.model.inline import Inline, Link, PageReference, Text, TitleReference
from reportgen.model.plain import without_notes
from reportgen.model.walk import rewrite, walk


def resolve(document: Document, diagnostics: Diagnostics) -> Document:
    """Return the document with title references turned into links; dead links and double anchors are errors."""
    titles = _titles(document, diagnostics)

    def change(node: Any) -> Any:
        match node:
            case TitleReference(anchor, span):
                return Link(f"#{anchor}", titles.get(anchor) or _missing(anchor, span, titles, diagnostics), span)
            case PageReference(anchor, span) if anchor not in titles:
                _missing(anchor, span, titles, diagnostics)
            case Link(target, _, span) if target.startswith("#") and target[1:] not in titles:
                _missing(target[1:], span, titles, diagnostics)
        return node

    return rewrite(document, change, TitleReference, PageReference, Link)


def _titles(document: Document, diagnostics: Diagnostics) -> dict[str, tuple[Inline, ...]]:
    titles: dict[str, tuple[Inline, ...]] = {}
    places: dict[str, Span] = {}
    for node in walk(document.blocks, Heading, Table, Figure, Chart, Diagram, Matrix):
        match node:
            case Heading(_, title, anchor, span):
                pass
            case Table(caption=title, anchor=anchor, span=span) | Figure(caption=title, anchor=anchor, span=span):
                pass
            case Chart(title=title, anchor=anchor, span=span):
                pass
            case Diagram(title=title, anchor=anchor, span=span) | Matrix(title=title, anchor=anchor, span=span):
                pass
        if anchor and places.setdefault(anchor, span) != span:
            diagnostics.error(
                Code.DUPLICATE_ID,
                f"the anchor `{anchor}` stands at {places[anchor]} too",
                span,
                "give one of the two another id",
            )
        if anchor:
            titles.setdefault(anchor, without_notes(title))
    return titles


def _missing(
    anchor: str, span: Span, titles: dict[str, tuple[Inline, ...]], diagnostics: Diagnostics
) -> tuple[Inline, ...]:
    hint = suggest(anchor, titles) or "link to a section's id, or to a heading's, table's, chart's or diagram's `#id`"
    diagnostics.error(Code.UNKNOWN_TARGET, f"nothing is called `#{anchor}`", span, hint)
    return (Text(f"#{anchor}"),)
