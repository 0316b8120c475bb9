"""A chapter without number and its only section of the same title are one, with the marks of either."""

from __future__ import annotations

import pytest

from reportgen.diagnostics import Diagnostics, Span, show
from reportgen.model.block import ChapterBlock, Document, Heading, Note, Paragraph, Section
from reportgen.model.inline import Inline, NoteRef, Text
from reportgen.model.walk import walk
from reportgen.transform.number import number
from reportgen.transform.outline import outline

HERE = Span("content/sections/a.md", 3, 7)


def mark(name: str) -> NoteRef:
    return NoteRef(name, HERE)


def note(name: str) -> Note:
    return Note(name, (Text(f"About {name}."),), HERE)


def merged(chapters: tuple[Inline, ...], sections: tuple[Inline, ...]) -> ChapterBlock:
    """A chapter and its only section, after the outline and with their notes numbered."""
    text = Paragraph((Text("Oil."), mark("x"), mark("y")), HERE)
    section = Section("light", Heading(2, sections, "light", HERE), (text,), (note("x"), note("y")), HERE)
    chapter = ChapterBlock("c", "", "brand", Heading(1, chapters, "c", HERE), (section,), HERE, (note("z"),))
    found = Diagnostics()
    document = number(outline(Document("en", (), (), (), (chapter,))), found)
    assert not [finding for finding in found if "note `z`" not in finding.message]
    (made,) = document.blocks
    assert isinstance(made, ChapterBlock)
    return made


@pytest.mark.parametrize(
    ("chapters", "sections", "numbers"),
    [
        ((), (), [("x", 1, True), ("y", 2, True)]),
        ((), (mark("x"),), [("x", 1, True), ("x", 1, False), ("y", 2, True)]),
        ((mark("z"),), (), [("z", 1, True), ("x", 2, True), ("y", 3, True)]),
        ((mark("z"),), (mark("y"),), [("y", 1, True), ("x", 2, True), ("y", 1, False)]),
    ],
    ids=["none", "the section's", "the chapter's", "the section's rather than the chapter's"],
)
def test_marks_of_the_one_title_stay(
    chapters: tuple[Inline, ...], sections: tuple[Inline, ...], numbers: list[tuple[str, int, bool]]
) -> None:
    made = merged((Text("Light"), *chapters), (Text("Light"), *sections))
    assert made.heading.anchor == "light"
    assert [(each.name, each.number, each.first) for each in walk(made, NoteRef)] == numbers


def test_a_mark_in_the_text_of_the_one_needs_a_note_there() -> None:
    section = Section("a", Heading(2, (Text("A"),), "a", HERE), (Paragraph((mark("oil"),), HERE),), (), HERE)
    chapter = ChapterBlock("c", "", "brand", Heading(1, (Text("A"),), "c", HERE), (section,), HERE)
    found = Diagnostics()
    number(outline(Document("en", (), (), (), (chapter,))), found)
    assert [show(finding) for finding in found] == [
        "error[unknown-note]: there is no note `oil`\n"
        "  --> content/sections/a.md:3:7\n"
        "  = hint: write the note: `[^oil]: ...`"
    ]
