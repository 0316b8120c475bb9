"""Reads what the languages of a report are made of, for a command that does something else the while."""

from __future__ import annotations

from collections.abc import Collection
from pathlib import Path

from reportgen.commands.reading import Read
from reportgen.diagnostics import Diagnostics, ReportError
from reportgen.load_inputs import load


def read(root: Path, wanted: Collection[str] = ()) -> Read:
    """Read a report for the languages that are wanted; for all of its own where none is named."""
    found = Diagnostics()
    try:
        inputs = load(root, found, wanted)
    except ReportError as error:
        found.extend(error.diagnostics)
        inputs = None
    return Read(inputs, found.everything())
