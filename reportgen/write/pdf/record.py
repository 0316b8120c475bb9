"""What a layout learns on its way: where anchors, headings and numbers came to stand."""

from __future__ import annotations

from collections.abc import Iterable

from msgspec import Struct, field

from reportgen.model.flow import LineBreak, Piece, Run
from reportgen.write.pdf.page import Page
from reportgen.write.pdf.parts import Bookmark


class Record(Struct):
    """Places by anchor, the outline in order, the pages that each bound number is printed on, what found no room.

    ``overfull`` are tables whose numbers have no room in their columns, by their captions.
    ``body`` is the page on which the first chapter begins, counted from 0, or ``None`` before there is one.
    """

    anchors: dict[str, tuple[int, float]] = field(default_factory=dict)
    bookmarks: list[Bookmark] = field(default_factory=list)
    occurrences: dict[int, set[int]] = field(default_factory=dict)
    misfits: list[tuple[str, int]] = field(default_factory=list)
    overfull: list[tuple[str, int]] = field(default_factory=list)
    body: int | None = None

    def anchor(self, name: str, page: Page, y: float) -> None:
        """An anchor stands on a page at ``y``. The first place of a name holds."""
        if name:
            self.anchors.setdefault(name, (page.index, page.ink.up(y)))

    def bookmark(self, level: int, words: str, page: Page, y: float) -> None:
        """A heading stands on a page at ``y``."""
        self.bookmarks.append(Bookmark(level, words, page.index, page.ink.up(y)))

    def room(self, pieces: Iterable[Piece], page: Page, foot: float, limit: float) -> None:
        """Words end at ``foot`` on a page, where nothing may reach below ``limit``."""
        if foot > limit:
            self.misfits.append((words_of(pieces), page.index))

    def numbers(self, occurrences: Iterable[int], page: Page) -> None:
        """Bound numbers stand on a page."""
        for occurrence in occurrences:
            self.occurrences.setdefault(occurrence, set()).add(page.index)


def words_of(pieces: Iterable[Piece]) -> str:
    """Return the words of pieces, without marks and page numbers; a line break is a space."""
    return "".join(_words(piece) for piece in pieces)


def _words(piece: Piece) -> str:
    match piece:
        case Run(text):
            return text
        case LineBreak():
            return " "
        case _:
            return ""
