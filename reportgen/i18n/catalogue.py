"""Catalogues: the translations of a locale, by domain and message, each with its place in its file."""

from __future__ import annotations

from msgspec import Struct

from reportgen.model.locale import Locale
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
