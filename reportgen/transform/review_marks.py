"""Which message a paragraph under review is: by the bookmarks on it, by its words, by what stands beside it."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence

from msgspec import Struct

from reportgen.i18n.identity import message_of, time_of
from reportgen.i18n.matching import match
from reportgen.model.passage import Printed, State
from reportgen.model.review import Paragraph
from reportgen.transform.review_pairs import Standing
from reportgen.transform.reviewed_words import squeeze, was_added

_HEADING = "heading"
"""How Word's names of the styles of headings begin."""


class Mark(Struct, frozen=True):
    """A message, and for the how manieth time it is printed."""

    name: str
    time: int = 1


class Found(Struct, frozen=True):
    """What paragraphs are known by: messages, none where nothing is; and how they stand to the report.

    ``gone`` is the name of the message that they had, where it is no longer in the sources.
    """

    state: State
    marks: tuple[Mark, ...] = ()
    gone: str = ""


class Marks:
    """The messages of a file's paragraphs."""

    def __init__(self, paragraphs: Sequence[Paragraph], printed: Printed) -> None:
        self._paragraphs = paragraphs
        self._printed = printed
        digits: dict[str, list[str]] = defaultdict(list)
        for name in printed.messages:
            digits[name[-8:]].append(name)
        self._marks = [tuple(_bookmarked(paragraph, digits)) for paragraph in paragraphs]
        self._by_words = _by_words(printed)
        self._rows: dict[tuple[int, ...], list[int]] = defaultdict(list)
        for at, paragraph in enumerate(paragraphs):
            if paragraph.cell:
                self._rows[paragraph.cell[:2]].append(at)
        self._holders = {
            stretch.held.note: at
            for at, paragraph in enumerate(paragraphs)
            for stretch in paragraph.stretches
            if stretch.held is not None
        }
        self._known_notes = {paragraphs[at].note for at, marks in enumerate(self._marks) if marks}

    @property
    def any(self) -> bool:
        """Whether any paragraph has the bookmark of a message."""
        return any(self._marks)

    def of(self, at: Sequence[int], words: str, standing: Standing) -> Found:
        """Return what paragraphs are known by that are one passage, of whose ``words`` Word counted none."""
        own = tuple(dict.fromkeys(mark for place in at for mark in self._marks[place]))
        if not own:
            # A line of the contents has a number before its words and a page behind them.
            parts = (squeeze(part) for part in (words, *words.split("\t")))
            own = tuple(Mark(self._by_words[part]) for part in parts if part in self._by_words)[:1]
        if own:
            return self._current(own, words, standing)
        beside = self._beside(at[0])
        if beside:
            return self._known(State.BESIDE, beside)
        if was_added(self._paragraphs[at[0]]) or standing.alone:
            return self._new(at[0])
        return Found(State.OUTSIDE, self._marks[heading] if (heading := self.heading(at[0])) is not None else ())

    def heading(self, at: int) -> int | None:
        """Return the nearest heading at or above a paragraph of the body."""
        if self._paragraphs[at].part != "body":
            return None
        above = (place for place in range(at, -1, -1) if self._paragraphs[place].style.lower().startswith(_HEADING))
        return next(above, None)

    def heading_words(self, at: int) -> str:
        """Return the words of the nearest heading at or above a paragraph, or nothing."""
        heading = self.heading(at)
        return self._paragraphs[heading].before if heading is not None else ""

    def names(self, at: int) -> tuple[str, ...]:
        """Return the messages that the bookmarks on a paragraph name."""
        return tuple(mark.name for mark in self._marks[at])

    def _current(self, own: tuple[Mark, ...], words: str, standing: Standing) -> Found:
        """Return how words that have messages of their own stand to what these print now."""
        lost = next((mark.name for mark in own if mark.name not in self._printed.messages), "")
        if lost:
            heirs = [self._heir(mark.name, words) for mark in own]
            return Found(State.GONE, tuple(Mark(name) for name in heirs if name), lost)
        return Found(State.CURRENT if standing.same else State.CHANGED, own)

    def _known(self, state: State, marks: tuple[Mark, ...]) -> Found:
        """Return messages that stand beside a passage, where they are still in the sources."""
        heirs = [self._heir(mark.name, "") for mark in marks]
        return Found(state, tuple(Mark(name) for name in heirs if name))

    def _heir(self, name: str, words: str) -> str:
        """Return the present message of one that may be gone: what followed it, or what is most like its words."""
        messages = self._printed.messages
        if name in messages:
            return name
        if name in self._printed.successors:
            return self._printed.successors[name]
        domain = name.rpartition(".")[0]
        near = [(other, text) for other, texts in self._printed.texts.items() for text in texts]
        near = [(other, text) for other, text in near if other.startswith(domain)]
        found = match([words], [text for _, text in near])
        return near[found[0]][0] if found else ""

    def _beside(self, at: int) -> tuple[Mark, ...]:
        """Return the label of data in a row: what is marked in the same cell, or the nearest before it.

        What stands before any label, as provisions of an index do, or is a page, is no data of a row.
        """
        cell, stretches = self._paragraphs[at].cell, self._paragraphs[at].stretches
        if not cell or (stretches and all(stretch.counted for stretch in stretches)):
            return ()
        row = self._rows[cell[:2]]
        same = [place for place in row if self._paragraphs[place].cell == cell]
        left = [place for place in reversed(row) if place < at]
        return next((self._marks[place][-1:] for place in (*same, *left) if self._marks[place]), ())

    def _new(self, at: int) -> Found:
        """Return what a new paragraph stands behind, or, where it is a new note, what has its mark."""
        note = self._paragraphs[at].note
        holder = self._holders.get(note)
        if holder is None or note in self._known_notes:
            return self._known(State.NEW, self._above(at))
        return self._known(State.NOTE, self._marks[holder] or self._beside(holder) or self._above(holder))

    def _above(self, at: int) -> tuple[Mark, ...]:
        part = self._paragraphs[at].part
        above = (place for place in range(at - 1, -1, -1) if self._paragraphs[place].part == part)
        return next((self._marks[place][:1] for place in above if self._marks[place]), ())


def _bookmarked(paragraph: Paragraph, digits: dict[str, list[str]]) -> Iterator[Mark]:
    for bookmark in paragraph.bookmarks:
        name = message_of(bookmark, digits)
        if name:
            yield Mark(name, time_of(bookmark))


def _by_words(printed: Printed) -> dict[str, str]:
    """Return messages by what they print, where nothing else prints the same."""
    said = {name: {squeeze(text) for text in texts} for name, texts in printed.texts.items()}
    times = Counter(text for texts in said.values() for text in texts)
    return {text: name for name, texts in said.items() for text in texts if text and times[text] == 1}
