"""Cross-references lead somewhere, or are reported."""

from __future__ import annotations

from reportgen.diagnostics import Diagnostics, Span, show
from reportgen.model.block import Cell, Diagram, DiagramBox, Document, Heading, Matrix, Paragraph, Row, Section, Table
from reportgen.model.inline import Link, NoteRef, PageReference, Text, TitleReference
from reportgen.transform.resolve import resolve

HERE = Span("content/sections/a.md", 8, 2, 9)


def document(*inlines: TitleReference | PageReference | Link) -> Document:
    heading = Heading(2, (Text("Energy"), NoteRef("n", HERE)), "energy", Span("content/sections/a.md", 1))
    return Document("en", (), (), (), (Section("energy", heading, (Paragraph(inlines, HERE),), (), HERE),))


def test_a_reference_without_words_takes_the_title_of_its_target() -> None:
    found = Diagnostics()
    resolved = resolve(document(TitleReference("energy", HERE), PageReference("energy", HERE)), found)
    section = resolved.blocks[0]
    assert isinstance(section, Section)
    assert section.blocks == (
        Paragraph((Link("#energy", (Text("Energy"),), HERE), PageReference("energy", HERE)), HERE),
    )
    assert not list(found)


def test_diagrams_and_matrices_can_be_referred_to() -> None:
    house = Diagram("levels", (Text("House"),), (), ((DiagramBox((Text("Keeper"),), ()),),), "house", HERE)
    weight = Matrix((Text("Weight"), NoteRef("n", HERE)), (), (), (), (), "weight", HERE)
    found = Diagnostics()
    lines = Paragraph((TitleReference("house", HERE), TitleReference("weight", HERE)), HERE)
    resolved = resolve(Document("en", (), (), (), (house, weight, lines)), found)
    links = (Link("#house", (Text("House"),), HERE), Link("#weight", (Text("Weight"),), HERE))
    assert resolved.blocks == (house, weight, Paragraph(links, HERE))
    assert not list(found)


def test_a_row_can_be_referred_to_by_its_cell() -> None:
    cell = Cell((Paragraph((Text("Scope 2"),), HERE),), HERE, anchor="ghg--scope2")
    table = Table("text", ("text",), (), (), (), (), (Row(((0, cell),), HERE),), (), "ghg", HERE)
    found = Diagnostics()
    lines = Paragraph((TitleReference("ghg--scope2", HERE), PageReference("ghg--scope2", HERE)), HERE)
    resolved = resolve(Document("en", (), (), (), (table, lines)), found)
    link = Link("#ghg--scope2", (Text("Scope 2"),), HERE)
    assert resolved.blocks[1] == Paragraph((link, PageReference("ghg--scope2", HERE)), HERE)
    assert not list(found)


def test_dead_links_are_errors_with_a_suggestion() -> None:
    found = Diagnostics()
    resolve(document(Link("#enregy", (Text("here"),), HERE), PageReference("water", HERE)), found)
    assert [show(d) for d in found] == [
        "error[unknown-target]: nothing is called `#enregy`\n"
        "  --> content/sections/a.md:8:2\n"
        "  = hint: did you mean `energy`?",
        "error[unknown-target]: nothing is called `#water`\n"
        "  --> content/sections/a.md:8:2\n"
        "  = hint: link to a section's id, or to a heading's, table's, chart's or diagram's `#id`",
    ]


def test_one_anchor_at_two_places_is_an_error() -> None:
    found = Diagnostics()
    twice = Heading(3, (Text("Water"),), "energy", Span("content/sections/b.md", 4))
    one = document()
    resolve(Document("en", (), (), (), (*one.blocks, twice)), found)
    assert [show(d) for d in found] == [
        "error[duplicate-id]: the anchor `energy` stands at content/sections/a.md:1:1 too\n"
        "  --> content/sections/b.md:4:1\n"
        "  = hint: give one of the two another id"
    ]
