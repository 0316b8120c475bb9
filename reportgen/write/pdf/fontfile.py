"""Opens the theme's font files: from an installed package or from the project, with all that can be wrong told."""

from __future__ import annotations

from pathlib import Path

import uharfbuzz as hb

from reportgen.diagnostics import Code, fail, suggest
from reportgen.model.theme import FontFile
from reportgen.write.pdf.packaged import file_of

LARGEST_FILE = 64 * 1024 * 1024
"""In bytes. The largest font of the packages has 33 MB."""
_OUTLINES = frozenset(("glyf", "CFF ", "CFF2"))
"""The tables that have a font's outlines (OpenType 1.9)."""
_FAMILY = (hb.OTNameIdPredefined.TYPOGRAPHIC_FAMILY, hb.OTNameIdPredefined.FONT_FAMILY)


def open_font(font: FontFile, root: Path) -> hb.Face:
    """Open a font.

    Raises:
        ReportError: the file is missing, lies outside the project, is too large, or has no such font.
    """
    path = _packaged(font) if font.package else _own(font, root)
    if not path.is_file():
        raise fail(Code.FONT_MISSING, f"font `{font.id}`: there is no file `{font.path}`", font.span, _where(font))
    if path.stat().st_size > LARGEST_FILE:
        raise fail(
            Code.FILE_TOO_LARGE, f"font `{font.id}`: `{font.path}` has more than {LARGEST_FILE} bytes", font.span
        )
    face = _chosen(font, hb.Blob.from_file_path(str(path)))
    if _OUTLINES.isdisjoint(face.table_tags):
        hint = "give a TrueType or OpenType font (.ttf, .otf), or a collection of such (.ttc)"
        raise fail(Code.FONT_MISSING, f"font `{font.id}`: `{font.path}` has no outlines", font.span, hint)
    return face


def _chosen(font: FontFile, blob: hb.Blob) -> hb.Face:
    """Return the font of a file that is meant: of the family that is asked for, or the first."""
    families = []
    for index in range(max(1, hb.Face(blob).count)):
        face = hb.Face(blob, index)
        family = family_of(face)
        if font.family in ("", family):
            return face
        families.append(family)
    hint = suggest(font.family, families) or f"it has {', '.join(f'`{family}`' for family in families)}"
    message = f"font `{font.id}`: `{font.path}` has no family `{font.family}`"
    raise fail(Code.FONT_MISSING, message, font.span, hint)


def family_of(face: hb.Face) -> str:
    """Return the name of a font's family, empty where it has none."""
    return next(filter(None, map(face.get_name, _FAMILY)), "")


def _packaged(font: FontFile) -> Path:
    file = file_of(font.package, font.path)
    if file is None:
        hint = f"install the Python package `{font.package}`"
        message = f"font `{font.id}`: the package `{font.package}` is not installed"
        raise fail(Code.FONT_MISSING, message, font.span, hint)
    return file


def _own(font: FontFile, root: Path) -> Path:
    path = (root / font.path).resolve()
    if not path.is_relative_to(root.resolve()):
        raise fail(Code.FILE_OUTSIDE, f"font `{font.id}`: `{font.path}` lies outside the project", font.span)
    return path


def _where(font: FontFile) -> str:
    place = f"the package `{font.package}`" if font.package else "the project"
    return f"`path` is looked for in {place}"
