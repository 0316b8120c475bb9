"""A three-way merge of catalogues, message by message: the order of lines is no reason for a conflict."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from msgspec import Struct
from msgspec.structs import replace

from reportgen.i18n.canonical import sources
from reportgen.i18n.po_entry import PoEntry
from reportgen.i18n.po_file import PoFile


class Conflict(Struct, frozen=True):
    """A message that both sides translated, each in its own way."""

    ours: PoEntry
    theirs: PoEntry


class Merged(Struct, frozen=True):
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
    kept = tuple(entry for entry in _obsolete(base, ours, theirs) if entry.source not in merged)
    return Merged(tuple(merged.values()), kept, _joined(base.notes, ours.notes, theirs.notes))


def _obsolete(base: PoFile, ours: PoFile, theirs: PoFile) -> Iterator[PoEntry]:
    """Yield the obsolete messages: what one side took out is gone, what one side changed is as that side has it."""
    old, left, right = sources(base.obsolete), sources(ours.obsolete), sources(theirs.obsolete)
    for source in dict.fromkeys((*left, *right)):
        entry = _merged(old.get(source), left.get(source), right.get(source))
        if entry is not None:
            yield entry.ours if isinstance(entry, Conflict) else entry


def _order(old: Mapping[str, PoEntry], left: Mapping[str, PoEntry], right: Mapping[str, PoEntry]) -> list[str]:
    """Return our order with what is only theirs after the message that it follows there."""
    order = list(right if list(left) == list(old) else left)
    right = left if list(left) == list(old) else right
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
        untouched = old is not None and one is not None and _same(old, one) and old.notes == one.notes
        return None if untouched else one
    return _both(old or PoEntry(ours.source), ours, theirs)


def _both(old: PoEntry, ours: PoEntry, theirs: PoEntry) -> PoEntry | Conflict:
    """Merge a message that both sides have: of each field what one side changed, of notes what both added."""
    notes = _joined(old.notes, ours.notes, theirs.notes)
    comment, path = _changed(old.comment, ours.comment, theirs.comment), _changed(old.path, ours.path, theirs.path)
    flags = ours.flags if theirs.flags == old.flags else theirs.flags
    left = replace(ours, notes=notes, comment=comment, path=path, flags=flags)
    right = replace(theirs, notes=notes, comment=comment, path=path, flags=flags)
    if _same(ours, theirs) or _same(old, theirs):
        return left
    if _same(old, ours):
        return right
    if ours.finished != theirs.finished:
        return left if ours.finished else right
    if not ours.translation or not theirs.translation:
        return left if ours.translation else right
    return Conflict(left, right)


def _same(one: PoEntry, other: PoEntry) -> bool:
    return (one.translation, one.fuzzy, one.previous) == (other.translation, other.fuzzy, other.previous)


def _changed(old: str, ours: str, theirs: str) -> str:
    """Return what one side changed, ours where both did."""
    return theirs if ours == old else ours


def _joined(old: str, ours: str, theirs: str) -> str:
    """Return the notes as one side changed them, or the lines of both where both did."""
    if old in (ours, theirs):
        return _changed(old, ours, theirs)
    return "\n".join(dict.fromkeys(line for notes in (ours, theirs) if notes for line in notes.split("\n")))
