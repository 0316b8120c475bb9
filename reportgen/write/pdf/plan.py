"""A paragraph made ready to be broken: its text in codes, its widths, and the stretches that are set alike."""

from __future__ import annotations

from typing import NamedTuple

from msgspec import Struct, field

from reportgen.model.theme import TextStyle
from reportgen.write.pdf.breaking import Measured
from reportgen.write.pdf.faces import Face


class Role(NamedTuple):
    """What a stretch is; stretches of one role are one segment. The fields are those of `parts.Segment`."""

    link: str = ""
    note: int = 0
    table_note: bool = False
    page_of: str = ""
    strong: bool = False
    language: str = ""


class Look(Struct, frozen=True):
    """How a stretch is set and what it is: the colour's operator, the rise and tracking in points, and its role."""

    size: float
    colour: bytes
    rise: float
    tracking: float
    role: Role


class Stretch(Struct, frozen=True):
    """Codes from ``start`` to ``end`` in one face and look. ``tracking`` as it holds here: none in Chinese.

    ``level`` is even where they are read from the left, odd from the right.
    """

    start: int
    end: int
    face: Face
    look: Look
    tracking: float
    level: int = 0


class Plan(Struct):
    """A paragraph ready to be broken.

    ``moves`` are the adjustments before places, in thousandths of the em of the stretch there, ``moved`` those places
    in order, ``shown`` the text with them in it (`codes.with_moves`); ``wide`` the places of the gaps that are opened
    most where lines are justified: after spaces, and where scripts meet; ``notes`` and ``occurrences`` the footnotes
    and bound numbers by the place at which their words begin.
    ``offsets`` are how far glyphs are set off their place and what is added after them: right, up, after, in
    thousandths of an em. ``from_right`` says that the paragraph runs from right to left.
    """

    style: TextStyle
    measured: Measured
    stretches: list[Stretch]
    moves: dict[int, int]
    moved: list[int]
    shown: str
    wide: list[int] = field(default_factory=list)
    notes: list[tuple[int, int]] = field(default_factory=list)
    occurrences: list[tuple[int, int]] = field(default_factory=list)
    offsets: dict[int, tuple[int, int, int]] = field(default_factory=dict)
    from_right: bool = False
