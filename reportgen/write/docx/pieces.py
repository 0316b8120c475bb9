"""Writes the pieces of a paragraph as runs, links, fields and note references."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from functools import cache
from itertools import groupby
from urllib.parse import quote
from zlib import crc32

from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.part import Part
from msgspec import Struct

from reportgen.i18n.identity import LONGEST_BOOKMARK, bookmark_of
from reportgen.model.flow import LineBreak, NoteMark, PageNumber, Piece, Run
from reportgen.model.locale import Script
from reportgen.style.foreign import FROM_RIGHT, has_from_right, languages_in
from reportgen.style.listed import FIGURES, TABLES
from reportgen.style.printed_mark import printed_mark
from reportgen.write.docx import characters
from reportgen.write.docx.markup import (
    add,
    add_break,
    add_field,
    add_jump,
    add_link,
    add_reference,
    add_run,
    add_text,
    begin_bookmark,
    end_bookmark,
    run_properties,
    turn_run,
)
from reportgen.write.docx.styles import StyleSheet
from reportgen.write.docx.titles import words_of
from reportgen.write.docx.xml import Element, Node, attach, half_points, w

SEQUENCES = {TABLES: "Table", FIGURES: "Figure"}
"""What Word's fields call what is counted."""
_URL = ":/?#[]@!$&'()*+,;=%~"
_DENSE = ("index", "table", "contents", "opening")
_SIGNS = "\u00b0\u00b1\u00b2\u00b3\u00b5\u00b9\u00d7\u2013\u2030\u2032\u2033\u2070-\u209c\u20ac\u2212\u2264\u2265"
_SIGN = re.compile(f"[{_SIGNS}]")
_WITH_SIGNS = re.compile(f"[!-~]*[{_SIGNS}](?:[!-~]|[{_SIGNS}])*")
"""Signs that Word takes for Chinese ones in a Chinese text, with the Latin words and numbers that they belong to."""


@cache
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

    def open(self, parent: Element, anchors: Iterable[str], messages: Iterable[str]) -> list[int]:
        """Begin the bookmarks of anchors, and hidden ones of messages; return their numbers, for `close`."""
        names = [*map(bookmark_name, filter(None, anchors)), *map(self._message, messages)]
        return [self.begin(parent, name) for name in dict.fromkeys(names)]

    def close(self, parent: Element, begun: list[int]) -> None:
        """End the bookmarks that `open` began, around what was written since."""
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


class Places(Struct, frozen=True):
    """What is known of the places that references lead to, by their anchors: page labels in the PDF, and titles."""

    pages: dict[str, str]
    titles: dict[str, str]


class PieceWriter:
    """Writes the pieces of one part of the package: the body, or the footnotes, where no note may be opened."""

    def __init__(
        self, part: Part, styles: StyleSheet, bookmarks: Bookmarks, places: Places, notes: frozenset[int]
    ) -> None:
        self._part = part
        self._styles = styles
        self._bookmarks = bookmarks
        self._pages = places.pages
        self._titles = places.titles
        self._notes = notes
        self._manners: dict[tuple[str, bool, str], _Manner] = {}
        self._addresses: dict[str, str] = {}

    def write(
        self, paragraph: Element, pieces: Iterable[Piece], style: str, *, bold: bool = False, mark: str = ""
    ) -> None:
        """Add pieces to a paragraph of a theme style. In a ``bold`` paragraph strong words are not marked again.

        ``mark`` is the id of the character style of words that have none of their own, or empty.
        """
        manner = self._manners.get((style, bold, mark))
        if manner is None:
            manner = self._manners[style, bold, mark] = self._manner(style, bold, mark)
        for target, linked in groupby(pieces, lambda piece: piece.link if isinstance(piece, Run) else ""):
            if not target:
                self._write(paragraph, linked, manner)
                continue
            words = list(linked)
            self._write(self._link(paragraph, target, words), words, manner)

    def _manner(self, style: str, bold: bool, mark: str) -> _Manner:
        dense = style.partition("-")[0] in _DENSE
        chinese = self._styles.design.locale.script is Script.HAN and not self._styles.is_number(style)
        return _Manner(dense, bold, chinese, mark, self._styles.design.theme.styles[style].size)

    def _write(self, parent: Element, pieces: Iterable[Piece], manner: _Manner) -> None:
        for piece in pieces:
            match piece:
                case Run():
                    self._run(parent, piece, manner)
                case LineBreak():
                    add_break(parent)
                case PageNumber(anchor):
                    self.page(parent, anchor, characters.ACCENT if manner.dense else characters.HYPERLINK)
                case NoteMark():
                    self._mark(parent, piece, manner)

    def wear(self, styles: StyleSheet) -> None:
        """Take other styles."""
        self._styles = styles
        self._manners = {}

    def page(self, parent: Element, anchor: str, style: str = "", family: str = "") -> None:
        """Add the number of an anchor's page, as a field that is a link."""
        own = self._styles.character(style, family) if style else ""
        add_field(parent, f"PAGEREF {bookmark_name(anchor)} \\h", self._pages.get(anchor, ""), own)

    def _link(self, paragraph: Element, target: str, words: list[Piece]) -> Element:
        """Add a link and return it: where it has the words of its place, a reference that Word keeps up to date."""
        if target.startswith("#"):
            bookmark = bookmark_name(target[1:])
            if words_of(words) == self._titles.get(target[1:]):
                return add_reference(paragraph, f"REF {bookmark} \\h")
            return add_jump(paragraph, bookmark)
        if target not in self._addresses:  # a package looks through all its relationships for one like it
            address = quote(target, safe=_URL)
            self._addresses[target] = self._part.relate_to(address, RELATIONSHIP_TYPE.HYPERLINK, is_external=True)
        return add_link(paragraph, self._addresses[target])

    def _run(self, parent: Element, run: Run, manner: _Manner) -> None:
        style, direct = self._look(run, manner)
        if run.counts in SEQUENCES:
            add_field(parent, f"SEQ {SEQUENCES[run.counts]} \\* ARABIC", run.text, style)
            return
        if has_from_right(run.text):
            for text, language in self._directed(run.text):
                self._stretches(parent, text, style, direct, manner, language)
        else:
            self._stretches(parent, run.text, style, direct, manner, "")

    def _stretches(
        self, parent: Element, text: str, style: str, direct: list[Node], manner: _Manner, language: str
    ) -> None:
        """Add runs of a text, which is in a ``language`` that is written from right to left where one is given."""
        for words, signs in _parted(text) if manner.chinese else ((text, False),):
            made = self._words(parent, words, style, direct, signs)
            if language:
                turn_run(made, language)

    def _words(self, parent: Element, text: str, style: str, direct: list[Node], signs: bool) -> Element:
        """Add a run of text; ``signs`` that belong to Latin words say so, by their style where they have no other."""
        if signs and not style and not direct:
            return add_text(parent, text, self._styles.character(characters.LATIN))
        made = add_text(parent, text, style)
        hint = [w("rFonts", hint="default")] if signs and style != characters.QUIET else []
        if hint or direct:
            self.directly(made, hint + direct)
        return made

    def _directed(self, text: str) -> Iterator[tuple[str, str]]:
        """Yield the parts of a text, each with its language where that is written from right to left."""
        together = ""
        for words, language in languages_in(text, self._styles.design.locale):
            if language not in FROM_RIGHT:
                together += words
                continue
            if together:
                yield together, ""
            yield words, language
            together = ""
        if together:
            yield together, ""

    def _look(self, run: Run, manner: _Manner) -> tuple[str, list[Node]]:
        """Return the character style of a run, and what it has beyond that: a run has one such style at most."""
        styles, strong = self._styles, run.strong and not manner.bold
        slanted = characters.slanted(styles.design) if run.emphasis else []
        bold = [w("b"), w("bCs")] if strong else []
        if run.unfinished:
            return styles.character(characters.DRAFT), []
        if run.link:
            return styles.character(characters.ACCENT if manner.dense else characters.HYPERLINK), bold + slanted
        if run.unit:
            return manner.mark, self._smaller(manner.size)
        if manner.mark:
            return manner.mark, ([] if manner.mark == characters.STRONG else bold) + slanted
        if strong:
            return styles.character(characters.STRONG), slanted
        return (styles.character(characters.EMPHASIS) if run.emphasis else ""), []

    def _smaller(self, number: float) -> list[Node]:
        """Return the size of a unit beside its figure, whose size is ``number``."""
        size = half_points(number * self._styles.design.theme.measures["unit-ratio"])
        return [w("sz", val=size), w("szCs", val=size)]

    def directly(self, run: Element, look: list[Node]) -> None:
        """Set what a run has beyond its style."""
        properties = run_properties(run)
        for node in look:
            attach(properties, node)

    def _mark(self, parent: Element, mark: NoteMark, manner: _Manner) -> None:
        """Add the mark of a note. Among words in a colour of their own it is in theirs, and raised where it stands."""
        coloured = manner.mark not in ("", characters.STRONG)
        style = manner.mark if coloured else self._styles.character(characters.NOTE_REFERENCE)
        bookmark = f"_Note{mark.number}"
        if mark.table:
            run = add_text(parent, printed_mark(mark), style)
        elif mark.number in self._notes and (number := self._bookmarks.begin(parent, bookmark)) > 0:
            run = add_run(parent, style)
            add(run, "footnoteReference", id=mark.number)
            self._bookmarks.end(parent, number)
        else:
            run = add_text(add_reference(parent, f"NOTEREF {bookmark} \\f \\h"), printed_mark(mark), style)
        if coloured:
            self.directly(run, [w("vertAlign", val="superscript")])


class _Manner(Struct, frozen=True):
    """How the words of a paragraph are set, in points: links are quiet in ``dense`` text; see `PieceWriter.write`."""

    dense: bool
    bold: bool
    chinese: bool
    mark: str
    size: float


def _parted(text: str) -> Iterator[tuple[str, bool]]:
    """Yield the stretches of a Chinese text, and whether each holds signs that belong to Latin words."""
    if _SIGN.search(text) is None:
        yield text, False
        return
    at = 0
    for found in _WITH_SIGNS.finditer(text):
        if found.start() > at:
            yield text[at : found.start()], False
        yield found.group(), True
        at = found.end()
    if at < len(text):
        yield text[at:], False
