"""Numbers the notes: a table's or chart's own notes in it, all others through the report, in reading order."""

from __future__ import annotations

from msgspec.structs import replace

from reportgen.diagnostics import Code, Diagnostics, suggest
from reportgen.model.block import Chart, Document, Note, Section, Table
from reportgen.model.inline import NoteRef
from reportgen.model.walk import rewrite, walk


def number(document: Document, diagnostics: Diagnostics) -> Document:
    """Return the document with every note mark numbered, and its footnotes in ``Document.notes``.

    A mark inside a table or chart means its own note of that name; any other mark the note of its section. Unknown
    marks are errors, notes that nothing marks are warnings.
    """
    blocks = rewrite(document.blocks, lambda node: _number_own(node, diagnostics), Table, Chart)
    footnotes = _Footnotes(diagnostics)
    blocks = rewrite(blocks, footnotes.number, Section)
    for mark in walk(blocks, NoteRef):
        if not mark.number:
            _unknown(mark, (), diagnostics)
    return replace(document, blocks=blocks, notes=tuple(footnotes.notes))


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


class _Footnotes:
    """Numbers footnotes through the report, section by section."""

    def __init__(self, diagnostics: Diagnostics) -> None:
        self.notes: list[Note] = []
        self._diagnostics = diagnostics

    def number(self, section: Section) -> Section:
        """Number the marks of a section."""
        known = {note.name: note for note in section.notes}
        numbers: dict[str, int] = {}

        def mark(part: NoteRef) -> NoteRef:
            if part.number:
                return part
            if part.name not in known:
                _unknown(part, tuple(known), self._diagnostics)
                return replace(part, number=-1)
            return self._marked(part, known[part.name], numbers)

        heading, blocks = rewrite((section.heading, section.blocks), mark, NoteRef)
        _used(section.notes, numbers, self._diagnostics)
        return replace(section, heading=heading, blocks=blocks)

    def _marked(self, mark: NoteRef, note: Note, numbers: dict[str, int]) -> NoteRef:
        first = mark.name not in numbers
        if first:
            numbers[mark.name] = len(self.notes) + 1
            self.notes.append(replace(note, number=numbers[mark.name]))
        return replace(mark, number=numbers[mark.name], first=first)


def _unknown(mark: NoteRef, known: tuple[str, ...], diagnostics: Diagnostics) -> None:
    hint = suggest(mark.name, known) or f"write the note: `[^{mark.name}]: ...`"
    diagnostics.error(Code.UNKNOWN_NOTE, f"there is no note `{mark.name}`", mark.span, hint)
