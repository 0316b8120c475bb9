"""The ledger as an Excel workbook: a row for each printed number, to be ticked off.

The ledger's entries as `build` wrote them in; the workbook's bytes out.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from typing import Any

from reportgen.model.databook import document_name
from reportgen.write.xlsx.book import Cell, Column, Number, Table, workbook
from reportgen.write.xlsx.heads import head

Entry = Mapping[str, Any]

_WIDTHS = {"text": 26, "section": 26, "place": 46, "indicator": 30, "rests_on": 44, "rule": 44, "source": 36}
_INTERNAL = ("place", "owner")
_COLUMNS = (
    "number language text page section place indicator period value unit rule rests_on status assured source owner "
    "checked"
).split()


def ledger_xlsx(ledger: Entry, title: str, company: str, locales: Sequence[str]) -> bytes:
    """Return the ledger as a workbook.

    Raises ReportError where the extra is not installed.
    """
    return _book(ledger, title, company, locales, _COLUMNS)


def published_ledger_xlsx(ledger: Entry, title: str, company: str, locales: Sequence[str]) -> bytes:
    """Return the public form, without places and owners; of a source only the document's name.

    Raises ReportError where the extra is not installed.
    """
    public = {"entries": [_published(entry) for entry in ledger.get("entries", ())]}
    return _book(public, title, company, locales, [name for name in _COLUMNS if name not in _INTERNAL])


def _published(entry: Entry) -> Entry:
    return {**entry, "facts": [{**fact, "source": _document(fact.get("source"))} for fact in entry.get("facts", ())]}


def _document(source: Entry | None) -> Entry | None:
    return {"document": document_name(source["document"])} if source else None


def _book(ledger: Entry, title: str, company: str, locales: Sequence[str], names: Sequence[str]) -> bytes:
    columns = [Column(head(name, locales), _WIDTHS.get(name, 14), fill_in=name == "checked") for name in names]
    rows: list[list[Cell]] = []
    for number, entry in enumerate(ledger.get("entries", ()), 1):
        cells = dict(_cells(entry))
        rows.append([Number(Decimal(number), "0") if name == "number" else cells.get(name) for name in names])
    table = Table("Ledger", title, f"{company} · {head('ledger', locales)}", columns, rows, frozen=3)
    return workbook(title, company, [table])


def _cells(entry: Entry) -> Iterator[tuple[str, Cell]]:
    facts: Sequence[Entry] = entry.get("facts") or ({},)
    first = facts[0]
    yield "language", entry.get("locale")
    yield "text", entry.get("text")
    yield "page", ", ".join(map(str, entry.get("pages", ())))
    yield "section", entry.get("title") or entry.get("section")
    yield "place", " · ".join(str(place) for place in (entry.get("place"), first.get("place")) if place)
    yield "indicator", first.get("indicator")
    yield "period", first.get("period")
    yield "value", _value(first.get("value"))
    yield "unit", first.get("unit")
    yield "rule", "\n".join(filter(None, (entry.get("formula"), first.get("formula"))))
    yield "rests_on", "\n".join(_named(fact) for fact in facts[1:])
    yield "status", ", ".join(filter(None, (first.get("status"), "computed" if first.get("computed") else "")))
    yield "assured", "✓" if first.get("assured") else ""
    yield "source", ", ".join((first.get("source") or {}).values())
    yield "owner", first.get("owner")


def _value(value: Any) -> str:
    """Return a value with exactly the digits filed."""
    match value:
        case list():
            return "–".join(str(part) for part in value)
        case dict():
            return str(value.get("none", ""))
    return str(value or "")


def _named(fact: Entry) -> str:
    return (
        f"{fact.get('indicator')} ({fact.get('period')}): {_value(fact.get('value'))} {fact.get('unit') or ''}".strip()
    )
