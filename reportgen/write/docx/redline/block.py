"""A piece of a document as it is compared with others: its kind, its text, what it is known by."""

from __future__ import annotations

from collections.abc import Hashable, Iterable

from msgspec import Struct

from reportgen.i18n.identity import message_of
from reportgen.write.docx.markup import CELL, PARAGRAPH, ROW
from reportgen.write.docx.redline.glyphs import Reader
from reportgen.write.docx.xml import Element, word_name

_SPAN, _MERGED, _GRID = map(word_name, ("gridSpan", "vMerge", "gridCol"))
_BOOKMARK, _CELL_PROPERTIES, _NAME, _VALUE = map(word_name, ("bookmarkStart", "tcPr", "name", "val"))
_CELL_END, _ROW_END = "\x1f", "\x1e"


class Block(Struct, frozen=True):
    """A paragraph, a table, a row or a note: its element, what it can become, its text, its name or ``None``."""

    element: Element
    kind: Hashable
    text: str
    name: str | None


def block_of(element: Element, reader: Reader) -> Block:
    """Return a paragraph or a table; a table becomes one of as many columns."""
    if element.tag == PARAGRAPH:
        return Block(element, "paragraph", reader.text(element), _name([element]))
    rows = [row_of(row, reader) for row in element.iterchildren(ROW)]
    kind = ("table", len(list(element.iter(_GRID))))
    return Block(element, kind, _ROW_END.join(row.text for row in rows), rows[0].name if rows else None)


def row_of(row: Element, reader: Reader) -> Block:
    """Return a row of a table; it becomes one whose cells span as much."""
    cells = list(row.iterchildren(CELL))
    text = _CELL_END.join("".join(map(reader.text, cell.iter(PARAGRAPH))) for cell in cells)
    return Block(row, ("row", *map(_shape, cells)), text, _name(row.iter(PARAGRAPH)))


def note_of(note: Element, reader: Reader) -> Block:
    """Return a footnote."""
    return Block(note, "note", "".join(map(reader.text, note.iter(PARAGRAPH))), _name(note.iter(PARAGRAPH)))


def paragraphs_of(element: Element) -> list[Element]:
    """Return the paragraphs in a piece of a document, or itself where it is one."""
    return [element] if element.tag == PARAGRAPH else list(element.iter(PARAGRAPH))


def _shape(cell: Element) -> tuple[str, str]:
    span, merged = (next(cell.iterfind(f"{_CELL_PROPERTIES}/{tag}"), None) for tag in (_SPAN, _MERGED))
    return (
        span.get(_VALUE, "") if span is not None else "",
        merged.get(_VALUE, "continue") if merged is not None else "",
    )


def _name(paragraphs: Iterable[Element]) -> str | None:
    """Return what paragraphs are known by: the first message on them, or else the first anchor."""
    bookmarks = [mark.get(_NAME, "") for paragraph in paragraphs for mark in paragraph.iter(_BOOKMARK)]
    messages = [message for bookmark in bookmarks if (message := message_of(bookmark, {}))]
    anchors = [bookmark for bookmark in bookmarks if not bookmark.startswith("_")]
    return next(iter((*messages, *anchors)), None)
