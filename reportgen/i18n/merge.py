"""A three-way merge of catalogues, message by message: the order of lines is no reason for a conflict."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from reportgen.i18n.canonical import sources
from reportgen.i18n.po_entry import PoEntry
from reportgen.i18n.po_file import PoFile


@dataclass(frozen=True, slots=True)
class Conflict:
    """A message that both sides translated, each in its own way."""

    ours: PoEntry
    theirs: PoEntry


@dataclass(frozen=True, slots=True)
class Merged:
    """A merged catalogue: messages and conflicts in order, obsolete messages, the notes at its head."""

    entries: tuple[PoEntry | Conflict, ...]
    obsolete: tuple[PoEntry, ...]
    notes: str

    @property
    def conflicts(self) -> int:
        """How many messages are in conflict."""
        return sum(isinstance(entry, Conflict) for entry in self.entries)


def merge(base: PoFile, ours: PoFile, theirs: PoFile) -> Merged:
    """Merge two catalogues that grew from one.

    What either side added is kept, in our order, theirs after the message that it follows. What one side took out and
    the other left as it was is gone. A message changed on one side is as that side has it.
    """
    old, left, right = sources(base.live), sources(ours.live), sources(theirs.live)
    merged: dict[str, PoEntry | Conflict] = {}
    for source in _order(old, left, right):
        entry = _merged(old.get(source), left.get(source), right.get(source))
        if entry is not None:
            merged[source] = entry
    gone = {**sources(ours.obsolete), **sources(theirs.obsolete)}
    kept = tuple(entry for source, entry in gone.items() if source not in merged)
    notes = ours.notes if theirs.notes in (base.notes, ours.notes) else theirs.notes
    return Merged(tuple(merged.values()), kept, notes)


def _order(old: Mapping[str, PoEntry], left: Mapping[str, PoEntry], right: Mapping[str, PoEntry]) -> list[str]:
    """Return our order with what is only theirs after the message that it follows there."""
    order = list(left)
    known = set(order)
    before = ""
    for source in right:
        if source not in known:
            order.insert(order.index(before) + 1 if before in known else 0, source)
            known.add(source)
        before = source
    return order


def _merged(old: PoEntry | None, ours: PoEntry | None, theirs: PoEntry | None) -> PoEntry | Conflict | None:
    if ours is None or theirs is None:
        one = ours or theirs
        untouched = old is not None and one is not None and _same(old, one)
        return None if untouched else one
    return _both(old, ours, theirs)


def _both(old: PoEntry | None, ours: PoEntry, theirs: PoEntry) -> PoEntry | Conflict:
    """Merge a message that both sides have."""
    notes = _joined(ours.notes, theirs.notes)
    if _same(ours, theirs) or (old is not None and _same(old, theirs)):
        return replace(ours, notes=notes)
    if old is not None and _same(old, ours):
        return replace(theirs, notes=notes)
    if ours.finished != theirs.finished:
        return replace(ours if ours.finished else theirs, notes=notes)
    if not ours.translation or not theirs.translation:
        return replace(ours if ours.translation else theirs, notes=notes)
    return Conflict(ours, theirs)


def _same(one: PoEntry, other: PoEntry) -> bool:
    return (one.translation, one.fuzzy, one.previous) == (other.translation, other.fuzzy, other.previous)


def _joined(ours: str, theirs: str) -> str:
    """Return the notes of both sides, each line once."""
    return "\n".join(dict.fromkeys(_lines((ours, theirs))))


def _lines(notes: Iterable[str]) -> Iterable[str]:
    return (line for note in notes if note for line in note.split("\n"))
