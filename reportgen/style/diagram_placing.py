"""How the boxes of a diagram share the column: the same for every writer."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeVar

from reportgen.model.flow import Diagram, DiagramBox
from reportgen.style.diagrams import STEPS

T = TypeVar("T")

_NAMES_ACROSS, _TEXTS_ACROSS = 4, 3
"""How many steps stand side by side at most: with names alone, with texts."""


def rows_of(diagram: Diagram) -> list[tuple[DiagramBox, ...]]:
    """Return the rows of boxes as they are drawn: steps that do not fit into one row go on in the next."""
    if diagram.kind != STEPS:
        return list(diagram.rows)
    steps = [box for row in diagram.rows for box in row]
    most = _TEXTS_ACROSS if any(box.text for box in steps) else _NAMES_ACROSS
    return [tuple(row) for row in _even(steps, most)]


def across_of(diagram: Diagram) -> int:
    """Return how many columns the rows of steps have; 0 where each level divides the width by itself."""
    return max(len(row) for row in rows_of(diagram)) if diagram.kind == STEPS else 0


def _even(parts: Sequence[T], most: int) -> list[Sequence[T]]:
    """Divide parts into as few rows as may be, the first ones longer by one at most."""
    if not parts:
        return []
    rows = -(-len(parts) // most)
    longest = -(-len(parts) // rows)
    return [parts[at : at + longest] for at in range(0, len(parts), longest)]
