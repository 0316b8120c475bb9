"""Character classes for breaking lines: Requirements for Chinese Text Layout (CLREQ, W3C)."""

from __future__ import annotations

import re
from functools import cached_property

from reportgen.write.pdf.chain import FIRST_HAN
from reportgen.write.pdf.codes import DOUBLE_DASH, FIRST_FREE, LAST_FREE, TABULAR

_CLOSING = frozenset("、。，．：；？！）》〉」』】〕〗〙］｝”’")
_OPENING = frozenset("（《〈「『【〔〖〘［｛“‘")
NOT_AT_START = _CLOSING | frozenset(",.!?;:)]}%‰°℃…—–～-·‧・／/々ー₂₃²³") | {DOUBLE_DASH}
"""What may not begin a line."""
NOT_AT_END = _OPENING | frozenset("([{$¥£€#￥＄№")
"""What may not end a line."""
GLUE = frozenset("\u00a0\u202f\u2060\u2011")
"""What holds both its sides together."""
AFTER_IN_WORD = frozenset("-–—/")
"""Marks after which a line may end within a word, where they part two words."""
DIGITS = frozenset("0123456789").union(TABULAR.values())


class Classes:
    """The classes of a language. ``full_width`` are the narrow characters that it sets full-width."""

    def __init__(self, full_width: frozenset[str]) -> None:
        self._full_width = full_width
        self.opening = frozenset(mark for mark in _OPENING if self.is_wide(mark))
        """Full-width opening marks: the first half of each is blank."""
        self.closing = frozenset(mark for mark in _CLOSING if self.is_wide(mark))
        """Full-width closing marks, pauses and stops: the second half of each is blank."""

    def is_wide(self, code: str) -> bool:
        """Whether a code is set full-width: a line may end before and after it."""
        return is_wide(code) or code in self._full_width

    @cached_property
    def wide(self) -> str:
        """A full-width code, as a regular expression: told by those that are not, it is compiled four times as fast."""
        below = sorted(ord(code) for code in self._full_width if code < FIRST_HAN)
        starts, ends = [0, *(code + 1 for code in below)], [*below, ord(FIRST_HAN)]
        narrow = [(start, end - 1) for start, end in zip(starts, ends, strict=True) if start < end]
        narrow += [(0xD800, ord(FIRST_FREE) - 1), (ord(LAST_FREE) + 1, 0xDFFF)]
        return "[^" + "".join(f"\\u{start:04x}-\\u{end:04x}" for start, end in narrow) + "]"

    @cached_property
    def marks(self) -> re.Pattern[str]:
        """Finds full-width marks."""
        return re.compile(f"[{inside(self.opening | self.closing)}]")


def is_wide(code: str) -> bool:
    """Whether a code is set full-width in every language."""
    return FIRST_HAN <= code < "\ud800" or FIRST_FREE <= code <= LAST_FREE or code > "\udfff"


def inside(codes: frozenset[str]) -> str:
    """Return codes as the inside of a regular expression's class."""
    return "".join(map(re.escape, sorted(codes)))
