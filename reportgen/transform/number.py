"""Numbers the notes: a table's or chart's own notes in it, all others through the report, in reading order."""

from __future__ import annotations

from typing import TypeVar

from msgspec import Struct
from msgspec.structs import replace

from reportgen.diagnostics import Code, Diagnostics, suggest
from reportgen.model.block import Block, ChapterBlock, Chart, Document, Note, Section, Table
from reportgen.model.inline import NoteRef
from reportgen.model.walk import rewrite, walk

T = TypeVar("T")


def number(document: Document, diagnostics: Diagnostics) -> Document:
    """Return the document with every note mark numbered, and its footnotes in ``Document.notes``.

    A mark inside a table or chart means its own note of that name; any other mark the note of its section, or else of
    its chapter. Unknown marks are errors, notes that nothing marks are warnings.
    """
    blocks = rewrite(document.blocks, lambda node: _number_own(node, diagnostics), Table, Chart)
    footnotes = _Footnotes(diagnostics)
    blocks = tuple(map(footnotes.number, blocks))
    _check_left([mark for mark in walk(blocks, NoteRef) if not mark.number], blocks, diagnostics)
    return replace(document, blocks=blocks, notes=tuple(footnotes.notes))


def _check_left(marks: list[NoteRef], blocks: tuple[Block, ...], diagnostics: Diagnostics) -> None:
    """Report the marks that nothing has numbered: those in footnotes, and those outside of sections."""
    holders = walk(blocks, Section, ChapterBlock) if marks else ()
    nested = frozenset(walk(tuple(holder.notes for holder in holders), NoteRef))
    for mark in marks:
        if mark not in nested:
            _unknown(mark, (), _IN_SECTION, diagnostics)
            continue
        hint = "mark it where the footnote is marked, or say it in the footnote"
        diagnostics.error(Code.UNKNOWN_NOTE, f"a footnote has no notes, and marks `{mark.name}`", mark.span, hint)


_IN_SECTION, _IN_CHAPTER = "`[^{}]: ...`", "`notes: {{{}: ...}}` in its chapter"
"""How notes are written that a section's words mark, or a chapter's title and introduction."""
_MARKED = {Table: ("caption", "head", "body"), Chart: ("title", "subtitle", "categories", "series", "source")}
"""What of a table or chart may be marked with its own notes, in reading order."""


def _number_own(node: Table | Chart, diagnostics: Diagnostics) -> Table | Chart:
    if not node.notes:
        return node
    numbers: dict[str, int] = {}
    own = {note.name for note in node.notes}

    def mark(part: NoteRef) -> NoteRef:
        if part.name not in own:
            return part
        first = part.name not in numbers
        return replace(part, number=numbers.setdefault(part.name, len(numbers) + 1), table=True, first=first)

    marked = {name: rewrite(getattr(node, name), mark, NoteRef) for name in _MARKED[type(node)]}
    notes = _used(node.notes, numbers, diagnostics)
    return replace(node, **marked, notes=tuple(sorted(notes, key=lambda note: note.number)))


def _used(notes: tuple[Note, ...], numbers: dict[str, int], diagnostics: Diagnostics) -> list[Note]:
    for note in notes:
        if note.name not in numbers:
            diagnostics.warning(
                Code.UNUSED_NOTE,
                f"nothing refers to note `{note.name}`",
                note.span,
                f"mark its place with `[^{note.name}]`, or remove the note",
            )
    return [replace(note, number=numbers[note.name]) for note in notes if note.name in numbers]


class _Scope(Struct, frozen=True):
    """Notes by name, the numbers of those that are marked, how one is ``written``, and the notes around them."""

    notes: dict[str, Note]
    numbers: dict[str, int]
    written: str
    around: _Scope | None = None

    def home(self, name: str) -> _Scope | None:
        """Return the scope that has a note, this one or one around it."""
        if name in self.notes or self.around is None:
            return self if name in self.notes else None
        return self.around.home(name)


def _by_name(notes: tuple[Note, ...]) -> dict[str, Note]:
    return {note.name: note for note in notes}


class _Footnotes:
    """Numbers footnotes through the report, chapter by chapter and section by section."""

    def __init__(self, diagnostics: Diagnostics) -> None:
        self.notes: list[Note] = []
        self._diagnostics = diagnostics

    def number(self, block: Block) -> Block:
        """Number the marks of a chapter, or of the sections in what stands outside of chapters."""
        return self._chapter(block) if isinstance(block, ChapterBlock) else self._sections(block, None)

    def _chapter(self, chapter: ChapterBlock) -> ChapterBlock:
        untitled = (block for block in chapter.blocks if isinstance(block, Section) and not block.heading.inlines)
        notes = (*chapter.notes, *(note for section in untitled for note in section.notes))
        scope = _Scope(_by_name(notes), {}, _IN_CHAPTER)
        heading = self._in(chapter.heading, scope)
        blocks = tuple(self._part(block, scope) for block in chapter.blocks)
        _used(notes, scope.numbers, self._diagnostics)
        return replace(chapter, heading=heading, blocks=blocks)

    def _part(self, block: Block, scope: _Scope) -> Block:
        """Number a section of a chapter, or what else stands in it."""
        numbered = self._sections(block, scope)
        return numbered if isinstance(block, Section) else self._in(numbered, scope)

    def _sections(self, block: Block, around: _Scope | None) -> Block:
        return rewrite(block, lambda section: self._section(section, around), Section)

    def _section(self, section: Section, around: _Scope | None) -> Section:
        if around is not None and not section.heading.inlines:  # its title is the chapter's, and so are its notes
            return replace(section, blocks=self._in(section.blocks, replace(around, written=_IN_SECTION)))
        scope = _Scope(_by_name(section.notes), {}, _IN_SECTION, around)
        heading, blocks = self._in((section.heading, section.blocks), scope)
        _used(section.notes, scope.numbers, self._diagnostics)
        return replace(section, heading=heading, blocks=blocks)

    def _in(self, node: T, scope: _Scope) -> T:
        return rewrite(node, lambda mark: self._mark(mark, scope), NoteRef)

    def _mark(self, mark: NoteRef, scope: _Scope) -> NoteRef:
        if mark.number:
            return mark
        home = scope.home(mark.name)
        if home is None:
            _unknown(mark, tuple(scope.notes), scope.written, self._diagnostics)
            return replace(mark, number=-1)
        return self._marked(mark, home)

    def _marked(self, mark: NoteRef, home: _Scope) -> NoteRef:
        first = mark.name not in home.numbers
        if first:
            home.numbers[mark.name] = len(self.notes) + 1
            self.notes.append(replace(home.notes[mark.name], number=home.numbers[mark.name]))
        return replace(mark, number=home.numbers[mark.name], first=first)


def _unknown(mark: NoteRef, known: tuple[str, ...], written: str, diagnostics: Diagnostics) -> None:
    hint = suggest(mark.name, known) or f"write the note: {written.format(mark.name)}"
    diagnostics.error(Code.UNKNOWN_NOTE, f"there is no note `{mark.name}`", mark.span, hint)
