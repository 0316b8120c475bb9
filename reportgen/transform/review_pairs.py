"""Which paragraph of the report, as it would be written now, each passage of a reviewed file is.

Words are compared as they were before the review; what Word makes by itself is left out: pages, numbers of notes, lines
of the contents.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from difflib import SequenceMatcher

from msgspec import Struct

from reportgen.i18n.matching import LIKENESS
from reportgen.model.review import Paragraph, Stretch, words_before
from reportgen.transform.reviewed_words import PARAGRAPH_END, squeeze

_RUNNING = frozenset(("header", "footer"))
"""The parts that each program has as often as it likes."""

Names = Callable[[int], tuple[str, ...]]
"""The messages that the bookmarks on a paragraph name, by its position."""


class Line(Struct, frozen=True):
    """A paragraph as it was before the review, of the passage that begins ``at`` one; ``column`` is its cell's.

    ``said`` is all that it said, ``words`` are what is compared.
    """

    at: int
    part: str
    column: tuple[int, ...]
    said: str
    words: str
    names: tuple[str, ...]

    @property
    def key(self) -> tuple[str, str]:
        """What the same paragraph has on the other side."""
        return self.part, squeeze(self.words)


class Standing(Struct, frozen=True):
    """How a passage stands to the report: whether it says the ``same``, and else what this says in its place."""

    same: bool
    now: str = ""

    @property
    def alone(self) -> bool:
        """Whether the report has nothing in its place."""
        return not self.same and not self.now


class Pairs:
    """Passages of a file beside the lines of the report. ``missing`` are those of these that the file lacks."""

    def __init__(self, came: Sequence[Line], written: Sequence[Line]) -> None:
        running = {line.key for line in written if line.part in _RUNNING}
        lines, others = ([line for line in side if line.part not in _RUNNING] for side in (came, written))
        pairs = _Pairing(lines, others).found
        self._standings: dict[int, list[Standing]] = defaultdict(list)
        for number, line in enumerate(lines):
            self._standings[line.at].append(_standing(line, [others[other] for other in pairs[number]]))
        for line in came:
            if line.part in _RUNNING:
                self._standings[line.at].append(Standing(line.key in running))
        found = {other for paired in pairs.values() for other in paired}
        self.missing = [line for other, line in enumerate(others) if other not in found]

    def of(self, at: int) -> Standing:
        """Return how the passage stands that begins at a paragraph."""
        standings = self._standings[at]
        if all(standing.same for standing in standings):
            return Standing(True)
        return Standing(False, PARAGRAPH_END.join(standing.now for standing in standings if standing.now))


def lines_of(paragraphs: Sequence[Paragraph], passages: Iterable[range], names: Names) -> list[Line]:
    """Return the paragraphs that passages were before the review, where they have words; new ends part none."""
    return [line for at in passages for line in _lines(paragraphs, at, names)]


def _lines(paragraphs: Sequence[Paragraph], passage: range, names: Names) -> Iterator[Line]:
    said, words, begun = "", "", passage.start
    for at in passage:
        paragraph = paragraphs[at]
        said += paragraph.before
        words += "" if paragraph.listed else words_before(paragraph.stretches)
        if at + 1 < passage.stop and not Stretch(PARAGRAPH_END, paragraph.end).before:
            continue
        if squeeze(words):
            own = tuple(dict.fromkeys(name for place in range(begun, at + 1) for name in names(place)))
            yield Line(passage.start, paragraph.part, paragraph.cell[2:], said, words, own)
        said, words, begun = "", "", at + 1


def _standing(line: Line, others: Sequence[Line]) -> Standing:
    if [line.key] == [other.key for other in others]:
        return Standing(True)
    return Standing(False, PARAGRAPH_END.join(other.said for other in others))


class _Pairing:
    """Finds for each line that came those of the report that it is: by its words, its messages, or its place."""

    def __init__(self, came: Sequence[Line], written: Sequence[Line]) -> None:
        self._came, self._written = came, written
        self._free = dict.fromkeys(range(len(written)))
        self.found: dict[int, list[int]] = {number: [] for number in range(len(came))}
        blocks = SequenceMatcher(None, [line.key for line in came], [line.key for line in written], autojunk=False)
        for first, second, size in blocks.get_matching_blocks():
            for step in range(size):
                self._take(first + step, second + step)
        self._by_messages()
        for _, start, stop, first, last in blocks.get_opcodes():
            self._by_place(range(start, stop), range(first, last))

    def _take(self, number: int, other: int | None) -> None:
        if other is not None:
            self.found[number].append(other)
            del self._free[other]

    def _by_messages(self) -> None:
        for number in [number for number, others in self.found.items() if not others]:
            for name in self._came[number].names:
                self._take(number, next((other for other in self._free if name in self._written[other].names), None))

    def _by_place(self, lines: range, others: range) -> None:
        for number in (number for number in lines if not self.found[number]):
            line = self._came[number]
            near = (other for other in others if other in self._free and _alike(line, self._written[other]))
            self._take(number, next(near, None))


def _alike(line: Line, other: Line) -> bool:
    """Whether a line may be another that stands in the same place: cells of a column, or much the same words.

    What has no message's name is none of those that have one.
    """
    if (line.part, line.column, bool(line.names)) != (other.part, other.column, bool(other.names)):
        return False
    return bool(line.column) or SequenceMatcher(None, line.words, other.words, autojunk=False).ratio() >= LIKENESS
