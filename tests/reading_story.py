"""Reads a story as words in order: what both files must say, block by block."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from reportgen.model import flow


@dataclass
class Words:
    """The words of a report: its blocks in order, its footnotes, its charts; what its diagrams say to those who do not
    see them. Without white space.
    """

    blocks: list[str] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    charts: list[list[str]] = field(default_factory=list)
    diagrams: list[str] = field(default_factory=list)


def squeeze(text: str) -> str:
    """Return a text without white space and invisible characters."""
    return "".join(character for character in text if not character.isspace() and character not in "\u200b\u2060\xad")


def read_story(story: flow.Story) -> Words:
    """Return the words of a story. Page numbers are left out, marks of notes are their numbers."""
    words = Words(notes=[text(story.footnotes[number].text.pieces) for number in sorted(story.footnotes)])
    for item in story.flows:
        if isinstance(item, flow.Chart):
            words.charts.append(_chart(item))
        if isinstance(item, flow.Diagram | flow.Matrix):
            words.diagrams.append(squeeze(item.alternative))
        words.blocks.extend(block for block in map(squeeze, _blocks(item)) if block)
    return words


def text(pieces: Iterable[flow.Piece]) -> str:
    """Return the words of pieces."""
    return squeeze("".join(_text(piece) for piece in pieces))


def _text(piece: flow.Piece) -> str:
    match piece:
        case flow.Run(words):
            return words
        case flow.NoteMark(number, table, before=before):
            return f"({number})" if table else str(number - before)
        case _:
            return ""


def _blocks(item: flow.Flow) -> Iterator[str]:
    match item:
        case flow.Paragraph(pieces=pieces):
            yield text(pieces)
        case flow.Items(items=items):
            for entry in items:
                yield "".join("".join(_blocks(part)) for part in entry)
        case flow.Table():
            yield from _table(item)
        case flow.Boxed(content=content):
            for part in content:
                yield from _blocks(part)
        case flow.Cards(cards=cards):
            for card in cards:
                yield (text(card.figure.pieces) if card.figure else "") + text(card.label.pieces)
        case flow.CardGroup(number=number, name=name, cards=cards, statements=statements):
            yield text(number.pieces) + text(name.pieces)
            for card in cards:
                yield (text(card.figure.pieces) if card.figure else "") + text(card.label.pieces)
            yield from _blocks(statements) if statements else ()
        case flow.Diagram(kind, title, rows=rows):
            yield text(title.pieces)
            if kind == "cycle":  # its ring, beside which the steps are listed
                yield "".join(text(box.number.pieces) for row in rows for box in row if box.number)
            for box in (box for row in rows for box in row):
                yield "".join(text(part.pieces) for part in (box.number, box.name, box.text) if part)
        case flow.Matrix():
            yield from _matrix(item)
        case flow.Contact(heading=heading, lines=lines, parts=parts):
            yield text(heading.pieces)
            yield from (text(part.pieces) for line in lines for part in (line.label, line.text))
            yield from (text(part.pieces) for _, part in parts)
        case flow.BackCover(parts=parts):
            yield from (text(part.pieces) for _, part in parts)
        case flow.Chart(title=title, subtitle=subtitle, source=source):
            yield from (text(part.pieces) for part in (title, subtitle, source) if part)
        case flow.Cover(parts=parts):
            yield from (text(part.pieces) for _, part in parts)
        case flow.Contents(title=title, entries=entries):
            yield text(title.pieces)
            yield from _entries(entries)
        case flow.Chapter():
            yield from _chapter(item)
        case flow.Picture(caption=caption):
            yield text(caption.pieces) if caption else ""


def _matrix(matrix: flow.Matrix) -> Iterator[str]:
    """Yield a matrix's words: the numbers in its plot stand between the names of its axes."""
    yield text(matrix.title.pieces)
    yield text(matrix.up.pieces)
    yield "".join(text(issue.number.pieces) for issue in matrix.issues)
    yield text(matrix.across.pieces)
    for group in matrix.groups:
        yield text(group.name.pieces)
        yield from (text(issue.number.pieces) + text(issue.name.pieces) for issue in group.issues)


def _table(table: flow.Table) -> Iterator[str]:
    yield text(table.caption.pieces) if table.caption else ""
    for row in (*table.head, *table.body):
        for cell in row.cells:
            yield "".join("".join(_blocks(part)) for part in cell.content)
    for note in table.notes:
        yield f"({note.number})" + text(note.text.pieces)


def _chapter(chapter: flow.Chapter) -> Iterator[str]:
    if chapter.introduction is None:
        yield text(chapter.heading.pieces)
        return
    yield chapter.number
    yield text(chapter.heading.pieces)
    yield text(chapter.introduction.pieces)
    yield text(chapter.label.pieces) if chapter.label else ""
    yield from _entries(chapter.entries)
    if chapter.goals:
        yield text(chapter.goals_label.pieces) if chapter.goals_label else ""
        for goal in chapter.goals:
            yield text(goal.number.pieces) + text(goal.name.pieces)


def _entries(entries: Iterable[flow.Entry]) -> Iterator[str]:
    for entry in entries:
        yield entry.number + text(entry.title)
        yield from _entries(entry.entries)


def _chart(chart: flow.Chart) -> list[str]:
    """Return a chart's words: for each category its name and its values as they print, with the values' own names."""
    words = []
    for index, category in enumerate(chart.categories):
        words.append(squeeze(category))
        points = [series.points[index] for series in chart.series]
        words.extend(squeeze(text) for point in points for text in (point.text, point.name) if text)
    return words
