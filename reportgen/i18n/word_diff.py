"""What changed between two texts, word by word: a comma moved is a comma moved, not a new paragraph."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from difflib import SequenceMatcher
from enum import Enum

from msgspec import Struct

_TOKEN = re.compile(
    r"\{\{|\}\}|\{[^{}]*\}|\[\^[^\]\s]*\]|%\([a-z_]+\)s"  # references, marks of notes, places stay whole
    r"|[^\W\d_\u2e80-\u9fff\uf900-\ufaff]+(?:[’'][^\W\d_]+)*"  # words of letters
    r"|\d+(?:[.,]\d+)*"
    r"|\s+|.",
    re.DOTALL,
)


_MOST = 2_000
"""More words than this between what two texts share are shown as replaced: comparing them would take too long."""


class Kind(Enum):
    """What became of a stretch of text."""

    KEPT = "kept"
    DELETED = "deleted"
    INSERTED = "inserted"


class Change(Struct, frozen=True):
    """A stretch of text and what became of it."""

    kind: Kind
    text: str


def word_diff(old: str, new: str) -> tuple[Change, ...]:
    """Return the stretches of two texts in order; kept and deleted ones make the old, kept and inserted the new."""
    return tuple(_joined(_changes(_TOKEN.findall(old), _TOKEN.findall(new))))


def marked_up(changes: Iterable[Change]) -> str:
    """Return changes as plain text: ``[-old-]{+new+}``."""
    signs = {Kind.KEPT: "{}", Kind.DELETED: "[-{}-]", Kind.INSERTED: "{{+{}+}}"}
    return "".join(signs[change.kind].format(change.text) for change in changes)


def _changes(old: list[str], new: list[str]) -> Iterator[Change]:
    """Yield the changes between two lists of words; what both begin and end with is not compared word by word."""
    begin = _common(old, new)
    end = _common(old[begin:][::-1], new[begin:][::-1])
    yield Change(Kind.KEPT, "".join(old[:begin]))
    yield from _inner(old[begin : len(old) - end], new[begin : len(new) - end])
    yield Change(Kind.KEPT, "".join(old[len(old) - end :]))


def _common(old: list[str], new: list[str]) -> int:
    """Return how many words two lists begin with alike."""
    pairs = enumerate(zip(old, new, strict=False))
    return next((at for at, (one, other) in pairs if one != other), min(len(old), len(new)))


def _inner(old: list[str], new: list[str]) -> Iterator[Change]:
    if len(old) > _MOST or len(new) > _MOST:
        yield Change(Kind.DELETED, "".join(old))
        yield Change(Kind.INSERTED, "".join(new))
        return
    for tag, i, j, k, m in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if tag == "equal":
            yield Change(Kind.KEPT, "".join(old[i:j]))
        else:
            yield Change(Kind.DELETED, "".join(old[i:j]))
            yield Change(Kind.INSERTED, "".join(new[k:m]))


def _joined(changes: Iterator[Change]) -> list[Change]:
    """Join what a lone space parts: two words that changed side by side read as one change."""
    found: list[Change] = []
    for change in changes:
        if change.text:
            found.append(change)
    return _merged(found)


def _merged(changes: list[Change]) -> list[Change]:
    made: list[Change] = []
    at = 0
    while at < len(changes):
        run = _run(changes, at)
        if len(run) > 1 and any(change.kind is not Kind.KEPT for change in run):
            old = "".join(change.text for change in run if change.kind is not Kind.INSERTED)
            new = "".join(change.text for change in run if change.kind is not Kind.DELETED)
            made += [Change(Kind.DELETED, old)] if old else []
            made += [Change(Kind.INSERTED, new)] if new else []
        else:
            made += run
        at += len(run)
    return made


def _run(changes: list[Change], at: int) -> list[Change]:
    """Return the changes from a place on that only white space parts."""
    end = at + 1
    if changes[at].kind is Kind.KEPT:
        return changes[at:end]
    while end < len(changes):
        if changes[end].kind is not Kind.KEPT:
            end += 1
        elif changes[end].text.isspace() and end + 1 < len(changes):
            end += 2
        else:
            break
    return changes[at:end]
