"""Catalogues: the translations of a locale, by domain and message, each with its place in its file."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

import polib

from reportgen.diagnostics import Code, Diagnostics, Span
from reportgen.load.source import list_files, read_text
from reportgen.model.locale import Locale
from reportgen.model.project import Project
from reportgen.model.words import Turn, Words

FOLDER = "locales"

_LINE = re.compile(r"\(?line (\d+)\)?(?:: (.*))?")
_CHARACTER = re.compile(r"\\.|[^\\]")


@dataclass(frozen=True, slots=True)
class Entry:
    """A translation, empty where there is none yet, and whether it is out of date."""

    translation: Words
    fuzzy: bool


@dataclass(frozen=True, slots=True)
class Catalogue:
    """A catalogue file: its path relative to the project's root, its translations by message."""

    path: str
    entries: dict[str, Entry]


def folder_of(locale: Locale) -> str:
    """Return the folder of a locale's catalogues, relative to the project's root."""
    return f"{FOLDER}/{locale.id}/LC_MESSAGES"


def path_of(locale: Locale, domain: str) -> str:
    """Return the path of a domain's catalogue, relative to the project's root."""
    return f"{folder_of(locale)}/{domain}.po"


def load_catalogues(project: Project, locale: Locale, diagnostics: Diagnostics) -> dict[str, Catalogue]:
    """Return a locale's catalogues by domain. Those that are broken are reported, and left out."""
    catalogues: dict[str, Catalogue] = {}
    for path in list_files(project.root, folder_of(locale), ".po"):
        text = read_text(project.root, path, diagnostics)
        file = None if text is None else parse_catalogue(text, path, diagnostics)
        if text is not None and file is not None:
            domain = path.rpartition("/")[2].removesuffix(".po")
            catalogues[domain] = Catalogue(path, dict(_entries(file, text, path)))
    return catalogues


def parse_catalogue(text: str, path: str, diagnostics: Diagnostics) -> polib.POFile | None:
    """Return a catalogue's file as polib reads it, or ``None`` where it cannot be read (CATALOGUE_BROKEN)."""
    try:
        # The blank line keeps polib from taking a short text for the name of a file.
        return polib.pofile(text + "\n\n")
    except (OSError, ValueError, IndexError, KeyError) as error:
        match = _LINE.search(str(error))
        line = int(match[1]) if match else 1
        detail = (match[2] if match else "") or "this line is not what a catalogue has here"
        hint = "correct the line, or take the file from the last commit"
        diagnostics.error(Code.CATALOGUE_BROKEN, f"the catalogue cannot be read: {detail}", Span(path, line), hint)
        return None


def _entries(file: polib.POFile, text: str, path: str) -> Iterator[tuple[str, Entry]]:
    lines = text.split("\n")
    for entry in file:
        if not entry.obsolete:
            words = Words(entry.msgstr, *_place(lines, (entry.linenum or 1) - 1, path))
            yield entry.msgid, Entry(words, entry.fuzzy)


def _place(lines: list[str], index: int, path: str) -> tuple[Span, tuple[Turn, ...]]:
    """Return where the translation of the entry that begins at line ``index`` stands, and its turns."""
    while not lines[index].startswith("msgstr "):
        index += 1
    turns: list[Turn] = []
    offset = 0
    prefix = len("msgstr ")
    while index < len(lines) and (prefix or lines[index].startswith('"')):
        for match in _CHARACTER.finditer(lines[index].rstrip(), prefix + 1, len(lines[index].rstrip()) - 1):
            if match.start() == prefix + 1 or (turns and _is_off(turns[-1], offset, index, match.start())):
                turns.append(Turn(offset, index + 1, match.start() + 1))
            offset += 1
        index, prefix = index + 1, 0
    first = turns[0] if turns else Turn(0, index, len("msgstr ") + 2)
    return Span(path, first.line, first.column, max(offset, 1)), tuple(turns[1:])


def _is_off(turn: Turn, offset: int, index: int, start: int) -> bool:
    """Whether counting on from a turn leads elsewhere than to ``start``: an escape stood in between."""
    return turn.column + offset - turn.offset != start + 1 or turn.line != index + 1
