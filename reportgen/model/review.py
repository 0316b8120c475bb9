"""What reviewers did to a Word file: its paragraphs with their tracked changes, and the comments beside them.

Offsets count characters of a paragraph's whole text, what was deleted and what was inserted in it.
"""

from __future__ import annotations

from collections.abc import Iterable
from enum import Enum

from msgspec import Struct


class Kind(Enum):
    """What a tracked change did."""

    INSERTED = "inserted"
    DELETED = "deleted"
    MOVED_AWAY = "moved away"
    MOVED_HERE = "moved here"


ADDED = frozenset({Kind.INSERTED, Kind.MOVED_HERE})
"""What was not there before; the others are not there afterwards."""


class Revision(Struct, frozen=True):
    """A tracked change: what it did, who made it and when, as Word writes dates; either may be empty."""

    kind: Kind
    author: str
    date: str


class Thing(Enum):
    """What may stand in a text without being a part of it."""

    NOTE = "note"
    DRAWING = "drawing"


class Held(Struct, frozen=True):
    """The mark of a note or a drawing, such as a chart, with the words of the note or the alternative text.

    ``note`` is the note's name in the file.
    """

    thing: Thing
    words: str
    note: str = ""


class Stretch(Struct, frozen=True):
    """Text with the changes that it underwent, in order; none where it was left alone.

    What is ``counted`` Word makes by itself: pages, numbers of notes, running titles. Where something else is ``held``,
    there is no text.
    """

    text: str
    revisions: tuple[Revision, ...] = ()
    counted: bool = False
    held: Held | None = None

    @property
    def before(self) -> bool:
        """Whether it stood there before the review."""
        return not any(revision.kind in ADDED for revision in self.revisions)

    @property
    def after(self) -> bool:
        """Whether it stands there once all changes are accepted."""
        return all(revision.kind in ADDED for revision in self.revisions)


def said_before(stretches: Iterable[Stretch]) -> str:
    """Return the words before the review."""
    return "".join(stretch.text for stretch in stretches if stretch.before)


def words_before(stretches: Iterable[Stretch]) -> str:
    """Return the words before the review, without what Word counts."""
    return "".join(stretch.text for stretch in stretches if stretch.before and not stretch.counted)


def said_after(stretches: Iterable[Stretch]) -> str:
    """Return the words once all changes are accepted."""
    return "".join(stretch.text for stretch in stretches if stretch.after)


class Paragraph(Struct, frozen=True):
    """A paragraph. ``part`` is ``body``, ``footnote``, ``header`` ...; ``style`` is the name of its style.

    ``bookmarks`` are those that stand on it, ``cell`` the numbers of table, row and cell, empty outside tables. ``end``
    are the changes of the paragraph's end: where it was inserted, this paragraph and the next one were one. ``note`` is
    the name of the note that it is in. A line of the contents is ``listed``: Word makes it of headings.
    """

    part: str
    style: str
    bookmarks: tuple[str, ...]
    cell: tuple[int, ...]
    stretches: tuple[Stretch, ...]
    end: tuple[Revision, ...] = ()
    note: str = ""
    listed: bool = False

    @property
    def text(self) -> str:
        """The whole text."""
        return "".join(stretch.text for stretch in self.stretches)

    @property
    def before(self) -> str:
        """The text before the review."""
        return said_before(self.stretches)

    @property
    def after(self) -> str:
        """The text once all changes are accepted."""
        return said_after(self.stretches)

    @property
    def changed(self) -> bool:
        """Whether there is a tracked change in it."""
        return bool(self.end) or any(stretch.revisions for stretch in self.stretches)


class Anchor(Struct, frozen=True):
    """A place in a file: a paragraph by its position, and an offset in it."""

    paragraph: int
    offset: int


class Reply(Struct, frozen=True):
    """An answer to a comment."""

    author: str
    date: str
    text: str


class Comment(Struct, frozen=True):
    """A comment on the words from ``begin`` to ``end``, which may be one place; ``None`` where it stands nowhere."""

    author: str
    date: str
    text: str
    begin: Anchor | None
    end: Anchor | None
    replies: tuple[Reply, ...] = ()
    resolved: bool = False


class ReviewedFile(Struct, frozen=True):
    """A Word file as it came back. ``language`` is a BCP 47 tag or empty; ``formatting`` counts changes of looks."""

    language: str
    paragraphs: tuple[Paragraph, ...]
    comments: tuple[Comment, ...]
    formatting: int
