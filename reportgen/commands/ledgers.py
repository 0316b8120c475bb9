"""The ledgers of a build: of the languages built, and of those whose files stay as an earlier build wrote them."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator

from msgspec import Struct

from reportgen.commands.formats import FOLDER
from reportgen.commands.printed_places import read_ledger
from reportgen.inputs import Inputs
from reportgen.model.project import Project
from reportgen.write.ledger import Entry, ledger, ledger_entries, public_ledger
from reportgen.write.printed_numbers import PrintedNumber
from reportgen.write.replace import replace_file


class Ledgers(Struct, frozen=True):
    """The paths of the ledgers, and the languages whose files are there and whose numbers these cannot tell."""

    written: tuple[str, ...] = ()
    unlisted: tuple[str, ...] = ()


def write_ledgers(inputs: Inputs, numbers: Iterable[PrintedNumber], kept: Collection[str]) -> Ledgers:
    """Write the ledger and its public form: the first never leaves the house, the second may go with the report.

    ``kept`` are the languages that were not built and whose files stay: what these print is what the last ledger says,
    with the data as they then were.
    """
    entries = ledger_entries(inputs.project, inputs.dataset, numbers)
    before = read_ledger(inputs.project) if kept else {}
    entries += [entry for entry in before.get("entries", ()) if entry["locale"] in kept]
    written = tuple(_written(inputs.project, _in_order(entries, inputs.project)))
    listed = {entry["locale"] for entry in entries}
    # a report that prints no number at all has none to tell in any language
    return Ledgers(written, tuple(id_ for id_ in kept if id_ not in listed) if listed else ())


def _in_order(entries: Iterable[Entry], project: Project) -> list[Entry]:
    """Return entries in the order of the project's languages."""
    order = {locale.id: at for at, locale in enumerate(project.locales)}
    return sorted(entries, key=lambda entry: order[str(entry["locale"])])


def _written(project: Project, entries: list[Entry]) -> Iterator[str]:
    for name, write in {"ledger": ledger, "ledger.public": public_ledger}.items():
        path = f"{FOLDER}/{project.id}.{name}.json"
        replace_file(project.root / path, write(project, entries).encode())
        yield path
