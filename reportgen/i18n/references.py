"""What a translation must keep: references, marks of notes, targets of links, places of a template's words."""

from __future__ import annotations

import re
from collections import Counter

_KEPT = re.compile(
    r"\{\{|\}\}|(?P<reference>\{[^{}]+\})|(?P<note>\[\^[^\]\s]+\])|\]\((?P<link>[^\s)]+(?:\s+\"page\")?)\)"
    r"|<(?P<address>(?:https?:|mailto:)[^>\s]+)>|(?P<place>%\([a-z_]+\)s)"
)

_SIGNS = "{[<%"
"""One of these begins whatever a translation must keep."""


def references(text: str) -> Counter[str]:
    """Return what a text refers to, as it is written, and how often."""
    if not any(sign in text for sign in _SIGNS):
        return Counter()
    return Counter(match[match.lastgroup] for match in _KEPT.finditer(text) if match.lastgroup)


def lost(source: str, translation: str) -> tuple[str, ...]:
    """Return what a translation refers to less often than its source, in the source's order."""
    return tuple(references(source) - references(translation))


def added(source: str, translation: str) -> tuple[str, ...]:
    """Return what a translation refers to and its source does not. Repetition is the translator's right."""
    known = references(source)
    return tuple(reference for reference in references(translation) if reference not in known)
