"""Where a line may end, and at what cost: Requirements for Chinese Text Layout (CLREQ, W3C), spaces, marks in words.

What goes in: a text in codes. What comes out: its break opportunities (the term of the Unicode line breaking
algorithm).
"""

from __future__ import annotations

import re
from functools import cached_property

from msgspec import Struct

from reportgen.write.pdf.classes import AFTER_IN_WORD, DIGITS, GLUE, NOT_AT_END, NOT_AT_START, Classes, inside

TIED = 30.0
"""The cost of parting a name and its number, a day and its month: `Scope 1`, `Building D`, `31 December`, `附录 C2`."""
AFTER_NUMBER = 15.0
"""The cost of parting a number and what it counts, or what qualifies it: `6 months`, `2023年`, `约60%`."""
BEFORE_NUMBER = 1.5
"""The cost of parting a number and the word before it: `than 5`, and that of two numbers: `1 and 2`."""
AFTER_MARK = 6.0
"""The cost of a line's end after a mark in a word: `well-known`."""
IN_ADDRESS = 10.0
"""The cost of a line's end in an address."""

_LETTER = r"[^\W\d_]"
_MARK_IN_WORD = re.compile(
    rf"[{inside(AFTER_IN_WORD)}](?<={_LETTER}{_LETTER}[{inside(AFTER_IN_WORD)}])(?={_LETTER}{_LETTER})"
)
_SPACES = re.compile(rf"  *(?![ {inside(NOT_AT_START)}])")
_LETTER_OF_NAME = re.compile(rf" (?<={_LETTER} )(?=[A-Z]\b)")
_BETWEEN_NUMBERS = ("and", "or", "to")
_NAMES = ("附录", "附件", "范围", "类别", "阶段", "原则", "第", "邮编：", "编码：", "号码：")
"""What a number behind it is part of, as in a name."""
_QUALIFIERS = ("约", "近", "达", "超", "逾", "共", "每", "为")
_LONGEST_NAME = max(map(len, _NAMES))
_NUMBER = re.compile(rf"[{inside(DIGITS)}](?:[{inside(DIGITS)}]|[.,](?=[{inside(DIGITS)}]))*")
_ADDRESS = re.compile(r"\b(?:https?://|[\w.+-]+@)?(?:[a-z0-9-]{2,}\.)+[a-z]{2,}\b[!-~]*", re.ASCII | re.IGNORECASE)
_PART_OF_ADDRESS = re.compile(r"(?<=[/?&=_\-.@#])(?=[A-Za-z0-9])")


class Places(Struct, frozen=True):
    """The break opportunities of a text, in order.

    Each of ``spans`` is where a line may end and where the next then begins: spaces between them are not printed.
    ``costs`` are those of ending a line at a place, where it has any; at ``hyphens`` a line ends with a hyphen.
    """

    spans: list[tuple[int, int]]
    costs: dict[int, float]
    hyphens: frozenset[int] = frozenset()

    def with_more(self, costs: dict[int, float], *, hyphens: bool) -> Places:
        """Return these places and more, each with its cost; at the new ones lines end with ``hyphens`` or without."""
        new = costs.keys() - {end for end, _ in self.spans}
        spans = sorted([*self.spans, *((place, place) for place in new)])
        return Places(spans, costs | self.costs, self.hyphens.union(new if hyphens else ()))


class Finder:
    """Finds break opportunities in the texts of a language."""

    def __init__(self, classes: Classes) -> None:
        self._classes = classes
        self._wide = re.compile(classes.wide)

    @cached_property
    def _in_wide(self) -> re.Pattern[str]:
        apart = " \n" + inside(GLUE)
        return re.compile(
            rf"(?<![{apart}{inside(NOT_AT_END)}])(?![{apart}{inside(NOT_AT_START)}])"
            rf"(?:(?<={self._classes.wide})|(?={self._classes.wide}))|{_SPACES.pattern}"
        )

    def places(self, text: str, glued: frozenset[int], start: int, end: int) -> Places:
        """Find the opportunities between ``start`` and ``end``; none where either side of a break is ``glued``."""
        pattern = self._in_wide if self._wide.search(text, start, end) else _SPACES
        spans = [found.span() for found in pattern.finditer(text, start + 1, end)]
        if spans and spans[-1][1] >= end:
            spans.pop()
        marks = [found.end() for found in _MARK_IN_WORD.finditer(text, start, end)]
        if marks:
            spans = sorted([*spans, *((place, place) for place in marks)])
        if glued:
            spans = [span for span in spans if not glued.intersection(span)]
        letters = [found.start() for found in _LETTER_OF_NAME.finditer(text, start, end)]
        costs = dict.fromkeys(marks, AFTER_MARK) | dict.fromkeys(letters, TIED)
        return Places(spans, costs | self._beside_numbers(text, glued, start, end))

    def _beside_numbers(self, text: str, glued: frozenset[int], start: int, end: int) -> dict[int, float]:
        costs: dict[int, float] = {}
        for found in _NUMBER.finditer(text, start, end):
            first, after = found.span()
            if first in glued:  # a note's mark
                continue
            costs |= _before_number(text, start, first)
            if text[after : after + 1] == " ":
                costs[after] = TIED if text[after + 1 : after + 2].isupper() else AFTER_NUMBER
            elif self._wide.match(text, after, end):
                costs[after] = AFTER_NUMBER
        return costs


def _before_number(text: str, start: int, first: int) -> dict[int, float]:
    """Return where a line may end before a number, and within what names it, each place with its cost."""
    if text[first - 1 : first] == " ":
        word = text.rfind(" ", start, first - 1) + 1
        between = text[word : first - 1] in _BETWEEN_NUMBERS
        if between and word > start and text[word - 2 : word - 1] in DIGITS:
            return {first - 1: AFTER_NUMBER}
        return {first - 1: TIED if text[word].isupper() else BEFORE_NUMBER}
    place = first - text[first - 1 : first].isupper()  # C2
    before = text[max(start, place - _LONGEST_NAME) : place]
    name = next(filter(before.endswith, _NAMES), "")
    if name:
        return dict.fromkeys(range(place - len(name) + 1, place + 1), TIED)
    return {place: AFTER_NUMBER} if before.endswith(_QUALIFIERS) else {}


def address_places(text: str, start: int, end: int) -> list[int]:
    """Return the places between ``start`` and ``end`` where an address (a URL, a mail address) may be parted."""
    return [
        place.start()
        for address in _ADDRESS.finditer(text, start, end)
        for place in _PART_OF_ADDRESS.finditer(text, address.start() + 1, address.end())
    ]
