"""Character classes for breaking lines: Requirements for Chinese Text Layout (CLREQ, W3C).

What goes in: a code. What comes out: a set of classes, as bits.
"""

from __future__ import annotations

import re

from reportgen.write.pdf.chain import FIRST_HAN
from reportgen.write.pdf.codes import DOUBLE_DASH

WIDE = 1
"""Set full-width: a line may end before and after it."""
NOT_AT_START = 2
"""May not begin a line."""
NOT_AT_END = 4
"""May not end a line."""
SPACE = 8
"""A line may end at it; it is not printed there."""
BREAK_AFTER = 16
"""A line may end after it within a word, where it parts two words."""
GLUE = 32
"""Holds what is on both its sides together."""
OPENING = 64
"""A full-width opening mark: the first half of it is blank."""
CLOSING = 128
"""A full-width closing mark, pause or stop: the second half of it is blank."""

_CLOSING = frozenset("、。，．：；？！）》〉」』】〕〗〙］｝”’")
_OPENING = frozenset("（《〈「『【〔〖〘［｛“‘")
FULL_WIDTH = re.compile("[" + "".join(sorted(_OPENING | _CLOSING)) + "]")
"""What may be an opening or closing mark: whether it is full-width is the language's."""
_NOT_AT_START = _CLOSING | frozenset(",.!?;:)]}%‰°℃…—–～-·‧・／/々ー₂₃²³") | {DOUBLE_DASH}
_NOT_AT_END = _OPENING | frozenset("([{$¥£€#￥＄№")
_BREAK_AFTER = frozenset("-–—/")
_GLUE = frozenset("\u00a0\u202f\u2060\u2011")


def _is_form(code: str) -> bool:
    """Return whether a code is a form of a character that is not set full-width."""
    return "\ud800" <= code < "\ud810" or "\udc00" <= code <= "\udfff"


class Classes(dict[str, int]):
    """The classes of each code. Fills itself. ``full_width`` are the narrow characters that the language sets wide."""

    def __init__(self, full_width: frozenset[str]) -> None:
        self._full_width = full_width

    def __missing__(self, code: str) -> int:
        wide = code in self._full_width or (code >= FIRST_HAN and not _is_form(code))
        found = (
            wide * WIDE
            | (code in _NOT_AT_START) * NOT_AT_START
            | (code in _NOT_AT_END) * NOT_AT_END
            | (code == " ") * SPACE
            | (code in _BREAK_AFTER) * BREAK_AFTER
            | (code in _GLUE) * GLUE
            | (wide and code in _OPENING) * OPENING
            | (wide and code in _CLOSING) * CLOSING
        )
        self[code] = found
        return found
