"""The catalogue files of a locale, read."""

from __future__ import annotations

from collections.abc import Iterator

from reportgen.diagnostics import Diagnostics
from reportgen.i18n.catalogue import Catalogue, Entry, domain_of, folder_of
from reportgen.i18n.po_file import PoFile, placed_translations, read_po
from reportgen.load.source import list_files, read_text
from reportgen.model.locale import Locale
from reportgen.model.project import Project


def read_catalogues(project: Project, locale: Locale, diagnostics: Diagnostics) -> Iterator[tuple[str, PoFile | None]]:
    """Yield a locale's catalogue files by domain. Those that are broken are reported, and are ``None``."""
    for path in list_files(project.root, folder_of(locale), ".po"):
        text = read_text(project.root, path, diagnostics)
        yield domain_of(path), None if text is None else read_po(text, path, diagnostics)


def load_catalogues(project: Project, locale: Locale, diagnostics: Diagnostics) -> dict[str, Catalogue]:
    """Return a locale's catalogues by domain. Those that are broken are reported, and left out."""
    files = read_catalogues(project, locale, diagnostics)
    return {domain: _catalogue(file) for domain, file in files if file is not None}


def _catalogue(file: PoFile) -> Catalogue:
    fuzzy = {entry.source for entry in file.live if entry.fuzzy}
    placed = placed_translations(file)
    return Catalogue(file.path, {source: Entry(words, source in fuzzy) for source, words in placed.items()})
