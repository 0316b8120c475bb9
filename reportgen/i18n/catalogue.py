"""Catalogues: the translations of a locale, by domain and message, each with its place in its file."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from reportgen.diagnostics import Diagnostics
from reportgen.i18n.po_file import PoFile, placed_translations, read_po
from reportgen.load.source import list_files, read_text
from reportgen.model.locale import Locale
from reportgen.model.project import Project
from reportgen.model.words import Words

FOLDER = "locales"


class Entry(Struct, frozen=True):
    """A translation, empty where there is none yet, and whether it is out of date."""

    translation: Words
    fuzzy: bool


class Catalogue(Struct, frozen=True):
    """A catalogue file: its path relative to the project's root, its translations by message."""

    path: str
    entries: dict[str, Entry]


def folder_of(locale: Locale) -> str:
    """Return the folder of a locale's catalogues, relative to the project's root."""
    return f"{FOLDER}/{locale.id}/LC_MESSAGES"


def path_of(locale: Locale, domain: str) -> str:
    """Return the path of a domain's catalogue, relative to the project's root."""
    return f"{folder_of(locale)}/{domain}.po"


def domain_of(path: str) -> str:
    """Return the domain of a catalogue's path."""
    return path.rpartition("/")[2].removesuffix(".po")


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
