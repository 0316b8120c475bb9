"""How many of a chapter's key figures stand side by side, for both writers."""

from __future__ import annotations

MOST_ACROSS = 4
"""So many at the most; then all numbers are small."""

_ACROSS = {1: 2, 2: 2, 3: 3, 4: 4, 5: 3, 6: 3}


def cards_across(count: int) -> int:
    """Return how many of so many cards stand side by side: one alone is as wide as one of two."""
    return _ACROSS.get(count, MOST_ACROSS)
