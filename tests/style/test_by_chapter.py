"""Footnotes that are counted by chapter print their number within it, and stay what they are."""

from __future__ import annotations

from reportgen.model.flow import Chapter, Flow, Footnote, NoteMark, Paragraph, Run, Story, Table
from reportgen.model.walk import walk
from reportgen.style.by_chapter import by_chapter
from reportgen.style.printed_mark import printed_mark


def mark(number: int, *, first: bool = True) -> NoteMark:
    return NoteMark(number, table=False, first=first)


def paragraph(*marks: NoteMark, style: str = "prose") -> Paragraph:
    return Paragraph(style, (Run("Oil"), *marks), "brand")


def chapter(*marks: NoteMark) -> Chapter:
    return Chapter("01", (Run("Oil"),), paragraph(*marks, style="h1"), None, None, (), "brand")


def counted(*flows: Flow, notes: int) -> tuple[list[str], list[str]]:
    """What marks and notes print."""
    footnotes = {number: Footnote(number, paragraph(style="footnote")) for number in range(1, notes + 1)}
    story = by_chapter(Story("en", "R", "R", "H", flows, footnotes))
    assert list(story.footnotes) == [note.number for note in story.footnotes.values()], "the same notes"
    marks = [printed_mark(each) for each in walk(story.flows, NoteMark)]
    return marks, [printed_mark(note) for note in story.footnotes.values()]


def test_each_chapter_begins_with_one() -> None:
    flows = (
        *(paragraph(mark(1)), chapter(mark(2)), paragraph(mark(3), mark(2, first=False))),
        *(chapter(), paragraph(mark(4)), paragraph(mark(5)), chapter(), paragraph()),
    )
    assert counted(*flows, notes=5) == (["1", "1", "2", "1", "1", "2"], ["1", "1", "2", "1", "2"])


def test_a_tables_own_notes_are_counted_in_it() -> None:
    caption = paragraph(NoteMark(1, table=True, first=True), mark(2), style="table-caption")
    table = Table("text", (), (), caption, (), (), (), (), "brand")
    assert counted(paragraph(mark(1)), chapter(), table, notes=2)[0] == ["1", "(1)", "1"]
