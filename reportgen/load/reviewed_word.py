"""A Word file that a reviewer sent back, to its paragraphs, tracked changes and comments.

It may have been saved by Word, LibreOffice or another program: runs split anywhere, other ids and styles, bookmarks
moved to where their program keeps them. It is untrusted, see `word_package`.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path

from msgspec.structs import replace

from reportgen.diagnostics import Code, Diagnostics
from reportgen.load.word_comments import Remark, read_comments
from reportgen.load.word_package import Package, UnreadableError, open_package, walk_part
from reportgen.load.word_paragraphs import PartReader
from reportgen.model.review import Comment, ReviewedFile

_PARTS = {"footnotes": "footnote", "endnotes": "endnote", "header": "header", "footer": "footer"}
_HINT = "ask for the .docx file, saved by Word without a password"


def read_reviewed(path: Path, name: str, diagnostics: Diagnostics) -> ReviewedFile | None:
    """Return what a file that findings call ``name`` came back with; ``None`` with a finding where it cannot be read.

    Findings: FILE_MISSING, REVIEW_UNREADABLE.
    """
    try:
        with open_package(path) as package:
            return _file(package)
    except FileNotFoundError:
        hint = "check the name; paths are relative to the folder you are in"
        diagnostics.error(Code.FILE_MISSING, f"`{name}` does not exist", None, hint)
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        diagnostics.error(Code.REVIEW_UNREADABLE, f"`{name}` cannot be read: {reason}", None, _HINT)
    except UnreadableError as error:
        diagnostics.error(Code.REVIEW_UNREADABLE, f"`{name}` cannot be read: {error}", None, _HINT)
    return None


def _file(package: Package) -> ReviewedFile:
    reader = PartReader(_styles(package))
    main = package.part(package.main)
    if main is None:
        raise UnreadableError("it has no document")
    reader.read(main, "body")
    for kind, region in _PARTS.items():
        for name in package.related(kind):
            reader.read(package.part(name) or b"<none/>", region)
    if not reader.body:
        raise UnreadableError("it is no Word document")
    comments = tuple(_placed(remark, reader) for remark in read_comments(package))
    return ReviewedFile(_language(package), tuple(reader.paragraphs()), comments, reader.formatting)


def _placed(remark: Remark, reader: PartReader) -> Comment:
    begin, end, mark = (reader.place(places, remark.id) for places in (reader.begun, reader.ended, reader.marked))
    begin = begin or mark
    if begin is None or (end is not None and (end.paragraph, end.offset) < (begin.paragraph, begin.offset)):
        end = begin
    return replace(remark.comment, begin=begin, end=end or begin)


def _styles(package: Package) -> dict[str, str]:
    """Return the names of styles by id."""
    names: dict[str, str] = {}
    last = ""

    def start(tag: str, attributes: Mapping[str, str]) -> None:
        nonlocal last
        if tag == "style":
            last = attributes.get("styleId", "")
        elif tag == "name" and last:
            names.setdefault(last, attributes.get("val", ""))

    for part in package.related("styles"):
        walk_part(package.part(part) or b"<none/>", start)
    return names


def _language(package: Package) -> str:
    """Return the language that the file says it is in, as a BCP 47 tag."""
    found: list[str] = []
    inside = False

    def start(tag: str, attributes: Mapping[str, str]) -> None:
        nonlocal inside
        inside = tag == "dc:language"

    walk_part(
        package.part("docProps/core.xml") or b"<none/>", start, text=lambda text: found.append(text) if inside else None
    )
    return re.sub(r"[^A-Za-z0-9-]", "", "".join(found))[:40]
