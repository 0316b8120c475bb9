"""The objects of faces: composite fonts (PDF 1.7, 9.7), Type0 and CIDFontType2, with one encoding.

A CIDToGIDMap leads from a CID to its glyph in the face.
"""

from __future__ import annotations

from collections.abc import Iterable

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
    entries = {"Type": name("CMap"), "CMapName": name(NAME), "CIDSystemInfo": _SYSTEM}
    shared: dict[str, bytes] = {}
    fonts: dict[str, bytes] = {}
    for face in faces:
        shared = shared or {
            "Encoding": document.add(Stream(encoding.to_cids(), entries)),
            "ToUnicode": document.add(Stream(encoding.to_unicode(face.codes.meaning))),
        }
        fonts[face.key.decode()] = _font(document, face, encoding, shared)
    return fonts


def _font(document: Document, face: Face, encoding: Encoding, shared: dict[str, bytes]) -> bytes:
    part = subset(face)
    descendant = document.add(
        dictionary(
            {
                "Type": name("Font"),
                "Subtype": name("CIDFontType2"),
                "BaseFont": name(part.name),
                "CIDSystemInfo": _SYSTEM,
                "FontDescriptor": document.add(_descriptor(document, part)),
                "DW": _DEFAULT_WIDTH,
                "W": b"[%b]" % _widths(face, encoding),
                "CIDToGIDMap": document.add(Stream(_glyphs(part, encoding))),
            }
        )
    )
    entries = {"Type": name("Font"), "Subtype": name("Type0"), "BaseFont": name(part.name)}
    return document.add(dictionary(entries | shared | {"DescendantFonts": array([descendant])}))


def _descriptor(document: Document, part: Subset) -> bytes:
    return dictionary(
        {
            "Type": name("FontDescriptor"),
            "FontName": name(part.name),
            "Flags": _SYMBOLIC,
            "FontBBox": array(part.box),
            "ItalicAngle": part.slant,
            "Ascent": part.ascent,
            "Descent": part.descent,
            "CapHeight": part.cap_height,
            "StemV": round(part.weight / 5),  # about 80 for regular; only used to make up a missing font
            "FontFile2": document.add(Stream(part.data, {"Length1": len(part.data)})),
        }
    )


def _widths(face: Face, encoding: Encoding) -> bytes:
    """Return the widths of runs of CIDs (PDF 1.7, 9.7.4.3), the most common Chinese width left to the default."""
    parts: list[bytes] = []
    previous = -2
    widths = {encoding.cid(code): advance for code, advance in face.advances.items() if advance != _DEFAULT_WIDTH}
    for cid, width in sorted(widths.items()):
        opening = b" " if cid == previous + 1 else (b"] " if parts else b"") + b"%d[" % cid
        parts.append(opening + b"%d" % width)
        previous = cid
    return b"".join(parts) + (b"]" if parts else b"")


def _glyphs(part: Subset, encoding: Encoding) -> bytes:
    glyphs = {encoding.cid(code): glyph for code, glyph in part.glyphs.items()}
    table = bytearray(2 * (max(glyphs) + 1))
    for cid, glyph in glyphs.items():
        table[2 * cid : 2 * cid + 2] = glyph.to_bytes(2, "big")
    return bytes(table)
