"""Holds the blocks of two readings of a report against each other."""

from __future__ import annotations


def differences(expected: list[str], found: list[str]) -> list[tuple[str, str]]:
    """Return where two readings differ.

    One may divide finer than the other: a card's figure and label, a chapter's number and title are one block or two.
    Every other border stands in both.
    """
    differing = []
    left, right = list(expected), list(found)
    while left and right:
        one, other = left.pop(0), right.pop(0)
        if one == other:
            continue
        if left and one + left[0] == other:
            left.pop(0)
        elif right and one == other + right[0]:
            right.pop(0)
        else:
            differing.append((one, other))
    return [*differing, *((rest, "") for rest in left), *(("", rest) for rest in right)]
