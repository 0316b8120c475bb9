"""Where a word may be cut, by patterns of letters: F. M. Liang, Word Hy-phen-a-tion by Com-put-er (1983).

What goes in: a list of patterns, one a line, such as ``.hy3ph``, and a word. What comes out: the places in the word.
The digits of a pattern are read only where its letters are met in a word: to read all 11,000 of English first, as
pyphen does, takes longer than to find the cuts of a report: 40 ms more of 1,400.
"""

from __future__ import annotations

_DIGITS = b"0123456789"


class Patterns:
    """The patterns of a language, by their letters; a full stop is a word's beginning or end."""

    def __init__(self, lines: str) -> None:
        letters = lines.encode().translate(None, _DIGITS).decode().split("\n")
        self._patterns = {key: line for key, line in zip(letters, lines.split("\n"), strict=True) if key.islower()}
        self._longest = max(map(len, self._patterns))

    def cuts(self, word: str) -> list[int]:
        """Return the places in a word where it may be cut."""
        dotted = f".{word.lower()}."
        length = len(dotted)
        levels = [0] * (length + 1)
        find = self._patterns.get
        for start in range(length - 1):
            for end in range(start + 1, min(start + self._longest, length) + 1):
                pattern = find(dotted[start:end])
                if pattern is not None:
                    _raise(levels, start, pattern)
        return [place - 1 for place, level in enumerate(levels) if level % 2]


def _raise(levels: list[int], place: int, pattern: str) -> None:
    """Raise the levels at a pattern's digits to these: an odd one allows a cut, an even one forbids it."""
    for character in pattern:
        if character.isdecimal():
            levels[place] = max(levels[place], int(character))
        else:
            place += 1
