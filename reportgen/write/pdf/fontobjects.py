"""The objects of faces: composite fonts (PDF 1.7, 9.7), Type0 with CIDFontType2 or CIDFontType0.

TrueType fonts have one map from bytes to CIDs, and each a CIDToGIDMap from a CID to its glyph. The CIDs of fonts with
outlines in Compact Font Format are their glyphs' own numbers (9.7.4.2): each has its map from bytes to these.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from msgspec import Struct

from reportgen.write.pdf.encoding import NAME, Encoding
from reportgen.write.pdf.faces import Face
from reportgen.write.pdf.pdfobjects import Document, Stream, array, dictionary, name, text
from reportgen.write.pdf.subset import Subset, subset

_SYMBOLIC = 4
_DEFAULT_WIDTH = 1000
_SYSTEM = dictionary({"Registry": text("Adobe"), "Ordering": text("Identity"), "Supplement": 0})
"""Which characters CIDs stand for: none in particular (PDF 1.7, 9.7.3)."""


def font_objects(document: Document, faces: Iterable[Face], encoding: Encoding) -> dict[str, bytes]:
    """Add the objects of faces; return the references to the fonts, by the names that content streams have for them."""
    shared: _Shared | None = None
    fonts: dict[str, bytes] = {}
    for face in faces:
        shared = shared or _Shared(
            document.add(_map(NAME, encoding.to_cids())),
            document.add(Stream(encoding.to_unicode(face.codes.meaning))),
        )
        fonts[face.key.decode()] = _font(document, face, encoding, shared)
    return fonts


class _Shared(Struct, frozen=True):
    """What fonts share: references to the maps from bytes to CIDs and to Unicode."""

    to_cids: bytes
    to_unicode: bytes


def _map(called: str, content: bytes) -> Stream:
    return Stream(content, {"Type": name("CMap"), "CMapName": name(called), "CIDSystemInfo": _SYSTEM})


class _Way(Struct, frozen=True):
    """How bytes lead to a font's glyphs: its kind, the map from bytes to CIDs, and these by code.

    ``more`` is what its dictionary says besides, ``file`` what its descriptor says of its file.
    """

    kind: str
    to_cids: bytes
    cids: Mapping[str, int]
    more: dict[str, bytes]
    file: dict[str, bytes]


def _truetype(document: Document, part: Subset, encoding: Encoding, to_cids: bytes) -> _Way:
    cids = {code: encoding.cid(code) for code in part.glyphs}
    file = document.add(Stream(part.data, {"Length1": len(part.data)}))
    glyphs = document.add(Stream(_glyphs(part, cids)))
    return _Way("CIDFontType2", to_cids, cids, {"CIDToGIDMap": glyphs}, {"FontFile2": file})


def _compact(document: Document, part: Subset, encoding: Encoding, called: str) -> _Way:
    to_cids = document.add(_map(called, encoding.to_glyphs(called, part.glyphs)))
    file = document.add(Stream(part.data, {"Subtype": name("CIDFontType0C")}))
    return _Way("CIDFontType0", to_cids, part.glyphs, {}, {"FontFile3": file})


def _font(document: Document, face: Face, encoding: Encoding, shared: _Shared) -> bytes:
    part = subset(face)
    if part.compact:
        way = _compact(document, part, encoding, f"{NAME}-{face.key.decode()}")
    else:
        way = _truetype(document, part, encoding, shared.to_cids)
    descendant = {
        "Type": name("Font"),
        "Subtype": name(way.kind),
        "BaseFont": name(part.name),
        "CIDSystemInfo": _SYSTEM,
        "FontDescriptor": document.add(_descriptor(part, way.file)),
        "DW": _DEFAULT_WIDTH,
        "W": b"[%b]" % _widths(face, way.cids),
    }
    entries = {
        "Type": name("Font"),
        "Subtype": name("Type0"),
        "BaseFont": name(part.name),
        "Encoding": way.to_cids,
        "ToUnicode": shared.to_unicode,
        "DescendantFonts": array([document.add(dictionary(descendant | way.more))]),
    }
    return document.add(dictionary(entries))


def _descriptor(part: Subset, file: dict[str, bytes]) -> bytes:
    entries = {
        "Type": name("FontDescriptor"),
        "FontName": name(part.name),
        "Flags": _SYMBOLIC,
        "FontBBox": array(part.box),
        "ItalicAngle": part.slant,
        "Ascent": part.ascent,
        "Descent": part.descent,
        "CapHeight": part.cap_height,
        "StemV": round(part.weight / 5),  # about 80 for regular; only used to make up a missing font
    }
    return dictionary(entries | file)


def _widths(face: Face, cids: Mapping[str, int]) -> bytes:
    """Return the widths of runs of CIDs (PDF 1.7, 9.7.4.3), the most common Chinese width left to the default."""
    parts: list[bytes] = []
    previous = -2
    widths = {cids[code]: advance for code, advance in face.advances.items() if advance != _DEFAULT_WIDTH}
    for cid, width in sorted(widths.items()):
        opening = b" " if cid == previous + 1 else (b"] " if parts else b"") + b"%d[" % cid
        parts.append(opening + b"%d" % width)
        previous = cid
    return b"".join(parts) + (b"]" if parts else b"")


def _glyphs(part: Subset, cids: Mapping[str, int]) -> bytes:
    table = bytearray(2 * (max(cids.values()) + 1))
    for code, glyph in part.glyphs.items():
        table[2 * cids[code] : 2 * cids[code] + 2] = glyph.to_bytes(2, "big")
    return bytes(table)
