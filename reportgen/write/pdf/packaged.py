"""Files that come with installed packages: fonts, patterns of hyphenation."""

from __future__ import annotations

from importlib.util import find_spec
from pathlib import Path


def file_of(package: str, path: str) -> Path | None:
    """Return a file of a package, or ``None`` where that is not installed. The package is not imported for it."""
    try:
        found = find_spec(package)
    except ImportError:
        found = None
    if found is None or not found.submodule_search_locations:
        return None
    return Path(found.submodule_search_locations[0], path)
