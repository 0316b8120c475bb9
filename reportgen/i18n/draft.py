"""How drafts mark words that are not translated: by two characters around them, which no text contains."""

from __future__ import annotations

from reportgen.model.words import Turn, Words

BEGIN = "\ue000"
END = "\ue001"


def mark(words: Words) -> Words:
    """Put the marks around words. Places stay: the first mark stands where the first character stands."""
    start = Turn(1, words.span.line, words.span.column)
    turns = (start, *(Turn(turn.offset + 1, turn.line, turn.column) for turn in words.turns))
    return Words(f"{BEGIN}{words.text}{END}", words.span, turns)


def unmark(words: Words) -> Words:
    """Take the marks away again; words without marks are returned as they are."""
    if not words.text.startswith(BEGIN) or not words.text.endswith(END):
        return words
    turns = tuple(Turn(turn.offset - 1, turn.line, turn.column) for turn in words.turns if turn.offset > 0)
    return Words(words.text[1:-1], words.span, turns)
