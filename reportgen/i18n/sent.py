"""What is sent to translators: messages with tokens, where they stand, and what these show."""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property

from msgspec import Struct

from reportgen.i18n.examples import examples, without_examples
from reportgen.i18n.identity import digest, message_id
from reportgen.i18n.po_entry import PoEntry
from reportgen.i18n.tokens import Piece, Token, tokenised, tokens, written
from reportgen.i18n.update import Update
from reportgen.i18n.word_diff import Change, word_diff
from reportgen.model.locale import LOCALES, Locale

Chosen = Callable[[PoEntry], bool]
"""Tells whether a message is sent."""


def unfinished(entry: PoEntry) -> bool:
    """Choose what is new or has changed."""
    return not entry.finished


def every(entry: PoEntry) -> bool:
    """Choose all messages."""
    return True


class Sent(Struct, frozen=True, dict=True):
    """A message as it is sent: its name, such as ``energy.3f2a91bc``, its entry in the catalogue."""

    name: str
    entry: PoEntry

    @property
    def where(self) -> str:
        """Where the message stands: headings above it, ids; a line for each place."""
        return without_examples(self.entry.comment)

    @property
    def digest(self) -> str:
        """By what the source is known when the message comes back."""
        return digest(self.entry.source)

    @property
    def state(self) -> str:
        """By what the present translation is known."""
        return state(self.entry)

    @cached_property
    def tokens(self) -> tuple[Token, ...]:
        """What a translation must keep."""
        return tokens(self.entry.source)

    @property
    def source(self) -> tuple[Piece, ...]:
        """The source with its tokens."""
        return tokenised(self.entry.source, self.tokens)

    @property
    def translation(self) -> tuple[Piece, ...]:
        """The present translation with the source's tokens."""
        return tokenised(self.entry.translation, self.tokens)

    @property
    def previous(self) -> tuple[Piece, ...]:
        """What the present translation translates, where the source has changed since, with the source's tokens."""
        return tokenised(self.entry.previous, self.tokens)

    @property
    def changes(self) -> tuple[Change, ...]:
        """How the previous source became the present one, word by word; empty where it has not changed."""
        return word_diff(written(self.previous), written(self.source)) if self.entry.previous else ()

    @property
    def examples(self) -> dict[str, str]:
        """How references print."""
        return examples(self.entry.comment)


class Batch(Struct, frozen=True):
    """A catalogue's messages that are sent: its path, the language they are written in."""

    path: str
    source: Locale
    messages: tuple[Sent, ...]


def sent(made: Update, chosen: Chosen) -> Batch:
    """Return what is sent of a catalogue: the messages that are chosen."""
    messages = (Sent(message_id(made.domain, entry.source), entry) for entry in made.live if chosen(entry))
    return Batch(made.path, LOCALES[made.language], tuple(messages))


def state(entry: PoEntry) -> str:
    """Return a digest of an entry's translation and of whether it is out of date: it changes when either does."""
    return digest(f"{'fuzzy' if entry.fuzzy else ''}\n{entry.translation}")
