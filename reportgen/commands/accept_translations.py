"""`reportgen translate accept`: translations that hold although their source has changed."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from pathlib import Path

from msgspec.structs import replace

from reportgen.commands.translation_status import selected
from reportgen.commands.update_catalogues import pending
from reportgen.diagnostics import Code, Diagnostics, Span, suggest
from reportgen.i18n.identity import is_message_id, message_id
from reportgen.i18n.message import has_digits
from reportgen.i18n.po_entry import PoEntry
from reportgen.i18n.references import added, lost
from reportgen.i18n.update import Update
from reportgen.i18n.word_diff import Kind, word_diff
from reportgen.write.replace import replace_file

_Found = tuple[Update, PoEntry]


def accept_translations(root: Path, asked: Collection[str], diagnostics: Diagnostics) -> tuple[str, ...]:
    """Accept messages by name, ``energy.3f2a91bc``, or by place, ``locales/zh_Hans/LC_MESSAGES/energy.po:41``.

    Returns the names of those accepted. What cannot be accepted is an error, and stays as it is. Raises ReportError
    where the sources have faults.
    """
    updates = pending(root, diagnostics)
    found = [one for what in asked for one in _found(updates, what, diagnostics)]
    return _accept(root, updates, found, diagnostics)


def accept_all(
    root: Path, locales: Collection[str], names: Collection[str], diagnostics: Diagnostics
) -> tuple[str, ...]:
    """Accept every translation whose source has changed, of the catalogues named, or of all."""
    updates = pending(root, diagnostics)
    chosen = list(selected(updates, locales, names, diagnostics))
    found = [(made, entry) for made in chosen for entry in made.live if entry.fuzzy]
    return _accept(root, updates, found, diagnostics)


def _found(updates: Iterable[Update], what: str, diagnostics: Diagnostics) -> Iterator[_Found]:
    """Yield the messages that a name or place means: a name may be in several languages."""
    kept = list(updates)
    behind = next((made for made in kept if made.changed and what.startswith(f"{made.path}:")), None)
    if behind is not None:
        hint = "run `reportgen translate update`, then look for the line again, or name the message"
        diagnostics.error(Code.UNKNOWN_MESSAGE, f"the lines of `{behind.path}` are about to change", None, hint)
        return
    matches = list(_at_place(kept, what) if ":" in what else _by_name(kept, what))
    if not matches:
        names = [message_id(made.domain, entry.source) for made in kept for entry in made.live if entry.fuzzy]
        hint = suggest(what, names) or "`reportgen translate diff` lists what has changed, with names and places"
        known = "message" if is_message_id(what) or ":" in what else "message's name or place"
        diagnostics.error(Code.UNKNOWN_MESSAGE, f"there is no {known} `{what}`", None, hint)
    yield from matches


def _by_name(updates: Iterable[Update], name: str) -> Iterator[_Found]:
    for made in updates:
        if name.startswith(f"{made.domain}."):
            yield from ((made, entry) for entry in made.live if message_id(made.domain, entry.source) == name)


def _at_place(updates: Iterable[Update], place: str) -> Iterator[_Found]:
    path, _, line = place.rpartition(":")
    if not line.isdecimal():
        return
    for made in updates:
        if made.path == path and int(line) <= made.before.count("\n"):
            above = [entry for entry in made.live if 0 < entry.line <= int(line)]
            yield from ((made, entry) for entry in sorted(above, key=lambda entry: entry.line)[-1:])


def _accept(
    root: Path, updates: Iterable[Update], found: Iterable[_Found], diagnostics: Diagnostics
) -> tuple[str, ...]:
    accepted: dict[tuple[str, str], PoEntry] = {}
    names = []
    for made, entry in found:
        if _holds(made, entry, diagnostics):
            accepted[made.path, entry.source] = replace(entry, fuzzy=False, previous="")
            names.append(message_id(made.domain, entry.source))
    if accepted:
        _write(root, updates, accepted)
    return tuple(dict.fromkeys(names))


def _write(root: Path, updates: Iterable[Update], accepted: Mapping[tuple[str, str], PoEntry]) -> None:
    """Write all catalogues that are not as they should be: a message may have moved from one to another."""
    for made in updates:
        live = tuple(accepted.get((made.path, entry.source), entry) for entry in made.live)
        new = replace(made, live=live)
        if new.changed:
            replace_file(root / made.path, new.text.encode())


def _holds(made: Update, entry: PoEntry, diagnostics: Diagnostics) -> bool:
    """Whether a translation may be accepted; if not, say why."""
    reason, hint = _refusal(entry)
    if reason:
        name = message_id(made.domain, entry.source)
        place = Span(made.path, entry.line) if entry.line else None
        diagnostics.error(Code.NOT_ACCEPTED, f"`{name}` is not accepted: {reason}", place, hint)
    return not reason


def _refusal(entry: PoEntry) -> tuple[str, str]:
    if not entry.translation:
        return "it has no translation", "translate it"
    if not entry.fuzzy:
        return "it is not out of date", "nothing needs to be done"
    for reference in lost(entry.source, entry.translation):
        return f"its translation lacks `{reference}`", "put it where it belongs in the translation, then accept it"
    for reference in added(entry.source, entry.translation):
        return f"its translation has `{reference}`, which the source no longer has", "take it out, then accept it"
    changes = word_diff(entry.previous, entry.source)
    if any(change.kind is not Kind.KEPT and has_digits(change.text) for change in changes):
        return "a number of its source has changed", "change the translation, and remove `fuzzy` above it"
    return "", ""
