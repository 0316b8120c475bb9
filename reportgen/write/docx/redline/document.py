"""Writes the redline of a story against an older one."""

from __future__ import annotations

from pathlib import Path

from docx.opc.part import Part
from msgspec import Struct

from reportgen.model.flow import Story
from reportgen.model.locale import Locale
from reportgen.model.theme import Theme
from reportgen.write.docx.body import Body
from reportgen.write.docx.markup import add
from reportgen.write.docx.package import add_properties, new_document, package_bytes
from reportgen.write.docx.redline.blocks import BlockMerger, Readers
from reportgen.write.docx.redline.glyphs import Reader, Signs
from reportgen.write.docx.redline.notes import NoteMerger
from reportgen.write.docx.redline.stamp import Stamp, Stamper
from reportgen.write.docx.redline.words import NoteLog, WordWriter
from reportgen.write.docx.report import add_notes, add_parts, write_story
from reportgen.write.docx.xml import Element, tree, w


class Told(Struct, frozen=True):
    """A story, and the folder that its pictures' paths start from."""

    story: Story
    folder: Path


class _Written(Struct, frozen=True):
    """A story that was written: its body, and its footnotes with their part."""

    body: Body
    part: Part
    notes: Element


def write_redline(
    before: Told, now: Told, theme: Theme, locale: Locale, pages: dict[str, str], stamp: Stamp, version: str
) -> bytes:
    """Return the bytes of a Word document with what changed since ``before`` as tracked changes.

    ``pages`` is the page label of each anchor in the PDF's layout of the new story. The same stories give the same
    bytes. Raises `ReportError` for a picture that cannot be read.
    """
    document = tree(w("document"))
    part = new_document(document)
    new = _written(Body(part, add(document, "body"), now.story, theme, locale, pages, now.folder))
    old = _written(_older(new.body, before))
    _merge(old, new, Stamper(stamp))
    add_parts(new.body)
    add_properties(part, now.story, locale, version)
    return package_bytes(part)


def _older(body: Body, before: Told) -> Body:
    """Return the body of an older story, in the same styles and lists, and a package of its own that nobody keeps."""
    document = tree(w("document"))
    part = new_document(document)
    made = Body(part, add(document, "body"), before.story, body.theme, body.locale, {}, before.folder)
    made.wear(body)
    return made


def _written(body: Body) -> _Written:
    write_story(body)
    return _Written(body, *add_notes(body))


def _merge(old: _Written, new: _Written, stamper: Stamper) -> None:
    signs = Signs()
    notes = NoteMerger(old.notes, new.notes, Readers(Reader(old.part, signs, {}), Reader(new.part, signs, {})))
    readers = Readers(Reader(old.body.part, signs, notes.old), Reader(new.body.part, signs, notes.new))
    log = NoteLog(notes.free)
    writer = WordWriter(stamper, log)
    BlockMerger(readers, writer, stamper).merge(old.body.root, new.body.root)
    notes.merge(log, writer, new.body.root)
