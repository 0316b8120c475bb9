"""The process that reads a report, begun before anything else is: nothing in a build takes longer before it can begin.

What reads is imported there while this process understands the command line and imports what builds. It imports no
more than that takes.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from reportgen.commands.forked import stand_by

if TYPE_CHECKING:
    from pathlib import Path

    from reportgen.commands.reading import Read, Reading

    Asked = tuple[Path, tuple[str, ...]]
    """The folder of a report, and the languages it is wanted in; all of its own where none is named."""
    Reader = Callable[[Asked], Reading]
    """Begins with reading a report. It reads one."""

READS = "build"
"""The command that has a report read in another process."""


def begin_reader() -> Reader:
    """Let a process get ready to read a report."""
    return stand_by(_ready)


def _ready() -> Callable[[Asked], Read]:
    from reportgen.commands.read_report import read

    return lambda asked: read(*asked)
