"""Numbers headings and captions where the theme and the templates ask for it: the same numbers in every output.

A number is a run of its own that says what is counted (`flow.Run.counts`), so that Word can count by itself. Sections
are counted within a chapter that has a number; captions through the report, tables by themselves, and pictures,
charts and diagrams together.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping

from msgspec.structs import replace

from reportgen.model.flow import (
    Chapter,
    Chart,
    Contents,
    Diagram,
    Entry,
    Flow,
    Matrix,
    Paragraph,
    Picture,
    Piece,
    Run,
    Story,
    Table,
)
from reportgen.style.listed import FIGURES, TABLES, listed

HEADING = "heading"
"""What runs are called that number a heading."""
NUMBER = "#"
"""What stands for the number in a label such as ``Table #``."""
_GAP = "\N{EN SPACE}"

Labels = Mapping[str, tuple[Piece, ...]]


def numbered(story: Story, headings: tuple[str, ...], labels: Labels) -> Story:
    """Return a story with the headings of these styles numbered, and the captions that ``labels`` has words for.

    ``labels`` are by what is counted, ``tables`` or ``figures``; lists of captions get their entries.
    """
    flows = tuple(_Numbers(headings, labels).flows(story.flows))
    return replace(story, flows=tuple(listed(flow, flows) for flow in flows))


class _Numbers:
    """Counts while it goes through a story."""

    def __init__(self, headings: tuple[str, ...], labels: Labels) -> None:
        self._headings = headings
        self._labels = labels
        self._chapter = 0
        self._counted: list[int] = []
        self._captions: Counter[str] = Counter()

    def flows(self, flows: tuple[Flow, ...]) -> Iterator[Flow]:
        """Yield the flows with their numbers."""
        for flow in flows:
            match flow:
                case Contents(entries=entries):
                    yield replace(flow, entries=tuple(self._in_contents(entry) for entry in entries))
                case Chapter():
                    yield self._begin(flow)
                case Paragraph() if flow.style in self._headings:
                    yield self._heading(flow)
                case _:
                    yield self._captioned(flow)

    def _captioned(self, flow: Flow) -> Flow:
        match flow:
            case Table(caption=Paragraph() as caption):
                return replace(flow, caption=self._caption(caption, TABLES))
            case Chart(title=title) | Diagram(title=title) | Matrix(title=title):
                return replace(flow, title=self._caption(title, FIGURES))
            case Picture(caption=Paragraph() as caption):
                return replace(flow, caption=self._caption(caption, FIGURES))
            case _:
                return flow

    def _begin(self, chapter: Chapter) -> Chapter:
        self._chapter = int(chapter.number) if chapter.number.isdecimal() else 0
        self._counted = []
        return replace(chapter, entries=self._sections(chapter.number, chapter.entries))

    def _in_contents(self, chapter: Entry) -> Entry:
        return replace(chapter, entries=self._sections(chapter.number, chapter.entries))

    def _sections(self, chapter: str, entries: tuple[Entry, ...]) -> tuple[Entry, ...]:
        if not chapter.isdecimal() or not self._headings:
            return entries
        return tuple(
            replace(entry, title=(_number(int(chapter), section), *entry.title))
            for section, entry in enumerate(entries, start=1)
        )

    def _heading(self, heading: Paragraph) -> Paragraph:
        """Number a heading by its level; one that is raised, in a section without title, has no number."""
        depth = self._headings.index(heading.style) + 1
        if not self._chapter or heading.level != depth + 1 or depth > len(self._counted) + 1:
            return heading
        above = self._counted[: depth - 1]
        last = self._counted[depth - 1] if depth <= len(self._counted) else 0
        self._counted = [*above, last + 1]
        return replace(heading, pieces=(_number(self._chapter, *self._counted), *heading.pieces))

    def _caption(self, caption: Paragraph, kind: str) -> Paragraph:
        label = self._labels.get(kind)
        if not label:
            return caption
        self._captions[kind] += 1
        return replace(caption, pieces=(*_labelled(label, kind, self._captions[kind]), *caption.pieces))


def _number(*parts: int) -> Run:
    return Run(".".join(map(str, parts)) + _GAP, counts=HEADING)


def _labelled(label: tuple[Piece, ...], kind: str, number: int) -> Iterator[Piece]:
    """Yield a label with its number: ``Table 3``, and the gap after it."""
    for piece in label:
        before, sign, after = piece.text.partition(NUMBER) if isinstance(piece, Run) else ("", "", "")
        if not isinstance(piece, Run) or not sign:
            yield piece
            continue
        yield from (replace(piece, text=before),) if before else ()
        yield replace(piece, text=str(number), counts=kind)
        yield from (replace(piece, text=after),) if after else ()
    yield Run(_GAP)
