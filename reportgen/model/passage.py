"""What a review says of the report, passage by passage: where each stands in the sources, what was done and said."""

from __future__ import annotations

from collections.abc import Mapping
from enum import Enum

from msgspec import Struct

from reportgen.diagnostics import Span
from reportgen.model.review import Comment, Paragraph, Stretch, Thing, said_after, said_before
from reportgen.model.words import Words


class Number(Struct, frozen=True):
    """A reference as it prints: its text, the reference as it is written, and where the value stands."""

    text: str
    reference: str
    span: Span


class Known(Struct, frozen=True):
    """A message: the language it is written in, the headings above it or what it names, and all that it stands at.

    ``sources`` are its places in order; ``translations`` are its translations by locale id.
    """

    language: str
    heading: str
    sources: tuple[Words, ...]
    translations: Mapping[str, Words]


class Printed(Struct, frozen=True):
    """What the report says now, in the language of a review.

    ``messages`` are all that there are by name, ``successors`` the names that followed those of older sources;
    ``texts`` are the paragraphs of each, ``numbers`` the references in them, in order. ``paragraphs`` are those of the
    Word file as it would be written.
    """

    language: str
    messages: Mapping[str, Known]
    successors: Mapping[str, str]
    texts: Mapping[str, tuple[str, ...]]
    numbers: Mapping[str, tuple[Number, ...]]
    paragraphs: tuple[Paragraph, ...]


class State(Enum):
    """How the reviewed words stand to the report as it is now."""

    CURRENT = "current"
    CHANGED = "changed since"
    GONE = "source changed since"
    BESIDE = "beside"
    NEW = "new"
    NOTE = "new note"
    MISSING = "missing"
    OUTSIDE = "outside"


class Place(Struct, frozen=True):
    """Where words stand, and in which language, by locale id."""

    language: str
    span: Span


class Changed(Struct, frozen=True):
    """Tracked changes of one author side by side: what was deleted and what was inserted instead; either may be empty.

    ``start`` and ``end`` enclose what was deleted, in the words before the review. ``withdrawn`` is what one reviewer
    inserted and another took away again. Of a ``thing``, a note or drawing, they are its words, and it is alone.
    """

    author: str
    date: str
    moved: bool
    deleted: str
    inserted: str
    withdrawn: str
    start: int
    end: int
    thing: Thing | None = None


class Edit(Struct, frozen=True):
    """A change, where it stands, and the numbers that it touches."""

    change: Changed
    places: tuple[Place, ...]
    numbers: tuple[Number, ...]


class Note(Struct, frozen=True):
    """A comment on words, which may be none; ``through`` are the messages of further paragraphs that it is on."""

    comment: Comment
    words: str = ""
    through: tuple[str, ...] = ()
    places: tuple[Place, ...] = ()
    numbers: tuple[Number, ...] = ()


class Passage(Struct, frozen=True):
    """A paragraph of a review, or several that were split or joined.

    ``messages`` are what it is made of; the places are those of the first, the reviewed language's before the others'.
    Of a passage that is ``BESIDE`` (data in a row), ``NEW``, a new ``NOTE`` or ``OUTSIDE`` they are those of what
    stands beside it or before it, of what has its mark, or of the heading above. ``now`` is what the report says in its
    place, where that differs; it is all that there is of one that is ``MISSING`` from the file.
    """

    state: State
    messages: tuple[str, ...]
    heading: str
    places: tuple[Place, ...]
    now: str
    stretches: tuple[Stretch, ...]
    edits: tuple[Edit, ...] = ()
    notes: tuple[Note, ...] = ()

    @property
    def before(self) -> str:
        """Its words before the review."""
        return said_before(self.stretches)

    @property
    def after(self) -> str:
        """Its words once all changes are accepted."""
        return said_after(self.stretches)
