"""Where the lines of a text end: the break opportunities in it, and of those the ones that fit best together.

What goes in: a text in codes with its running widths. What comes out: the stretches of it that make lines. Words are
hyphenated, and addresses parted, only where lines would be too loose without.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from math import inf
from operator import add, sub

from msgspec import Struct, field
from msgspec.structs import replace

from reportgen.write.pdf.classes import Classes
from reportgen.write.pdf.fitting import TOLERANCE, Measure, Nodes, fit
from reportgen.write.pdf.hyphenation import CUT
from reportgen.write.pdf.opportunities import IN_ADDRESS, Finder, Places, address_places

LOOSE = 1.0
"""A paragraph with a looser line (`fitting.Fit`) is broken again, with hyphens and within addresses."""

IN_CLAUSE = 0.5
"""The cost of ending a ragged line between two words that no mark or space parts: little, beside evenness."""
IN_TERM = 2.0
"""The same between two words of a term."""
IN_WORD = 5.0
"""The cost of ending a ragged line within a word that may be parted without a hyphen."""
_ANYWHERE = 100.0
"""The cost of cutting a word anywhere."""


class Measured(Struct, frozen=True):
    """A text in codes, ready to be broken. Lengths in points.

    ``running[i]`` is the width of ``text[:i]``, with all adjustments. A line that begins with ``text[i]`` begins at
    ``left[i]`` of the running width, one that ends before it ends at ``right[i]``: there adjustments before ``i`` are
    void (kerning, a quarter em), and full-width marks lose the blank half that would stand at the margin. ``glued`` are
    places where no line may end whatever stands there. ``giving[i]`` is by how much the gaps up to place ``i`` may be
    opened; it is empty where lines are not justified.
    """

    text: str
    running: list[float]
    left: list[float]
    right: list[float]
    glued: frozenset[int] = frozenset()
    giving: list[float] = field(default_factory=list)


class Stretch(Struct, frozen=True):
    """A line's text: from ``start`` to ``end``. A ``hyphen`` may end it; ``last`` is a paragraph's last line."""

    start: int
    end: int
    last: bool
    hyphen: bool = False


class Column(Measure, frozen=True):
    """What is to be filled: ``hyphen`` is the width of a hyphen in points, ``hyphens`` says if words may be cut."""

    hyphen: float
    hyphens: bool


class Breaker:
    """Breaks measured texts.

    ``hyphenate`` gives where a hyphen may cut words, at a cost of at most so much; ``word_ends`` where words end that
    no space parts, ``within_terms`` the places within terms, which should stay whole.
    """

    def __init__(
        self,
        classes: Classes,
        hyphenate: Callable[[str, float], dict[int, float]],
        word_ends: Callable[[str], frozenset[int]],
        within_terms: Callable[[str], frozenset[int]],
    ) -> None:
        self._finder = Finder(classes)
        self._hyphenate = hyphenate
        self._word_ends = word_ends
        self._within_terms = within_terms

    def lines(self, measured: Measured, column: Column) -> list[Stretch]:
        """Break a text into lines. No line is too wide, unless a single character is."""
        lines: list[Stretch] = []
        for start, end in _paragraphs(measured.text):
            first = column.width if lines else column.first
            whole = Stretch(start, end, last=True)
            if start < end and natural(measured, whole) > first + TOLERANCE:
                lines += self._broken(measured, replace(column, first=first), start, end)
            elif start < end:
                lines.append(whole)
        return lines

    def pieces(self, measured: Measured) -> Iterator[float]:
        """Yield the widths of the pieces of a text that cannot be broken."""
        for start, end in _paragraphs(measured.text):
            places = self._finder.places(measured.text, measured.glued, start, end)
            for piece in _pieces(places, start, end):
                yield natural(measured, Stretch(*piece, last=False))

    def _broken(self, measured: Measured, column: Column, start: int, end: int) -> list[Stretch]:
        text = measured.text
        places = self._finder.places(text, measured.glued, start, end)
        nodes = self._nodes(measured, places, column, start, end)
        if max(map(sub, nodes.ends[1:], nodes.starts)) > min(column.first, column.width) + TOLERANCE:
            places = self._narrowed(measured, places, column, start, end)
            nodes = self._nodes(measured, places, column, start, end)
        fitted = fit(nodes, column)
        if fitted.loosest > LOOSE:
            more = _with_addresses(places, text, start, end)
            more = self._with_syllables(more, text, start, end, CUT) if column.hyphens else more
            if len(more.spans) > len(places.spans):
                places, fitted = more, fit(self._nodes(measured, more, column, start, end), column)
        return list(_stretches(places, fitted.nodes, start, end))

    def _nodes(self, measured: Measured, places: Places, column: Column, start: int, end: int) -> Nodes:
        befores, afters = zip(*places.spans, strict=True) if places.spans else ((), ())
        ends, starts = [start, *befores, end], [start, *afters, end]
        rights = list(map(measured.right.__getitem__, ends))
        hyphens = list(map(places.hyphens.__contains__, ends))
        if places.hyphens:
            rights = [right + hyphen * column.hyphen for right, hyphen in zip(rights, hyphens, strict=True)]
        none = [0.0] * len(ends)
        giving = measured.giving
        return Nodes(
            rights,
            list(map(measured.left.__getitem__, starts)),
            ([giving[place - 1] for place in ends], list(map(giving.__getitem__, starts))) if giving else (none, none),
            self._costs(measured, places),
            hyphens,
        )

    def _costs(self, measured: Measured, places: Places) -> list[float]:
        """Return the costs of ending a line at the paragraph's beginning, at each place and at its end."""
        costs = [places.costs.get(end, 0.0) for end, _ in places.spans]
        if not measured.giving:
            costs = list(map(add, costs, self._costs_within(measured.text, places)))
        return [0.0, *costs, 0.0]

    def _costs_within(self, text: str, places: Places) -> list[float]:
        """Return what it costs besides to end a ragged line at each place, if that is within a clause or a word."""
        within = [
            end == after and end not in places.hyphens and text[end - 1].isalnum() and text[end].isalnum()
            for end, after in places.spans
        ]
        if not any(within):
            return [0.0] * len(within)
        words, terms = self._word_ends(text), self._within_terms(text)
        costs = (IN_WORD if end not in words else IN_TERM if end in terms else IN_CLAUSE for end, _ in places.spans)
        return [inside * cost for inside, cost in zip(within, costs, strict=True)]

    def _narrowed(self, measured: Measured, places: Places, column: Column, start: int, end: int) -> Places:
        """Part what is too wide for a line: at the marks of an address, at syllables, or anywhere."""
        width = min(column.first, column.width) + TOLERANCE
        for further in (_with_addresses, self._with_syllables, _with_all):
            for piece in _pieces(places, start, end):
                if natural(measured, Stretch(*piece, last=False)) > width:
                    places = further(places, measured.text, *piece)
        return places

    def _with_syllables(self, places: Places, text: str, start: int, end: int, most: float = inf) -> Places:
        cuts = self._hyphenate(text[start:end], most)
        return places.with_more({start + place: cost for place, cost in cuts.items()}, hyphens=True)


def _with_addresses(places: Places, text: str, start: int, end: int) -> Places:
    return places.with_more(dict.fromkeys(address_places(text, start, end), IN_ADDRESS), hyphens=False)


def _with_all(places: Places, text: str, start: int, end: int) -> Places:
    return places.with_more(dict.fromkeys(range(start + 1, end), _ANYWHERE), hyphens=False)


def _pieces(places: Places, start: int, end: int) -> Iterator[tuple[int, int]]:
    starts = [start, *(after for _, after in places.spans)]
    ends = [*(before for before, _ in places.spans), end]
    return zip(starts, ends, strict=True)


def _stretches(places: Places, nodes: list[int], start: int, end: int) -> Iterator[Stretch]:
    for node in nodes[:-1]:
        stop, after = places.spans[node - 1]
        yield Stretch(start, stop, last=False, hyphen=stop in places.hyphens)
        start = after
    yield Stretch(start, end, last=True)


def natural(measured: Measured, stretch: Stretch) -> float:
    """Return the width of a stretch as it comes, in points, without a hyphen."""
    return measured.right[stretch.end] - measured.left[stretch.start] if stretch.start < stretch.end else 0.0


def _paragraphs(text: str) -> Iterator[tuple[int, int]]:
    """Yield where the parts between hard breaks begin and end, without the spaces around them."""
    start = 0
    while start < len(text):
        end = text.find("\n", start)
        end = len(text) if end < 0 else end
        yield _without_spaces(text, start, end)
        start = end + 1


def _without_spaces(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start] == " ":
        start += 1
    while end > start and text[end - 1] == " ":
        end -= 1
    return start, end
