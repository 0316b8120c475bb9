"""`reportgen translate fmt`: catalogues in canonical form, without a look at the sources."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from pathlib import Path

from reportgen.diagnostics import Code, Diagnostics
from reportgen.i18n.canonical import canonical, language_of
from reportgen.i18n.catalogue import FOLDER
from reportgen.i18n.po_file import read_po
from reportgen.load.project import load_project
from reportgen.load.source import list_files, read_text
from reportgen.write.replace import replace_file


def format_catalogues(root: Path, paths: Collection[Path], diagnostics: Diagnostics) -> tuple[str, ...]:
    """Write the catalogues that are not in canonical form; return their paths, relative to the project's root.

    ``paths`` are files of the project, all catalogues where none is named. A file that cannot be read is reported and
    left alone. Raises ReportError where there is no report.
    """
    found = unformatted(root, paths, diagnostics)
    for path, text in found.items():
        replace_file(root / path, text.encode())
    return tuple(found)


def unformatted(root: Path, paths: Collection[Path], diagnostics: Diagnostics) -> dict[str, str]:
    """Return the catalogues that are not in canonical form, by path, as they should be."""
    project = load_project(root, Diagnostics())
    chosen = [_inside(root, path, diagnostics) for path in paths] if paths else list(_all(root))
    found = {}
    for path in chosen:
        text = read_text(root, path, diagnostics) if path else None
        file = None if text is None else read_po(text, path, diagnostics)
        if file is not None:
            made = canonical(file, project.id, language_of(path))
            if made.encode() != (root / path).read_bytes():
                found[path] = made
    return found


def _all(root: Path) -> Iterator[str]:
    folder = root / FOLDER
    for locale in sorted(folder.iterdir()) if folder.is_dir() else ():
        yield from list_files(root, f"{FOLDER}/{locale.name}/LC_MESSAGES", ".po")


def _inside(root: Path, path: Path, diagnostics: Diagnostics) -> str:
    """Return a path relative to the project's root; what is outside is reported, and empty."""
    for base in (Path.cwd(), root):
        file = (base / path).resolve()
        if file.is_file() and file.is_relative_to(root.resolve()):
            return file.relative_to(root.resolve()).as_posix()
    diagnostics.error(Code.FILE_MISSING, f"there is no file `{path}` in the project", None, "name a catalogue of it")
    return ""
