"""Sets text: paragraphs into broken lines, single texts into segments. Knows faces, scripts and languages; no pages.

What goes in: paragraphs of the story and widths in points. What comes out: `parts.Line`, `parts.Measure`,
`parts.Segment`; and in `fonts` and `pictures` what the file must hold.
"""

from __future__ import annotations

from functools import lru_cache, partial
from math import inf
from pathlib import Path

from reportgen.model import flow
from reportgen.model.locale import Locale
from reportgen.model.theme import TextStyle, Theme
from reportgen.write.pdf.breaking import Breaker, Column, Stretch, natural
from reportgen.write.pdf.codes import TABULAR
from reportgen.write.pdf.faces import Faces
from reportgen.write.pdf.han_words import within_terms, word_ends
from reportgen.write.pdf.hyphenation import hyphenation
from reportgen.write.pdf.operators import line_of
from reportgen.write.pdf.parts import Line, Measure, Segment
from reportgen.write.pdf.pictures import Pictures
from reportgen.write.pdf.plan import Plan
from reportgen.write.pdf.planning import Planner

_TO_TABULAR = str.maketrans(TABULAR)
_RAGGED = 4.0
"""By how much a line of ragged text should fall short at most, in em."""
_JUSTIFIED = 0.05
"""The same where gaps are opened, for lines that have none."""
_LEAST, _LEAST_HAN = 2.5, 1.9
"""How long a last line should be, in em: a word of four letters, in Chinese two characters."""
_REMEMBERED = 256


class Typesetter:
    """Sets the text of one report in one language.

    Args:
        theme: styles, faces, colours, measures.
        locale: the language, which decides on punctuation, shapes of characters and justification.
        root: the project's folder, for fonts that the project brings.
        terms: words of Chinese that stay whole where a line need not be full.
    """

    def __init__(self, theme: Theme, locale: Locale, root: Path, terms: frozenset[str] = frozenset()) -> None:
        self.fonts = Faces(locale, root)
        self.pictures = Pictures(root)
        self._planner = Planner(theme, locale, self.fonts)
        words = partial(word_ends, han=locale.han), partial(within_terms, terms=terms)
        self._breaker = Breaker(self._planner.classes, hyphenation, *words)
        self._plan = lru_cache(_REMEMBERED)(self._planner.plan)
        self._lines = lru_cache(_REMEMBERED)(self._set_lines)
        self._segment = lru_cache(_REMEMBERED)(self._set_alone)

    @property
    def missing(self) -> dict[str, str]:
        """The characters of what was set so far that no font of the theme has, each with the words around it."""
        return self._planner.missing

    def lines(self, paragraph: flow.Paragraph, width: float) -> tuple[Line, ...]:
        """Break a paragraph into lines of at most a width in points; all but the first are narrower by ``hang``.

        A paragraph without words has no line.
        """
        return self._lines(paragraph, width)

    def measure(self, paragraph: flow.Paragraph) -> Measure:
        """Measure a paragraph, in points."""
        plan = self._plan(paragraph)
        whole = self._broken(plan, inf)
        longest = max((natural(plan.measured, line) for line in whole), default=0.0)
        return Measure(max(self._breaker.pieces(plan.measured), default=0.0), longest)

    def tabular(self, text: str, style: TextStyle, strong: bool, colour: str) -> Segment:
        """Set a number with digits of one width. ``colour`` is a token of the theme or ``#RRGGBB``."""
        codes = self._planner.codes_of(text).translate(_TO_TABULAR)
        return self._segment(codes, style, strong, colour)

    def plain(self, text: str, style: TextStyle, colour: str, strong: bool = False) -> Segment:
        """Set a text on one line, whatever its length. ``colour`` is a token of the theme or ``#RRGGBB``."""
        return self._segment(self._planner.codes_of(text), style, strong, colour)

    def picture_size(self, path: str) -> tuple[int, int]:
        """Return the width and height of a picture in pixels; ``path`` is relative to the project's root."""
        return self.pictures.size(path)

    def picture_name(self, path: str) -> bytes:
        """Return the name by which a page paints a picture, in a unit square: ``q w 0 0 h x y cm /P0 Do Q``."""
        return self.pictures.name(path)

    def _set_lines(self, paragraph: flow.Paragraph, width: float) -> tuple[Line, ...]:
        plan = self._plan(paragraph)
        hang = plan.style.hang
        broken = self._broken(plan, width)
        indents = [0.0] + [hang] * (len(broken) - 1)
        return tuple([line_of(plan, line, width - x, x) for line, x in zip(broken, indents, strict=False)])

    def _set_alone(self, codes: str, style: TextStyle, strong: bool, colour: str) -> Segment:
        return _only(self._planner.plan_text(codes, style, strong, colour))

    def _broken(self, plan: Plan, width: float) -> list[Stretch]:
        style = plan.style
        ragged = width if style.balanced else (_JUSTIFIED if style.align == "justify" else _RAGGED) * style.size
        least = (_LEAST_HAN if self._planner.han else _LEAST) * style.size
        rest = width - style.hang
        column = Column(width, rest, ragged, least, style.balanced, _hyphen(plan), style.hyphens)
        return self._breaker.lines(plan.measured, column)


def _hyphen(plan: Plan) -> float:
    face = next((stretch.face for stretch in plan.stretches if not stretch.face.han), None)
    return face.hyphen * plan.style.size / 1000 if face else 0.0


def _only(plan: Plan) -> Segment:
    length = len(plan.measured.text)
    line = line_of(plan, Stretch(0, length, last=True), float("inf"), 0.0)
    if len(line.segments) == 1:
        return line.segments[0]
    seen = sorted(line.segments, key=lambda segment: segment.x)
    return Segment(tuple(show for segment in seen for show in segment.shows), 0.0, line.width)
