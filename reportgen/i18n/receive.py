"""Holds what translators return against the catalogues: what is taken, what is left and why. Nothing is written."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from enum import Enum

from msgspec import Struct
from msgspec.structs import replace

from reportgen.diagnostics import Code, Diagnostics
from reportgen.i18n.identity import digest, is_message_id, message_id
from reportgen.i18n.po_entry import PoEntry
from reportgen.i18n.restore import cleaned, restored
from reportgen.i18n.sent import state
from reportgen.i18n.tokens import tokenised, tokens, written
from reportgen.i18n.unprintable import unprintable
from reportgen.i18n.update import Update
from reportgen.model.exchange import Returned
from reportgen.model.locale import Locale, Script


class Fate(Enum):
    """What became of a returned row."""

    TAKEN = "taken"
    STALE = "stale"
    CONFLICT = "in conflict"
    REFUSED = "refused"
    UNCHANGED = "unchanged"
    EMPTY = "empty"


class Received(Struct, frozen=True):
    """The catalogues with what was taken, and how many rows had each fate."""

    updates: tuple[Update, ...]
    counts: dict[Fate, int]


def receive(rows: Iterable[Returned], updates: Sequence[Update], diagnostics: Diagnostics) -> Received:
    """Return catalogues with the translations that can be taken; each that cannot is an error with its place.

    A translation is taken where its source is as it was sent, and the catalogue's translation too.
    """
    return _Receiver(updates, diagnostics).receive(rows)


class _Receiver:
    """Knows the messages by language and name, and collects what is taken of them."""

    def __init__(self, updates: Sequence[Update], diagnostics: Diagnostics) -> None:
        self._updates = updates
        self._diagnostics = diagnostics
        self._locales = {made.locale.id: made.locale for made in updates}
        self._entries: dict[tuple[str, str], PoEntry] = {}
        self._successors: dict[tuple[str, str], str] = {}
        for made in updates:
            for entry in made.live:
                name = message_id(made.domain, entry.source)
                self._entries[made.locale.id, name] = entry
                if entry.previous:
                    self._successors[made.locale.id, message_id(made.domain, entry.previous)] = name
        self._taken: dict[tuple[str, str], str] = {}

    def receive(self, rows: Iterable[Returned]) -> Received:
        counts: dict[Fate, int] = defaultdict(int)
        for row in self._alone(rows, counts):
            counts[self._fate(row)] += 1
        updates = tuple(self._with_taken(made) if self._has_taken(made.locale) else made for made in self._updates)
        return Received(updates, dict(counts))

    def _has_taken(self, locale: Locale) -> bool:
        return any(id_ == locale.id for id_, _ in self._taken)

    def _with_taken(self, made: Update) -> Update:
        live = []
        for entry in made.live:
            text = self._taken.get((made.locale.id, message_id(made.domain, entry.source)))
            live.append(entry if text is None else replace(entry, translation=text, fuzzy=False, previous=""))
        return replace(made, live=tuple(live))

    def _alone(self, rows: Iterable[Returned], counts: dict[Fate, int]) -> list[Returned]:
        """Return the rows that are filled in, each message's once; two that differ are in conflict."""
        found: dict[tuple[str, str], list[Returned]] = defaultdict(list)
        for row in rows:
            if row.fault or cleaned(row.text, ""):
                found[row.locale, row.name].append(row)
            else:
                counts[Fate.EMPTY] += 1
        alone = []
        for same in found.values():
            if len({cleaned(row.text, "") + row.fault for row in same}) == 1:
                alone.append(same[0])
                continue
            message = f"{same[0].place}: the same message is translated in other words at {same[1].place}"
            self._report(Code.EXCHANGE_CONFLICT, message, "keep one of the two")
            counts[Fate.CONFLICT] += len(same)
        return alone

    def _fate(self, row: Returned) -> Fate:
        if not is_message_id(row.name):
            hint = "copy the translation into the message's own row or unit"
            return self._refuse(Code.EXCHANGE_UNREADABLE, f"{row.place}: there is no message's name here", hint)
        if row.locale not in self._locales:
            known = ", ".join(f"`{id_}`" for id_ in sorted(self._locales))
            message = f"{_at(row)} is to be translated to `{row.locale}`, for which the report has no catalogues"
            return self._refuse(Code.EXCHANGE_UNREADABLE, message, f"the languages are {known}: is it this report's?")
        if row.fault:
            hint = "type the translation into the cell as text"
            return self._refuse(Code.WRONG_VALUE, f"{_at(row)} has {row.fault} in place of a translation", hint)
        entry = self._entries.get((row.locale, row.name))
        if entry is None:
            return self._gone(row)
        if self._is_misplaced(row, entry):
            message = f"{_at(row)} stands beside the source of another message"
            self._report(Code.EXCHANGE_STALE, message, "sort whole rows, not single columns; export the message anew")
            return Fate.STALE
        return self._hold(row, entry)

    def _gone(self, row: Returned) -> Fate:
        successor = self._successors.get((row.locale, row.name))
        if successor:
            message = f"{_at(row)} translates a source that has changed since it was sent out"
            self._report(Code.EXCHANGE_STALE, message, f"it is now `{successor}`: export it anew")
        else:
            message = f"{_at(row)} translates a message that the report no longer has"
            self._report(Code.EXCHANGE_STALE, message, "export the section anew, to see what it says now")
        return Fate.STALE

    def _is_misplaced(self, row: Returned, entry: PoEntry) -> bool:
        """Whether a row's cells have been parted: its source is not its message's."""
        if row.source and row.source != digest(entry.source):
            return True
        shown = written(tokenised(entry.source, tokens(entry.source)))
        return bool(row.shown) and "".join(row.shown.split()) != "".join(shown.split())

    def _hold(self, row: Returned, entry: PoEntry) -> Fate:
        """Hold a row against its entry."""
        text = cleaned(row.text, entry.source)
        present = cleaned(written(tokenised(entry.translation, tokens(entry.source))), entry.source)
        if text == present:
            return self._confirm(row, entry)
        if row.state != state(entry) if row.state else entry.finished:
            message = f"{_at(row)} was translated in the catalogue after it was sent out, in other words"
            self._report(Code.EXCHANGE_CONFLICT, message, "compare the two, and correct the catalogue by hand")
            return Fate.CONFLICT
        made, faults = restored(text, entry.source)
        found = unprintable(made)
        if found:
            message = f"{_at(row)} has the character U+{ord(found.group()):04X}, which cannot be printed"
            return self._refuse(Code.UNPRINTABLE, message, "delete it, or write what it stands for")
        for fault in faults:
            self._report(fault.code, f"{_at(row)}: {fault.message}", fault.hint)
        if faults:
            return Fate.REFUSED
        return self._take(row, _with_blanks(made, entry.source, self._locales[row.locale]))

    def _confirm(self, row: Returned, entry: PoEntry) -> Fate:
        """A translation returned as it stands: nothing changes, but one out of date may have been confirmed."""
        if not entry.fuzzy or not row.done:
            return Fate.UNCHANGED
        _, faults = restored(cleaned(row.text, entry.source), entry.source)
        for fault in faults:
            self._report(fault.code, f"{_at(row)}: {fault.message}", fault.hint)
        return Fate.REFUSED if faults else self._take(row, entry.translation)

    def _take(self, row: Returned, text: str) -> Fate:
        self._taken[row.locale, row.name] = text
        return Fate.TAKEN

    def _refuse(self, code: Code, message: str, hint: str) -> Fate:
        self._report(code, message, hint)
        return Fate.REFUSED

    def _report(self, code: Code, message: str, hint: str) -> None:
        self._diagnostics.error(code, message, None, hint)


def _at(row: Returned) -> str:
    return f"{row.place}: `{row.name}`"


def _with_blanks(text: str, source: str, locale: Locale) -> str:
    """Return a translation with the blanks around its source, where the language parts its sentences by blanks."""
    if locale.script is not Script.LATIN:
        return text
    start, end = len(source) - len(source.lstrip(" ")), len(source.rstrip(" "))
    return f"{source[:start]}{text}{source[end:]}"
