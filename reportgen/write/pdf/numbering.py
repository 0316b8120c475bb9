"""The numbers of pages: roman before the first chapter, from 01 on in the body.

What goes in: how many pages there are, and on which the body begins, counted from 0. What comes out: what is printed on
each page, and the page labels of the file (ISO 32000-1, 12.4.2), which must agree. A cover is counted; nothing is
printed on it.
"""

from __future__ import annotations

_TWO_DIGITS = 10
"""From this number on no zero stands before it."""
_ROMAN = ((100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))

LabelRange = tuple[int, str, str, int]
"""The first page, counted from 0; the style (``D`` or ``r``); what stands before the number; the first number."""


def printed_numbers(pages: int, body: int) -> list[str]:
    """Return the number of each page as it is printed."""
    return [f"{page - body + 1:02d}" if page >= body else roman(page + 1) for page in range(pages)]


def on_the_right(page: int, body: int) -> bool:
    """Return whether a page's number is odd: it is a right-hand one."""
    return (page - body if page >= body else page) % 2 == 0


def label_ranges(pages: int, body: int) -> list[LabelRange]:
    """Return the ranges of the file's page labels."""
    ranges = [(0, "r", "", 1)] if body else []
    if pages > body:
        ranges.append((body, "D", "0", 1))
    if pages > body + _TWO_DIGITS - 1:
        ranges.append((body + _TWO_DIGITS - 1, "D", "", _TWO_DIGITS))
    return ranges


def roman(number: int) -> str:
    """Return a number from 1 to 399 in small roman numerals."""
    letters = ""
    for value, sign in _ROMAN:
        letters += sign * (number // value)
        number %= value
    return letters
