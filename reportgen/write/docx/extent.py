"""How wide words are, about: enough to share a line among columns, or to tell what will not fit."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from functools import cache
from math import ceil

from reportgen.model.flow import Items, Paragraph
from reportgen.model.theme import TextStyle, Theme
from reportgen.write.docx.titles import text_of

_NARROW, _WIDE, _CAPITAL, _EAST = 0.3, 0.57, 0.72, 1.0
"""Widths of characters in em: narrow ones, others, capitals, East Asian ones."""

_THIN = "iljtfI.,;:'|!() "
_GAP = 0.25
"""What Word leaves between East Asian and other letters or digits, in em (ISO/IEC 29500-1, 17.3.1.2, 17.3.1.3)."""
_IDEOGRAPH = r"[^\W\x00-\u024f\u2070-\u208e]"
"""A letter of no alphabet like ours, nor a raised or lowered digit: the 20,000 by themselves take longer to be told."""
_MEET = re.compile(rf"(?<=[0-9A-Za-z])(?={_IDEOGRAPH})|(?<={_IDEOGRAPH})(?=[0-9A-Za-z])")


def em_width(text: str) -> float:
    """Return the width of a text in em."""
    gaps = 0 if text.isascii() else len(_MEET.findall(text))
    return sum(_width(sign) * times for sign, times in Counter(text).items()) + gaps * _GAP


@cache
def _width(sign: str) -> float:
    return _EAST if sign > "\u2e80" else _NARROW if sign in _THIN else _CAPITAL if sign.isupper() else _WIDE


def lines_high(paragraph: Paragraph, style: TextStyle, width: float, less: int = 0) -> float:
    """Return how high a paragraph's lines are in points, about, set ``width`` points wide, without so many of them."""
    words = text_of(paragraph.pieces)
    return max(0, ceil(em_width(words) * style.size / width) - less) * style.leading


def height_of(content: Iterable[Paragraph | Items], theme: Theme, width: float) -> float:
    """Return how high paragraphs and lists are in points, about, one below the other, set ``width`` points wide."""
    height = 0.0
    for part in content:
        style = theme.styles[part.style]
        if isinstance(part, Items):
            height += sum(height_of(item, theme, width - style.indent) for item in part.items)
        else:
            height += style.before + lines_high(part, style, width) + style.after
    return height
