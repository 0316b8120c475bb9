"""The versions of a framework: `<name>_<year>` is for financial years that begin in that year or later."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date

_VERSION = re.compile(r"(?P<family>.+)_(?P<year>\d{4})")


def version_for(name: str, known: Iterable[str], start: date) -> str:
    """Return the id that a name means for a financial year beginning on ``start``; the name itself where it is one.

    The name of a framework with versions means the one in force; the oldest stands in for years before it.
    """
    versions = versions_of(name, known)
    if name in set(known) or not versions:
        return name
    in_force = [year for year in versions if year <= start.year]
    return versions[max(in_force) if in_force else min(versions)]


def versions_of(family: str, known: Iterable[str]) -> dict[int, str]:
    """Return the versions of a framework by their first year, oldest first."""
    matches = (_VERSION.fullmatch(id) for id in known)
    found = {int(match["year"]): match[0] for match in matches if match and match["family"] == family}
    return dict(sorted(found.items()))


def family_of(id_: str) -> str:
    """Return the name that the versions of a framework share; a framework without versions is its own."""
    match = _VERSION.fullmatch(id_)
    return match["family"] if match else id_
