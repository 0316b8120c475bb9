"""How wide words are, about: enough to share a line among columns, or to tell what will not fit."""

from __future__ import annotations

_NARROW, _WIDE, _CAPITAL, _EAST = 0.3, 0.57, 0.72, 1.0
"""Widths of characters in em: narrow ones, others, capitals, East Asian ones."""

_THIN = "iljtfI.,;:'|!() "


def em_width(text: str) -> float:
    """Return the width of a text in em."""
    return sum(_EAST if c > "\u2e80" else _NARROW if c in _THIN else _CAPITAL if c.isupper() else _WIDE for c in text)
