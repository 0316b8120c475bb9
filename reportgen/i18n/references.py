"""What a translation must keep: references, marks of notes, targets of links, places of a template's words."""

from __future__ import annotations

import re
from collections import Counter

_KEPT = re.compile(
    r"\{\{|\}\}|(?P<reference>\{[^{}]+\})|(?P<note>\[\^[^\]\s]+\])|\]\((?P<link>[^\s)]+(?:\s+\"page\")?)\)"
    r"|<(?P<address>(?:https?:|mailto:)[^>\s]+)>|(?P<place>%\([a-z_]+\)s)"
)

_SIGN = re.compile(r"[{[<%]")
"""One of these begins whatever a translation must keep."""


def references(text: str) -> Counter[str]:
    """Return what a text refers to, as it is written, and how often."""
    return Counter(_references(text))


def _references(text: str) -> list[str]:
    if not _SIGN.search(text):
        return []
    return [match[match.lastgroup] for match in _KEPT.finditer(text) if match.lastgroup]


def lost_and_added(source: str, translation: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return what a translation refers to less often than its source, and what its source does not refer to.

    Both in the order of their text. To refer more often to the same is the translator's right.
    """
    before, after = _references(source), _references(translation)
    if before == after:
        return (), ()
    lost = Counter(before) - Counter(after)
    return tuple(lost), tuple(dict.fromkeys(reference for reference in after if reference not in before))


def lost(source: str, translation: str) -> tuple[str, ...]:
    """Return what a translation refers to less often than its source."""
    return lost_and_added(source, translation)[0]


def added(source: str, translation: str) -> tuple[str, ...]:
    """Return what a translation refers to and its source does not."""
    return lost_and_added(source, translation)[1]
