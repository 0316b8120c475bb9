"""Every number that a report prints: its text, what it rests on, where it was written, on which pages it stands.

Bound documents and their pages in, a flat list out. Ledger, databook and trace are made of it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from enum import Enum

from msgspec import Struct

from reportgen.diagnostics import Span
from reportgen.model.block import ChapterBlock, Chart, Document, Figure, Heading, Note, Section, Table
from reportgen.model.dataset import Fact
from reportgen.model.inline import Bound
from reportgen.model.plain import plain, without_notes
from reportgen.model.project import Project
from reportgen.model.walk import walk


class Place(Enum):
    """What a number stands in."""

    TEXT = "text"
    HEADING = "heading"
    TABLE = "table"
    CHART = "chart"
    ALTERNATIVE = "alternative text"
    NOTE = "note"


class Printed(Struct, frozen=True):
    """A report in one language as printed: its document, and the labels of the pages of each occurrence.

    An occurrence that is on no page, such as in a note that nothing marks, has no labels.
    """

    document: Document
    pages: Mapping[int, tuple[str, ...]]


class PrintedNumber(Struct, frozen=True):
    """A number as printed in a language. ``section`` and ``title`` are those of the section or chapter it stands in.

    ``facts`` are what it rests on, its own first. ``pages`` are page labels; a cover has the empty one. Alternative
    texts are read aloud on the pages of what they describe.
    """

    locale: str
    occurrence: int
    text: str
    form: str
    place: Place
    section: str
    title: str
    span: Span
    pages: tuple[str, ...]
    facts: tuple[Fact, ...]


def printed_numbers(project: Project, reports: Mapping[str, Printed]) -> tuple[PrintedNumber, ...]:
    """Return the numbers of a report's languages, given by locale id, in the project's order and in reading order."""
    return tuple(
        number
        for locale in project.locales
        if (report := reports.get(locale.id)) is not None
        for number in _numbers(locale.id, report)
    )


def _numbers(locale: str, report: Printed) -> list[PrintedNumber]:
    nodes = tuple(walk(report.document.blocks, ChapterBlock, Section, Heading, Table, Chart, Figure, Bound))
    notes = report.document.notes
    places = _places(nodes, notes)
    pages = {**_pages_of_charts(nodes, report.pages), **report.pages}
    found: dict[int, PrintedNumber] = {}
    for (section, title), bound in _sections_and_bounds(nodes, notes):
        at = bound.occurrence
        if at not in found:
            place = places.get(at, Place.TEXT)
            found[at] = PrintedNumber(
                locale,
                at,
                bound.text,
                bound.ref.form,
                place,
                section,
                title,
                bound.ref.span,
                pages.get(at, ()),
                bound.facts,
            )
    return [found[at] for at in sorted(found)]


def _sections_and_bounds(nodes: Iterable[object], notes: tuple[Note, ...]) -> Iterator[tuple[tuple[str, str], Bound]]:
    """Yield the bound numbers with facts, each with the id and title of its section."""
    home = ("", "")
    files: dict[str, tuple[str, str]] = {}
    for node in nodes:
        match node:
            case ChapterBlock(id=id_, heading=heading, notes=own):
                home = (id_, plain(without_notes(heading.inlines)))
                yield from ((home, bound) for bound in _bounds(own))
            case Section(id=id_, heading=heading, span=span):
                # A chapter's only section may have left its title to the chapter (`transform.outline`).
                home = (id_, plain(without_notes(heading.inlines)) or home[1])
                files[span.path] = home
            case Bound(occurrence=occurrence) if occurrence >= 0:
                yield home, node
    for note in notes:
        yield from ((files.get(note.span.path, ("", "")), bound) for bound in _bounds(note))


def _places(nodes: Iterable[object], footnotes: tuple[Note, ...]) -> dict[int, Place]:
    """Return what each occurrence stands in, if that is not plain text."""
    places: dict[int, Place] = {}

    def note(node: object, place: Place) -> None:
        for bound in _bounds(node):
            places.setdefault(bound.occurrence, place)

    for node in nodes:
        match node:
            case Heading():
                note(node, Place.HEADING)
            case Chart(alternative=words) | Figure(alternative=words):
                note(words, Place.ALTERNATIVE)
                note(node, Place.CHART)
            case Table(notes=notes):
                note(notes, Place.NOTE)
                note(node, Place.TABLE)
    note(footnotes, Place.NOTE)
    return places


def _pages_of_charts(nodes: Iterable[object], labels: Mapping[int, tuple[str, ...]]) -> dict[int, tuple[str, ...]]:
    """Return for the numbers of each chart the pages on which it stands: not all of them are set in type."""
    pages: dict[int, tuple[str, ...]] = {}
    for node in nodes:
        if isinstance(node, Chart):
            bounds = list(_bounds(node))
            on = tuple(dict.fromkeys(page for bound in bounds for page in labels.get(bound.occurrence, ())))
            pages.update((bound.occurrence, on) for bound in bounds)
    return pages


def _bounds(node: object) -> Iterator[Bound]:
    """Yield the bound numbers in a node."""
    return (bound for bound in walk(node, Bound) if bound.occurrence >= 0)
