"""`reportgen data request` and `data status`: what is asked of whom, and what is still missing."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from reportgen.commands.data import Data, load_data
from reportgen.commands.data_export import data_book
from reportgen.commands.formats import FOLDER
from reportgen.diagnostics import Code, Diagnostics, fail, suggest
from reportgen.model.databook import Databook
from reportgen.model.dataset import Indicator
from reportgen.transform.period_order import periods_before
from reportgen.write.replace import replace_file
from reportgen.write.xlsx.request import request_xlsx

NO_OWNER = "no owner"


class Owned(Struct, frozen=True):
    """An owner's indicators for a period: those asked for, and of them those without a value, and without a source."""

    owner: str
    asked: tuple[Indicator, ...]
    missing: tuple[Indicator, ...]
    unsourced: tuple[Indicator, ...]


def request_data(root: Path, period: str, diagnostics: Diagnostics) -> tuple[str, ...]:
    """Write a workbook for each owner of values of a period; return the paths.

    Raises ReportError where the data have faults, the report has no such period, or the extra is not installed.
    """
    data = load_data(root, diagnostics)
    book = data_book(data, {}, Diagnostics())
    before = _before(data, period)
    written: list[str] = []
    taken: set[str] = set()
    for owned in _by_owner(data, period):
        content = request_xlsx(_of(book, owned), owned.owner, period, before)
        path = f"{FOLDER}/requests/{data.project.id}.{period}.{_file_name(owned.owner, taken)}.xlsx"
        replace_file(data.project.root / path, content)
        written.append(path)
    return tuple(written)


def data_status(root: Path, period: str, diagnostics: Diagnostics) -> tuple[Owned, ...]:
    """Return what each owner is asked for in a period, and what of it is still missing.

    Raises ReportError where the data have faults, or the report has no such period.
    """
    return tuple(_by_owner(load_data(root, diagnostics), period))


def _by_owner(data: Data, period: str) -> Iterator[Owned]:
    """Yield the owners by name, at last what has none."""
    if period not in data.project.periods:
        hint = suggest(period, data.project.periods) or f"the periods are {', '.join(data.project.periods)}"
        raise fail(Code.UNKNOWN_PERIOD, f"the report has no period `{period}`", None, hint)
    before = _before(data, period)
    owners: dict[str, list[Indicator]] = {}
    for indicator in data.dataset.indicators.values():
        if _is_asked(indicator, period, before):
            owners.setdefault(_owner(indicator, period), []).append(indicator)
    for owner in sorted(owners, key=lambda name: (not name, name)):
        asked = tuple(owners[owner])
        missing = tuple(one for one in asked if period not in one.facts)
        unsourced = tuple(one for one in asked if period in one.facts and one.facts[period].source is None)
        yield Owned(owner, asked, missing, unsourced)


def _is_asked(indicator: Indicator, period: str, before: str) -> bool:
    """Tell whether a period's value is to be delivered: not what is computed or stood for one year only."""
    if indicator.rule is not None:
        return False
    return not indicator.facts or period in indicator.facts or before in indicator.facts


def _owner(indicator: Indicator, period: str) -> str:
    fact = indicator.facts.get(period)
    owners = [fact.owner if fact else "", indicator.owner, *(one.owner for one in indicator.facts.values())]
    return next((owner for owner in owners if owner), "")


def _before(data: Data, period: str) -> str:
    """Return the period before a period; empty where there is none."""
    return next(iter(periods_before(period, data.project.periods)), "")


def _of(book: Databook, owned: Owned) -> Databook:
    """Return the part of the databook that an owner is asked for."""
    ids = {indicator.id for indicator in owned.asked}
    topics = (
        replace(topic, entries=tuple(entry for entry in topic.entries if entry.indicator.id in ids))
        for topic in book.topics
    )
    return replace(book, topics=tuple(topic for topic in topics if topic.entries))


def _file_name(owner: str, taken: set[str]) -> str:
    """Return an owner's name as part of a file's name, unlike the others."""
    base = name = re.sub(r"\W+", "_", owner or NO_OWNER).strip("_").lower() or "owner"
    number = 2
    while name in taken:
        name = f"{base}_{number}"
        number += 1
    taken.add(name)
    return name
