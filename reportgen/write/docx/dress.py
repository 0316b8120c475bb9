"""What each style of the theme is in Word: fewer styles there, each for a thing that its users tell apart.

The theme has a style for every place; a Word user wants to choose among few. Styles that look alike are one style in
Word, and what differs within it (a unit, a total, the colour of a chapter's family) is a character style of its words.
"""

from __future__ import annotations

from msgspec import Struct

from reportgen.write.docx.characters import ACCENT, CASE_TITLE, QUIET, REVERSED, STRONG


class Dress(Struct, frozen=True):
    """The paragraph style that is made of the theme's ``style``, and the character style of words in it, if any."""

    style: str
    mark: str = ""


_IN_CELL, _SMALL, _SOURCE, _CASE, _GROUP = "table-cell", "index-cell", "chart-source", "case-text", "table-group"

_DRESSES = {
    "cover-brand": Dress("chart-title", ACCENT),
    "cover-name": Dress(_IN_CELL, STRONG),
    "cover-line": Dress(_IN_CELL, QUIET),
    "back-cover-brand": Dress("chart-title", REVERSED),
    "back-cover-line": Dress(_IN_CELL, REVERSED),
    "contact-title": Dress("opening-title"),
    "contact-label": Dress(_IN_CELL, QUIET),
    "contact-text": Dress(_IN_CELL),
    "opening-label": Dress(_SOURCE, STRONG),
    "group-number": Dress("card-number"),
    "goal-number": Dress("goal-number-dark", REVERSED),
    "goal-name": Dress(_SMALL),
    "figure-label": Dress(_IN_CELL),
    "figure-number": Dress("card-number"),
    "figure-number-small": Dress("card-number-small"),
    "card-label": Dress(_SMALL),
    "card-statement": Dress(_SMALL),
    "case-label": Dress(_CASE, ACCENT),
    "case-title": Dress(_CASE, CASE_TITLE),
    "table-head": Dress(_IN_CELL),
    "table-unit": Dress(_IN_CELL, QUIET),
    "table-total": Dress(_IN_CELL, STRONG),
    "table-current": Dress("table-number", STRONG),
    "table-quiet": Dress(_SMALL, QUIET),
    "table-achieved": Dress(_IN_CELL, STRONG),
    "table-missed": Dress(_IN_CELL),
    "table-area": Dress(_GROUP),
    "table-part": Dress(_GROUP, REVERSED),
    "index-number": Dress(_SMALL, STRONG),
    "index-total": Dress(_SMALL, STRONG),
    "index-group": Dress(_GROUP),
    "diagram-name": Dress(_IN_CELL, STRONG),
    "diagram-text": Dress(_IN_CELL),
    "diagram-head": Dress(_GROUP, REVERSED),
    "diagram-head-text": Dress(_IN_CELL, REVERSED),
    "diagram-number": Dress("card-number"),
    "cycle-number": Dress(_IN_CELL, ACCENT),
    "matrix-axis": Dress(_SOURCE),
    "matrix-group": Dress(_GROUP),
    "matrix-number": Dress(_IN_CELL, ACCENT),
    "matrix-issue": Dress(_IN_CELL),
    "chart-subtitle": Dress(_SOURCE),
    "caption": Dress(_SOURCE),
}


def dress(style: str) -> Dress:
    """Return what a style of the theme is in Word: a style of its own where nothing else is said."""
    return _DRESSES.get(style) or Dress(style)
