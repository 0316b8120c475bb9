"""What git runs to show and to merge a catalogue: files in, changes or a merged text out."""

from __future__ import annotations

import subprocess
from collections.abc import Iterator
from difflib import unified_diff
from pathlib import Path

from reportgen.diagnostics import Diagnostics
from reportgen.i18n.canonical import language_of
from reportgen.i18n.catalogue_diff import EntryChange, compare
from reportgen.i18n.merge import merge
from reportgen.i18n.merged_text import merged_text
from reportgen.i18n.po_file import PoFile, read_po
from reportgen.write.replace import replace_file

_EMPTY = 'msgid ""\nmsgstr ""\n'


def changes_between(old: Path, new: Path, path: str) -> tuple[EntryChange, ...] | None:
    """Return what changed between two states of a catalogue, or ``None`` where one cannot be read as one.

    A file that is not there, such as `/dev/null`, is an empty catalogue.
    """
    then, now = _read(old, path), _read(new, path)
    return None if then is None or now is None else tuple(compare(then, now))


def plain_changes(old: Path, new: Path, path: str) -> Iterator[str]:
    """Yield the lines of an ordinary diff, for what is no catalogue."""
    texts = (_text(file).encode("utf-8", "surrogateescape").decode("utf-8", "replace") for file in (old, new))
    before, after = (text.splitlines() for text in texts)
    yield from unified_diff(before, after, f"a/{path}", f"b/{path}", lineterm="")


def merge_files(base: Path, ours: Path, theirs: Path, path: str) -> int:
    """Merge two catalogues into ``ours``, as git wants it; return how many messages are in conflict.

    What is no catalogue is merged line by line, by git itself.
    """
    files = [_read(file, path) for file in (base, ours, theirs)]
    old, left, right = files
    if old is None or left is None or right is None:
        done = subprocess.run(["git", "merge-file", str(ours), str(base), str(theirs)], check=False)
        return abs(done.returncode)
    merged = merge(old, left, right)
    text = merged_text(merged, _project(left), language_of(path))
    replace_file(ours, text.encode())
    return merged.conflicts


def _project(file: PoFile) -> str:
    """Return the report's id as a catalogue's head has it."""
    for line in file.text.split("\n"):
        if line.startswith('"Project-Id-Version: '):
            return line.removeprefix('"Project-Id-Version: ').removesuffix('\\n"')
    return ""


def _read(file: Path, path: str) -> PoFile | None:
    text = _text(file) or _EMPTY
    return None if any("\udc80" <= character <= "\udcff" for character in text) else read_po(text, path, Diagnostics())


def _text(file: Path) -> str:
    """Return a file's text. What is no UTF-8 is kept as bytes that no catalogue has, so that it is refused as one."""
    if not file.is_file():
        return ""
    return file.read_bytes().decode("utf-8", "surrogateescape").replace("\r\n", "\n")
