"""Two documents beside each other: by their places in the sources, alone where one has more."""

from __future__ import annotations

from decimal import Decimal

from reportgen.diagnostics import Span
from reportgen.model.block import (
    BackCover,
    Block,
    Card,
    CardGroup,
    Cell,
    Contact,
    ContactLine,
    Diagram,
    DiagramBox,
    Document,
    Heading,
    Issue,
    IssueGroup,
    ListBlock,
    Matrix,
    Note,
    Paragraph,
    Row,
    Table,
)
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


def words(text: str) -> tuple[Text, ...]:
    return (Text(text),)


def test_boxes_of_a_diagram_stand_one_by_one() -> None:
    lamps, boats = DiagramBox(words("Lamps"), words("above")), DiagramBox(words("Boats"), ())
    levels = ((DiagramBox(words("Keeper"), ()),), (lamps, boats))
    made = document(Diagram("levels", words("House"), words("House: Keeper."), levels, "house", at(3)))
    pieces = ["House", "Keeper", "Lamps", "above", "Boats", "House: Keeper."]
    assert said(made, made) == [(piece, piece) for piece in pieces]


def test_a_matrix_stands_axis_by_axis_and_issue_by_issue() -> None:
    issues = tuple(Issue(words(name), Decimal(1), Decimal(2)) for name in ("Oil", "Gas"))
    groups = (IssueGroup(words("Light"), "environment", issues),)
    made = document(Matrix(words("Weight"), words("Up"), words("Across"), words("Matrix."), groups, "weight", at(3)))
    pieces = ["Weight", "Up", "Across", "Light", "Oil", "Gas", "Matrix."]
    assert said(made, made) == [(piece, piece) for piece in pieces]


def test_highlights_stand_below_the_name_of_their_chapter() -> None:
    def group(number: str) -> CardGroup:
        cards = (Card(words("7"), words("lamps lit")),)
        return CardGroup(number, Heading(3, words("Quays"), "", at(3)), "people", cards, (words("Sang"),), at(3))

    made = document(group("05"), group(""))
    pieces = ["05 Quays", "7  |  lamps lit", "Sang", "Quays", "7  |  lamps lit", "Sang"]
    assert said(made, made) == [(piece, piece) for piece in pieces]
    assert [pair.either.level for pair in side_by_side(made, made)] == [3, 0, 0, 3, 0, 0]


def test_contact_page_and_back_cover_stand_line_by_line() -> None:
    lines = (ContactLine(words("Mail"), words("a@b.example"), at(8)),)
    contact = Contact(Heading(1, words("Write"), "contact", at(7)), lines, (("name", words("Harbour Light")),), at(7))
    made = document(contact, BackCover((("title", words("Report")),), at(9)))
    pieces = ["Write", "Mail", "a@b.example", "Harbour Light", "Report"]
    assert said(made, made) == [(piece, piece) for piece in pieces]
    assert side_by_side(made, made)[0].either.level == 1


def table(*cells: Cell) -> Table:
    row = Row(tuple(enumerate(cells)), at(5))
    return Table("text", ("text",) * len(cells), (), (), (), (), (row,), (), "", at(5))


def test_a_row_made_of_data_is_one_line_and_one_that_was_written_is_cell_by_cell() -> None:
    made = table(Cell((paragraph("Energy", 5),), at(5)), Cell((paragraph("5.30", 5),), at(5)))
    assert said(document(made), document(made)) == [("Energy  |  5.30", "Energy  |  5.30")]
    written = table(Cell((paragraph("Risk", 6),), at(6)), Cell((paragraph("Answer", 7),), at(7)))
    assert said(document(written), document(written)) == [("Risk", "Risk"), ("Answer", "Answer")]
