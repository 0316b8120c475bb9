"""Catalogue entries -> text, in the one form we write: no line numbers, no dates, a physical line a sentence."""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import pairwise

from reportgen.i18n.po_entry import PoEntry

SEGMENTER = 1
"""The way that messages are cut. A catalogue cut otherwise must be merged anew."""

_SENTENCE_END = re.compile(
    r"(?<=[.!?])[”’\"')\]]*\s+(?=[A-Z“‘\"(\[{*])"
    r"|(?<=[。！？])[”’」』）\"*]*(?=[^”’」』）\"*])"
)
_ESCAPES = str.maketrans({"\\": "\\\\", '"': '\\"', "\n": "\\n", "\t": "\\t", "\r": "\\r"})


def po_text(name: str, language: str, notes: str, live: Iterable[PoEntry], obsolete: Iterable[PoEntry]) -> str:
    """Return a catalogue's whole text. ``name`` is the report's id, ``notes`` the comment at the file's head."""
    blocks = [_header(name, language, notes)]
    blocks += [entry_text(entry) for entry in live]
    blocks += [_obsolete(entry) for entry in obsolete]
    return "\n\n".join(blocks) + "\n"


def _header(name: str, language: str, notes: str) -> str:
    fields = (
        ("Project-Id-Version", name),
        ("Language", language),
        ("MIME-Version", "1.0"),
        ("Content-Type", "text/plain; charset=UTF-8"),
        ("Content-Transfer-Encoding", "8bit"),
        ("X-Reportgen-Segmenter", str(SEGMENTER)),
    )
    lines = [_quoted(f"{key}: {value}\n") for key, value in fields]
    return "\n".join([*_comments("#", notes), 'msgid ""', 'msgstr ""', *lines])


def entry_text(entry: PoEntry) -> str:
    """Return a live message as it stands in a catalogue. What it was made of, soon gone, is one line."""
    flags = (*(("fuzzy",) if entry.fuzzy else ()), *entry.flags)
    lines = [*_comments("#", entry.notes), *_comments("#.", entry.comment)]
    lines += [f"#: {entry.path}"] if entry.path else []
    lines += [f"#, {', '.join(flags)}"] if flags else []
    lines += [f"#| msgid {_quoted(entry.previous)}"] if entry.previous else []
    return "\n".join([*lines, *_field("msgid", entry.source), *_field("msgstr", entry.translation)])


def _obsolete(entry: PoEntry) -> str:
    fields = [*_field("msgid", entry.source), *_field("msgstr", entry.translation)]
    flags = ["#, fuzzy"] if entry.fuzzy else []
    return "\n".join([*_comments("#", entry.notes), *flags, *(f"#~ {line}" for line in fields)])


def _comments(sign: str, text: str) -> list[str]:
    return [f"{sign} {line}".rstrip() for line in text.split("\n")] if text else []


def _field(name: str, text: str) -> list[str]:
    lines = [_quoted(line) for line in sentences(text)]
    return [f"{name} {lines[0]}"] if len(lines) == 1 else [f'{name} ""', *lines]


def _quoted(text: str) -> str:
    return f'"{text.translate(_ESCAPES)}"'


def sentences(text: str) -> list[str]:
    """Return a text cut after each sentence; joined, they are the text again. There is at least one."""
    ends = [match.end() for match in _SENTENCE_END.finditer(text) if match.end() < len(text)]
    bounds = [0, *ends, len(text)]
    return [text[start:end] for start, end in pairwise(bounds)]
