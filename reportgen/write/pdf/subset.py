"""A face as it goes into the file: its used glyphs, at its place on the axes, as a small font.

TrueType fonts go as such, OpenType fonts as their table of outlines (Compact Font Format, Adobe's Technical Note 5176),
to which HarfBuzz takes back those of variable ones (CFF2).
"""

from __future__ import annotations

from struct import unpack_from

import uharfbuzz as hb
from msgspec import Struct

from reportgen.write.pdf.faces import Face
from reportgen.write.pdf.fontfile import family_of

_NOT_NEEDED = "GSUB GPOS GDEF STAT BASE MVAR vhea vmtx VORG DSIG meta name OS/2 post gasp cmap"
"""What a font in a PDF can do without (PDF 1.7, 9.9: glyf, head, hhea, hmtx, loca, maxp are enough).

Codes find their glyphs by the CIDToGIDMap: a table of characters would be a twentieth of a Chinese font.
"""


_FLAGS = (
    hb.SubsetFlags.NO_HINTING
    | hb.SubsetFlags.NOTDEF_OUTLINE
    | hb.SubsetFlags.NO_LAYOUT_CLOSURE
    | hb.SubsetFlags.DOWNGRADE_CFF2
    | hb.SubsetFlags.CFF_IDENTITY_CHARSET
)
_COMPACT = "CFF "


class Subset(Struct, frozen=True):
    """A font file, the glyph in it of each code, and its metrics in thousandths of an em.

    ``compact`` are outlines in Compact Font Format; others are TrueType's. ``box`` is left, bottom, right, top.
    """

    data: bytes
    compact: bool
    glyphs: dict[str, int]
    name: str
    box: tuple[int, int, int, int]
    ascent: int
    descent: int
    cap_height: int
    slant: float
    weight: float


def subset(face: Face) -> Subset:
    """Subset and instance a face, by one call of HarfBuzz."""
    used = {code: face.glyph(code) for code in sorted(face.advances)}
    wanted = hb.SubsetInput()
    wanted.glyph_set.update(set(used.values()))
    wanted.drop_table_tag_set.update({_tag(table) for table in _NOT_NEEDED.split()})
    wanted.flags = _FLAGS
    for axis, value in face.axes.items():
        wanted.pin_axis_location(face.source, axis, value)
    plan = hb.SubsetPlan(face.source, wanted)
    new = plan.old_to_new_glyph_mapping
    glyphs = {code: new[glyph] for code, glyph in used.items()}
    made = plan.execute()
    return _described(face, made, glyphs)


def _described(face: Face, made: hb.Face, glyphs: dict[str, int]) -> Subset:
    font = face.font
    extents = font.get_font_extents("ltr")
    box = unpack_from(">4h", made.reference_table("head").data, 36)
    cap = font.get_metric_position_with_fallback(hb.OTMetricsTag.CAP_HEIGHT)
    left, bottom, right, top = (face.thousandths(value) for value in box)
    compact = _COMPACT in made.table_tags
    return Subset(
        made.reference_table(_COMPACT).data if compact else made.blob.data,
        compact,
        glyphs,
        _name(face),
        (left, bottom, right, top),
        face.thousandths(extents.ascender),
        face.thousandths(extents.descender),
        face.thousandths(cap),
        font.get_style_value(hb.StyleTag.SLANT_ANGLE),
        face.axes.get("wght", 400.0),
    )


def _name(face: Face) -> str:
    """Return a PostScript name of the face's own: family, place on the axes, and the tag that marks a subset."""
    family = family_of(face.source) or "Font"
    letters = "".join(character for character in family if character.isascii() and character.isalnum())
    axes = "".join(f"-{axis}{value:g}" for axis, value in sorted(face.axes.items()))
    tag = "".join(chr(65 + face.number // 26**power % 26) for power in range(5, -1, -1))
    italic = "-Italic" if face.font.get_style_value(hb.StyleTag.SLANT_ANGLE) else ""
    return f"{tag}+{letters}{italic}{axes}"


def _tag(table: str) -> int:
    return int.from_bytes(table.encode(), "big")
