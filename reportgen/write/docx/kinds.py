"""The kinds of parts of a Word document: what each part is, and what it is to the part that leads to it.

ECMA-376 part 1, 11.3 and 15.2; part 2, annex E.
"""

from __future__ import annotations

from msgspec import Struct

_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml."
_FORMATS = "application/vnd.openxmlformats-officedocument."
_RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"


class Kind(Struct, frozen=True):
    """The content type of a part, and the type of the relationship that leads to it."""

    content: str
    relation: str


def _word(name: str) -> Kind:
    return Kind(f"{_WORD}{name}+xml", f"{_RELATIONS}{name}")


DOCUMENT = Kind(f"{_WORD}document.main+xml", f"{_RELATIONS}officeDocument")
FOOTNOTES, SETTINGS, STYLES, NUMBERING, FONT_TABLE, HEADER, FOOTER = map(
    _word, ("footnotes", "settings", "styles", "numbering", "fontTable", "header", "footer")
)
THEME = Kind(f"{_FORMATS}theme+xml", f"{_RELATIONS}theme")
CHART = Kind(f"{_FORMATS}drawingml.chart+xml", f"{_RELATIONS}chart")
WORKBOOK = Kind(f"{_FORMATS}spreadsheetml.sheet", f"{_RELATIONS}package")
CORE_PROPERTIES = Kind(
    "application/vnd.openxmlformats-package.core-properties+xml",
    "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties",
)
EXTENDED_PROPERTIES = Kind(f"{_FORMATS}extended-properties+xml", f"{_RELATIONS}extended-properties")

RELATIONS = "application/vnd.openxmlformats-package.relationships+xml"
"""The content type of what leads from a part to others."""
XML = "application/xml"
HYPERLINK = f"{_RELATIONS}hyperlink"
"""The type of the relationship that leads to an address outside."""


def picture(content: str) -> Kind:
    """Return the kind of a picture of a media type, such as ``image/png``."""
    return Kind(content, f"{_RELATIONS}image")
