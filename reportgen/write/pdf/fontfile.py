"""Opens the theme's font files: from an installed package or from the project, with all that can be wrong told."""

from __future__ import annotations

from importlib.util import find_spec
from pathlib import Path

import uharfbuzz as hb

from reportgen.diagnostics import Code, fail
from reportgen.model.theme import FontFile

LARGEST_FILE = 64 * 1024 * 1024
"""In bytes. The largest font of the packages has 18 MB."""


def open_font(font: FontFile, root: Path) -> hb.Face:
    """Open a font.

    Raises:
        ReportError: the file is missing, lies outside the project, is too large, or is no TrueType font.
    """
    path = _packaged(font) if font.package else _own(font, root)
    if not path.is_file():
        raise fail(Code.FONT_MISSING, f"font `{font.id}`: there is no file `{font.path}`", None, _where(font))
    if path.stat().st_size > LARGEST_FILE:
        raise fail(Code.FILE_TOO_LARGE, f"font `{font.id}`: `{font.path}` has more than {LARGEST_FILE} bytes")
    face = hb.Face(hb.Blob.from_file_path(str(path)))
    if "glyf" not in face.table_tags:
        hint = "give a TrueType font (.ttf); OpenType fonts with CFF outlines (.otf) cannot be embedded"
        raise fail(Code.FONT_MISSING, f"font `{font.id}`: `{font.path}` has no TrueType outlines", None, hint)
    return face


def _packaged(font: FontFile) -> Path:
    try:
        found = find_spec(font.package)
    except ImportError:
        found = None
    if found is None or not found.submodule_search_locations:
        hint = f"install the Python package `{font.package}`"
        message = f"font `{font.id}`: the package `{font.package}` is not installed"
        raise fail(Code.FONT_MISSING, message, None, hint)
    return Path(found.submodule_search_locations[0], font.path)


def _own(font: FontFile, root: Path) -> Path:
    path = (root / font.path).resolve()
    if not path.is_relative_to(root.resolve()):
        raise fail(Code.FILE_OUTSIDE, f"font `{font.id}`: `{font.path}` lies outside the project")
    return path


def _where(font: FontFile) -> str:
    place = f"the package `{font.package}`" if font.package else "the project"
    return f"`path` is looked for in {place}"
