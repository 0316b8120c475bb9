"""The parts of a Word file to their paragraphs, with what was changed in them and where comments begin and end."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from reportgen.load.word_fields import Fields, prints_page
from reportgen.load.word_moments import moment
from reportgen.load.word_package import walk_part
from reportgen.model.review import Anchor, Kind, Paragraph, Revision, Stretch

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
    style: str = ""
    bookmarks: dict[str, None] = field(default_factory=dict)
    stretches: list[Stretch] = field(default_factory=list)
    end: list[Revision] = field(default_factory=list)
    length: int = 0


@dataclass(slots=True)
class _Table:
    """Where in a table the reader is."""

    number: int
    row: int = 0
    cell: int = 0
    changes: tuple[Revision, ...] = ()


class PartReader:
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
        self._fields = Fields()
        walk_part(part, self._start, self._end, self._text)

    def paragraphs(self) -> Iterator[Paragraph]:
        """Yield the paragraphs that were read, in order."""
        for made in self._made:
            stretches = tuple(_joined(made.stretches))
            style = self._styles.get(made.style, made.style)
            end = tuple(made.end)
            yield Paragraph(made.part, style, tuple(made.bookmarks), made.cell, stretches, end)

    def place(self, places: Mapping[str, Anchor], id_: str) -> Anchor | None:
        """Return a place of a comment; what stands after the last paragraph is at its end."""
        place = places.get(id_)
        return self._last() if place is not None and place.paragraph >= len(self._made) else place

    def _start(self, tag: str, attributes: Mapping[str, str]) -> None:
        parent = self._path[-1] if self._path else ""
        self._path.append(tag)
        if (
            self._skipped
            or tag == "mc:Fallback"
            or tag in _LOOKS
            or (tag == "fldSimple" and prints_page(attributes.get("instr", "")))
        ):
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
            case "fldChar":
                self._fields.mark(attributes.get("fldCharType", ""))
            case "commentRangeStart" | "commentRangeEnd" | "commentReference":
                self._comment(tag, attributes.get("id", ""))
            case _:
                if self._path[-2:-1] == ["r"]:
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
        self._made.append(_Open(self._part, cell, row))

    def _say(self, text: str) -> None:
        if not text or not self._open or self._fields.silent:
            return
        made = self._current
        for _, touched in self._bookmarks.values():
            touched[self._open[-1]] = None
        own = tuple(self._changes)
        kinds = {change.kind for change in own}
        made.stretches.append(Stretch(text, (*(change for change in made.row if change.kind not in kinds), *own)))
        made.length += len(text)

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
        place: Anchor | None = Anchor(
            len(self._made), 0
        )  # between paragraphs: the next one begins, or the last one ended
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


def _revision(kind: Kind, attributes: Mapping[str, str]) -> Revision:
    return Revision(kind, attributes.get("author", "")[:200], moment(attributes))


def _joined(stretches: list[Stretch]) -> Iterator[Stretch]:
    """Yield stretches with neighbours of the same changes made one: programs split runs as they like."""
    last: Stretch | None = None
    for stretch in stretches:
        if last is not None and last.revisions == stretch.revisions:
            last = Stretch(last.text + stretch.text, last.revisions)
        else:
            if last is not None:
                yield last
            last = stretch
    if last is not None:
        yield last
