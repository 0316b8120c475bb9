"""Ranges of characters, as the inside of a regular expression's class: `A-Za-z`.

A class of many thousand characters takes milliseconds to compile: one character is told without.
"""

from __future__ import annotations


def is_among(character: str, ranges: str) -> bool:
    """Return whether a character is in one of the ranges, each of three characters."""
    return any(ranges[at] <= character <= ranges[at + 2] for at in range(0, len(ranges), 3))
