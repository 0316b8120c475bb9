"""Where the numbers of the last build are printed, as its ledger says."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from reportgen.commands.formats import FOLDER
from reportgen.model.project import Project

Pages = Mapping[str, tuple[str, ...]]
"""Page labels by locale id, in reading order."""
Printed = Mapping[tuple[str, str], Pages]
"""Pages by indicator and period."""


def read_ledger(project: Project) -> Mapping[str, Any]:
    """Return the ledger of the last build; an empty one where there is none that can be read."""
    try:
        content = json.loads((project.root / FOLDER / f"{project.id}.ledger.json").read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return content if isinstance(content, dict) else {}


def printed_places(ledger: Mapping[str, Any]) -> Printed:
    """Return the pages of each value, those included where it is printed as part of a change or share."""
    found: dict[tuple[str, str], dict[str, dict[str, None]]] = {}
    for entry in ledger.get("entries", ()):
        pages = dict.fromkeys(map(str, entry.get("pages", ())))
        for fact in entry.get("facts", ()) if pages else ():
            key = (str(fact.get("indicator")), str(fact.get("period")))
            found.setdefault(key, {}).setdefault(str(entry.get("locale")), {}).update(pages)
    return {key: {locale: tuple(pages) for locale, pages in by.items()} for key, by in found.items()}
