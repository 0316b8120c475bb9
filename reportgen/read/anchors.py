"""The names of places in a section: as given, or made of the words of the source, never of a translation."""

from __future__ import annotations

import re

_UNSPOKEN = re.compile(r"\{[^{}]*\}|\[\^[^\]]*\]|\]\([^)]*\)|<[^>]*>")
_BETWEEN = re.compile(r"\W+")


class Anchors:
    """Gives anchors, each once. ``section`` stands before those that are made of words."""

    def __init__(self, section: str) -> None:
        self._section = section
        self._given: set[str] = {section}

    def take(self, anchor: str) -> bool:
        """Give out an anchor as written; ``False`` if it was given before."""
        free = anchor not in self._given
        self._given.add(anchor)
        return free

    def make(self, text: str) -> str:
        """Make an anchor of a heading's words: ``<section>-<words>``, and a number where these stood before."""
        slug = _BETWEEN.sub("-", _UNSPOKEN.sub(" ", text).lower()).strip("-_") or "heading"
        base = f"{self._section}-{slug[:60]}"
        anchor, count = base, 1
        while not self.take(anchor):
            count += 1
            anchor = f"{base}-{count}"
        return anchor
