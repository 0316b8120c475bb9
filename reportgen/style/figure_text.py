"""A figure set large: its number, and its unit smaller beside it."""

from __future__ import annotations

import re

from msgspec.structs import replace

from reportgen.model.flow import Piece, Run

_UNIT = re.compile(r"^(?P<before>[^\d]*)(?P<number>[\d.,:/–−×-]*\d)(?P<after>.*)$", re.DOTALL)


def figure_pieces(pieces: tuple[Piece, ...]) -> tuple[Piece, ...]:
    """Return the pieces of a key figure, with all that stands beside the digits marked as its unit."""
    numeric = any(isinstance(piece, Run) and _UNIT.match(piece.text) for piece in pieces)
    split: list[Piece] = []
    for piece in pieces:
        split.extend(_split(piece, beside=numeric) if isinstance(piece, Run) else [piece])
    return tuple(split)


def _split(run: Run, *, beside: bool) -> list[Piece]:
    """Split a run at its digits; one without digits is a unit where it stands ``beside`` a number."""
    found = _UNIT.match(run.text)
    if found is None:
        return [replace(run, unit=beside)]
    parts = [(found["before"], True), (found["number"], False), (found["after"], True)]
    return [replace(run, text=text, unit=unit) for text, unit in parts if text]
