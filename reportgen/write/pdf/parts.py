"""What passes between setting lines, laying out pages and writing the file. Points; y counts up from the foot."""

from __future__ import annotations

from msgspec import Struct, field

from reportgen.write.pdf.state import State

Content = tuple[bytes | str, ...]
"""A content stream: operators, and between them texts to show, in codes with moves in them (`codes.with_moves`)."""


class Show(Struct, frozen=True):
    """Codes that are shown in one state."""

    state: State
    codes: str


class Segment(Struct, frozen=True):
    """A stretch of a line: what is shown from where it begins.

    ``x`` is its start from the line's left, ``width`` its advance. ``link`` is an address or ``#anchor``, ``note``
    the number of the note it marks (0: none), ``table_note`` whether that note stands below a table, ``page_of`` the
    anchor whose page number belongs here: then ``shows`` are empty and ``width`` is reserved for three digits.
    ``language`` is a BCP 47 tag where the words are in another language than the report. ``said`` is the text
    itself, in the order in which it is read, where its language runs from right to left.
    """

    shows: tuple[Show, ...]
    x: float
    width: float
    link: str = ""
    note: int = 0
    table_note: bool = False
    page_of: str = ""
    strong: bool = False
    language: str = ""
    said: str = ""


class Line(Struct, frozen=True):
    """A broken and justified line, its segments in the order in which they are read.

    ``notes`` are the footnotes that belong on its page, ``occurrences`` the numbers; ``from_right`` says that it runs
    from right to left, ``hyphen`` that a hyphen was added at its end.
    """

    segments: tuple[Segment, ...]
    width: float
    notes: tuple[int, ...] = ()
    occurrences: tuple[int, ...] = ()
    from_right: bool = False
    hyphen: bool = False


class Measure(Struct, frozen=True):
    """A paragraph's ``widest`` piece that cannot be broken, and its ``natural`` width on one line."""

    widest: float
    natural: float


class Element(Struct):
    """A structure element (PDF 1.7, 14.7.2). ``kids`` are elements and (page index, MCID) pairs, in reading order.

    ``attributes`` are the entries of its ``/A`` dictionary (``{"O": "/Table", "ColSpan": "2"}``), ``alternative`` its
    ``/Alt``, ``actual`` its ``/ActualText``, ``language`` its ``/Lang``, ``id`` its ``/ID``.
    """

    tag: str
    parent: Element | None = None
    kids: list[Element | tuple[int, int]] = field(default_factory=list)
    attributes: dict[str, str] = field(default_factory=dict)
    alternative: str = ""
    actual: str = ""
    language: str = ""
    id: str = ""


class LinkArea(Struct, frozen=True):
    """A link on a page: its rectangle (left, bottom, right, top), its target, its words, its element."""

    rectangle: tuple[float, float, float, float]
    target: str
    words: str
    element: Element


class Sheet(Struct, frozen=True):
    """A finished page: its content, the links on it, the number that is printed on it (``07``) or none."""

    content: Content
    marked: tuple[Element, ...]
    links: tuple[LinkArea, ...]
    label: str
    width: float
    height: float


class Bookmark(Struct, frozen=True):
    """An entry of the outline: level from 1, words, page index, the y that it leads to."""

    level: int
    words: str
    page: int
    top: float


class Layout(Struct, frozen=True):
    """A report laid out. ``anchors`` are (page index, y); ``occurrences`` the labels of each bound number's pages.

    A number is printed on several pages where it stands in a heading that the contents list, or in a repeated head.
    ``misfits`` are words that find no room in the place that the theme has for them, with the label of their page,
    ``overfull`` the captions of tables that have too many columns for it.
    ``body`` is the page on which the body begins, counted from 0: there the numbers of pages begin anew.
    """

    sheets: tuple[Sheet, ...]
    bookmarks: tuple[Bookmark, ...]
    anchors: dict[str, tuple[int, float]]
    occurrences: dict[int, tuple[str, ...]]
    root: Element
    misfits: tuple[tuple[str, str], ...] = ()
    overfull: tuple[tuple[str, str], ...] = ()
    body: int = 0
