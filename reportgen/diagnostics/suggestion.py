"""Did you mean ...?"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

_NEAR = 0.6
_HARDLY_APART = 0.8
"""Codes are short: `tonnes` has half of its letters in common with `one`."""


def suggest(word: str, known: Iterable[str]) -> str:
    """Return ``did you mean `x`?`` for the nearest known word, or an empty text where none is near."""
    return _suggested(word, {name: name for name in sorted(known)}, _NEAR)


def suggest_code(word: str, known: Iterable[str]) -> str:
    """Return ``did you mean `x`?`` for a known code that is hardly another, but for its case, or an empty text."""
    return _suggested(word.lower(), {code.lower(): code for code in sorted(known)}, _HARDLY_APART)


def _suggested(word: str, known: Mapping[str, str], cutoff: float) -> str:
    from difflib import get_close_matches  # noqa: PLC0415  it is only needed where something is wrong

    near = get_close_matches(word, known, n=1, cutoff=cutoff)
    return f"did you mean `{known[near[0]]}`?" if near else ""
