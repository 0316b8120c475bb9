"""A reviewed Word file, held against the report as it is now: each passage that was changed or commented on."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from msgspec import Struct

from reportgen.model.passage import Changed, Edit, Note, Number, Passage, Place, Printed, State
from reportgen.model.review import Comment, Paragraph, ReviewedFile, Stretch, said_before, words_before
from reportgen.model.words import Words
from reportgen.transform.review_marks import Found, Mark, Marks
from reportgen.transform.review_pairs import Line, Pairs, Standing, lines_of
from reportgen.transform.reviewed_words import (
    changes,
    commented,
    offset_before,
    place_of,
    stretch_in,
    touched,
    was_added,
    was_removed,
    whole,
)


class Reviewed(Struct, frozen=True):
    """A file's passages that bear a change or a comment, in its order, and whether any paragraph names its message.

    ``untracked`` are those that bear neither, and yet say something else than the report does now, and last those of
    the report that the file lacks.
    """

    passages: tuple[Passage, ...]
    untracked: tuple[Passage, ...]
    marked: bool


def reviewed(file: ReviewedFile, printed: Printed) -> Reviewed:
    """Return what a file says of the report. One that lost the names may be a part of it: nothing is missing there."""
    review = _Review(file, printed)
    return Reviewed(tuple(review.passages()), tuple(review.silent()), review.marked)


class _Group(Struct, frozen=True):
    """Paragraphs that are one passage: of one that was split, or several that were joined."""

    at: range
    stretches: tuple[Stretch, ...]
    found: Found
    standing: Standing

    @property
    def before(self) -> str:
        """The words before the review."""
        return said_before(self.stretches)

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
        self._written = Marks(printed.paragraphs, printed)
        self._passages = list(_groups(file.paragraphs))
        self._pairs = self._paired() if self.marked else Pairs((), ())
        self._comments: dict[int, list[Comment]] = defaultdict(list)
        for comment in file.comments:
            self._comments[comment.begin.paragraph if comment.begin else -1].append(comment)

    def _paired(self) -> Pairs:
        written = self._printed.paragraphs
        alone = (range(at, at + 1) for at in range(len(written)))
        came = lines_of(self._paragraphs, self._passages, self._marks.names)
        return Pairs(came, lines_of(written, alone, self._written.names))

    @property
    def marked(self) -> bool:
        """Whether any paragraph carries the name of a message."""
        return self._marks.any

    def silent(self) -> Iterator[Passage]:
        """Yield the passages that changed though nothing says so, last those that are gone.

        Of a source that was rewritten nobody knows whether its words were changed before.
        """
        groups = [self._group(at) for at in self._passages if not self._pairs.of(at.start).same]
        heirs = {mark.name for group in groups if group.found.state is State.GONE for mark in group.found.marks}
        for group in groups:
            if group.found.state is not State.GONE and not self._reviewed(group.at):
                yield self._passage(group)
        yield from (self._missing(line) for line in self._pairs.missing if heirs.isdisjoint(line.names))

    def _reviewed(self, at: range) -> bool:
        return any(self._paragraphs[place].changed or self._comments[place] for place in at)

    def passages(self) -> Iterator[Passage]:
        """Yield the passages in order, last what is said of no place."""
        for at in self._passages:
            if self._reviewed(at):
                yield self._passage(self._group(at))
        if self._comments[-1]:
            notes = tuple(Note(comment) for comment in self._comments[-1])
            yield Passage(State.OUTSIDE, (), "", (), "", (), (), notes)

    def _group(self, at: range) -> _Group:
        stretches = whole(self._paragraphs[at.start : at.stop])
        standing = self._pairs.of(at.start)
        return _Group(at, stretches, self._marks.of(at, words_before(stretches), standing), standing)

    def _passage(self, group: _Group) -> Passage:
        found = group.found
        return Passage(
            found.state,
            (found.gone,) if found.gone else tuple(mark.name for mark in found.marks),
            self._heading(found, self._marks, group.at.start),
            self._places(group, 0),
            self._now(group),
            group.stretches,
            tuple(self._edit(change, group) for change in changes(group.stretches)),
            tuple(self._note(comment, group) for place in group.at for comment in self._comments[place]),
        )

    def _missing(self, line: Line) -> Passage:
        """Return a paragraph of the report that the file lacks."""
        standing = Standing(True)
        found = self._written.of((line.at,), line.words, standing)
        places = self._places(_Group(range(line.at, line.at), (Stretch(line.said),), found, standing), 0)
        names = tuple(mark.name for mark in found.marks)
        return Passage(
            State.MISSING, names, self._heading(found, self._written, line.at), places, line.said, stretches=()
        )

    def _heading(self, found: Found, marks: Marks, at: int) -> str:
        """Return the headings above a passage: as the sources have them, or else the nearest among its paragraphs."""
        if found.marks and found.state is not State.OUTSIDE:
            return self._printed.messages[found.marks[0].name].heading
        return marks.heading_words(at)

    def _now(self, group: _Group) -> str:
        """Return what the report says in the place of words that it no longer has."""
        found = group.found
        if group.standing.now and found.state is not State.GONE:
            return group.standing.now
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
        now = self._now(group)
        if now:
            start, end = stretch_in(now, group.before, start, end)
        return tuple(touched(now or group.before, numbers, start, end, inserted))

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
