"""A catalogue file as it is read: its entries in order, and the place of each character of a translation."""

from __future__ import annotations

import re
from collections.abc import Iterator

import polib
from msgspec import Struct

from reportgen.diagnostics import Code, Diagnostics, Span
from reportgen.i18n.po_entry import PoEntry
from reportgen.model.words import Turn, Words

BRACES = "python-brace-format"

_LINE = re.compile(r"\(?line (\d+)\)?(?:: (.*))?")
_CONFLICT = ("<<<<<<<", "=======", ">>>>>>>")
_SOUND = re.compile(
    r"(?:#.*|(?:#~ |#\| |#~\| )?(?:msgctxt |msgid |msgid_plural |msgstr |msgstr\[\d\] )?"
    r'"[^"\\]*(?:\\[ntr"\\][^"\\]*)*")?'
)


class PoFile(Struct, frozen=True):
    """A catalogue file: its path relative to the project's root, its text, the notes at its head, its entries."""

    path: str
    text: str
    notes: str
    live: tuple[PoEntry, ...]
    obsolete: tuple[PoEntry, ...]


def read_po(text: str, path: str, diagnostics: Diagnostics) -> PoFile | None:
    """Return a catalogue's file, or ``None`` where it cannot be read (CATALOGUE_BROKEN)."""
    if _report_lines(text, path, diagnostics):
        return None
    try:
        # The blank line keeps polib from taking a short text for the name of a file.
        file = polib.pofile(text + "\n\n")
    except (OSError, ValueError, IndexError, KeyError) as error:
        match = _LINE.search(str(error))
        line = int(match[1]) if match else 1
        detail = (match[2] if match else "") or "this line is not what a catalogue has here"
        hint = "correct the line, or take the file from the last commit"
        diagnostics.error(Code.CATALOGUE_BROKEN, f"the catalogue cannot be read: {detail}", Span(path, line), hint)
        return None
    if _report_faults(file, path, diagnostics):
        return None
    live = tuple(_entry(entry) for entry in file if not entry.obsolete)
    obsolete = tuple(_entry(entry) for entry in file.obsolete_entries())
    return PoFile(path, text, file.header.strip("\n"), live, obsolete)


def _report_lines(text: str, path: str, diagnostics: Diagnostics) -> bool:
    """Report lines that polib would take for something else: an open quotation mark, an unknown escape, a conflict."""
    found = []
    open_message = 0
    for number, line in enumerate(text.split("\n"), 1):
        if line.startswith(_CONFLICT):
            found.append((number, "two branches are in conflict here", "keep one of the two, and delete the marks"))
        elif not _SOUND.fullmatch(line.rstrip()):
            hint = 'close the quotation mark; inside, only \\n, \\t, \\r, \\" and \\\\ may be escaped'
            found.append((number, "this line is not what a catalogue has here", hint))
        if line.startswith("msgid "):
            open_message = number
        elif line.startswith("msgstr"):
            open_message = 0
    if open_message:
        found.append((open_message, "this message has no `msgstr`", 'write `msgstr ""` below it'))
    for number, fault, hint in found:
        diagnostics.error(Code.CATALOGUE_BROKEN, fault, Span(path, number), hint)
    return bool(found)


def _report_faults(file: polib.POFile, path: str, diagnostics: Diagnostics) -> bool:
    """Report what a catalogue of ours does not have, lest it be lost when the file is written again."""
    found = [(0, fault, hint) for fault, hint in _header_faults(file)]
    lines: dict[str, int] = {}
    for entry in file:
        line = entry.linenum or 1
        if entry.msgctxt or entry.msgid_plural:
            what = "a context (`msgctxt`)" if entry.msgctxt else "plural forms (`msgid_plural`)"
            found.append((line, f"this message has {what}, which the report's messages have not", "take it out"))
        elif not entry.obsolete and entry.msgid in lines:
            hint = "keep one of them: the one with the better translation"
            found.append((line, f"this message stands in line {lines[entry.msgid]} too", hint))
        if not entry.obsolete:
            lines.setdefault(entry.msgid, line)
    for line, fault, hint in found:
        diagnostics.error(Code.CATALOGUE_BROKEN, fault, Span(path, max(line, 1)), hint)
    return bool(found)


def _header_faults(file: polib.POFile) -> Iterator[tuple[str, str]]:
    kind = file.metadata.get("Content-Type", "charset=UTF-8")
    charset = kind.rpartition("charset=")[2].strip()
    if charset.upper() not in ("UTF-8", "UTF8"):
        yield f"the catalogue says that it is in `{charset}`", "save it as UTF-8, and write `charset=UTF-8` at its head"


def translation_words(file: PoFile, entry: PoEntry) -> Words:
    """Return the translation of an entry of the file with its place there."""
    return Words(entry.translation, *_place(file.text.split("\n"), entry.line - 1, file.path))


def placed_translations(file: PoFile) -> dict[str, Words]:
    """Return the translation of each message with its place."""
    lines = file.text.split("\n")
    return {entry.source: Words(entry.translation, *_place(lines, entry.line - 1, file.path)) for entry in file.live}


def _entry(entry: polib.POEntry) -> PoEntry:
    flags = tuple(dict.fromkeys(flag for flag in entry.flags if flag not in {"fuzzy", BRACES}))
    return PoEntry(
        source=entry.msgid,
        translation=entry.msgstr,
        notes=entry.tcomment,
        comment=entry.comment,
        path=entry.occurrences[0][0] if entry.occurrences else "",
        flags=(*flags, BRACES) if BRACES in entry.flags else flags,
        fuzzy=entry.fuzzy,
        previous=entry.previous_msgid or "",
        line=entry.linenum or 1,
    )


def _place(lines: list[str], index: int, path: str) -> tuple[Span, tuple[Turn, ...]]:
    """Return where the translation of the entry that begins at line ``index`` stands, and its turns."""
    while not lines[index].startswith("msgstr "):
        index += 1
    turns: list[Turn] = []
    offset = 0
    prefix = len("msgstr ")
    while index < len(lines) and (prefix or lines[index].startswith('"')):
        for start, end in _runs(lines[index].rstrip(), prefix + 1):
            if start == prefix + 1 or (turns and _is_off(turns[-1], offset, index, start)):
                turns.append(Turn(offset, index + 1, start + 1))
            offset += end - start
        index, prefix = index + 1, 0
    first = turns[0] if turns else Turn(0, index, len("msgstr ") + 2)
    return Span(path, first.line, first.column, max(offset, 1)), tuple(turns[1:])


def _runs(line: str, start: int) -> Iterator[tuple[int, int]]:
    """Yield where characters that need no escape begin and end in a line's text; of an escape, its first character."""
    end = len(line) - 1
    while start < end:
        escape = line.find("\\", start, end)
        if escape == start:
            yield start, start + 1
            start += 2
        else:
            stop = escape if escape > 0 else end
            yield start, stop
            start = stop


def _is_off(turn: Turn, offset: int, index: int, start: int) -> bool:
    """Whether counting on from a turn leads elsewhere than to ``start``: an escape stood in between."""
    return turn.column + offset - turn.offset != start + 1 or turn.line != index + 1
