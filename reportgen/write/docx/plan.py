"""Which flows share a section of the document: a section's pages carry the same head and foot."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from enum import Enum

from msgspec import Struct, field

from reportgen.model.flow import BackCover, Chapter, Contact, Contents, Cover, Flow, Turn


class Kind(Enum):
    """What the pages of a section carry."""

    COVER = "cover"
    FRONT = "front"
    OPENING = "opening"
    CHAPTER = "chapter"
    BACK = "back"


class Section(Struct, frozen=True):
    """A section and what stands in it. ``chapter`` is the one it belongs to.

    ``landscape`` says that its pages lie on their side.
    """

    kind: Kind
    chapter: Chapter | None = None
    flows: list[Flow] = field(default_factory=list)
    landscape: bool = False


def has_opening(chapter: Chapter) -> bool:
    """Say whether a chapter begins with a page of its own."""
    return chapter.introduction is not None or chapter.heading.style == "opening-title"


def plan(flows: Iterable[Flow]) -> list[Section]:
    """Return the sections of a story, in order; none is empty."""
    return [section for section in _sections(flows) if section.flows]


def _sections(flows: Iterable[Flow]) -> Iterator[Section]:
    current = Section(Kind.FRONT)
    for flow in flows:
        match flow:
            case Cover():
                yield from (current, Section(Kind.COVER, None, [flow]))
                current = Section(Kind.FRONT)
            case Contact() | BackCover():
                yield from (current, Section(Kind.BACK, None, [flow]))
                current = Section(Kind.FRONT)
            case Contents():
                yield current
                current = Section(Kind.FRONT, None, [flow])
            case Chapter() if has_opening(flow):
                yield from (current, Section(Kind.OPENING, flow, [flow]))
                current = Section(Kind.CHAPTER, flow)
            case Chapter():
                yield current
                current = Section(Kind.CHAPTER, flow, [flow])
            case Turn(landscape):
                yield current
                current = Section(current.kind, current.chapter, landscape=landscape)
            case _:
                current.flows.append(flow)
    yield current
