"""Messages: what is to be translated, as it stands in the sources."""

from __future__ import annotations

import re

from msgspec import Struct

from reportgen.model.words import Words

TOOL = "<tool>"
"""The domain of the words that come with the tool in every language, such as units: no catalogue has them."""

_DIGIT = re.compile(r"\d")
_UNSPOKEN = re.compile(r"\{[^{}]*\}|\[\^[^\]]*\]|\]\([^)]*\)|<[^>]*>|%\([a-z_]+\)s")


class Message(Struct, frozen=True):
    """Words of the source, and a comment that tells translators where these stand: the headings above, an id."""

    words: Words
    comment: str = ""


class Domain(Struct, frozen=True):
    """The messages of a catalogue, in the source's order, and the language that they are written in."""

    name: str
    language: str
    messages: tuple[Message, ...]


def spoken(text: str) -> str:
    """Return a text without references, marks of notes, and addresses."""
    return _UNSPOKEN.sub("", text)


def has_words(text: str) -> bool:
    """Whether there is a letter in a text outside references, marks of notes, and addresses: else it is no message."""
    return text[:1].isalpha() or any(map(str.isalpha, _UNSPOKEN.sub("", text)))


def has_digits(text: str) -> bool:
    """Whether there is a digit in a text outside references, marks of notes, and addresses: one typed by hand."""
    return _DIGIT.search(text) is not None and _DIGIT.search(_UNSPOKEN.sub("", text)) is not None
