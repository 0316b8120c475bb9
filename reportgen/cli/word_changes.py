"""Shows a change word by word: in colour on a terminal, by signs elsewhere."""

from __future__ import annotations

import click

from reportgen.i18n.word_diff import Change, Kind, word_diff


def changed_words(old: str, new: str) -> str:
    """Return a text with its changes marked ``[-deleted-]{+inserted+}``, and coloured where colours are shown."""
    return "".join(shown_change(change) for change in word_diff(old, new))


def shown_change(change: Change) -> str:
    """Return a stretch of text marked as what became of it."""
    match change.kind:
        case Kind.DELETED:
            return click.style(f"[-{change.text}-]", fg="red")
        case Kind.INSERTED:
            return click.style(f"{{+{change.text}+}}", fg="green")
        case Kind.KEPT:
            return change.text
