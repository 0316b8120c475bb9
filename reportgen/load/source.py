"""Reading the project's files: a path relative to its root in, text out.

Nothing outside the root is read, not through ``..`` nor through a link; nothing larger than the limits; nothing that
is no UTF-8. What cannot be read is a finding, and ``None``.
"""

from __future__ import annotations

import os
from functools import cache
from pathlib import Path

from reportgen.diagnostics import Code, Diagnostics, Span, suggest

TEXT_LIMIT = 8 * 1024 * 1024
"""The most bytes of a text file: far above any report's, far below what would exhaust memory."""


def read_text(root: Path, path: str, diagnostics: Diagnostics, asked: Span | None = None) -> str | None:
    """Return the text of a file of the project, with line feeds at its line ends and without a byte order mark.

    ``asked`` is where the project names the file, for the findings FILE_MISSING, FILE_OUTSIDE, FILE_TOO_LARGE and
    FILE_UNREADABLE; without it they name the file itself.
    """
    place = asked or Span(path)
    file = locate(root, path, diagnostics, place, TEXT_LIMIT)
    if file is None:
        return None
    try:
        data = file.read_bytes()
    except OSError as error:
        diagnostics.error(Code.FILE_UNREADABLE, f"`{path}` cannot be read: {_reason(error)}", place)
        return None
    return _decoded(data, path, diagnostics)


def locate(root: Path, path: str, diagnostics: Diagnostics, asked: Span, limit: int) -> Path | None:
    """Return the file that a path names, links resolved, if it is in the project and at most ``limit`` bytes long."""
    try:
        base = _resolved(root.absolute())
        file = (base / path).resolve()
        if not file.is_relative_to(base):
            diagnostics.error(
                Code.FILE_OUTSIDE,
                f"`{path}` is outside the project",
                asked,
                "move the file into the project and name it relative to the project's folder",
            )
        elif not file.exists():
            diagnostics.error(Code.FILE_MISSING, f"`{path}` does not exist", asked, _nearby(base, path))
        elif not file.is_file():
            diagnostics.error(Code.FILE_UNREADABLE, f"`{path}` is no file", asked, "name a file, not a folder")
        elif (size := file.stat().st_size) > limit:
            diagnostics.error(
                Code.FILE_TOO_LARGE,
                f"`{path}` has {size:,} bytes, more than the {limit:,} that are read",
                asked,
                "split it or make it smaller",
            )
        else:
            return file
    except (OSError, RuntimeError, ValueError) as error:
        # ValueError: a NUL in the name; RuntimeError: links that lead in a circle.
        diagnostics.error(Code.FILE_UNREADABLE, f"`{path}` cannot be read: {_reason(error)}", asked)
    return None


@cache
def _resolved(root: Path) -> Path:
    """Return a project's folder, links resolved: it is asked for with every file."""
    return root.resolve()


def list_files(root: Path, folder: str, suffix: str) -> tuple[str, ...]:
    """Return the paths of a folder's files with a suffix such as ``.yaml``, relative to the root, sorted by name."""
    try:
        names = sorted(entry.name for entry in os.scandir(root / folder))
    except OSError:
        return ()
    return tuple(f"{folder}/{name}" for name in names if name.endswith(suffix) and not name.startswith((".", "~")))


def _decoded(data: bytes, path: str, diagnostics: Diagnostics) -> str | None:
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        before = data[: error.start]
        column = len(before[before.rfind(b"\n") + 1 :].decode("utf-8", "replace")) + 1
        diagnostics.error(
            Code.FILE_UNREADABLE,
            f"`{path}` is not UTF-8: byte 0x{data[error.start]:02X} begins no character",
            Span(path, before.count(b"\n") + 1, column),
            "save the file as UTF-8",
        )
        return None
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _nearby(base: Path, path: str) -> str:
    folder = (base / path).parent
    if not folder.resolve().is_relative_to(base) or not folder.is_dir():
        return ""
    prefix, slash, name = path.rpartition("/")
    near = suggest(name, (file.name for file in folder.iterdir()))
    return near.replace("`", f"`{prefix}{slash}", 1)


def _reason(error: Exception) -> str:
    text = getattr(error, "strerror", None) or str(error)
    return text[:1].lower() + text[1:]
