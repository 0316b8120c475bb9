"""Key figures that begin with a word: at the head of its card it begins with a capital, in print and in the ledger."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from reportgen.model.block import Card, Document
from reportgen.model.inline import Bound, Inline, Text
from reportgen.model.walk import rewrite


def capitals(document: Document) -> Document:
    """Return a bound document with the key figures that begin with a word (``zero``) as they stand on cards."""
    return rewrite(document, _change)


def _change(node: Any) -> Any:
    match node:
        case Card(figure=(first, *rest)):
            return replace(node, figure=(_capital(first), *rest))
        case _:
            return node


def _capital(inline: Inline) -> Inline:
    match inline:
        case Text(text=text) | Bound(text=text):
            return replace(inline, text=text[:1].upper() + text[1:])
        case _:
            return inline
