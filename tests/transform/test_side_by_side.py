"""Two documents beside each other: by their places in the sources, alone where one has more."""

from __future__ import annotations

from reportgen.diagnostics import Span
from reportgen.model.block import Block, Cell, Document, Heading, ListBlock, Note, Paragraph, Row, Table
from reportgen.model.inline import Text
from reportgen.model.plain import plain
from reportgen.transform.side_by_side import side_by_side


def at(line: int) -> Span:
    return Span("content/sections/a.md", line)


def document(*blocks: Block, notes: tuple[Note, ...] = ()) -> Document:
    return Document("en", (), (), (), blocks, notes)


def said(left: Document, right: Document) -> list[tuple[str, str]]:
    return [
        tuple(plain(piece.inlines) if piece else "" for piece in (pair.left, pair.right))  # type: ignore[misc]
        for pair in side_by_side(left, right)
    ]


def paragraph(text: str, line: int) -> Paragraph:
    return Paragraph((Text(text),), at(line))


def test_pieces_of_the_same_place_stand_side_by_side() -> None:
    left = document(
        Heading(2, (Text("Title"),), "a", at(1)),
        ListBlock(False, ((paragraph("One", 3),), (paragraph("Two", 4),)), at(3)),
        notes=(Note("n", (Text("Note"),), at(9), 1),),
    )
    right = document(
        Heading(2, (Text("标题"),), "a", at(1)),
        ListBlock(False, ((paragraph("一", 3),), (paragraph("二", 4),)), at(3)),
        notes=(Note("n", (Text("注"),), at(9), 1),),
    )
    assert said(left, right) == [("Title", "标题"), ("One", "一"), ("Two", "二"), ("Note", "注")]


def test_what_one_language_has_alone_stands_alone() -> None:
    left = document(paragraph("One", 3), paragraph("Only here", 5), paragraph("Three", 7))
    right = document(paragraph("一", 3), paragraph("三", 7))
    assert said(left, right) == [("One", "一"), ("Only here", ""), ("Three", "三")]


def table(*cells: Cell) -> Table:
    row = Row(tuple(enumerate(cells)), at(5))
    return Table("text", ("text",) * len(cells), (), (), (), (), (row,), (), "", at(5))


def test_a_row_made_of_data_is_one_line_and_one_that_was_written_is_cell_by_cell() -> None:
    made = table(Cell((paragraph("Energy", 5),), at(5)), Cell((paragraph("5.30", 5),), at(5)))
    assert said(document(made), document(made)) == [("Energy  |  5.30", "Energy  |  5.30")]
    written = table(Cell((paragraph("Risk", 6),), at(6)), Cell((paragraph("Answer", 7),), at(7)))
    assert said(document(written), document(written)) == [("Risk", "Risk"), ("Answer", "Answer")]
