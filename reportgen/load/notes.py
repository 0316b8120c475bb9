"""The `notes` of a YAML mapping: what the words beside them mark, by name."""

from __future__ import annotations

from reportgen.load.fields import Fields, words_in
from reportgen.model.words import Words


def notes_of(fields: Fields) -> dict[str, Words]:
    """Return a mapping's notes; WRONG_VALUE for one without words."""
    notes = {}
    for name, (_, node) in fields.mapping("notes").entries.items():
        words = words_in(node, name, fields.diagnostics)
        if words is not None:
            notes[name] = words
    return notes
