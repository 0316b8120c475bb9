"""Two states of a catalogue, message by message: what was added, changed, moved, taken out."""

from __future__ import annotations

from collections.abc import Iterator
from difflib import SequenceMatcher
from enum import Enum

from msgspec import Struct

from reportgen.i18n.canonical import sources
from reportgen.i18n.matching import match
from reportgen.i18n.po_entry import PoEntry
from reportgen.i18n.po_file import PoFile


class Kind(Enum):
    """What became of a message."""

    ADDED = "added"
    CHANGED = "changed"
    MOVED = "moved"
    REMOVED = "removed"


class EntryChange(Struct, frozen=True):
    """A message then and now; ``None`` where it was or is not there."""

    kind: Kind
    before: PoEntry | None
    after: PoEntry | None


def compare(old: PoFile, new: PoFile) -> Iterator[EntryChange]:
    """Yield what changed: messages of the new state in its order, then those that are gone."""
    then, now = sources(old.live), sources(new.live)
    origins = _origins(then, now)
    moved = _moved(list(then), list(now))
    for source, entry in now.items():
        before = then.get(origins.get(source, source))
        if before is None:
            yield EntryChange(Kind.ADDED, None, entry)
        elif _words(before) != _words(entry):
            yield EntryChange(Kind.CHANGED, before, entry)
        elif source in moved:
            yield EntryChange(Kind.MOVED, before, entry)
    for source, entry in then.items():
        if source not in now and source not in origins.values():
            yield EntryChange(Kind.REMOVED, entry, None)


def _origins(then: dict[str, PoEntry], now: dict[str, PoEntry]) -> dict[str, str]:
    """Return for each message that is new the one that it was made of."""
    fresh = [source for source in now if source not in then]
    gone = [source for source in then if source not in now]
    known = {source: now[source].previous for source in fresh if now[source].previous in gone}
    rest = [source for source in gone if source not in known.values()]
    others = [source for source in fresh if source not in known]
    return known | {others[ours]: rest[theirs] for ours, theirs in match(others, rest).items()}


def _moved(then: list[str], now: list[str]) -> set[str]:
    """Return the messages that stand elsewhere among those of both states."""
    left = [source for source in then if source in set(now)]
    right = [source for source in now if source in set(then)]
    moved: set[str] = set()
    for tag, _, _, begin, end in SequenceMatcher(None, left, right, autojunk=False).get_opcodes():
        if tag != "equal":
            moved.update(right[begin:end])
    return moved


def _words(entry: PoEntry) -> tuple[str, str, bool, str, tuple[str, ...]]:
    return entry.source, entry.translation, entry.fuzzy, entry.notes, entry.flags
