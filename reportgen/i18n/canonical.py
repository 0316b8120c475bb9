"""A catalogue file in the one form that we write: what editors and gettext's tools rewrap comes back as it was."""

from __future__ import annotations

from collections.abc import Iterable

from msgspec.structs import replace

from reportgen.i18n.po_entry import PoEntry
from reportgen.i18n.po_file import BRACES, PoFile
from reportgen.i18n.po_text import po_text
from reportgen.i18n.references import references


def canonical(file: PoFile, project: str, language: str) -> str:
    """Return a file's text in canonical form: the order, notes and messages are kept, wrapping and dates are not."""
    return po_text(project, language, file.notes, map(with_flags, file.live), file.obsolete)


def with_flags(entry: PoEntry) -> PoEntry:
    """Return an entry with the flag by which editors guard its references, where it has any."""
    own = tuple(flag for flag in entry.flags if flag != BRACES)
    return replace(entry, flags=(*own, BRACES) if has_braces(entry.source) else own)


def has_braces(text: str) -> bool:
    """Whether a text has a reference in braces."""
    return "{" in text and any(reference.startswith("{") for reference in references(text))


def language_of(path: str) -> str:
    """Return the id of the language of a catalogue's path, the name of the folder above ``LC_MESSAGES``."""
    parts = path.split("/")
    return parts[-3] if len(parts) > 2 else ""


def sources(entries: Iterable[PoEntry]) -> dict[str, PoEntry]:
    """Return entries by their source."""
    return {entry.source: entry for entry in entries}
