"""The ledger: every number that a report prints, with its origin and its places, as JSON.

It has two forms. The internal one is what an assurance provider ticks off, with owners, paths and cells; it is never
published. The public one leaves them out, and may go with the report.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from typing import cast

from msgspec import Raw, Struct, json

from reportgen.model.databook import document_name
from reportgen.model.dataset import Absent, Dataset, Exact, Fact, Range, Source
from reportgen.model.project import Project
from reportgen.model.rules import Activity, Rule, factor_for
from reportgen.transform.formula import formula_of, formula_of_form
from reportgen.transform.reckoning import Reckoning
from reportgen.write.printed_numbers import PrintedNumber

FORMAT = 2
"""The version of the ledger's shape; it changes with any key's name or meaning."""

Entry = dict[str, object]
"""A JSON object."""
_TARGET: Entry = {"status": "target", "formula": None, "parts": []}
"""A target is set, not measured, and no rule gives it."""
NONE = b"[]"
"""No entries, as JSON."""
_PLACE, _FACTS = "place", "facts"
_INTERNAL_OF_FACT = ("owner", _PLACE, "restated")


class Entries(Struct, frozen=True):
    """Entries as JSON arrays, in the internal form and in the public one."""

    internal: bytes
    public: bytes


def ledger_entries(project: Project, dataset: Dataset, numbers: Iterable[PrintedNumber]) -> list[Entry]:
    """Return the entries of printed numbers, in their order.

    An entry is one printed number::

        {"locale": "en", "occurrence": 0, "text": "58,941.32 tCO₂e", "form": "", "formula": null, "in": "text",
         "section": "ghg_inventory", "title": "GHG Emissions Inventory",
         "place": "content/sections/ghg_inventory.md:7:23", "pages": ["56"],
         "facts": [{"indicator": "ghg_scope2", "period": "current", "value": "58941.32", "unit": "tCO2e", ...}]}

    A number that rests on several facts, such as a change, has them all, its own first, and the formula of its form.
    A derived fact has the formula of its rule and the values of the parts. Values are texts with exactly the digits
    filed.
    """
    reckoning = Reckoning(dataset, project.periods)
    known: dict[int, Entry] = {}
    entries = []
    for number in numbers:
        for fact in number.facts:
            if id(fact) not in known:  # each is printed some three times
                known[id(fact)] = _fact(fact, reckoning)
        entries.append(_entry(number, [known[id(fact)] for fact in number.facts]))
    return entries


def encoded(entries: Collection[Entry]) -> Entries:
    """Return entries as JSON. The public form has no owners and places; of a source only the document's name."""
    return Entries(json.encode(entries), json.encode(list(_published(entries))))


def ledger(project: Project, arrays: Iterable[bytes]) -> bytes:
    """Return a ledger as JSON text, of arrays of entries, all in one form: those of a language after another's."""
    periods = {id_: period.label for id_, period in project.periods.items()}
    entries = Raw(b"[%b]" % b",".join([array[1:-1] for array in arrays if array != NONE]))
    content = {"format": FORMAT, "report": project.id, "periods": periods, "entries": entries}
    return json.format(json.encode(content), indent=1) + b"\n"


def _published(entries: Iterable[Entry]) -> Iterator[Entry]:
    known: dict[int, Entry] = {}
    for entry in entries:
        facts = cast("list[Entry]", entry[_FACTS])
        for fact in facts:
            if id(fact) not in known:
                known[id(fact)] = _published_fact(fact)
        told = {key: value for key, value in entry.items() if key != _PLACE}
        yield told | {_FACTS: [known[id(fact)] for fact in facts]}


def _published_fact(fact: Entry) -> Entry:
    public = {key: value for key, value in fact.items() if key not in _INTERNAL_OF_FACT}
    source = fact["source"]
    if isinstance(source, dict):
        public["source"] = {"document": document_name(source["document"])}
    return public


def _entry(number: PrintedNumber, facts: list[Entry]) -> Entry:
    return {
        "locale": number.locale,
        "occurrence": number.occurrence,
        "text": number.text,
        "form": number.form,
        "formula": formula_of_form(number.form, tuple(fact.indicator for fact in number.facts)) or None,
        "in": number.place.value,
        "section": number.section,
        "title": number.title,
        _PLACE: str(number.span),
        "pages": list(number.pages),
        _FACTS: [{**fact, **_TARGET} for fact in facts] if number.form.startswith("target") else facts,
    }


def _fact(fact: Fact, reckoning: Reckoning) -> dict[str, object]:
    indicator = reckoning.dataset.indicators[fact.indicator]
    return {
        "indicator": fact.indicator,
        "period": fact.period,
        "value": _value(fact.value),
        "qualifier": fact.qualifier.value if fact.qualifier else None,
        "unit": indicator.unit,
        "timing": indicator.timing.value,
        "status": fact.status.value,
        "assured": fact.assured,
        "computed": fact.computed,
        "formula": formula_of(indicator.rule) if indicator.rule else None,
        "parts": list(_parts(indicator.rule, fact.period, reckoning)),
        "owner": fact.owner or None,
        "source": _source(fact.source),
        _PLACE: f"{fact.span.path}:{fact.span.line}",
        **_restated(fact),
    }


def _restated(fact: Fact) -> dict[str, object]:
    """Return what a restated value was, and why it changed."""
    was = fact.restated
    return {"restated": {"from": f"{was.old:f}", "reason": was.reason}} if was else {}


def _parts(rule: Rule | None, period: str, reckoning: Reckoning) -> Iterator[dict[str, object]]:
    """Yield what a rule rests on in a period, and the factors that it multiplies by."""
    if rule is None:
        return
    dataset = reckoning.dataset
    for id_, when in reckoning.operands(rule, period):
        if when in dataset.indicators[id_].facts:
            yield {"indicator": id_, "period": when, "value": _value(dataset.indicators[id_].facts[when].value)}
    for term in rule.terms if isinstance(rule, Activity) else ():
        factor = dataset.factors.get(factor_for(term, period))
        if factor is not None:
            yield {"factor": factor.id, "value": f"{factor.value:f}", "of": factor.of, "per": factor.per}


def _value(value: Exact | Range | Absent) -> str | list[str] | dict[str, str]:
    """Return a value: a number as text, a range as two, an absent one by its reason."""
    match value:
        case Exact(number):
            return f"{number:f}"
        case Range(low, high):
            return [f"{low:f}", f"{high:f}"]
        case Absent(reason):
            return {"none": reason.value}


def _source(source: Source | None) -> dict[str, str] | None:
    if source is None:
        return None
    named = {"document": source.document, "sheet": source.sheet, "cell": source.cell, "hash": source.hash}
    return {key: text for key, text in named.items() if text}
