"""The databook as JSON: every indicator with its words, values, notes and sources."""

from __future__ import annotations

import json
from typing import Any

from reportgen.model.databook import Databook, Entry, Topic, Value
from reportgen.model.dataset import Absent, Exact, Range, Target

FORMAT = 1
"""The version of the databook's shape; it changes with any key's name or meaning."""


def databook_json(book: Databook) -> str:
    """Return the databook as JSON text. Numbers are texts with exactly the digits filed; what is empty is left out."""
    content = {
        "format": FORMAT,
        "report": book.report,
        "title": book.title,
        "company": book.company,
        "periods": book.labels,
        "topics": [_topic(topic) for topic in book.topics],
    }
    return json.dumps(content, ensure_ascii=False, indent=1) + "\n"


def _topic(topic: Topic) -> dict[str, Any]:
    return {"id": topic.id, "indicators": [_entry(entry) for entry in topic.entries]}


def _entry(entry: Entry) -> dict[str, Any]:
    indicator = entry.indicator
    return _filled(
        {
            "id": indicator.id,
            "name": entry.name,
            "unit": {"code": indicator.unit, **entry.unit},
            "kind": indicator.kind.value,
            "definition": entry.definition,
            "boundary": entry.boundary,
            "population": entry.population,
            "method": entry.method,
            "dimension": indicator.dimension,
            "member": indicator.member,
            "formula": entry.formula,
            "notes": list(entry.notes),
            "owner": indicator.owner,
            "place": str(indicator.span) if indicator.span.path else "",
            "values": {period: _value(value) for period, value in entry.values.items()},
            "targets": {period: _target(target) for period, target in indicator.targets.items()},
        }
    )


def _target(target: Target) -> dict[str, str]:
    high = {"high": f"{target.high:f}"} if target.high is not None else {}
    return {"operator": target.operator.value, "value": f"{target.value:f}", **high}


def _value(value: Value) -> dict[str, Any]:
    fact = value.fact
    entry = _filled(
        {
            **_number(fact.value),
            "qualifier": fact.qualifier.value if fact.qualifier else "",
            "note": value.note,
            "change": f"{value.change:+f}" if value.change is not None else "",
            "computed": fact.computed,
            "source": value.source,
            "owner": fact.owner,
            "pages": {locale: list(pages) for locale, pages in value.pages.items()},
            "place": str(fact.span) if fact.span.path else "",
        }
    )
    return {**entry, "status": fact.status.value, "assured": fact.assured}


def _number(value: Exact | Range | Absent) -> dict[str, str]:
    match value:
        case Exact(number):
            return {"value": f"{number:f}"}
        case Range(low, high):
            return {"from": f"{low:f}", "to": f"{high:f}"}
        case Absent(reason):
            return {"none": reason.value}


def _filled(entry: dict[str, Any]) -> dict[str, Any]:
    return {key: content for key, content in entry.items() if content}
