"""The state of text as operators of a content stream (PDF 1.7, 9.3): font, spacing, rise, colour."""

from __future__ import annotations

from functools import lru_cache

State = tuple[bytes, bytes, bytes, bytes]
"""Operators that may follow any other: each begins with what ends one."""
PLAIN: State = (b"", b" 0 Tc", b" 0 Ts", b"")
"""The state at a page's beginning (table 104); font and colour are said by the first text in any case."""

_REMEMBERED = 512


@lru_cache(_REMEMBERED)
def state_of(key: bytes, size: float, spacing: float, rise: float, colour: bytes) -> State:
    """Return the state of a font at a size; spacing and rise are in points, ``colour`` is an operator."""
    return (b"/%b %.6g Tf" % (key, size), b" %.4g Tc" % spacing, b" %.4g Ts" % rise, b" " + colour)
