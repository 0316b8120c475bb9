"""The databook: all indicators by topic, with their words in each language, as they go to Excel and JSON."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal

from reportgen.model.dataset import Fact, Indicator

Texts = Mapping[str, str]
"""A text by locale id, without markup; none where nothing is said."""


def document_name(document: str) -> str:
    """Return a document's name without the folders it lies in, as it may be published."""
    return document.replace("\\", "/").rpartition("/")[2]


@dataclass(frozen=True, slots=True)
class Value:
    """A fact, and what stands for it in a cell where it is no number that Excel holds.

    ``change`` is the change against the period before in per cent; of percentages, in percentage points. ``pages`` has
    the pages of the last build by locale id.
    """

    fact: Fact
    text: str | None
    note: Texts
    source: str
    change: Decimal | None
    pages: Mapping[str, tuple[str, ...]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Entry:
    """An indicator with its words, and its rule's formula if it has one. ``notes`` are those that its name marks."""

    indicator: Indicator
    name: Texts
    unit: Texts
    definition: Texts
    boundary: Texts
    population: Texts
    method: Texts
    formula: str
    notes: tuple[Texts, ...]
    values: Mapping[str, Value]


@dataclass(frozen=True, slots=True)
class Topic:
    """A KPI file: its name, the periods that it has values for, earliest first, and its indicators in its order."""

    id: str
    periods: tuple[str, ...]
    entries: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class Databook:
    """A report's data. ``labels`` are the periods' labels by id."""

    report: str
    title: Texts
    company: Texts
    locales: tuple[str, ...]
    labels: Mapping[str, str]
    topics: tuple[Topic, ...]
