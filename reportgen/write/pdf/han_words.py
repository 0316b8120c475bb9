"""Where Chinese words end, by the models of BudouX: no space tells it, and titles and cells should not part one.

What goes in: a text in codes. What comes out: places in it. Between other characters the models see ends everywhere
and nowhere; what may be parted there is not theirs to say.
"""

from __future__ import annotations

from functools import cache, lru_cache
from itertools import accumulate
from typing import TYPE_CHECKING

from reportgen.i18n.glossary import spans_of

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
    here = (term for term in terms if term in text)
    return frozenset(place for term in here for start, end in spans_of(term, text) for place in range(start + 1, end))


@cache
def _parser(han: str) -> Parser:
    import budoux  # noqa: PLC0415 (a report without Chinese has no need of it)

    if han == "hant":
        return budoux.load_default_traditional_chinese_parser()
    return budoux.load_default_simplified_chinese_parser()
