"""What the languages of a report are made of, while another process reads it (`read_report`)."""

from __future__ import annotations

from collections.abc import Callable

from msgspec import Struct

from reportgen.diagnostics import Diagnostic, Diagnostics, ReportError
from reportgen.inputs import Inputs


class Read(Struct, frozen=True):
    """What was read, or ``None`` where nothing can be built on it, and what was found in it."""

    inputs: Inputs | None
    found: tuple[Diagnostic, ...]


Reading = Callable[[], Read]
"""Waits for what is being read."""


def finished(reading: Reading, diagnostics: Diagnostics) -> Inputs:
    """Return what was read; what was found is added to the diagnostics.

    Raises ReportError where nothing can be built on it.
    """
    done = reading()
    diagnostics.extend(done.found)
    if done.inputs is None:
        raise ReportError(diagnostics)
    return done.inputs
