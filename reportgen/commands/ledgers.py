"""The ledgers of a build: of the languages built, and of those whose files stay as an earlier build wrote them."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping

from msgspec import Struct

from reportgen.commands.formats import FOLDER
from reportgen.commands.printed_places import read_ledger
from reportgen.model.project import Project
from reportgen.write.ledger import NONE, Entries, encoded, ledger
from reportgen.write.replace import replace_file


class Ledgers(Struct, frozen=True):
    """The paths of the ledgers, and the languages whose files are there and whose numbers these cannot tell."""

    written: tuple[str, ...] = ()
    unlisted: tuple[str, ...] = ()


def write_ledgers(project: Project, built: Mapping[str, Entries], kept: Collection[str]) -> Ledgers:
    """Write the ledger and its public form: the first never leaves the house, the second may go with the report.

    ``built`` has the entries of the languages built. ``kept`` are those that were not and whose files stay: what these
    print is what the last ledger says, with the data as they then were.
    """
    entries = {**_earlier(project, kept), **built}
    written = tuple(_written(project, [entries[locale.id] for locale in project.locales if locale.id in entries]))
    listed = {id_ for id_, own in entries.items() if own.internal != NONE}
    # a report that prints no number at all has none to tell in any language
    return Ledgers(written, tuple(id_ for id_ in kept if id_ not in listed) if listed else ())


def _earlier(project: Project, kept: Collection[str]) -> dict[str, Entries]:
    entries = read_ledger(project).get("entries", ()) if kept else ()
    return {id_: encoded([entry for entry in entries if entry["locale"] == id_]) for id_ in kept}


def _written(project: Project, entries: list[Entries]) -> Iterator[str]:
    forms = {"ledger": [own.internal for own in entries], "ledger.public": [own.public for own in entries]}
    for name, arrays in forms.items():
        path = f"{FOLDER}/{project.id}.{name}.json"
        replace_file(project.root / path, ledger(project, arrays))
        yield path
