"""Where Chinese words end, by the models of BudouX: no space tells it, and titles and cells should not part one.

What goes in: a text in codes. What comes out: places in it. Between other characters the models see ends everywhere
and nowhere; what may be parted there is not theirs to say.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache, lru_cache
from itertools import accumulate
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from budoux.parser import Parser

_REMEMBERED = 256


@lru_cache(_REMEMBERED)
def word_ends(text: str, han: str) -> frozenset[int]:
    """Return where words of a text end. ``han`` names the shapes of its characters: ``hans`` or ``hant``."""
    return frozenset(accumulate(map(len, _parser(han).parse(text))))


@lru_cache(_REMEMBERED)
def within_terms(text: str, terms: frozenset[str]) -> frozenset[int]:
    """Return the places within terms that a text has: the models may not know them, or take them for two words."""
    return frozenset().union(*(_within(term, text) for term in terms if term in text))


def _within(term: str, text: str) -> Iterator[int]:
    """Yield the places in a text within a term."""
    start = text.find(term)
    while start >= 0:
        yield from range(start + 1, start + len(term))
        start = text.find(term, start + len(term))


@cache
def _parser(han: str) -> Parser:
    import budoux  # noqa: PLC0415 (a report without Chinese has no need of it)

    if han == "hant":
        return budoux.load_default_traditional_chinese_parser()
    return budoux.load_default_simplified_chinese_parser()
