"""A reviewed Word file, held against the report as it is now: each passage that was changed or commented on."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from msgspec import Struct

from reportgen.model.passage import Changed, Edit, Note, Number, Passage, Place, Printed, State
from reportgen.model.review import Comment, Paragraph, ReviewedFile, said_before, words_before
from reportgen.model.words import Words
from reportgen.transform.review_marks import Found, Mark, Marks
from reportgen.transform.reviewed_words import (
    changes,
    commented,
    offset_before,
    place_of,
    touched,
    was_added,
    was_removed,
    whole,
)


class Reviewed(Struct, frozen=True):
    """A file's passages that bear a change or a comment, in its order, and whether any paragraph names its message.

    ``untracked`` are those that bear neither, and yet say something else than their messages print now.
    """

    passages: tuple[Passage, ...]
    untracked: tuple[Passage, ...]
    marked: bool


def reviewed(file: ReviewedFile, printed: Printed) -> Reviewed:
    """Return what a file says of the report."""
    review = _Review(file, printed)
    return Reviewed(tuple(review.passages()), tuple(review.silent()), review.marked)


class _Group(Struct, frozen=True):
    """Paragraphs that are one passage: of one that was split, or several that were joined."""

    at: range
    before: str
    found: Found

    def offset(self, paragraphs: Sequence[Paragraph], paragraph: int, offset: int) -> int:
        """Return where a place in one of the paragraphs is in the words before the review."""
        ahead = whole(paragraphs[self.at.start : paragraph + 1])
        return (
            len(said_before(ahead)) - len(paragraphs[paragraph].before) + offset_before(paragraphs[paragraph], offset)
        )


class _Review:
    """Makes passages of groups of paragraphs."""

    def __init__(self, file: ReviewedFile, printed: Printed) -> None:
        self._paragraphs = file.paragraphs
        self._printed = printed
        self._marks = Marks(file.paragraphs, printed)
        self._comments: dict[int, list[Comment]] = defaultdict(list)
        for comment in file.comments:
            self._comments[comment.begin.paragraph if comment.begin else -1].append(comment)

    @property
    def marked(self) -> bool:
        """Whether any paragraph carries the name of a message."""
        return self._marks.any

    def silent(self) -> Iterator[Passage]:
        """Yield the passages that changed though nothing says so."""
        for at in _groups(self._paragraphs):
            words = words_before(whole(self._paragraphs[at.start : at.stop]))
            if not self._reviewed(at) and self._marks.of(at, words).state is State.CHANGED:
                yield self._passage(at)

    def _reviewed(self, at: range) -> bool:
        return any(self._paragraphs[place].changed or self._comments[place] for place in at)

    def passages(self) -> Iterator[Passage]:
        """Yield the passages in order, last what is said of no place."""
        for at in _groups(self._paragraphs):
            if self._reviewed(at):
                yield self._passage(at)
        if self._comments[-1]:
            notes = tuple(Note(comment) for comment in self._comments[-1])
            yield Passage(State.OUTSIDE, (), "", (), "", (), (), notes)

    def _passage(self, at: range) -> Passage:
        stretches = whole(self._paragraphs[at.start : at.stop])
        before = said_before(stretches)
        group = _Group(at, before, self._marks.of(at, words_before(stretches)))
        found = group.found
        return Passage(
            found.state,
            (found.gone,) if found.gone else tuple(mark.name for mark in found.marks),
            self._heading(group),
            self._places(group, 0),
            self._now(found),
            stretches,
            tuple(self._edit(change, group) for change in changes(stretches)),
            tuple(self._note(comment, group) for place in at for comment in self._comments[place]),
        )

    def _heading(self, group: _Group) -> str:
        """Return the headings above a passage: as the sources have them, or else the nearest in the file."""
        marks = group.found.marks
        if marks and group.found.state is not State.OUTSIDE:
            return self._printed.messages[marks[0].name].heading
        at = self._marks.heading(group.at.start)
        return self._paragraphs[at].before if at is not None else ""

    def _now(self, found: Found) -> str:
        """Return what the report says in the place of words that it no longer has."""
        if found.state not in (State.CHANGED, State.GONE) or not found.marks:
            return ""
        texts = self._printed.texts.get(found.marks[0].name, ())
        return texts[min(found.marks[0].time, len(texts)) - 1] if texts else ""

    def _places(self, group: _Group, offset: int) -> tuple[Place, ...]:
        """Return where words stand, in the reviewed language to the character that is at an offset."""
        if not group.found.marks or group.found.marks[0].name not in self._printed.messages:
            return ()
        exact = group.found.state in (State.CURRENT, State.CHANGED, State.GONE)
        return tuple(
            Place(language, place_of(words, group.before, offset) if exact and own else words.span)
            for language, words, own in self._words(group.found.marks[0])
        )

    def _words(self, mark: Mark) -> Iterator[tuple[str, Words, bool]]:
        """Yield a message in each language that there is, the reviewed one first."""
        known, reviewed = self._printed.messages[mark.name], self._printed.language
        source = known.sources[mark.time - 1] if mark.time <= len(known.sources) else known.sources[0]
        every = {known.language: source, **known.translations}
        for language in sorted(every, key=lambda language: language != reviewed):
            yield language, every[language], language == reviewed

    def _edit(self, change: Changed, group: _Group) -> Edit:
        inserted = "" if change.thing else change.inserted
        numbers = self._numbers(group, change.start, change.end, inserted)
        return Edit(change, self._places(group, change.start), numbers)

    def _numbers(self, group: _Group, start: int, end: int, inserted: str = "") -> tuple[Number, ...]:
        numbers = [number for mark in group.found.marks for number in self._printed.numbers.get(mark.name, ())]
        if group.found.state is State.OUTSIDE:
            return ()
        return tuple(touched(group.before, numbers, start, end, inserted))

    def _note(self, comment: Comment, group: _Group) -> Note:
        begin, end = comment.begin, comment.end
        assert begin is not None, "a comment of a group has a place"
        end = end or begin
        start = group.offset(self._paragraphs, begin.paragraph, begin.offset)
        inside = end.paragraph in group.at
        stop = group.offset(self._paragraphs, end.paragraph, end.offset) if inside else len(group.before)
        further = range(group.at.stop, end.paragraph + (end.offset > 0))
        through = dict.fromkeys(name for place in further for name in self._marks.names(place))
        return Note(
            comment,
            commented(self._paragraphs, begin, end),
            tuple(through),
            self._places(group, start),
            self._numbers(group, start, stop) if stop > start else (),
        )


def _groups(paragraphs: Sequence[Paragraph]) -> Iterator[range]:
    """Yield the paragraphs that are one passage: those that a changed end parts or joins, all others alone."""
    start = 0
    for at, paragraph in enumerate(paragraphs):
        following = paragraphs[at + 1] if at + 1 < len(paragraphs) else None
        whole_ones = was_added(paragraph) or was_removed(paragraph)
        goes_on = following is not None and (following.part, following.cell) == (paragraph.part, paragraph.cell)
        if not paragraph.end or whole_ones or not goes_on:
            yield range(start, at + 1)
            start = at + 1
