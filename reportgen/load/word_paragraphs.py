"""The parts of a Word file that came back, to their paragraphs with tracked changes, and the places of comments.

A part may have been saved by Word, LibreOffice or another program: runs split anywhere, bookmarks moved to where their
program keeps them, fields in one element or in many.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from msgspec.structs import replace

from reportgen.load.word_fields import Fields
from reportgen.load.word_moments import moment
from reportgen.load.word_package import walk_part
from reportgen.model.review import Anchor, Held, Kind, Paragraph, Revision, Stretch, Thing, said_after, said_before

_KINDS = {
    "ins": Kind.INSERTED,
    "del": Kind.DELETED,
    "moveFrom": Kind.MOVED_AWAY,
    "moveTo": Kind.MOVED_HERE,
}
_LOOKS = frozenset("rPrChange pPrChange tblPrChange tcPrChange trPrChange sectPrChange tblGridChange".split())
_SIGNS = {"tab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "\N{NON-BREAKING HYPHEN}"}
_TEXTS = ("t", "delText")


@dataclass(slots=True)
class _Open:
    """A paragraph that is being read."""

    part: str
    cell: tuple[int, ...]
    row: tuple[Revision, ...]
    note: str
    style: str = ""
    bookmarks: dict[str, None] = field(default_factory=dict)
    stretches: list[Stretch] = field(default_factory=list)
    end: list[Revision] = field(default_factory=list)
    length: int = 0
    listed: bool = False


@dataclass(slots=True)
class _Table:
    """Where in a table the reader is."""

    number: int
    row: int = 0
    cell: int = 0
    changes: tuple[Revision, ...] = ()


class ParagraphReader:
    """Reads part after part. ``begun``, ``ended`` and ``marked`` have the places of comments by id."""

    def __init__(self, styles: Mapping[str, str]) -> None:
        self._styles = styles
        self._part = ""
        self._made: list[_Open] = []
        self._open: list[int] = []
        self._path: list[str] = []
        self._changes: list[Revision] = []
        self._tables: list[_Table] = []
        self._bookmarks: dict[str, tuple[str, dict[int, None]]] = {}
        self._fields = Fields()
        self._note = ""
        self._skipped = 0
        self._count = 0
        self.begun: dict[str, Anchor] = {}
        self.ended: dict[str, Anchor] = {}
        self.marked: dict[str, Anchor] = {}
        self.formatting = 0
        self.body = False

    def read(self, part: bytes, region: str) -> None:
        """Read a part."""
        self._part = region
        self._open, self._path, self._changes, self._tables, self._bookmarks = [], [], [], [], {}
        self._fields, self._note = Fields(), ""
        walk_part(part, self._start, self._end, self._text)

    def paragraphs(self) -> Iterator[Paragraph]:
        """Yield the paragraphs that were read, in order."""
        notes = self._notes()
        for made in self._made:
            stretches = tuple(_with_words(_joined(made.stretches), notes))
            style = self._styles.get(made.style, made.style)
            end = tuple(made.end)
            yield Paragraph(made.part, style, tuple(made.bookmarks), made.cell, stretches, end, made.note, made.listed)

    def _notes(self) -> dict[str, str]:
        """Return the words of notes by their names, a line a paragraph."""
        notes: dict[str, list[str]] = defaultdict(list)
        for made in self._made:
            if made.note:
                notes[made.note].append(said_after(made.stretches) or said_before(made.stretches))
        return {name: "\n".join(lines).strip() for name, lines in notes.items()}

    def place(self, places: Mapping[str, Anchor], id_: str) -> Anchor | None:
        """Return a place of a comment; what stands after the last paragraph is at its end."""
        place = places.get(id_)
        return self._last() if place is not None and place.paragraph >= len(self._made) else place

    def _start(self, tag: str, attributes: Mapping[str, str]) -> None:
        parent = self._path[-1] if self._path else ""
        self._path.append(tag)
        if self._skipped or tag == "mc:Fallback" or tag in _LOOKS:
            # A change of looks holds what there was before: nothing in it is said.
            self.formatting += tag in _LOOKS and not self._skipped
            self._skipped += 1
        elif tag in _KINDS:
            self._change(tag, parent, _revision(_KINDS[tag], attributes))
        elif tag in ("tbl", "tr", "tc"):
            self._table(tag)
        else:
            self._piece(tag, attributes)

    def _piece(self, tag: str, attributes: Mapping[str, str]) -> None:
        match tag:
            case "body":
                self.body = True
            case "p":
                self._begin()
            case "pStyle" if self._open:
                self._current.style = attributes.get("val", "")
            case "bookmarkStart" | "bookmarkEnd":
                self._bookmark(tag, attributes.get("id", ""), attributes.get("name", "")[:80])
            case "fldSimple" | "fldChar":
                self._fields.start(tag, attributes)
            case "commentRangeStart" | "commentRangeEnd" | "commentReference":
                self._comment(tag, attributes.get("id", ""))
            case "footnote" | "endnote":
                self._note = _note(tag, attributes)
            case _:
                self._inside(tag, attributes)

    def _inside(self, tag: str, attributes: Mapping[str, str]) -> None:
        """Read what stands in a run."""
        match tag:
            case "footnoteReference" | "endnoteReference":
                self._add("", Held(Thing.NOTE, "", _note(tag.removesuffix("Reference"), attributes)))
            case "wp:docPr":
                words = (attributes.get(key, "").strip() for key in ("descr", "title", "name"))
                self._add("", Held(Thing.DRAWING, next(filter(None, words), "")))
            case _ if self._path[-2:-1] == ["r"]:
                self._say(_SIGNS.get(tag, ""))

    def _bookmark(self, tag: str, id_: str, name: str) -> None:
        if tag == "bookmarkStart":
            self._bookmarks[id_] = name, {}
            if self._open:
                self._current.bookmarks[name] = None
        elif id_ in self._bookmarks:  # LibreOffice leaves some of them open to the end
            ended, touched = self._bookmarks.pop(id_)
            for at in touched:
                self._made[at].bookmarks[ended] = None

    def _end(self, tag: str) -> None:
        self._path.pop()
        if self._skipped:
            self._skipped -= 1
        elif tag in _KINDS:
            if self._runs_change(self._path[-1] if self._path else ""):
                self._changes.pop()
        elif tag == "p" and self._open:
            self._open.pop()
        elif tag == "tbl":
            self._tables.pop()
        elif tag == "fldSimple":
            self._fields.mark("end")

    def _text(self, text: str) -> None:
        if self._skipped or not self._path:
            return
        if self._path[-1] in _TEXTS:
            self._say(text)
        elif self._path[-1] in ("instrText", "delInstrText"):
            self._fields.instruct(text)

    @property
    def _current(self) -> _Open:
        return self._made[self._open[-1]]

    def _begin(self) -> None:
        cell = tuple(number for table in self._tables[-1:] for number in (table.number, table.row, table.cell))
        row = tuple(change for table in self._tables for change in table.changes)
        self._open.append(len(self._made))
        self._made.append(_Open(self._part, cell, row, self._note))

    def _say(self, text: str) -> None:
        if text:
            self._add(text)

    def _add(self, text: str, held: Held | None = None) -> None:
        if not self._open:
            return
        made = self._current
        for _, touched in self._bookmarks.values():
            touched[self._open[-1]] = None
        own = tuple(self._changes)
        kinds = {change.kind for change in own}
        changes = (*(change for change in made.row if change.kind not in kinds), *own)
        made.stretches.append(Stretch(text, changes, self._fields.counted, held))
        made.length += len(text)
        made.listed = made.listed or self._fields.listed

    @staticmethod
    def _runs_change(parent: str) -> bool:
        """Whether a change that stands in a parent is one of runs, not of a paragraph's end, a row or a list."""
        return parent not in ("rPr", "trPr", "numPr")

    def _change(self, tag: str, parent: str, change: Revision) -> None:
        if self._runs_change(parent):
            self._changes.append(change)
        elif parent == "rPr" and self._path[-3:-2] == ["pPr"] and self._open:
            self._current.end.append(change)
        elif parent == "trPr" and self._tables:
            self._tables[-1].changes = (*self._tables[-1].changes, change)

    def _table(self, tag: str) -> None:
        match tag:
            case "tbl":
                self._count += 1
                self._tables.append(_Table(self._count))
            case "tr" if self._tables:
                self._tables[-1] = _Table(self._tables[-1].number, self._tables[-1].row + 1)
            case "tc" if self._tables:
                self._tables[-1].cell += 1

    def _comment(self, tag: str, id_: str) -> None:
        # between paragraphs: the next one begins, or the last one ended
        place: Anchor | None = Anchor(len(self._made), 0)
        if self._open:
            place = Anchor(self._open[-1], self._current.length)
        elif tag != "commentRangeStart":
            place = self._last()
        places = {"commentRangeStart": self.begun, "commentRangeEnd": self.ended, "commentReference": self.marked}[tag]
        if place is not None:
            places.setdefault(id_, place)

    def _last(self) -> Anchor | None:
        """Return the end of the last paragraph."""
        return Anchor(len(self._made) - 1, self._made[-1].length) if self._made else None


def _note(kind: str, attributes: Mapping[str, str]) -> str:
    """Return the name of a note in its file."""
    return f"{kind} {attributes.get('id', '')}"


def _with_words(stretches: Iterable[Stretch], notes: Mapping[str, str]) -> Iterator[Stretch]:
    """Yield stretches whose marks of notes have the notes' words, or else their names."""
    for stretch in stretches:
        held = stretch.held
        if held is not None and held.note:
            held = replace(held, words=notes.get(held.note) or held.note)
        yield replace(stretch, held=held)


def _revision(kind: Kind, attributes: Mapping[str, str]) -> Revision:
    return Revision(kind, attributes.get("author", "")[:200], moment(attributes))


def _joined(stretches: list[Stretch]) -> Iterator[Stretch]:
    """Yield stretches with neighbours that are alike made one: programs split runs as they like."""
    last: Stretch | None = None
    for stretch in stretches:
        if last is not None and replace(last, text="") == replace(stretch, text="") and stretch.held is None:
            last = replace(last, text=last.text + stretch.text)
        else:
            if last is not None:
                yield last
            last = stretch
    if last is not None:
        yield last
