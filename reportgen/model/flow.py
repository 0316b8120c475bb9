"""What is laid out: a flat story of styled items, the same for every writer. Words and numbers are final.

Only page numbers are not known yet: a `PageNumber` is filled in by the writer once its layout is done.
"""

from __future__ import annotations

from decimal import Decimal

from msgspec import Struct, field


class Run(Struct, frozen=True):
    """Words set alike. ``link`` is empty, an address, or ``#anchor``.

    ``occurrence`` is that of the bound reference the words come from, or -1. ``unfinished`` marks words to be
    translated, in drafts. ``unit`` marks the smaller unit beside a figure set large. ``counts`` marks a number by what
    is counted: ``heading``, ``tables`` or ``figures``.
    """

    text: str
    strong: bool = False
    emphasis: bool = False
    link: str = ""
    occurrence: int = -1
    unfinished: bool = False
    unit: bool = False
    counts: str = ""


class NoteMark(Struct, frozen=True):
    """The mark of a note. A table's notes are marked (1), others 1. ``first``: its note belongs on this page.

    ``number`` says which footnote it is, counted through the report. So many notes stand ``before`` those that it is
    counted with: it prints the difference (`style.printed_mark`).
    """

    number: int
    table: bool
    first: bool
    before: int = 0


class PageNumber(Struct, frozen=True):
    """The number of the page of an anchor, as a link to it. Three tabular digits are reserved."""

    anchor: str
    strong: bool = False


class LineBreak(Struct, frozen=True):
    """A line ends here."""


Piece = Run | NoteMark | PageNumber | LineBreak


class Paragraph(Struct, frozen=True):
    """A paragraph in a style of the theme.

    ``level`` is 1 to 4 for headings and 0 otherwise; ``anchor`` is the name of the place, or empty; ``family`` names
    the palette for ``base`` and the other family colours. ``messages`` are the names of those it is made of.
    """

    style: str
    pieces: tuple[Piece, ...]
    family: str
    level: int = 0
    anchor: str = ""
    messages: tuple[str, ...] = ()


class Items(Struct, frozen=True):
    """A list. Each item holds paragraphs and lists."""

    ordered: bool
    items: tuple[tuple[Paragraph | Items, ...], ...]
    style: str
    family: str


class Cell(Struct, frozen=True):
    """A table's cell at its upper left place. ``role`` and ``anchor`` as in `block.Cell`.

    ``spoken`` is read aloud in place of a cell that is a mere sign; empty for others.
    """

    column: int
    content: tuple[Paragraph | Items, ...]
    rows: int = 1
    columns: int = 1
    role: str = ""
    anchor: str = ""
    spoken: str = ""


class Row(Struct, frozen=True):
    """A table's row. ``role`` is ``head``, ``group``, ``total``, ``child`` or empty."""

    cells: tuple[Cell, ...]
    role: str


class TableNote(Struct, frozen=True):
    """A note below a table, with its number in the table."""

    number: int
    text: Paragraph


class Table(Struct, frozen=True):
    """A table; see `block.Table`. ``style`` names a table style of the theme.

    ``caption`` and ``continued`` are paragraphs of style ``table-caption`` (``continued`` is set after the caption).
    ``columns`` are ``text``, ``unit``, ``number`` or ``current``; ``widths`` relative, or empty.
    """

    style: str
    columns: tuple[str, ...]
    widths: tuple[int, ...]
    caption: Paragraph | None
    continued: tuple[Piece, ...]
    head: tuple[Row, ...]
    body: tuple[Row, ...]
    notes: tuple[TableNote, ...]
    family: str
    anchor: str = ""


class Boxed(Struct, frozen=True):
    """A box of ``style`` ``case``, ``callout`` or ``pledge`` around its content; label and title come first in it."""

    style: str
    content: tuple[Paragraph | Items, ...]
    family: str


class Card(Struct, frozen=True):
    """A key figure: its number (style ``figure-number``) or none, its label (style ``figure-label``)."""

    figure: Paragraph | None
    label: Paragraph


class Cards(Struct, frozen=True):
    """Key figures side by side."""

    cards: tuple[Card, ...]
    family: str


class CardGroup(Struct, frozen=True):
    """A chapter's highlights: its number, its name (a heading of level 3), its key figures, further statements.

    The cards' figures are of style ``card-number``, their labels of ``card-label``, the statements' of
    ``card-statement``.
    """

    number: Paragraph
    name: Paragraph
    cards: tuple[Card, ...]
    statements: Items | None
    family: str


class Point(Struct, frozen=True):
    """A chart's value as it prints (``text``) and exactly; ``value`` is ``None`` where there is none (a dash).

    ``name`` is what follows the number and names it, where neither series nor category does: `` Male``, with the space
    between. A point without text is no part of its chart.
    """

    text: str
    value: Decimal | None
    occurrence: int = -1
    name: str = ""


class Series(Struct, frozen=True):
    """A chart's series, a point for each category."""

    label: str
    points: tuple[Point, ...]


class Chart(Struct, frozen=True):
    """A chart with its words around it; see `block.Chart`. ``alternative`` is plain text, so are all labels."""

    kind: str
    title: Paragraph
    subtitle: Paragraph | None
    source: Paragraph | None
    alternative: str
    categories: tuple[str, ...]
    series: tuple[Series, ...]
    family: str
    anchor: str = ""
    notes: tuple[TableNote, ...] = ()


class DiagramBox(Struct, frozen=True):
    """A step or a part of an organisation; ``number`` is a step's, ``text`` may be missing."""

    number: Paragraph | None
    name: Paragraph
    text: Paragraph | None


class Diagram(Struct, frozen=True):
    """A diagram; see `block.Diagram`. Its boxes' styles are ``diagram-number``, ``-name``, ``-text``.

    A cycle's numbers are of style ``cycle-number``, for the list beside it.
    On the first of several levels names and texts stand on the family's colour: ``diagram-head`` and ``-head-text``.
    """

    kind: str
    title: Paragraph
    alternative: str
    rows: tuple[tuple[DiagramBox, ...], ...]
    family: str
    anchor: str = ""


class Issue(Struct, frozen=True):
    """An issue of a matrix: its number (style ``matrix-number``), its name, its place on either axis from 0 to 100."""

    number: Paragraph
    name: Paragraph
    x: Decimal
    y: Decimal


class IssueGroup(Struct, frozen=True):
    """Issues of a matrix below their name (style ``matrix-group``), in the colours of their own family."""

    name: Paragraph
    issues: tuple[Issue, ...]
    family: str


class Matrix(Struct, frozen=True):
    """A matrix: numbered dots between two axes, whose names are of style ``matrix-axis``; the issues beside them.

    ``alternative`` is plain text and says where each issue stands. Issues are numbered through the groups.
    """

    title: Paragraph
    alternative: str
    up: Paragraph
    across: Paragraph
    groups: tuple[IssueGroup, ...]
    family: str
    anchor: str = ""

    @property
    def issues(self) -> tuple[Issue, ...]:
        """All issues, by number."""
        return tuple(issue for group in self.groups for issue in group.issues)


class Picture(Struct, frozen=True):
    """A picture: its file, relative to the project's root, its alternative text and caption."""

    path: str
    alternative: str
    caption: Paragraph | None
    family: str
    anchor: str = ""


class Cover(Struct, frozen=True):
    """The cover: paragraphs by the name of their place in the theme."""

    parts: tuple[tuple[str, Paragraph], ...]


class BackCover(Struct, frozen=True):
    """The back cover: paragraphs by the name of their place in the theme."""

    parts: tuple[tuple[str, Paragraph], ...]


class ContactLine(Struct, frozen=True):
    """A line of the contact page: its label and its text."""

    label: Paragraph
    text: Paragraph


class Contact(Struct, frozen=True):
    """The contact page: its heading (level 1), its lines, paragraphs at its foot by the name of their place."""

    heading: Paragraph
    lines: tuple[ContactLine, ...]
    parts: tuple[tuple[str, Paragraph], ...]


class Entry(Struct, frozen=True):
    """A line of the contents, or of an opening's list: number (or empty), title without notes, where it leads."""

    number: str
    title: tuple[Piece, ...]
    anchor: str
    family: str
    entries: tuple[Entry, ...] = ()


class Contents(Struct, frozen=True):
    """The contents: chapters with their sections. A list ``of`` ``tables`` or ``figures`` has an entry for each."""

    title: Paragraph
    entries: tuple[Entry, ...]
    of: str = ""


class Goal(Struct, frozen=True):
    """A Sustainable Development Goal: its number in a square of its ``colour`` (``#RRGGBB``), its name below."""

    number: Paragraph
    name: Paragraph
    colour: str


class Chapter(Struct, frozen=True):
    """A chapter begins: a new page, and from here on the running head says ``number`` and ``title``.

    With a number it has an opening page: the heading (level 1), the introduction, the labelled list of sections, and
    the goals that apply.
    Without one, the heading stands on the first page of its text.
    """

    number: str
    title: tuple[Piece, ...]
    heading: Paragraph
    introduction: Paragraph | None
    label: Paragraph | None
    entries: tuple[Entry, ...]
    family: str
    goals_label: Paragraph | None = None
    goals: tuple[Goal, ...] = ()


class Turn(Struct, frozen=True):
    """From here on pages lie on their side (``landscape``), or stand upright again: what follows begins a page."""

    landscape: bool


Flow = (
    Paragraph
    | Items
    | Table
    | Boxed
    | Cards
    | CardGroup
    | Chart
    | Diagram
    | Matrix
    | Picture
    | Cover
    | BackCover
    | Contact
    | Contents
    | Chapter
    | Turn
)


class Footnote(Struct, frozen=True):
    """A footnote, to stand at the foot of the page of its first mark; ``number`` and ``before`` are its mark's."""

    number: int
    text: Paragraph
    before: int = 0


class Story(Struct, frozen=True):
    """A report in one language, ready to be laid out. ``title``, ``short_title`` and ``author`` are plain text."""

    locale: str
    title: str
    short_title: str
    author: str
    flows: tuple[Flow, ...]
    footnotes: dict[int, Footnote] = field(default_factory=dict)
