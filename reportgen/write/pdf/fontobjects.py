"""A face's objects: a composite font whose CIDs are codes (PDF 1.7, 9.7): Type0, Identity-H, CIDFontType2.

A CIDToGIDMap leads from a code to its glyph, a ToUnicode map to what is copied and read aloud.
"""

from __future__ import annotations

from reportgen.write.pdf.faces import Face
from reportgen.write.pdf.pdfobjects import Document, Stream, array, dictionary, name, text
from reportgen.write.pdf.subset import Subset, subset

_SYMBOLIC = 4
_DEFAULT_WIDTH = 1000
_IN_BLOCK = 100
_CMAP = b"""/CIDInit /ProcSet findresource begin
12 dict begin
begincmap
/CIDSystemInfo <</Registry (Adobe) /Ordering (UCS) /Supplement 0>> def
/CMapName /Adobe-Identity-UCS def
/CMapType 2 def
1 begincodespacerange
<0000> <FFFF>
endcodespacerange
%bendcmap
CMapName currentdict /CMap defineresource pop
end
end
"""


def font_object(document: Document, face: Face) -> bytes:
    """Add a face's objects; return the reference to the font."""
    part = subset(face)
    descendant = document.add(
        dictionary(
            {
                "Type": name("Font"),
                "Subtype": name("CIDFontType2"),
                "BaseFont": name(part.name),
                "CIDSystemInfo": dictionary({"Registry": text("Adobe"), "Ordering": text("Identity"), "Supplement": 0}),
                "FontDescriptor": document.add(_descriptor(document, part)),
                "DW": _DEFAULT_WIDTH,
                "W": b"[%b]" % _widths(face),
                "CIDToGIDMap": document.add(Stream(_glyphs(part))),
            }
        )
    )
    return document.add(
        dictionary(
            {
                "Type": name("Font"),
                "Subtype": name("Type0"),
                "BaseFont": name(part.name),
                "Encoding": name("Identity-H"),
                "DescendantFonts": array([descendant]),
                "ToUnicode": document.add(Stream(_to_unicode(face))),
            }
        )
    )


def _descriptor(document: Document, part: Subset) -> object:
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


def _widths(face: Face) -> bytes:
    """Return the widths of runs of codes (PDF 1.7, 9.7.4.3), the most common Chinese width left to the default."""
    parts: list[bytes] = []
    previous = -2
    for code in sorted(code for code, advance in face.advances.items() if advance != _DEFAULT_WIDTH):
        number = ord(code)
        opening = b" " if number == previous + 1 else (b"] " if parts else b"") + b"%d[" % number
        parts.append(opening + b"%d" % face.advances[code])
        previous = number
    return b"".join(parts) + (b"]" if parts else b"")


def _glyphs(part: Subset) -> bytes:
    table = bytearray(2 * (max(map(ord, part.glyphs)) + 1))
    for code, glyph in part.glyphs.items():
        table[2 * ord(code) : 2 * ord(code) + 2] = glyph.to_bytes(2, "big")
    return bytes(table)


def _to_unicode(face: Face) -> bytes:
    codes = sorted(face.advances)
    blocks = []
    for start in range(0, len(codes), _IN_BLOCK):
        part = codes[start : start + _IN_BLOCK]
        pairs = b"".join([b"<%04X> <%b>\n" % (ord(code), _utf16(face.codes.meaning(code))) for code in part])
        blocks.append(b"%d beginbfchar\n%bendbfchar\n" % (len(part), pairs))
    return _CMAP % b"".join(blocks)


def _utf16(meaning: str) -> bytes:
    return meaning.encode("utf-16-be").hex().upper().encode()
