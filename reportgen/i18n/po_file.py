"""A catalogue file as it is read: its entries in order, and the place of each character of a translation."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from msgspec import Struct

from reportgen.diagnostics import Code, Diagnostics, Span
from reportgen.i18n.po_entry import PoEntry
from reportgen.i18n.po_lines import PoLines, PoMessage, read_lines
from reportgen.model.words import Turn, Words

BRACES = "python-brace-format"

_NO_LINE = "this line is not what a catalogue has here"
_CONFLICT = ("<<<<<<<", "=======", ">>>>>>>")
_CONTENT_TYPE = re.compile(r"^Content-Type:(.*)$", re.MULTILINE)

Fault = tuple[int, str, str]
"""The number of a line, what is wrong there, and what to do."""


class PoFile(Struct, frozen=True):
    """A catalogue file: its path relative to the project's root, its text, the notes at its head, its entries."""

    path: str
    text: str
    notes: str
    live: tuple[PoEntry, ...]
    obsolete: tuple[PoEntry, ...]


def read_po(text: str, path: str, diagnostics: Diagnostics) -> PoFile | None:
    """Return a catalogue's file, or ``None`` where it cannot be read (CATALOGUE_BROKEN)."""
    lines = text.split("\n")
    read = read_lines(lines)
    header = next((message for message in read.messages if _is_header(message)), None)
    messages = [message for message in read.messages if message is not header]
    faults = list(_faults_of_lines(read, lines)) or [*_header_faults(header), *_faults(read.messages)]
    for line, fault, hint in faults:
        diagnostics.error(Code.CATALOGUE_BROKEN, fault, Span(path, line), hint)
    if faults:
        return None
    live = tuple(_entry(message) for message in messages if not message.obsolete)
    obsolete = tuple(_entry(message) for message in messages if message.obsolete)
    return PoFile(path, text, "\n".join(read.head).strip("\n"), live, obsolete)


def _is_header(message: PoMessage) -> bool:
    return not message.texts["msgid"] and not message.obsolete


def _faults_of_lines(read: PoLines, lines: Sequence[str]) -> Iterator[Fault]:
    """Yield what is wrong with lines: an open quotation mark, an unknown escape, a conflict, a line out of place."""
    for number in read.broken:
        if lines[number - 1].startswith(_CONFLICT):
            yield number, "two branches are in conflict here", "keep one of the two, and delete the marks"
        else:
            hint = 'close the quotation mark; inside, only \\n, \\t, \\r, \\" and \\\\ may be escaped'
            yield number, _NO_LINE, hint
    if read.open:
        yield read.open, "this message has no `msgstr`", 'write `msgstr ""` below it'
    if read.misplaced and not read.broken and not read.open:
        hint = "correct the line, or take the file from the last commit"
        yield read.misplaced, f"the catalogue cannot be read: {_NO_LINE}", hint


def _faults(messages: Iterable[PoMessage]) -> Iterator[Fault]:
    """Yield what a catalogue of ours does not have, lest it be lost when the file is written again."""
    lines: dict[str, int] = {}
    for message in messages:
        source = message.texts["msgid"]
        foreign = _foreign(message)
        if foreign:
            what, hint = foreign
            yield message.line, f"this message has {what}, which the report's messages have not", hint
        elif not message.obsolete and source in lines:
            hint = "keep one of them: the one with the better translation"
            yield message.line, f"this message stands in line {lines[source]} too", hint
        if not message.obsolete:
            lines.setdefault(source, message.line)


def _foreign(message: PoMessage) -> tuple[str, str] | None:
    """Return what gettext's messages may have and the report's have not, and what to do; ``None`` where it has none."""
    if message.texts.get("msgctxt"):
        return "a context (`msgctxt`)", "take it out"
    filled = [name for name, text in message.texts.items() if name != "msgid_plural" or text]
    plural = next((name for name in filled if name == "msgid_plural" or name.startswith("msgstr[")), "")
    if plural:
        return f"plural forms (`{plural}`)", "take `msgid_plural` out, and leave one translation: `msgstr`"
    return None


def _header_faults(header: PoMessage | None) -> Iterator[Fault]:
    kinds = _CONTENT_TYPE.findall(header.texts.get("msgstr", "")) if header else ()
    charset = kinds[-1].rpartition("charset=")[2].strip() if kinds else "UTF-8"
    if charset.upper() not in ("UTF-8", "UTF8"):
        hint = "save it as UTF-8, and write `charset=UTF-8` at its head"
        yield 1, f"the catalogue says that it is in `{charset}`", hint


def translation_words(file: PoFile, entry: PoEntry) -> Words:
    """Return the translation of an entry of the file with its place there."""
    return Words(entry.translation, *_place(file.text.split("\n"), entry.line - 1, file.path))


def placed_translations(file: PoFile) -> dict[str, Words]:
    """Return the translation of each message with its place."""
    lines = file.text.split("\n")
    return {entry.source: Words(entry.translation, *_place(lines, entry.line - 1, file.path)) for entry in file.live}


def _entry(message: PoMessage) -> PoEntry:
    flags, translation = message.flags, message.texts.get("msgstr", "")
    kept = tuple(dict.fromkeys(flag for flag in flags if flag not in {"fuzzy", BRACES}))
    return PoEntry(
        source=message.texts["msgid"],
        translation=translation,
        notes=message.comment("#"),
        comment=message.comment("#."),
        path=_first_path(message.comment("#:")),
        flags=(*kept, BRACES) if BRACES in flags else kept,
        fuzzy="fuzzy" in flags and bool(translation),  # of what is not translated nothing is out of date
        previous=message.texts.get("previous msgid", ""),
        line=message.line,
    )


def _first_path(places: str) -> str:
    """Return the first path of a comment on places, without the number of a line."""
    first = places.split(None, 1)[0] if places else ""
    path, _, line = first.rpartition(":")
    return path if line.isdigit() and path else first


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
