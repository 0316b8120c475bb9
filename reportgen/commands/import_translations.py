"""`reportgen translate import`: what translators filled in, into the catalogues."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from msgspec import Struct

from reportgen.commands.update_catalogues import pending
from reportgen.diagnostics import Code, Diagnostics, fail
from reportgen.i18n.receive import Fate, receive
from reportgen.i18n.update import Update
from reportgen.model.exchange import Returned
from reportgen.write.replace import replace_file

_WORKBOOKS = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0")
"""How a workbook begins, and one of the older kind, or with a password."""

_SUFFIXES = (".xlsx", ".xlsm", ".xls")


class Incoming(Struct, frozen=True):
    """What an import would do: how many rows have each fate, and the catalogues that it would write."""

    counts: Mapping[Fate, int]
    changed: tuple[Update, ...]


def plan_import(root: Path, file: Path, diagnostics: Diagnostics) -> Incoming:
    """Hold a workbook or XLIFF file against the catalogues as they should be. Nothing is written.

    What cannot be taken is an error and is left out. Raises ReportError where the sources have faults, there is no such
    file, or the extra for Excel is not installed.
    """
    updates = pending(root, diagnostics)
    received = receive(_rows(file, diagnostics), updates, diagnostics)
    # All catalogues of a language are written: `update` may have moved translations from one to another.
    changed = tuple(made for made in received.updates if made.changed) if received.counts.get(Fate.TAKEN) else ()
    return Incoming(received.counts, changed)


def write_import(root: Path, incoming: Incoming) -> None:
    """Write the catalogues that changed.

    Raises ReportError where a file cannot be written.
    """
    for made in incoming.changed:
        replace_file(root / made.path, made.text.encode())


def _rows(file: Path, diagnostics: Diagnostics) -> tuple[Returned, ...]:
    try:
        with file.open("rb") as stream:
            head = stream.read(4)
    except OSError as error:
        code = Code.FILE_UNREADABLE if file.exists() else Code.FILE_MISSING
        message = f"`{file.name}` cannot be read: {(error.strerror or str(error)).lower()}"
        raise fail(code, message, None, "check the name; paths are relative to the folder you are in") from error
    if head in _WORKBOOKS or (file.suffix.lower() in _SUFFIXES and not head.lstrip().startswith(b"<")):
        from reportgen.load.returned_workbook import read_returned  # noqa: PLC0415 - the other needs no Excel

        return read_returned(file, file.name, diagnostics)
    from reportgen.load.xliff import read_xliff  # noqa: PLC0415 - as above

    return read_xliff(file, file.name, diagnostics)
