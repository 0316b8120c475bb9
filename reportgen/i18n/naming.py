"""How translated words carry the name of their message: behind them, in characters that no text contains.

So a template may print words wherever it wants, and the name is read where they are: it is a piece of the line like
any other, and prints nothing.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from msgspec.structs import replace

from reportgen.i18n.identity import message_id
from reportgen.i18n.message import TOOL, has_words
from reportgen.model.words import Words

Translate = Callable[[str, Words], Words]

_PLANE = 0xF0000
"""Plane 15 is private: each character of a name stands for itself there."""
_END = chr(_PLANE)
LETTERS = f"{chr(_PLANE + 0x21)}-{chr(_PLANE + 0x7E)}"
"""The characters of names, as a set in a regular expression."""
NAME = re.compile(f"[{LETTERS}]+{_END}")
_HIDDEN = {code: _PLANE + code for code in range(0x21, 0x7F)}
_SHOWN = {hidden: code for code, hidden in _HIDDEN.items()}
_ALL_LETTERS = "".join(map(chr, _SHOWN))


def naming(translate: Translate) -> Translate:
    """Return a function that translates, and puts behind every message its name."""

    def named(domain: str, words: Words) -> Words:
        printed = translate(domain, words)
        if domain == TOOL or not has_words(words.text):
            return printed
        return with_name(printed, message_id(domain, words.text))

    return named


def with_name(words: Words, name: str) -> Words:
    """Put a name behind words, before the white space that they end with; an empty one is none."""
    if not name:
        return words
    text = words.text.rstrip()
    return replace(words, text=f"{text}{name.translate(_HIDDEN)}{_END}{words.text[len(text) :]}")


def without_name(words: Words) -> tuple[Words, str]:
    """Return words without the name behind them, and the name; an empty one where there is none."""
    if not words.text.endswith(_END):
        return words, ""
    bare = words.text[:-1].rstrip(_ALL_LETTERS)
    name = read_name(words.text[len(bare) :])
    return (replace(words, text=bare), name) if name else (words, "")


def read_name(text: str) -> str:
    """Return the name that characters found by `NAME` stand for."""
    return text.removesuffix(_END).translate(_SHOWN)
