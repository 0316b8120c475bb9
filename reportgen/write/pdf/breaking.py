"""Where lines end: running sums of advances and a search in them, then back to the last place where a line may end.

What goes in: a text in codes with its running widths. What comes out: the stretches of it that make lines.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from reportgen.write.pdf.chain import FIRST_HAN
from reportgen.write.pdf.classes import (
    BREAK_AFTER,
    GLUE,
    NOT_AT_END,
    NOT_AT_START,
    SPACE,
    WIDE,
    Classes,
)

_TOLERANCE = 0.01
"""In points: sums of fractions are not exact."""

_COMPANY = 8
"""A line of so many characters can give one to a last line that has a single one."""
_ADDRESS = re.compile(r"(?:https?://|www\.)\S+|\S+@\S+\.\S+")
_POSSIBLE = re.compile("(?<=[ \\-–—/‘-”\u2e80-\uffef])|(?=[ \n‘-”—…·‧\u2e80-\uffef])|$")
"""Where a line may end, or it may not: a cheap first look."""
_AFTER_IN_ADDRESS = frozenset("/?&=_-.@#")


@dataclass(frozen=True, slots=True)
class Measured:
    """A text in codes, ready to be broken. Lengths in points.

    ``running[i]`` is the width of ``text[:i]``, with all adjustments; ``before[i]`` the adjustment before place ``i``
    (kerning, a quarter em, a squeeze), which is void where a line begins there. ``glued`` are places where no line may
    end whatever stands there; ``spare`` how much of a closing mark at a place may be cut off at a line's end.
    """

    text: str
    running: list[float]
    before: dict[int, float]
    glued: frozenset[int]
    spare: dict[int, float]


@dataclass(frozen=True, slots=True)
class Stretch:
    """A line's text: from ``start`` to ``end``. ``squeezed`` is cut off its last mark; ``hyphen`` ends it."""

    start: int
    end: int
    last: bool
    squeezed: float = 0.0
    hyphen: bool = False


class Breaker:
    """Breaks measured texts. ``hyphenate`` gives the places where a word may be cut, with a hyphen."""

    def __init__(self, classes: Classes, hyphenate: Callable[[str], list[int]]) -> None:
        self._classes = classes
        self._hyphenate = hyphenate

    def lines(self, measured: Measured, first: float, width: float, hyphen: float) -> list[Stretch]:
        """Break a text into lines: the first ``first`` points wide, all others ``width``; ``hyphen`` is a hyphen's."""
        lines: list[Stretch] = []
        for start, end in _paragraphs(measured.text):
            at, before = start, len(lines)
            while at < end:
                stretch = self._line(measured, at, end, width if lines else first, hyphen)
                lines.append(stretch)
                at = _after_spaces(measured.text, stretch.end, end)
            if len(lines) - before > 1:
                lines[-2:] = self._accompanied(measured, *lines[-2:])
        return lines

    def permitted(self, measured: Measured, place: int) -> bool:
        """Whether a line may end before ``text[place]``."""
        text = measured.text
        before, after = self._classes[text[place - 1]], self._classes[text[place]]
        if place in measured.glued or (before | after) & GLUE:
            return False
        if (before | after) & SPACE:
            following = _after_spaces(text, place, len(text))
            return not self._classes[text[following : following + 1]] & NOT_AT_START
        if (before | after) & WIDE:
            return not before & NOT_AT_END and not after & NOT_AT_START
        return bool(before & BREAK_AFTER) and _parts_words(text, place)

    def pieces(self, measured: Measured) -> Iterator[float]:
        """Yield the widths of the pieces of a text that cannot be broken."""
        start, text = 0, measured.text
        for found in _POSSIBLE.finditer(text, 1):
            place = found.start()
            if place <= start:
                continue
            if place == len(text) or text[place] in " \n" or self.permitted(measured, place):
                yield natural(measured, Stretch(start, place, last=False))
                start = place + (text[place : place + 1] in (" ", "\n"))

    def _accompanied(self, measured: Measured, line: Stretch, last: Stretch) -> tuple[Stretch, Stretch]:
        """Give a Chinese character that is alone on the last line the company of the one before."""
        if line.end - line.start < _COMPANY or not self._is_alone(measured.text[last.start : last.end]):
            return line, last
        place = self._last_permitted(measured, line.start, line.end - 1)
        if place == line.start or " " in measured.text[place : last.end]:
            return line, last
        return Stretch(line.start, place, last=False), Stretch(place, last.end, last=True)

    def _is_alone(self, words: str) -> bool:
        """Whether words are one Chinese character, perhaps with a mark after it."""
        alone = len(words) == 1 or (len(words) == 2 and self._classes[words[1]] & NOT_AT_START)
        return bool(alone and self._classes[words[0]] & WIDE)

    def _line(self, measured: Measured, start: int, end: int, width: float, hyphen: float) -> Stretch:
        reach, squeezed = self._reach(measured, start, end, width)
        if reach >= end:
            return Stretch(start, _before_spaces(measured.text, start, end), True, squeezed)
        place = self._last_permitted(measured, start, reach)
        if place > start:
            trimmed = _before_spaces(measured.text, start, place)
            return Stretch(start, trimmed, False, squeezed if trimmed == reach else 0.0)
        return self._cut(measured, start, reach, width, hyphen)

    def _reach(self, measured: Measured, start: int, end: int, width: float) -> tuple[int, float]:
        """Return the place up to which the text fits, and how much of a mark is cut off to make it fit."""
        running = measured.running
        limit = running[start] + width + _TOLERANCE
        reach = bisect_right(running, limit, start, end + 1) - 1
        if reach < end and measured.text[reach] != " ":
            over = running[reach + 1] - measured.before.get(reach + 1, 0.0) - limit
            if over <= 0:
                return reach + 1, 0.0
            spare = measured.spare.get(reach, 0.0)
            if over <= spare:
                return reach + 1, spare
        return max(reach, start + 1), 0.0

    def _last_permitted(self, measured: Measured, start: int, reach: int) -> int:
        place = reach
        while place > start and not self.permitted(measured, place):
            place -= 1
        return place if place > start else max(start, measured.text.rfind(" ", start, reach + 1))

    def _cut(self, measured: Measured, start: int, reach: int, width: float, hyphen: float) -> Stretch:
        """Cut a word that is longer than its line: an address after a mark, a word at a syllable, else anywhere."""
        text = measured.text
        first, stop = _word_at(text, start)
        if _ADDRESS.match(text, first, stop):
            for place in range(reach, start + 3, -1):
                if text[place - 1] in _AFTER_IN_ADDRESS and text[place] not in _AFTER_IN_ADDRESS:
                    return Stretch(start, place, False)
        room = measured.running[start] + width - hyphen + _TOLERANCE
        for place in reversed(self._hyphenate(text[first:stop])):
            if start < first + place <= reach and measured.running[first + place] <= room:
                return Stretch(start, first + place, False, hyphen=True)
        return Stretch(start, reach, False)


def natural(measured: Measured, stretch: Stretch) -> float:
    """Return the width of a stretch as it comes, in points."""
    if stretch.end <= stretch.start:
        return 0.0
    width = measured.running[stretch.end] - measured.running[stretch.start]
    return width - measured.before.get(stretch.end, 0.0) - stretch.squeezed


def _paragraphs(text: str) -> Iterator[tuple[int, int]]:
    start = 0
    while start < len(text):
        end = text.find("\n", start)
        end = len(text) if end < 0 else end
        yield _after_spaces(text, start, end), end
        start = end + 1


def _before_spaces(text: str, start: int, end: int) -> int:
    while end > start and text[end - 1] == " ":
        end -= 1
    return end


def _after_spaces(text: str, start: int, end: int) -> int:
    while start < end and text[start] == " ":
        start += 1
    return start


def _word_at(text: str, place: int) -> tuple[int, int]:
    """Return where the Latin word begins and ends that ``place`` is in."""
    first = stop = place
    while first > 0 and " " < text[first - 1] < FIRST_HAN:
        first -= 1
    while stop < len(text) and " " < text[stop] < FIRST_HAN:
        stop += 1
    return first, stop


def _parts_words(text: str, place: int) -> bool:
    """Whether the mark before ``place`` stands between two words of two letters or more: not in `COVID-19`, `1–2`."""
    before, after = text[max(0, place - 3) : place - 1], text[place : place + 2]
    return len(before) == len(after) == 2 and _is_word(before) and _is_word(after)


def _is_word(letters: str) -> bool:
    return letters.isalpha() or letters[-1] in "₂₃"
