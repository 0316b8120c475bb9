"""What the mark of a note prints, in every output."""

from __future__ import annotations

from reportgen.model.flow import Footnote, NoteMark


def printed_mark(note: NoteMark | Footnote) -> str:
    """Return what a mark prints, ``(1)`` for a table's note and ``1`` for a footnote; a footnote has that before it."""
    number = str(note.number - note.before)
    return f"({number})" if isinstance(note, NoteMark) and note.table else number
