"""What a document is made of, from the chapter down to the table cell."""

from __future__ import annotations

from decimal import Decimal

from msgspec import Struct, field

from reportgen.diagnostics import Span
from reportgen.model.dataset import Mark
from reportgen.model.inline import Inline
from reportgen.model.words import Words


class Note(Struct, frozen=True):
    """The text of a note. ``number`` is 0 until numbered."""

    name: str
    inlines: tuple[Inline, ...]
    span: Span
    number: int = 0


class Heading(Struct, frozen=True):
    """A heading. ``level`` 1 is a chapter's title, 2 a section's, 3 and 4 stand inside sections."""

    level: int
    inlines: tuple[Inline, ...]
    anchor: str
    span: Span
    discloses: tuple[Mark, ...] = ()


class Paragraph(Struct, frozen=True):
    """A paragraph. ``role`` is empty or names how it is set (``quiet``)."""

    inlines: tuple[Inline, ...]
    span: Span
    role: str = ""


class ListBlock(Struct, frozen=True):
    """A list; each item is a sequence of blocks."""

    ordered: bool
    items: tuple[tuple[Block, ...], ...]
    span: Span


class Quotation(Struct, frozen=True):
    """A pledge or statement set large: Markdown's ``>``."""

    blocks: tuple[Block, ...]
    span: Span


class Cell(Struct, frozen=True):
    """A table's cell, at its upper left place. ``role``: one of `read.cells.ROLES`."""

    blocks: tuple[Block, ...]
    span: Span
    rows: int = 1
    columns: int = 1
    role: str = ""


class Row(Struct, frozen=True):
    """A table's row: the cells that begin in it, each with its column, left to right."""

    cells: tuple[tuple[int, Cell], ...]
    span: Span
    role: str = ""


class Table(Struct, frozen=True):
    """A table.

    ``columns`` has a kind for each column: ``text``, ``unit``, ``number`` or ``current`` (a number column that is
    highlighted). ``widths`` are relative, or empty: by content. A row whose only cell spans all columns is a group
    row. ``continued`` is printed after the caption where the table goes on overleaf.
    """

    style: str
    columns: tuple[str, ...]
    widths: tuple[int, ...]
    caption: tuple[Inline, ...]
    continued: tuple[Inline, ...]
    head: tuple[Row, ...]
    body: tuple[Row, ...]
    notes: tuple[Note, ...]
    anchor: str
    span: Span


class Box(Struct, frozen=True):
    """A box with a label and a title above its blocks; ``style`` is ``case`` or ``callout``."""

    style: str
    label: tuple[Inline, ...]
    title: tuple[Inline, ...]
    blocks: tuple[Block, ...]
    span: Span


class Landscape(Struct, frozen=True):
    """What stands on pages that lie on their side."""

    blocks: tuple[Block, ...]
    span: Span


class Card(Struct, frozen=True):
    """A key figure: a number set large (may be empty) and what it says."""

    figure: tuple[Inline, ...]
    label: tuple[Inline, ...]


class Cards(Struct, frozen=True):
    """Key figures side by side."""

    cards: tuple[Card, ...]
    span: Span


class CardGroup(Struct, frozen=True):
    """A chapter's highlights: its number and name, key figures, and statements that have none.

    ``family`` is the chapter's palette. The name is a heading of level 3.
    """

    number: str
    name: Heading
    family: str
    cards: tuple[Card, ...]
    statements: tuple[tuple[Inline, ...], ...]
    span: Span


class Series(Struct, frozen=True):
    """A chart's series: its label, and for each category a `Bound` (or text without number) as it prints.

    What follows the number names the value, where neither series nor category does; nothing at all is no value.
    """

    label: tuple[Inline, ...]
    values: tuple[tuple[Inline, ...], ...]


class Chart(Struct, frozen=True):
    """A chart of a kind of `figure.KINDS`; of stacked bars the categories are the bars, the series their parts.

    The first series of ``dots`` are the actual values, the others their limits. ``notes`` are the chart's own.
    """

    kind: str
    title: tuple[Inline, ...]
    subtitle: tuple[Inline, ...]
    source: tuple[Inline, ...]
    alternative: tuple[Inline, ...]
    categories: tuple[tuple[Inline, ...], ...]
    series: tuple[Series, ...]
    anchor: str
    span: Span
    notes: tuple[Note, ...] = ()


class DiagramBox(Struct, frozen=True):
    """A step, or a part of an organisation: its name and what is said of it."""

    name: tuple[Inline, ...]
    text: tuple[Inline, ...]


class Diagram(Struct, frozen=True):
    """A diagram of a kind of `figure.BOXED`; ``rows`` are its levels, the steps of a process or cycle are one row."""

    kind: str
    title: tuple[Inline, ...]
    alternative: tuple[Inline, ...]
    rows: tuple[tuple[DiagramBox, ...], ...]
    anchor: str
    span: Span


class Issue(Struct, frozen=True):
    """An issue of a matrix: its name, and its place on either axis, from 0 to 100."""

    name: tuple[Inline, ...]
    x: Decimal
    y: Decimal


class IssueGroup(Struct, frozen=True):
    """Issues of a matrix under a name, in the colours of a family."""

    name: tuple[Inline, ...]
    family: str
    issues: tuple[Issue, ...]


class Matrix(Struct, frozen=True):
    """A matrix: issues at places between two axes, of which either has a name."""

    title: tuple[Inline, ...]
    up: tuple[Inline, ...]
    across: tuple[Inline, ...]
    alternative: tuple[Inline, ...]
    groups: tuple[IssueGroup, ...]
    anchor: str
    span: Span


class Figure(Struct, frozen=True):
    """A picture: its file relative to the project's root, its alternative text and caption."""

    path: str
    alternative: tuple[Inline, ...]
    caption: tuple[Inline, ...]
    anchor: str
    span: Span


class Cover(Struct, frozen=True):
    """The cover: named lines, placed by the theme."""

    parts: tuple[tuple[str, tuple[Inline, ...]], ...]
    span: Span


class BackCover(Struct, frozen=True):
    """The back cover: named lines, placed by the theme."""

    parts: tuple[tuple[str, tuple[Inline, ...]], ...]
    span: Span


class ContactLine(Struct, frozen=True):
    """A line of the contact page: what it is about, and what it says."""

    label: tuple[Inline, ...]
    text: tuple[Inline, ...]
    span: Span


class Contact(Struct, frozen=True):
    """The contact page: its heading (level 1), its lines, and named lines at its foot, placed by the theme."""

    heading: Heading
    lines: tuple[ContactLine, ...]
    parts: tuple[tuple[str, tuple[Inline, ...]], ...]
    span: Span


class Contents(Struct, frozen=True):
    """The contents: its title. The entries are made of the document's chapters and sections.

    A list ``of`` ``tables`` or ``figures`` is made of their captions.
    """

    title: tuple[Inline, ...]
    span: Span
    of: str = ""


class Goal(Struct, frozen=True):
    """A Sustainable Development Goal: its number, its name, its official colour ``#RRGGBB``."""

    number: str
    name: tuple[Inline, ...]
    colour: str
    span: Span


class Opening(Struct, frozen=True):
    """The opening page of the chapter in which it stands: its introduction and the label of its list of sections.

    ``goals`` are the Sustainable Development Goals that apply, with a label of their own.
    """

    introduction: tuple[Inline, ...]
    label: tuple[Inline, ...]
    span: Span
    goals_label: tuple[Inline, ...] = ()
    goals: tuple[Goal, ...] = ()


class Directive(Struct, frozen=True):
    """A directive that a template expands; it does not outlive `compose`.

    ``argument`` is the bare argument, ``words`` the translated words by key (``title`` is the quoted argument), still
    as Markdown, ``settings`` the bare ``key=value`` pairs. ``span`` is the place of the kind, ``named`` that of the
    argument where there is one.
    """

    kind: str
    argument: str
    words: dict[str, Words]
    settings: dict[str, str]
    blocks: tuple[Block, ...]
    notes: tuple[Note, ...]
    span: Span
    named: Span | None = None


class Section(Struct, frozen=True):
    """A section file: its level-2 heading, its blocks, and the notes it defines."""

    id: str
    heading: Heading
    blocks: tuple[Block, ...]
    notes: tuple[Note, ...]
    span: Span


class ChapterBlock(Struct, frozen=True):
    """A chapter: its level-1 heading, its opening (if any), its sections, and the notes it defines."""

    id: str
    number: str
    family: str
    heading: Heading
    blocks: tuple[Block, ...]
    span: Span
    notes: tuple[Note, ...] = ()


Block = (
    Heading
    | Paragraph
    | ListBlock
    | Quotation
    | Table
    | Box
    | Landscape
    | Cards
    | CardGroup
    | Chart
    | Diagram
    | Matrix
    | Figure
    | Cover
    | BackCover
    | Contact
    | ContactLine
    | Contents
    | Opening
    | Goal
    | Directive
    | Section
    | ChapterBlock
)


class Document(Struct, frozen=True):
    """A whole report in one language. ``notes`` are the numbered footnotes, in order.

    ``labels`` are the words before the captions of ``tables`` or ``figures``, which are then counted.
    """

    locale: str
    title: tuple[Inline, ...]
    short_title: tuple[Inline, ...]
    author: tuple[Inline, ...]
    blocks: tuple[Block, ...]
    notes: tuple[Note, ...] = field(default=())
    labels: tuple[tuple[str, tuple[Inline, ...]], ...] = ()
