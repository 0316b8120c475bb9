"""Two documents of one report, in two languages, side by side: what stands beside what, in reading order.

Both are made of the same sources, so that their pieces come in the same order from the same places. Where a template
prints other pieces in one language, these stand alone.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from difflib import SequenceMatcher

from msgspec import Struct

from reportgen.diagnostics import Span
from reportgen.model.block import (
    BackCover,
    Block,
    Box,
    Card,
    CardGroup,
    Cards,
    Cell,
    ChapterBlock,
    Chart,
    Contact,
    ContactLine,
    Cover,
    Diagram,
    Document,
    Figure,
    Goal,
    Heading,
    Landscape,
    ListBlock,
    Matrix,
    Note,
    Opening,
    Paragraph,
    Quotation,
    Row,
    Section,
    Table,
)
from reportgen.model.inline import Break, Inline, Said, Text

BETWEEN = (Text("  |  "),)
"""What stands between the cells of a row that is shown in one line."""
_LINE = (Break(),)


class Piece(Struct, frozen=True):
    """Words of a document that belong together: a paragraph, a heading (``level`` 1 to 4), a row of numbers, a note.

    ``span`` is where its source stands, or the directive that made it; ``note`` is a footnote's number, or 0.
    """

    inlines: tuple[Inline, ...]
    span: Span
    level: int = 0
    note: int = 0


class Beside(Struct, frozen=True):
    """A piece in both languages; ``None`` where a language has none."""

    left: Piece | None
    right: Piece | None

    @property
    def either(self) -> Piece:
        """The piece in the language that has it."""
        piece = self.left or self.right
        assert piece is not None
        return piece


def side_by_side(left: Document, right: Document) -> tuple[Beside, ...]:
    """Return the pieces of two documents beside each other, footnotes last."""
    ours, theirs = list(_document(left)), list(_document(right))
    pairs: list[Beside] = []
    matcher = SequenceMatcher(None, list(map(_key, ours)), list(map(_key, theirs)), autojunk=False)
    for tag, i, j, k, m in matcher.get_opcodes():
        if tag == "equal":
            pairs += map(Beside, ours[i:j], theirs[k:m])
        else:
            pairs += [Beside(piece, None) for piece in ours[i:j]] + [Beside(None, piece) for piece in theirs[k:m]]
    return tuple(pairs)


def _key(piece: Piece) -> tuple[str, int, int, int, int]:
    return piece.span.path, piece.span.line, piece.span.column, piece.level, piece.note


def _document(document: Document) -> Iterator[Piece]:
    for piece in _blocks(document.blocks):
        if piece.inlines:
            yield piece
    for note in document.notes:
        yield _note(note)


def _blocks(blocks: Iterable[Block]) -> Iterator[Piece]:
    for block in blocks:
        yield from _block(block)


def _block(block: Block) -> Iterator[Piece]:
    match block:
        case ChapterBlock(heading=heading, blocks=blocks) | Section(heading=heading, blocks=blocks):
            yield Piece(heading.inlines, heading.span, heading.level)
            yield from _blocks(blocks)
        case Heading(level=level, inlines=inlines, span=span):
            yield Piece(inlines, span, level)
        case Paragraph(inlines=inlines, span=span):
            yield Piece(inlines, span)
        case ListBlock(items=items):
            for item in items:
                yield from _blocks(item)
        case Quotation(blocks=blocks) | Landscape(blocks=blocks):
            yield from _blocks(blocks)
        case Box(title=title, blocks=blocks, span=span):
            yield Piece(title, span)
            yield from _blocks(blocks)
        case _:
            yield from _made(block)


def _made(block: Block) -> Iterator[Piece]:
    """Yield the pieces of what directives make."""
    match block:
        case Table():
            yield from _table(block)
        case Cards(cards=cards, span=span):
            yield from (_card(card, span) for card in cards)
        case CardGroup():
            yield from _card_group(block)
        case Chart(title=title, subtitle=subtitle, source=source, alternative=alternative, span=span):
            yield from (Piece(words, span) for words in (title, subtitle, source, alternative))
        case Diagram(title=title, rows=rows, alternative=alternative, span=span):
            boxes = [words for row in rows for box in row for words in (box.name, box.text)]
            yield from (Piece(words, span) for words in (title, *boxes, alternative))
        case Matrix():
            yield from _matrix(block)
        case Figure(caption=caption, alternative=alternative, span=span):
            yield from (Piece(words, span) for words in (caption, alternative))
        case _:
            yield from _page(block)


def _matrix(matrix: Matrix) -> Iterator[Piece]:
    listed = [words for group in matrix.groups for words in (group.name, *(issue.name for issue in group.issues))]
    parts = (matrix.title, matrix.up, matrix.across, *listed, matrix.alternative)
    yield from (Piece(words, matrix.span) for words in parts)


def _card(card: Card, span: Span) -> Piece:
    return Piece((*card.figure, *BETWEEN, *card.label) if card.figure else card.label, span)


def _card_group(group: CardGroup) -> Iterator[Piece]:
    number = (Text(f"{group.number} "),) if group.number else ()
    yield Piece((*number, *group.name.inlines), group.span, group.name.level)
    yield from (_card(card, group.span) for card in group.cards)
    yield from (Piece(words, group.span) for words in group.statements)


def _page(block: Block) -> Iterator[Piece]:
    """Yield the pieces of a page of its own."""
    match block:
        case Cover(parts=parts, span=span) | BackCover(parts=parts, span=span):
            yield from (Piece(words, span) for _, words in parts)
        case Contact(heading=heading, lines=lines, parts=parts, span=span):
            yield Piece(heading.inlines, span, heading.level)
            yield from (piece for line in lines for piece in _contact_line(line))
            yield from (Piece(words, span) for _, words in parts)
        case Opening(introduction=introduction, span=span, goals=goals):
            yield Piece(introduction, span)
            yield from (_goal(goal) for goal in goals)
        case _:
            return


def _contact_line(line: ContactLine) -> Iterator[Piece]:
    yield from (Piece(words, line.span) for words in (line.label, line.text))


def _goal(goal: Goal) -> Piece:
    return Piece((Text(goal.number), *BETWEEN, *goal.name), goal.span)


def _table(table: Table) -> Iterator[Piece]:
    yield Piece(table.caption, table.span)
    for row in (*table.head, *table.body):
        yield from _row(row, table.span)
    for note in table.notes:
        yield _note(note)


def _row(row: Row, made: Span) -> Iterator[Piece]:
    """Yield a row: cell by cell where each was written by itself, in one line where a template made them."""
    cells = [Piece(_joined(cell, _LINE), cell.span) for _, cell in row.cells]
    filled = [cell for cell in cells if cell.inlines]
    if any((cell.span.line, cell.span.column) != (made.line, made.column) for cell in filled):
        yield from filled
    elif len(filled) == 1:
        yield Piece(filled[0].inlines, row.span)
    else:  # it is no message, though its label is one
        yield Piece(_between([_nameless(cell.inlines) for cell in filled], BETWEEN), row.span)


def _nameless(inlines: tuple[Inline, ...]) -> tuple[Inline, ...]:
    return tuple(inline for inline in inlines if not isinstance(inline, Said))


def _joined(cell: Cell, border: tuple[Inline, ...]) -> tuple[Inline, ...]:
    """Return the words of a cell, its paragraphs and items parted by ``border``."""
    return _between([piece.inlines for piece in _blocks(cell.blocks) if piece.inlines], border)


def _between(parts: Iterable[tuple[Inline, ...]], border: tuple[Inline, ...]) -> tuple[Inline, ...]:
    joined: list[Inline] = []
    for part in parts:
        joined += [*(border if joined else ()), *part]
    return tuple(joined)


def _note(note: Note) -> Piece:
    return Piece(note.inlines, note.span, note=note.number)
