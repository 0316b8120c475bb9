"""Finds, for new messages, the vanished ones that they were made of, so that their translations are not lost."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from itertools import pairwise

LIKENESS = 0.6
"""The least ratio of like to all words at which an older translation is worth showing."""

_CANDIDATES = 3
_SURE = 0.9
"""From this ratio on the candidates that share less are not compared."""
_WORD = re.compile(r"\{[^{}]*\}|[A-Za-z0-9]+|\S")


def match(new: Sequence[str], vanished: Sequence[str]) -> dict[int, int]:
    """Return for new messages, by position, the position of the vanished message that each is made of.

    Each is used once, the likest pairs first. An index of pairs of neighbouring words names the best three candidates
    for each new message; only these are compared word by word.
    """
    if not new or not vanished:
        return {}
    old_words = [_words(text) for text in vanished]
    index: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for position, words in enumerate(old_words):
        for shingle in set(_shingles(words)):
            index[shingle].append(position)
    pairs = sorted(_pairs(new, old_words, index), key=lambda pair: (-pair[0], pair[1], pair[2]))
    matches: dict[int, int] = {}
    used: set[int] = set()
    for _, ours, theirs in pairs:
        if ours not in matches and theirs not in used:
            matches[ours] = theirs
            used.add(theirs)
    return matches


def _pairs(
    new: Sequence[str], old_words: Sequence[list[str]], index: dict[tuple[str, ...], list[int]]
) -> Iterator[tuple[float, int, int]]:
    for ours, text in enumerate(new):
        words = _words(text)
        shared = Counter(theirs for shingle in set(_shingles(words)) for theirs in index.get(shingle, ()))
        likeliest = sorted(shared, key=lambda theirs: (-shared[theirs], theirs))[:_CANDIDATES]
        for theirs in likeliest:
            ratio = SequenceMatcher(None, old_words[theirs], words, autojunk=False).ratio()
            if ratio >= LIKENESS:
                yield ratio, ours, theirs
            if ratio >= _SURE:
                break


def _words(text: str) -> list[str]:
    """Return a text's words, references and marks; a Chinese character is a word."""
    return _WORD.findall(text)


def _shingles(words: Sequence[str]) -> Iterator[tuple[str, ...]]:
    if len(words) < 3:
        yield from ((word,) for word in words)
    yield from pairwise(words)
