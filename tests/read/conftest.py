"""Reading a text in a test: `read` returns what came of it, `dump` writes blocks out for people."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from msgspec import Struct

from reportgen.diagnostics import Diagnostics, Span, show
from reportgen.model.block import (
    BackCover,
    Block,
    Box,
    CardGroup,
    Cards,
    Cell,
    ChapterBlock,
    Chart,
    Contact,
    Contents,
    Cover,
    Diagram,
    Directive,
    Figure,
    Heading,
    ListBlock,
    Matrix,
    Note,
    Opening,
    Paragraph,
    Quotation,
    Section,
    Table,
)
from reportgen.model.inline import (
    Break,
    Emphasis,
    Inline,
    Link,
    NoteRef,
    PageReference,
    Ref,
    Strong,
    Text,
    TitleReference,
    Unfinished,
)
from reportgen.model.words import Words
from reportgen.read.anchors import Anchors
from reportgen.read.blocks import read_blocks
from reportgen.read.inlines import read_inlines
from reportgen.read.primitives import PRIMITIVES
from reportgen.read.reading import Reading
from reportgen.read.signature import Signature, Use
from reportgen.read.source import FileText

PATH = "content/sections/a.md"
KINDS = {
    **PRIMITIVES,
    "case": Signature(words={"title": Use.REQUIRED}, blocks=True),
    "chart": Signature(argument=Use.REQUIRED),
}


class Result(Struct, frozen=True):
    """What came of reading a text."""

    blocks: tuple[Block, ...]
    notes: tuple[Note, ...]
    messages: tuple[Words, ...]
    findings: str

    @property
    def text(self) -> str:
        return "\n".join([*dump(self.blocks), *(f"[^{note.name}] {line(note.inlines)}" for note in self.notes)])


def write_out(diagnostics: Diagnostics, lines: list[str]) -> str:
    """Write findings as people see them."""
    shown = []
    for finding in diagnostics:
        here = finding.span is not None and finding.span.path == PATH
        shown.append(show(finding, lines[finding.span.line - 1] if here and finding.span else None))
    return "\n".join(shown)


@pytest.fixture
def read(tmp_path: Path) -> Callable[..., Result]:
    def run(text: str, translate: Callable[[Words], Words] = lambda words: words) -> Result:
        diagnostics = Diagnostics()
        messages: list[Words] = []

        def translated(words: Words) -> Words:
            messages.append(words)
            return translate(words)

        lines = text.split("\n")
        source = FileText(PATH, tuple(lines))
        reading = Reading(
            tmp_path, source, translated, KINDS, Anchors("a"), lambda directive: (directive,), diagnostics
        )
        blocks, notes = read_blocks(text, reading)
        return Result(blocks, notes, tuple(messages), write_out(diagnostics, lines))

    return run


@pytest.fixture
def read_line() -> Callable[[str], tuple[str, str]]:
    """Read a line; return its inlines and the findings, written out."""

    def run(text: str) -> tuple[str, str]:
        diagnostics = Diagnostics()
        inlines = read_inlines(Words(text, Span(PATH)), diagnostics)
        return line(inlines), write_out(diagnostics, [text])

    return run


def dump(blocks: tuple[Block, ...], margin: str = "") -> Iterator[str]:
    for block in blocks:
        for text in _block(block):
            yield margin + text


def _block(block: Block) -> Iterator[str]:
    match block:
        case Heading(level, inlines, anchor, _, discloses):
            marks = "".join(f" {mark.framework}:{mark.code}" for mark in discloses)
            yield f"h{level} #{anchor}{marks}: {line(inlines)}"
        case Paragraph(inlines):
            yield f"p: {line(inlines)}"
        case ListBlock(ordered, items):
            yield "ol" if ordered else "ul"
            for item in items:
                for number, text in enumerate(dump(item)):
                    yield ("    " if number else "  - ") + text
        case Quotation(blocks):
            yield "quotation"
            yield from dump(blocks, "  ")
        case Table():
            yield from _table(block)
        case Box(style, label, title, blocks):
            yield f"box {style} [{line(label)}] {line(title)}"
            yield from dump(blocks, "  ")
        case Cards(cards):
            yield "cards"
            for card in cards:
                yield f"  {line(card.figure)} / {line(card.label)}"
        case CardGroup(number, name, family, cards, statements):
            yield f"card-group {number} {family} h{name.level}: {line(name.inlines)}"
            yield from (f"  {line(card.figure)} / {line(card.label)}" for card in cards)
            yield from (f"  - {line(statement)}" for statement in statements)
        case Chart():
            yield from _chart(block)
        case Diagram(kind, title, alternative, rows, anchor):
            yield f"diagram {kind} #{anchor}: {line(title)} / {line(alternative)}"
            for row in rows:
                yield "  " + " | ".join(f"{line(box.name)}: {line(box.text)}" for box in row)
        case Matrix(title, up, across, alternative, groups, anchor):
            yield f"matrix #{anchor}: {line(title)} / {line(up)} / {line(across)} / {line(alternative)}"
            for group in groups:
                issues = " | ".join(f"{line(issue.name)}: {issue.x} {issue.y}" for issue in group.issues)
                yield f"  {line(group.name)} {group.family}: {issues}"
        case Figure(path, alternative, caption, anchor):
            yield f"figure {path} #{anchor}: {line(alternative)} / {line(caption)}"
        case Cover(parts):
            yield "cover"
            yield from (f"  {key}: {line(inlines)}" for key, inlines in parts)
        case BackCover(parts):
            yield "back-cover"
            yield from (f"  {key}: {line(inlines)}" for key, inlines in parts)
        case Contact(heading, lines, parts):
            yield f"contact #{heading.anchor} h{heading.level}: {line(heading.inlines)}"
            yield from (f"  {line(each.label)} | {line(each.text)}" for each in lines)
            yield from (f"  {key}: {line(inlines)}" for key, inlines in parts)
        case Contents(title):
            yield f"contents: {line(title)}"
        case Opening(introduction, label):
            yield f"opening [{line(label)}] {line(introduction)}"
        case Directive():
            words = {key: words.text for key, words in block.words.items()}
            yield f"::: {block.kind} {block.argument} {words} {block.settings}"
            yield from dump(block.blocks, "  ")
            yield from (f"  [^{note.name}] {line(note.inlines)}" for note in block.notes)
        case Section():
            yield f"section {block.id}"
            yield from dump((block.heading, *block.blocks), "  ")
            yield from (f"  [^{note.name}] {line(note.inlines)}" for note in block.notes)
        case ChapterBlock():
            yield f"chapter {block.id} {block.number} {block.family}"
            yield from dump((block.heading, *block.blocks), "  ")
            yield from (f"  [^{note.name}] {line(note.inlines)}" for note in block.notes)


def _table(table: Table) -> Iterator[str]:
    yield f"table {table.style} #{table.anchor} {' '.join(table.columns)} {table.widths} [{line(table.caption)}]"
    for name, rows in (("head", table.head), ("body", table.body)):
        for row in rows:
            cells = " | ".join(f"{column} {_cell(cell)}" for column, cell in row.cells)
            yield f"  {name}{f'.{row.role}' if row.role else ''} | {cells}"
    yield from (f"  [^{note.name}] {line(note.inlines)}" for note in table.notes)


def _cell(cell: Cell) -> str:
    size = f"({cell.rows}x{cell.columns}) " if (cell.rows, cell.columns) != (1, 1) else ""
    role = f" .{cell.role}" if cell.role else ""
    return size + "; ".join(text.strip() for text in dump(cell.blocks)) + role


def _chart(chart: Chart) -> Iterator[str]:
    yield f"chart {chart.kind} #{chart.anchor}: {line(chart.title)}"
    yield f"  {line(chart.subtitle)} / {line(chart.source)} / {line(chart.alternative)}"
    yield f"  {' | '.join(map(line, chart.categories))}"
    for series in chart.series:
        yield f"  {line(series.label)}: {' | '.join(map(line, series.values))}"


def line(inlines: tuple[Inline, ...]) -> str:
    return "".join(map(_inline, inlines))


def _inline(inline: Inline) -> str:
    match inline:
        case Text(text):
            return text
        case Strong(children):
            return f"<b>{line(children)}</b>"
        case Emphasis(children):
            return f"<i>{line(children)}</i>"
        case Link(target, children):
            return f"<a {target}>{line(children)}</a>"
        case PageReference(anchor):
            return f"<page {anchor}>"
        case TitleReference(anchor):
            return f"<title {anchor}>"
        case Ref(id, period, form):
            return "{" + id + (f"[{period}]" if period else "") + (f".{form}" if form else "") + "}"
        case NoteRef(name):
            return f"[^{name}]"
        case Break():
            return "¶"
        case Unfinished(children):
            return f"<todo>{line(children)}</todo>"
        case other:
            return repr(other)
