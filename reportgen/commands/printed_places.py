"""Where the numbers of the last build are printed, as its ledger says."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from reportgen.commands.formats import FOLDER
from reportgen.model.project import Project
from reportgen.write.ledger_shape import ledger_in

Pages = Mapping[str, tuple[str, ...]]
"""Page labels by locale id, in reading order."""
Printed = Mapping[tuple[str, str], Pages]
"""Pages by indicator and period."""


def read_ledger(project: Project) -> Mapping[str, Any]:
    """Return the ledger of the last build; an empty one where there is none of the present format."""
    try:
        return ledger_in((project.root / FOLDER / f"{project.id}.ledger.json").read_bytes())
    except (OSError, ValueError):
        return {}


def printed_places(ledger: Mapping[str, Any]) -> Printed:
    """Return the pages of each value, those included where it is printed as part of a change or share."""
    found: dict[tuple[str, str], dict[str, dict[str, None]]] = {}
    for entry in ledger.get("entries", ()):
        pages = dict.fromkeys(entry["pages"])
        for fact in entry["facts"] if pages else ():
            found.setdefault((fact["indicator"], fact["period"]), {}).setdefault(entry["locale"], {}).update(pages)
    return {key: {locale: tuple(pages) for locale, pages in by.items()} for key, by in found.items()}
