"""Writes the pieces of a paragraph as runs, links, fields and note references."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from urllib.parse import quote
from zlib import crc32

from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.part import Part

from reportgen.i18n.identity import LONGEST_BOOKMARK, bookmark_of
from reportgen.model.flow import LineBreak, NoteMark, PageNumber, Piece, Run
from reportgen.style.foreign import FROM_RIGHT, has_from_right, languages_in
from reportgen.write.docx import characters
from reportgen.write.docx.markup import (
    add,
    add_break,
    add_field,
    add_jump,
    add_link,
    add_run,
    add_text,
    begin_bookmark,
    end_bookmark,
    turn_run,
)
from reportgen.write.docx.styles import StyleSheet
from reportgen.write.docx.xml import Element

_URL = ":/?#[]@!$&'()*+,;=%~"
_DENSE = ("index", "table", "contents", "opening")


def bookmark_name(anchor: str) -> str:
    """Return the bookmark of an anchor: at most 40 letters, digits and underscores, different for each anchor."""
    plain = "".join(c if c.isascii() and c.isalnum() else "_" for c in anchor)
    if plain == anchor and anchor[0].isalpha() and len(anchor) <= LONGEST_BOOKMARK:
        return anchor
    return f"a{crc32(anchor.encode()):08x}_{plain}"[:LONGEST_BOOKMARK]


class Bookmarks:
    """Numbers the bookmarks of a document; the same name is set only once."""

    def __init__(self) -> None:
        self._names: dict[str, int] = {}
        self._printed: Counter[str] = Counter()

    @contextmanager
    def around(self, parent: Element, anchors: Iterable[str], messages: Iterable[str]) -> Iterator[None]:
        """Put the bookmarks of anchors, and hidden ones of messages, around what is written into a parent meanwhile."""
        names = [*map(bookmark_name, filter(None, anchors)), *map(self._message, messages)]
        begun = [self.begin(parent, name) for name in dict.fromkeys(names)]
        yield
        for number in reversed(begun):
            self.end(parent, number)

    def _message(self, name: str) -> str:
        self._printed[name] += 1
        return bookmark_of(name, self._printed[name])

    def begin(self, parent: Element, bookmark: str) -> int:
        """Begin a bookmark and return its number, or -1 where there is one of that name."""
        if bookmark in self._names:
            return -1
        number = self._names[bookmark] = len(self._names) + 1
        begin_bookmark(parent, number, bookmark)
        return number

    def end(self, parent: Element, number: int) -> None:
        """End the bookmark of a number that `begin` returned."""
        if number > 0:
            end_bookmark(parent, number)


class PieceWriter:
    """Writes the pieces of one part of the package: the body, or the footnotes, where no note may be opened."""

    def __init__(
        self, part: Part, styles: StyleSheet, bookmarks: Bookmarks, pages: dict[str, str], notes: frozenset[int]
    ) -> None:
        self._part = part
        self._styles = styles
        self._bookmarks = bookmarks
        self._pages = pages
        self._notes = notes
        self._addresses: dict[str, str] = {}

    def write(
        self, paragraph: Element, pieces: Iterable[Piece], style: str, bold: bool = False, plain: str = ""
    ) -> None:
        """Add pieces to a paragraph of a theme style. In a ``bold`` style strong words are not marked again.

        ``plain`` names the character style of words that have none of their own.
        """
        dense = style.partition("-")[0] in _DENSE
        link, parent = "", paragraph
        for piece in pieces:
            target = piece.link if isinstance(piece, Run) else ""
            if target != link:
                link, parent = target, self._link(paragraph, target) if target else paragraph
            match piece:
                case Run():
                    self._run(parent, piece, dense, bold, plain)
                case LineBreak():
                    add_break(parent)
                case PageNumber(anchor):
                    self.page(parent, anchor, characters.REFERENCE if dense else characters.HYPERLINK)
                case NoteMark():
                    self._mark(parent, piece)

    def wear(self, styles: StyleSheet) -> None:
        """Take other styles."""
        self._styles = styles

    def page(self, parent: Element, anchor: str, style: str = "", family: str = "") -> None:
        """Add the number of an anchor's page, as a field that is a link."""
        own = self._styles.character(style, family) if style else ""
        add_field(parent, f"PAGEREF {bookmark_name(anchor)} \\h", self._pages.get(anchor, ""), own)

    def _link(self, paragraph: Element, target: str) -> Element:
        if target.startswith("#"):
            return add_jump(paragraph, bookmark_name(target[1:]))
        if target not in self._addresses:  # a package looks through all its relationships for one like it
            address = quote(target, safe=_URL)
            self._addresses[target] = self._part.relate_to(address, RELATIONSHIP_TYPE.HYPERLINK, is_external=True)
        return add_link(paragraph, self._addresses[target])

    def _run(self, parent: Element, run: Run, dense: bool, bold: bool, plain: str) -> None:
        strong = run.strong and not bold  # bold in a bold style would cancel out
        style = _character(run, strong, dense) or plain
        for words, language in self._directed(run.text):
            made = add_text(parent, words, self._styles.character(style) if style else "")
            if strong and style in (characters.HYPERLINK, characters.REFERENCE):
                add(made[0], "b")
            if language:
                turn_run(made, language)

    def _directed(self, text: str) -> Iterator[tuple[str, str]]:
        """Yield the parts of a text, each with its language where that is written from right to left."""
        if not has_from_right(text):
            yield text, ""
            return
        together = ""
        for words, language in languages_in(text, self._styles.locale):
            if language not in FROM_RIGHT:
                together += words
                continue
            if together:
                yield together, ""
            yield words, language
            together = ""
        if together:
            yield together, ""

    def _mark(self, parent: Element, mark: NoteMark) -> None:
        if mark.table:
            add_text(parent, f"({mark.number})", self._styles.character(characters.TABLE_MARK))
            return
        style = self._styles.character(characters.NOTE_REFERENCE)
        bookmark = f"_Note{mark.number}"
        if mark.number in self._notes and (number := self._bookmarks.begin(parent, bookmark)) > 0:
            add(add_run(parent, style), "footnoteReference", id=mark.number)
            self._bookmarks.end(parent, number)
        else:
            add_field(parent, f"NOTEREF {bookmark} \\f \\h", str(mark.number), style)


def _character(run: Run, strong: bool, dense: bool) -> str:
    if run.unfinished:
        return characters.DRAFT
    if run.link:
        return characters.REFERENCE if dense else characters.HYPERLINK
    if run.unit:
        return characters.UNIT
    if strong:
        return characters.STRONG_EMPHASIS if run.emphasis else characters.STRONG
    return characters.EMPHASIS if run.emphasis else ""
