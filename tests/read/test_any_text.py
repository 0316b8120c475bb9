"""Whatever people type: reading ends, with findings and never with an exception, and places lie in the text."""

from __future__ import annotations

from pathlib import Path

from any_text import TEXTS
from hypothesis import example, given, settings
from hypothesis import strategies as st

from reportgen.diagnostics import Diagnostics
from reportgen.i18n.draft import mark
from reportgen.model.inline import Ref
from reportgen.model.walk import walk
from reportgen.model.words import Words
from reportgen.read.anchors import Anchors
from reportgen.read.blocks import read_blocks
from reportgen.read.reading import Reading
from reportgen.read.source import FileText

from .conftest import KINDS


def read(text: str, drafts: bool) -> Diagnostics:
    diagnostics = Diagnostics()
    lines = tuple(text.split("\n"))

    def translate(words: Words) -> Words:
        return mark(words) if drafts else words

    reading = Reading(
        Path("/nowhere"), FileText("a.md", lines), translate, KINDS, Anchors("a"), lambda made: (made,), diagnostics
    )
    for node in walk(read_blocks(text, reading)):
        if isinstance(node, Ref):
            assert lines[node.span.line - 1][node.span.column - 1 :].startswith("{" + node.id)
    for finding in diagnostics:
        assert finding.span is not None
        assert 1 <= finding.span.line <= len(lines)
        assert 1 <= finding.span.column <= len(lines[finding.span.line - 1]) + 1
    return diagnostics


@given(TEXTS, st.booleans())
@example("[^a]: \n{a}", False)
@settings(max_examples=150)
def test_markup_in_any_order_is_read(text: str, drafts: bool) -> None:
    read(text, drafts)


@given(st.text(), st.booleans())
def test_any_text_is_read(text: str, drafts: bool) -> None:
    read(text, drafts)
