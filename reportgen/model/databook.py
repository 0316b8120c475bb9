"""The databook: all indicators by topic, with their words in each language, as they go to Excel and JSON."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal

from msgspec import Struct, field

from reportgen.model.dataset import Fact, Indicator

Texts = Mapping[str, str]
"""A text by locale id, without markup; none where nothing is said."""


def joined(texts: Texts) -> str:
    """Return a text in all its languages."""
    return " / ".join(dict.fromkeys(text for text in texts.values() if text))


def document_name(document: str) -> str:
    """Return a document's name without the folders it lies in, as it may be published."""
    return document.replace("\\", "/").rpartition("/")[2]


class Value(Struct, frozen=True):
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


class Entry(Struct, frozen=True):
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


class Topic(Struct, frozen=True):
    """A KPI file: its name, the periods that it has values for, earliest first, and its indicators in its order."""

    id: str
    periods: tuple[str, ...]
    entries: tuple[Entry, ...]


class Databook(Struct, frozen=True):
    """A report's data. ``labels`` are the periods' labels by id."""

    report: str
    title: Texts
    company: Texts
    locales: tuple[str, ...]
    labels: Mapping[str, str]
    topics: tuple[Topic, ...]
