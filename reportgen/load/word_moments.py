"""When something was said or changed, as a Word file has it."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime


def moment(attributes: Mapping[str, str]) -> str:
    """Return the ``date`` of an element (ISO 8601), or nothing where there is none that a calendar knows.

    LibreOffice writes ``0-00-00T00:00:00Z`` for what has no date.
    """
    date = attributes.get("date", "")[:40]
    try:
        datetime.fromisoformat(date)
    except ValueError:
        return ""
    return date
