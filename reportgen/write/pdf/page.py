"""A page under construction: what is painted on it, in order, and the structure elements that it belongs to.

Everything painted is either an element's content, in marked content with a number of its own (ISO 32000-1, 14.7.4), or
an artifact (14.8.2.2). Positions are in points, y counting down from the page's top, as in the theme.
"""

from __future__ import annotations

from reportgen.model.theme import Page as Frame
from reportgen.write.pdf.ink import Ink, numbers
from reportgen.write.pdf.parts import Element
from reportgen.write.pdf.slot import Chunk, OpenLink, Place

RUNNING_HEAD = b"/Artifact <</Type/Pagination/Subtype/Header>> BDC\n"
RUNNING_FOOT = b"/Artifact <</Type/Pagination/Subtype/Footer>> BDC\n"
_ARTIFACT = b"/Artifact BMC\n"
_END = b"EMC\n"


class Page:
    """A page.

    ``index`` counts from 0, ``frame`` is the theme's page that it is; ``chunks`` are its operators, ``marked`` the
    elements of its marked content.
    """

    def __init__(self, index: int, frame: Frame) -> None:
        self.index = index
        self.frame = frame
        self.width = frame.width
        self.height = frame.height
        self.ink = Ink(frame.height)
        self.chunks: list[Chunk] = []
        self.marked: list[Element] = []
        self.links: list[OpenLink] = []
        self._open: Element | None = None
        self._within = False

    def content(self, element: Element | None) -> None:
        """Go on with an element's content, or with an artifact's. What goes on as it was shares its marked content."""
        if self._within and self._open is element:
            return
        self.end()
        self._within, self._open = True, element
        if element is None:
            self.chunks.append(_ARTIFACT)
            return
        self.chunks.append(b"/%s <</MCID %d>> BDC\n" % (element.tag.encode(), len(self.marked)))
        element.kids.append((self.index, len(self.marked)))
        self.marked.append(element)

    def end(self) -> None:
        """Close what content is open."""
        if self._within:
            self.chunks.append(_END)
        self._within = False

    def paint(self, operators: Chunk, element: Element | None = None) -> None:
        """Paint operators, as an artifact where no element is given."""
        self.content(element)
        self.chunks.append(operators)

    def begin_text(self, x: float, baseline: float) -> None:
        """Begin a text object; segments follow."""
        self.chunks.append(f"BT {numbers(x, self.ink.up(baseline))} Td\n".encode())

    def end_text(self) -> None:
        """End a text object."""
        self.chunks.append(b"ET\n")

    def reserve(self) -> int:
        """Return a place in the page's order, for a ground whose size is known only later."""
        self.end()
        self.chunks.append(b"")
        return len(self.chunks) - 1

    def fill_in(self, place: int, operators: bytes) -> None:
        """Paint operators at a reserved place, as an artifact."""
        self.chunks[place] = _ARTIFACT + operators + _END

    def link(self, place: Place, top: float, height: float, target: str, words: str, element: Element) -> None:
        """Make a stretch of a line a link; ``words`` say what it leads to."""
        bottom, up = self.ink.up(top + height), self.ink.up(top)
        self.links.append(OpenLink(place, bottom, up, target, words, element))
