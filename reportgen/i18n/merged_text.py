"""A merged catalogue -> text, with git's conflict marks around the messages that a person must choose for."""

from __future__ import annotations

from reportgen.i18n.merge import Conflict, Merged
from reportgen.i18n.po_entry import PoEntry
from reportgen.i18n.po_text import entry_text, po_text


def merged_text(merged: Merged, project: str, language: str) -> str:
    """Return the text, canonical but for the conflicts."""
    plain = po_text(project, language, merged.notes, map(_ours, merged.entries), merged.obsolete)
    for entry in merged.entries:
        if isinstance(entry, Conflict):
            ours, theirs = entry_text(entry.ours), entry_text(entry.theirs)
            marked = f"<<<<<<< ours\n{ours}\n=======\n{theirs}\n>>>>>>> theirs"
            plain = plain.replace(f"\n\n{ours}\n", f"\n\n{marked}\n", 1)
    return plain


def _ours(entry: PoEntry | Conflict) -> PoEntry:
    return entry.ours if isinstance(entry, Conflict) else entry
