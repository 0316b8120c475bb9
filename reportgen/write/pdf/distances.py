"""The distances between the characters of a text (CLREQ): scripts stand apart, full-width marks close up.

What goes in: the stretches of a text and the advances of its codes. What comes out: advances with all adjustments, the
adjustments, and by how much the ends of lines differ: there an adjustment is void, and a mark loses its blank half.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Collection

from msgspec import Struct, field

from reportgen.write.pdf.classes import Classes
from reportgen.write.pdf.codes import TABULAR
from reportgen.write.pdf.plan import Stretch

_LEAST_BLANK = 400
_HALF = 500
"""In thousandths of an em: a mark with less blank beside it is not full-width in its face; no more is taken away."""
_HAN = "\u2e80-\u2fdf\u3005-\u3007\u3040-\u30fa\u30fc-\u9fff\uf900-\ufaff\ud810-\udbff"
_WESTERN_END = "A-Za-z0-9À-ɏͰ-ϿЀ-ӿ₀-₉²³%‰°℃+." + "".join(TABULAR.values())
_WESTERN_START = "A-Za-z0-9À-ɏͰ-ϿЀ-ӿ$£€~−±" + "".join(TABULAR.values())
_MEETING = f"(?<=[{_HAN}])(?=[{_WESTERN_START}])|(?<=[{_WESTERN_END}])(?=[{_HAN}])"


class Distances(Struct, frozen=True):
    """The adjustments of a text.

    ``stretches`` and ``advances`` (in points) are the text's. ``moves`` are adjustments before places, in thousandths
    of the em of the stretch there; ``at_starts`` and ``at_ends`` by how much a line that begins with a place begins
    further on, and one that ends before it ends further on, in points.
    """

    stretches: list[Stretch]
    advances: list[float]
    moves: dict[int, int] = field(default_factory=dict)
    at_starts: dict[int, float] = field(default_factory=dict)
    at_ends: dict[int, float] = field(default_factory=dict)

    def kern(self, start: int, kerns: list[tuple[int, int]], scale: float) -> None:
        """Note kerning before places from ``start``, in thousandths of an em of ``scale`` points: advances have it."""
        self.moves.update([(start + place, amount) for place, amount in kerns])
        self.at_ends.update([(start + place, -amount * scale) for place, amount in kerns])

    def part_scripts(self, text: str, alone: Collection[int], quarter: float) -> list[int]:
        """Put ``quarter`` of an em where Chinese and Western characters meet; return those places.

        The em is that of the smaller text: a unit stands close to its number, however large that is. None is put at the
        places ``alone``, beside notes' marks.
        """
        meetings = [meeting.start() for meeting in re.finditer(_MEETING, text) if meeting.start() not in alone]
        for place in meetings:
            self._move(place, quarter * min(self._at(place - 1).look.size, self._at(place).look.size))
        return meetings

    def close_up(self, text: str, alone: Collection[int], classes: Classes) -> None:
        """Take half an em out between two full-width marks, and off a mark at either end of a line.

        The number of a note, at places ``alone``, stands close to a mark before it as well.
        """
        for mark in classes.marks.finditer(text):
            place = mark.start()
            below = text[place + 1 : place + 2]
            if text[place] in classes.closing:
                blank = self._blank(text, place, 1)
                if below in classes.opening or below in classes.closing or place + 1 in alone:
                    self._move(place + 1, -blank)
                self.at_ends[place + 1] = self.at_ends.get(place + 1, 0.0) - blank
            else:
                self.at_starts[place] = self._blank(text, place, 0)
                if below in classes.opening:
                    self._move(place + 1, -self._blank(text, place + 1, 0))

    def _blank(self, text: str, place: int, side: int) -> float:
        stretch = self._at(place)
        blank = stretch.face.blanks(text[place])[side] if stretch.face.han else 0
        return min(blank, _HALF) * stretch.look.size / 1000 if blank >= _LEAST_BLANK else 0.0

    def _move(self, place: int, points: float) -> None:
        amount = round(points * 1000 / self._at(place).look.size)
        self.moves[place] = self.moves.get(place, 0) + amount
        self.at_ends[place] = self.at_ends.get(place, 0.0) - points
        self.advances[place - 1] += points

    def _at(self, place: int) -> Stretch:
        at = bisect_right(self.stretches, place, key=lambda stretch: stretch.start) - 1
        return self.stretches[at]
