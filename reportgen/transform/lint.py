"""Reads the finished document once more: what must not be printed as it stands."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from reportgen.diagnostics import Code, Diagnostics, Span
from reportgen.model.block import (
    Block,
    Box,
    Cards,
    ChapterBlock,
    Chart,
    ContactLine,
    Diagram,
    Document,
    Figure,
    Goal,
    Heading,
    Landscape,
    ListBlock,
    Matrix,
    Note,
    Paragraph,
    Quotation,
    Section,
    Table,
)
from reportgen.model.inline import Emphasis, Inline, Link, Strong, Text, Unfinished
from reportgen.model.walk import walk

_NAMES: dict[type, str] = {
    Box: "a box",
    Cards: "a row of key figures",
    Chart: "a chart",
    Diagram: "a diagram",
    Matrix: "a diagram",
    Figure: "a picture",
    Heading: "a heading",
    Landscape: "a landscape page",
    Quotation: "a pledge",
    Table: "a table",
}
_MARKUP = re.compile(r"\*\*|\[\^|\]\(|\{:|:::(?<=^:::)")
"""Each begins with a character of its own: the search goes from one such character to the next."""
_PRIVATE = "[\ue000-\uf8ff]"


def lint(document: Document, diagnostics: Diagnostics) -> None:
    """Report markup that would be printed as characters, and what stands where only text may."""
    _none_apart(document.blocks, diagnostics)
    for node in walk(document.blocks, Box, ChapterBlock, Landscape, ListBlock, Quotation, Section):
        _check_place(node, diagnostics)
    for text, span in _texts(document):
        if found := _MARKUP.search(text) or (None if text.isprintable() else re.search(_PRIVATE, text)):
            _markup(found.group(), span, diagnostics)


def _check_place(node: object, diagnostics: Diagnostics) -> None:
    match node:
        case Box(blocks=blocks):
            _only_text(blocks, "a box", diagnostics)
        case Quotation(blocks=blocks):
            _only_text(blocks, "a pledge", diagnostics)
        case ChapterBlock(blocks=blocks) | Landscape(blocks=blocks) | Section(blocks=blocks):
            _none_apart(blocks, diagnostics)
        case ListBlock(items=items):
            _only_text([block for item in items for block in item], "a list", diagnostics)


def _none_apart(blocks: Sequence[Block], diagnostics: Diagnostics) -> None:
    """Report what has a place in another block alone."""
    for block in blocks:
        if isinstance(block, Goal | ContactLine):
            what, holder = ("goal", "opening") if isinstance(block, Goal) else ("contact-line", "contact")
            hint = f"put it between `::: {holder}` and its `:::`"
            diagnostics.error(Code.WRONG_DIRECTIVE, f"`{what}` stands outside of `{holder}`", block.span, hint)


def _only_text(blocks: Sequence[Block], holder: str, diagnostics: Diagnostics) -> None:
    for block in blocks:
        if not isinstance(block, Paragraph | ListBlock):
            what = _NAMES.get(type(block), "what stands here")
            message = f"{what} stands in {holder}, which holds only paragraphs and lists"
            diagnostics.error(Code.WRONG_DIRECTIVE, message, block.span, "put it before or after")


def _markup(found: str, span: Span, diagnostics: Diagnostics) -> None:
    diagnostics.error(
        Code.LITERAL_MARKUP,
        f"`{found}` would be printed as it stands",
        span,
        "close or remove the markup, or write a backslash before it",
    )


def _texts(document: Document) -> Iterator[tuple[str, Span]]:
    for node in walk((document.blocks, document.notes), Paragraph, Note, Heading):
        yield from ((text, node.span) for text in _plain(node.inlines))


def _plain(inlines: tuple[Inline, ...]) -> Iterator[str]:
    for inline in inlines:
        match inline:
            case Text(text):
                yield text
            case Strong(children) | Link(_, children) | Unfinished(children):
                yield from _plain(children)
            case Emphasis():
                continue
