"""Notes are numbered in reading order: a table's own by table, the others through the report."""

from __future__ import annotations

from reportgen.diagnostics import Diagnostics, Span, show
from reportgen.model.block import (
    Cell,
    ChapterBlock,
    Chart,
    Document,
    Heading,
    Note,
    Opening,
    Paragraph,
    Row,
    Section,
    Series,
    Table,
)
from reportgen.model.inline import NoteRef, Text
from reportgen.model.walk import walk
from reportgen.transform.number import number

HERE = Span("content/sections/a.md", 3, 7)


def mark(name: str, line: int = 3) -> NoteRef:
    return NoteRef(name, Span("content/sections/a.md", line, 7, len(name) + 3))


def note(name: str) -> Note:
    return Note(name, (Text(f"About {name}."),), Span("content/sections/a.md", 30))


def table(*marks: NoteRef, notes: tuple[Note, ...] = ()) -> Table:
    cell = Cell((Paragraph(marks, HERE),), HERE)
    return Table("text", ("text",), (), (), (), (), (Row(((0, cell),), HERE),), notes, "", HERE)


def section(id: str, *blocks: Paragraph | Table | Chart, notes: tuple[Note, ...] = ()) -> Section:
    return Section(id, Heading(2, (Text(id),), id, HERE), blocks, notes, HERE)


def document(*sections: Section) -> Document:
    return Document("en", (), (), (), sections)


def marks(document: Document) -> list[tuple[str, int, bool, bool]]:
    return [(m.name, m.number, m.table, m.first) for m in walk(document.blocks) if isinstance(m, NoteRef)]


def test_footnotes_run_through_the_report_and_a_second_mark_keeps_its_number() -> None:
    found = Diagnostics()
    numbered = number(
        document(
            section("a", Paragraph((mark("x"), mark("y"), mark("x")), HERE), notes=(note("x"), note("y"))),
            section("b", Paragraph((mark("x"),), HERE), notes=(note("x"),)),
        ),
        found,
    )
    assert marks(numbered) == [
        ("x", 1, False, True),
        ("y", 2, False, True),
        ("x", 1, False, False),
        ("x", 3, False, True),
    ]
    assert [n.number for n in numbered.notes] == [1, 2, 3]
    assert not list(found)


def test_a_tables_own_notes_count_from_one_and_its_other_marks_are_footnotes() -> None:
    found = Diagnostics()
    inner = table(mark("t"), mark("s"), notes=(note("t"),))
    numbered = number(document(section("a", inner, inner, notes=(note("s"),))), found)
    assert marks(numbered) == [
        ("t", 1, True, True),
        ("s", 1, False, True),
        ("t", 1, True, True),
        ("s", 1, False, False),
    ]
    assert not list(found)


def test_an_unknown_mark_is_an_error_and_a_note_without_mark_a_warning() -> None:
    found = Diagnostics()
    number(document(section("a", Paragraph((mark("boundry"),), HERE), notes=(note("boundary"),))), found)
    assert [show(d) for d in found] == [
        "error[unknown-note]: there is no note `boundry`\n"
        "  --> content/sections/a.md:3:7\n"
        "  = hint: did you mean `boundary`?",
        "warning[unused-note]: nothing refers to note `boundary`\n"
        "  --> content/sections/a.md:30:1\n"
        "  = hint: mark its place with `[^boundary]`, or remove the note",
    ]


def test_a_charts_own_notes_count_from_one_and_its_titles_other_marks_are_footnotes() -> None:
    found = Diagnostics()
    series = Series((Text("2023"),), ((Text("5"),),))
    chart = Chart("bars", (mark("s"),), (), (), (Text("5"),), ((mark("c"),),), (series,), "", HERE, (note("c"),))
    numbered = number(document(section("a", chart, notes=(note("s"),))), found)
    assert marks(numbered) == [("s", 1, False, True), ("c", 1, True, True)]
    assert not list(found)


def chapter(title: NoteRef, introduction: NoteRef, *sections: Section, notes: tuple[Note, ...] = ()) -> ChapterBlock:
    opening = Opening((Text("All that is lit."), introduction), (), HERE)
    heading = Heading(1, (Text("Light"), title), "light", HERE)
    return ChapterBlock("light", "01", "brand", heading, (opening, *sections), HERE, notes)


def test_a_chapters_title_and_introduction_mark_its_notes_and_its_sections_may() -> None:
    found = Diagnostics()
    within = section("a", Paragraph((mark("x"), mark("y"), mark("z")), HERE), notes=(note("x"),))
    light = chapter(mark("x"), mark("y"), within, notes=(note("x"), note("y"), note("z")))
    numbered = number(Document("en", (), (), (), (light,)), found)
    assert marks(numbered) == [
        ("x", 1, False, True),
        ("y", 2, False, True),
        ("x", 3, False, True),
        ("y", 2, False, False),
        ("z", 4, False, True),
    ]
    assert [(n.name, n.number) for n in numbered.notes] == [("x", 1), ("y", 2), ("x", 3), ("z", 4)]
    assert not list(found)


def test_a_mark_of_a_title_needs_a_note_of_its_chapter() -> None:
    found = Diagnostics()
    light = chapter(mark("lamp"), mark("oil"), section("a", notes=(note("oil"),)), notes=(note("oils"),))
    number(Document("en", (), (), (), (light,)), found)
    assert [show(d) for d in found] == [
        "error[unknown-note]: there is no note `lamp`\n"
        "  --> content/sections/a.md:3:7\n"
        "  = hint: write the note: `notes: {lamp: ...}` in its chapter",
        "error[unknown-note]: there is no note `oil`\n  --> content/sections/a.md:3:7\n  = hint: did you mean `oils`?",
        "warning[unused-note]: nothing refers to note `oil`\n"
        "  --> content/sections/a.md:30:1\n"
        "  = hint: mark its place with `[^oil]`, or remove the note",
        "warning[unused-note]: nothing refers to note `oils`\n"
        "  --> content/sections/a.md:30:1\n"
        "  = hint: mark its place with `[^oils]`, or remove the note",
    ]


def test_a_footnote_has_no_notes_of_its_own_but_a_tables_note_may_have_a_footnote() -> None:
    found = Diagnostics()
    nested = Note("x", (Text("About x."), mark("y", 30)), HERE)
    within = table(mark("t"), notes=(Note("t", (Text("Oil"), mark("y")), HERE),))
    numbered = number(document(section("a", Paragraph((mark("x"),), HERE), within, notes=(nested, note("y")))), found)
    assert marks(numbered)[:3] == [("x", 1, False, True), ("t", 1, True, True), ("y", 2, False, True)]
    assert [show(d) for d in found] == [
        "error[unknown-note]: a footnote has no notes, and marks `y`\n"
        "  --> content/sections/a.md:30:7\n"
        "  = hint: mark it where the footnote is marked, or say it in the footnote",
    ]
