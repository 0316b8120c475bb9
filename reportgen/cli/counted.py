"""Numbers of things, as a person says them."""

from __future__ import annotations


def counted(number: int, noun: str) -> str:
    """Return a number with its noun: ``1 value``, ``1,300 values``."""
    return f"{number:,} {noun}{'' if number == 1 else 's'}"
