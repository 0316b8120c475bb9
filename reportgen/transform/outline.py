"""The outline as readers see it: a chapter without number and its only section of the same title are one."""

from __future__ import annotations

from msgspec.structs import replace

from reportgen.model.block import Block, ChapterBlock, Document, Heading, Section
from reportgen.model.inline import NoteRef
from reportgen.model.plain import plain
from reportgen.model.walk import walk


def outline(document: Document) -> Document:
    """Return the document with such a section's heading moved up to its chapter.

    The chapter's heading then has the section's anchor, and a mark in either title stays; the section's own heading is
    left without words and anchor, and is not printed.
    """
    return replace(document, blocks=tuple(_merged(part) for part in document.blocks))


def _merged(part: Block) -> Block:
    if not isinstance(part, ChapterBlock) or part.number:
        return part
    sections = [inner for inner in part.blocks if isinstance(inner, Section)]
    if len(sections) != 1 or plain(sections[0].heading.inlines) != plain(part.heading.inlines):
        return part
    only = sections[0]
    bare = replace(only, heading=Heading(2, (), "", only.heading.span))
    blocks = tuple(bare if inner is only else inner for inner in part.blocks)
    heading = replace(only.heading, level=1)
    if _is_marked(part.heading) and not _is_marked(heading):
        heading = replace(heading, inlines=part.heading.inlines)
    return replace(part, heading=heading, blocks=blocks)


def _is_marked(heading: Heading) -> bool:
    return any(True for _ in walk(heading, NoteRef))
