"""Resolves cross-references: each must lead somewhere, and a reference without words takes its target's title."""

from __future__ import annotations

from typing import Any, get_args

from reportgen.diagnostics import Code, Diagnostics, Span, suggest
from reportgen.model.block import Cell, Chart, Diagram, Document, Figure, Heading, Matrix, Paragraph, Table
from reportgen.model.inline import Inline, Link, PageReference, Text, TitleReference
from reportgen.model.plain import without_notes
from reportgen.model.walk import rewrite, walk

_Place = Heading | Table | Cell | Figure | Chart | Diagram | Matrix


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
    for node in walk(document.blocks, *get_args(_Place)):
        anchor = node.anchor
        if anchor and places.setdefault(anchor, node.span) != node.span:
            diagnostics.error(
                Code.DUPLICATE_ID,
                f"the anchor `{anchor}` stands at {places[anchor]} too",
                node.span,
                "give one of the two another id",
            )
        if anchor:
            titles.setdefault(anchor, without_notes(_title(node)))
    return titles


def _title(place: _Place) -> tuple[Inline, ...]:
    """Return the words by which a place is known: of a cell, its first paragraph."""
    match place:
        case Table(caption=title) | Figure(caption=title):
            return title
        case Heading(inlines=title) | Cell((Paragraph(title), *_)):
            return title
        case Cell():
            return ()
        case _:
            return place.title


def _missing(
    anchor: str, span: Span, titles: dict[str, tuple[Inline, ...]], diagnostics: Diagnostics
) -> tuple[Inline, ...]:
    hint = suggest(anchor, titles) or "link to a section's id, or to a heading's, table's, chart's or diagram's `#id`"
    diagnostics.error(Code.UNKNOWN_TARGET, f"nothing is called `#{anchor}`", span, hint)
    return (Text(f"#{anchor}"),)
