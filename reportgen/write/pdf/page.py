"""A page under construction: what is painted on it, in order, and the structure elements that it belongs to.

Everything painted is either an element's content, in marked content with a number of its own (ISO 32000-1, 14.7.4), or
an artifact (14.8.2.2). Positions are in points, y counting down from the page's top, as in the theme.
"""

from __future__ import annotations

from reportgen.model.theme import Page as Frame
from reportgen.write.pdf.content import END, Mark, Text
from reportgen.write.pdf.ink import Ink, numbers
from reportgen.write.pdf.parts import Element, Segment, Show
from reportgen.write.pdf.slot import OpenItem, OpenLink, OpenText, Place, Underline

RUNNING = {"Head": "Header", "Foot": "Footer"}
"""What running heads and feet are as artifacts (PDF 1.7, 14.8.2.2), by the names of their properties (14.6.2)."""
RUNNING_HEAD, RUNNING_FOOT = (f"/Artifact/{part} BDC\n".encode() for part in RUNNING)
_ARTIFACT = b"/Artifact BMC\n"
_END = b"EMC\n"


class Page:
    """A page.

    ``index`` counts from 0, ``frame`` is the theme's page that it is; ``items`` are what is on it, in order, ``marked``
    the elements of its marked content.
    """

    def __init__(self, index: int, frame: Frame) -> None:
        self.index = index
        self.frame = frame
        self.width = frame.width
        self.height = frame.height
        self.ink = Ink(frame.height)
        self.items: list[OpenItem] = []
        self.marked: list[Element] = []
        self.links: list[OpenLink] = []
        self._open: Element | None = None
        self._mark: Mark | None = None

    def content(self, element: Element | None) -> None:
        """Go on with an element's content, or with an artifact's. What goes on as it was shares its marked content."""
        if self._mark is not None and self._open is element:
            return
        self.end()
        self._open = element
        if element is None:
            self._mark = Mark(_ARTIFACT)
        else:
            self._mark = Mark(b"/%b<</MCID %d>>BDC\n" % (element.tag.encode(), len(self.marked)))
            element.kids.append((self.index, len(self.marked)))
            self.marked.append(element)
        self.items.append(self._mark)

    def end(self) -> None:
        """Close what content is open."""
        if self._mark is not None:
            self.items.append(END)
        self._mark = None

    def paint(self, shape: bytes | Underline, element: Element | None = None) -> None:
        """Paint a shape, as an artifact where no element is given."""
        self.content(element)
        assert self._mark is not None
        self._mark.drawn = True
        self.items.append(shape)

    def show(self, segment: Segment, x: float, baseline: float) -> None:
        """Show a stretch of text, as part of the content that is open."""
        self.items.append(Text(x, self.ink.up(baseline), segment.shows))

    def show_at(self, place: Place, baseline: float, shows: tuple[Show, ...] = ()) -> None:
        """Show text, or a page's number, at a place that is known when all numbers of pages are."""
        self.items.append(OpenText(place, self.ink.up(baseline), shows))

    def reserve(self) -> int:
        """Return a place in the page's order, for a ground whose size is known only later."""
        self.end()
        self.items.append(b"")
        return len(self.items) - 1

    def fill_in(self, place: int, shape: bytes) -> None:
        """Paint a shape at a reserved place, as an artifact."""
        self.items[place] = _ARTIFACT + shape + _END

    def bound(self, figure: Element, x: float, top: float, width: float, height: float) -> None:
        """Say of a figure where it stands: a block in a box (ISO 32000-1, 14.8.5.4)."""
        box = numbers(x, self.ink.up(top + height), x + width, self.ink.up(top))
        figure.attributes = {"O": "/Layout", "Placement": "/Block", "BBox": f"[{box}]"}

    def link(self, place: Place, top: float, height: float, target: str, words: str, element: Element) -> None:
        """Make a stretch of a line a link; ``words`` say what it leads to (none: a page, by its number)."""
        bottom, up = self.ink.up(top + height), self.ink.up(top)
        self.links.append(OpenLink(place, bottom, up, target, words, element))
