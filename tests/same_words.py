"""Holds the blocks of two readings of a report against each other."""

from __future__ import annotations


def differences(expected: list[str], found: list[str]) -> list[tuple[str, str]]:
    """Return where two readings differ.

    One may divide finer than the other: a card's figure and label, a chapter's number and title, an item and the list
    in it are one block or several. Every other border stands in both.
    """
    differing = []
    left, right = list(expected), list(found)
    while left and right:
        one, other = left.pop(0), right.pop(0)
        while one != other and left and other.startswith(one + left[0]):
            one += left.pop(0)
        while one != other and right and one.startswith(other + right[0]):
            other += right.pop(0)
        if one != other:
            differing.append((one, other))
    return [*differing, *((rest, "") for rest in left), *(("", rest) for rest in right)]
