"""The numbers of pages in the text: places left open while pages are laid out, filled when all are known.

A number is mostly narrower than what was reserved for it; what stands after it on its line moves up to it. So do the
underlines and the areas of links there, which are drawn apart from the text: they too are finished then.
"""

from __future__ import annotations

from collections.abc import Callable

from msgspec import Struct

from reportgen.model.theme import TextStyle
from reportgen.write.pdf.content import Item, Text
from reportgen.write.pdf.ink import Ink
from reportgen.write.pdf.parts import Element, LinkArea, Segment, Show


class Slot(Struct, frozen=True):
    """The place of a page number.

    ``width`` is what is reserved; where ``right`` is set, the number stands at its right end. ``style``, ``colour``
    (as ``#RRGGBB``) and ``strong`` are how it is set.
    """

    anchor: str
    style: TextStyle
    colour: str
    strong: bool
    width: float
    right: bool = False


class Place(Struct, frozen=True):
    """A stretch of a line as it was reserved: its left edge and width, the slots before it, the slot that it is."""

    x: float
    width: float
    before: tuple[Slot, ...] = ()
    own: Slot | None = None


class Underline(Struct, frozen=True):
    """A rule under a stretch of text, its upper edge at ``y``."""

    place: Place
    y: float
    weight: float
    colour: str


class OpenLink(Struct, frozen=True):
    """A link whose area moves with the text; ``bottom`` and ``top`` count from the page's foot.

    ``words`` say what it leads to; there are none where that is told by a page's number alone.
    """

    place: Place
    bottom: float
    top: float
    target: str
    words: str
    element: Element


class OpenText(Struct, frozen=True):
    """Text at a place that moves, or the number of its slot; ``y`` counts from the page's foot."""

    place: Place
    y: float
    shows: tuple[Show, ...] = ()


OpenItem = Item | OpenText | Underline


class Filling:
    """Fills slots. ``number`` sets the number of a slot's page, ``led_to`` says what stands there."""

    def __init__(self, led_to: Callable[[Slot], str], number: Callable[[Slot], Segment]) -> None:
        self._led_to = led_to
        self._number = number

    def item(self, item: OpenItem, ink: Ink) -> Item:
        """Return an item of a page with its place."""
        match item:
            case OpenText(place, y, shows):
                left, _ = self._edges(place)
                return Text(left, y, self._number(place.own).shows if place.own else shows)
            case Underline(place, y, weight, colour):
                left, width = self._edges(place)
                return ink.rule(left, y, width, weight, colour)
            case _:
                return item

    def link(self, link: OpenLink) -> LinkArea:
        """Return the area of a link, with words that say what it leads to (ISO 14289-1, 7.18.5)."""
        left, width = self._edges(link.place)
        own = link.place.own
        words = link.words or (self._led_to(own) if own else "") or link.target
        return LinkArea((left, link.bottom, left + width, link.top), link.target, words, link.element)

    def _edges(self, place: Place) -> tuple[float, float]:
        """Return the left edge and the width that a stretch has in the end."""
        x = place.x - sum(self._spare(slot) for slot in place.before)
        if place.own is None:
            return x, place.width
        width = self._number(place.own).width
        return (x + place.width - width if place.own.right else x), width

    def _spare(self, slot: Slot) -> float:
        return 0.0 if slot.right else slot.width - self._number(slot).width
