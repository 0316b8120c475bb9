"""The ledger: every number that a report prints, with its origin and its places.

Bound documents and their pages in, JSON text out. This is the internal form, with owners and paths: it is never
published. `trace` reads it.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from reportgen.model.block import ChapterBlock, Document, Section
from reportgen.model.dataset import Absent, Dataset, Exact, Fact, Range, Ratio, Share, Source, Sum
from reportgen.model.inline import Bound
from reportgen.model.project import Project
from reportgen.model.walk import walk

FORMAT = 1
"""The version of the ledger's shape; it changes with any key's name or meaning."""


@dataclass(frozen=True, slots=True)
class Printed:
    """A report in one language as printed: its document, and the page label of each occurrence.

    An occurrence that is on no page, such as in a note that nothing marks, has no label.
    """

    document: Document
    pages: Mapping[int, str]


def ledger(project: Project, dataset: Dataset, reports: Mapping[str, Printed]) -> str:
    """Return the ledger of a report's languages, given by locale id, as JSON text.

    The entries of a language stand in reading order, those of languages in the project's order. An entry is one
    printed number::

        {"locale": "en", "occurrence": 0, "text": "58,941.32 tCO₂e", "form": "", "section": "ghg_inventory",
         "place": "content/sections/ghg_inventory.md:7:23", "page": "56",
         "facts": [{"indicator": "ghg_scope2", "period": "current", "value": "58941.32", "unit": "tCO2e", ...}]}

    A number that rests on several facts, such as a change, has them all, its own first. Values are texts with exactly
    the digits filed.
    """
    entries = [
        _entry(locale.id, section, bound, report.pages, dataset)
        for locale in project.locales
        if (report := reports.get(locale.id)) is not None
        for section, bound in _bounds(report.document)
    ]
    content = {"format": FORMAT, "report": project.id, "entries": entries}
    return json.dumps(content, ensure_ascii=False, indent=1) + "\n"


def _bounds(document: Document) -> list[tuple[str, Bound]]:
    """Return the printed numbers with the section (or chapter) that each stands in, by occurrence."""
    found: dict[int, tuple[str, Bound]] = {}
    for section, bound in _sections_and_bounds(document):
        found.setdefault(bound.occurrence, (section, bound))
    return [found[occurrence] for occurrence in sorted(found)]


def _sections_and_bounds(document: Document) -> Iterator[tuple[str, Bound]]:
    section = ""
    files: dict[str, str] = {}
    for node in walk(document.blocks):
        match node:
            case ChapterBlock(id=id_):
                section = id_
            case Section(id=id_, span=span):
                section = id_
                files[span.path] = id_
            case Bound(occurrence=occurrence) if occurrence >= 0:
                yield section, node
    for note in document.notes:
        for node in walk(note):
            if isinstance(node, Bound) and node.occurrence >= 0:
                yield files.get(note.span.path, ""), node


def _entry(locale: str, section: str, bound: Bound, pages: Mapping[int, str], dataset: Dataset) -> dict[str, object]:
    return {
        "locale": locale,
        "occurrence": bound.occurrence,
        "text": bound.text,
        "form": bound.ref.form,
        "section": section,
        "place": str(bound.ref.span),
        "page": pages.get(bound.occurrence),
        "facts": [_fact(fact, dataset) for fact in bound.facts],
    }


def _fact(fact: Fact, dataset: Dataset) -> dict[str, object]:
    indicator = dataset.indicators[fact.indicator]
    return {
        "indicator": fact.indicator,
        "period": fact.period,
        "value": _value(fact.value),
        "qualifier": fact.qualifier.value if fact.qualifier else None,
        "unit": indicator.unit,
        "status": fact.status.value,
        "assured": fact.assured,
        "computed": fact.computed,
        "rule": _rule(indicator.rule),
        "owner": fact.owner or None,
        "source": _source(fact.source),
        "place": f"{fact.span.path}:{fact.span.line}",
    }


def _value(value: Exact | Range | Absent) -> str | list[str] | dict[str, str]:
    """Return a value: a number as text, a range as two, an absent one by its reason."""
    match value:
        case Exact(number):
            return f"{number:f}"
        case Range(low, high):
            return [f"{low:f}", f"{high:f}"]
        case Absent(reason):
            return {"none": reason.value}


def _rule(rule: Sum | Ratio | Share | None) -> dict[str, list[str]] | None:
    match rule:
        case Sum(parts):
            return {"sum": list(parts)}
        case Ratio(numerator, denominator):
            return {"ratio": [numerator, denominator]}
        case Share(part, whole):
            return {"share": [part, whole]}
    return None


def _source(source: Source | None) -> dict[str, str] | None:
    if source is None:
        return None
    named = {"document": source.document, "sheet": source.sheet, "cell": source.cell}
    return {key: text for key, text in named.items() if text}
