"""What each message of a report prints: its paragraphs as they are read, and the references in them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import Any

from msgspec import Struct

from reportgen.model.block import Card, Document, Row
from reportgen.model.flow import LineBreak, NoteMark, Paragraph, Piece, Run, Story
from reportgen.model.inline import Bound, Inline, Said
from reportgen.model.passage import Number
from reportgen.model.project import Project
from reportgen.model.walk import walk
from reportgen.transform.bind import written

Line = tuple[Inline, ...]


def printed_texts(story: Story) -> dict[str, tuple[str, ...]]:
    """Return the paragraphs that each message prints, in order. Pages and numbers of footnotes are left out."""
    texts: dict[str, list[str]] = defaultdict(list)
    for paragraph in walk((story.flows, story.footnotes), Paragraph):
        for name in paragraph.messages:
            texts[name].append("".join(map(_text, paragraph.pieces)))
    return {name: tuple(said) for name, said in texts.items()}


def _text(piece: Piece) -> str:
    match piece:
        case Run(text):
            return text
        case NoteMark(number, table=True):
            return f"({number})"
        case LineBreak():
            return "\n"
        case _:
            return ""


def printed_references(document: Document, project: Project) -> dict[str, tuple[Number, ...]]:
    """Return the references that each message prints, in order; data in a row are their label's."""
    numbers: dict[str, list[Number]] = defaultdict(list)
    for lines in _groups(document):
        label: tuple[str, ...] = ()
        for line in lines:
            names = tuple(dict.fromkeys(said.message for said in walk(line, Said)))
            label = names or label
            for name in names or label[-1:]:
                numbers[name] += (_number(bound, project) for bound in walk(line, Bound))
    return {name: tuple(found) for name, found in numbers.items()}


def _groups(document: Document) -> Iterator[list[Line]]:
    """Yield the lines of a document that belong together: those of a row or a card, all others alone."""
    seen: set[int] = set()
    for node in walk((document.blocks, document.notes)):
        if isinstance(node, Row | Card):
            lines = [line for part in walk(node) for line in _lines(part)]
            seen.update(map(id, lines))
            yield list(reversed(lines)) if isinstance(node, Card) else lines
        else:
            yield from ([line] for line in _lines(node) if id(line) not in seen)


def _lines(node: Any) -> Iterator[Line]:
    """Yield the lines of words that a piece of a document holds itself."""
    if isinstance(node, Struct) and not isinstance(node, Inline):
        values: Iterable[Any] = (getattr(node, name) for name in node.__struct_fields__)
        yield from (value for value in values if isinstance(value, tuple) and value and isinstance(value[0], Inline))


def _number(bound: Bound, project: Project) -> Number:
    """Return a reference with the place of its fact, or of the period that it names, or else its own."""
    period = project.periods.get(bound.ref.id)
    origin = bound.facts[0] if bound.facts else period or bound.ref
    return Number(bound.text, written(bound.ref), origin.span)
