"""What reading a text needs to know, and what each block's reader asks of it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

from msgspec import Struct

from reportgen.diagnostics import Code, Diagnostics, Span
from reportgen.i18n.message import has_digits, has_words
from reportgen.model.block import Block, Directive
from reportgen.model.inline import Inline, Text
from reportgen.model.words import Words
from reportgen.read.anchors import Anchors
from reportgen.read.inlines import read_inlines
from reportgen.read.signature import Signature
from reportgen.read.source import Source

Expand = Callable[[Directive], tuple[Block, ...]]


class Reading(Struct, frozen=True):
    """A text being read.

    ``translate`` takes a message to its translation. ``expand`` says what becomes of a directive that is no primitive.
    """

    root: Path
    source: Source
    translate: Callable[[Words], Words]
    signatures: Mapping[str, Signature]
    anchors: Anchors
    expand: Expand
    diagnostics: Diagnostics

    def message(self, words: Words) -> Words:
        """Translate words; a reference or punctuation alone is no message. Digits alone pass, to be looked at."""
        return self.translate(words) if has_words(words.text) or has_digits(words.text) else words

    def inlines(self, words: Words | None) -> tuple[Inline, ...]:
        """Return what stands in translated words."""
        return read_inlines(words, self.diagnostics, self.source.at) if words else ()

    def span(self, words: Words) -> Span:
        """Return the place of words, whole."""
        return self.source.at(words, 0, len(words.text))

    def anchor(self, anchor: str, span: Span) -> str:
        """Take an anchor that is given in the text."""
        if anchor and not self.anchors.take(anchor):
            hint = "give one of them another id"
            self.diagnostics.error(Code.DUPLICATE_ID, f"the id `{anchor}` is used twice in this section", span, hint)
        return anchor


class Skimming(Reading, frozen=True):
    """A text being read for its words: what stands in a line is one text, its marks unread."""

    def inlines(self, words: Words | None) -> tuple[Inline, ...]:
        """Return words as one text."""
        return (Text(words.text),) if words else ()
