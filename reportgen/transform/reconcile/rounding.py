"""Printed parts that do not add up to their printed total, only because each is rounded.

Nothing is adjusted: the values that do not add up get a mark, and the table a note.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from fractions import Fraction

from msgspec.structs import replace

from reportgen.load.row_units import unit_of_column
from reportgen.model.dataset import Dataset, Exact, Fact, Indicator, TableOf
from reportgen.model.rules import Share, Sum
from reportgen.model.units import converts
from reportgen.transform.converted import in_unit
from reportgen.transform.reconcile.exact import exact_of, rounding_of
from reportgen.transform.reconcile.settle import rows_of

_HUNDRED = Fraction(100)


def rounded_values(table: TableOf, dataset: Dataset) -> frozenset[tuple[str, str, str]]:
    """Return the values of a table that need the note on rounding: indicator, period, and the unit asked for, if any.

    They are totals whose parts all stand in the table, and the shares that the parts of one whole have in it. Each is
    taken with the digits that it is printed with, in a unit that a row or a column asks for too.
    """
    found: set[tuple[str, str, str]] = set()
    for column in {"", *(unit_of_column(name) for name in table.columns)} & {"", *dataset.units}:
        asked = {row.indicator: column or row.unit for row in rows_of(table)}
        shown = {id_: _shown(dataset.indicators[id_], unit, dataset) for id_, unit in asked.items()}
        found.update((id_, period, asked[id_]) for id_, period in (*_totals(shown), *_shares(shown, dataset)))
    return frozenset(found)


def _shown(indicator: Indicator, unit: str, dataset: Dataset) -> Indicator:
    """Return an indicator as a table shows it. A converted value is a computed one: it was rounded."""
    if not unit or unit == indicator.unit or not converts(dataset.units[indicator.unit], dataset.units[unit]):
        return indicator
    own, other = dataset.units[indicator.unit], dataset.units[unit]
    facts = {
        period: replace(fact, value=in_unit(fact.value, own, other), computed=True)
        for period, fact in indicator.facts.items()
    }
    return replace(indicator, unit=unit, facts=facts)


def _totals(shown: dict[str, Indicator]) -> Iterator[tuple[str, str]]:
    for total in shown.values():
        rule = total.rule
        if isinstance(rule, Sum) and all(id_ in shown and shown[id_].unit == total.unit for id_ in rule.parts):
            for period, fact in total.facts.items():
                parts = [shown[id_].facts.get(period) for id_ in rule.parts]
                # What was filed for a part is exact; what was computed was rounded after it was added up.
                room = _room([fact, *(part for part in parts if part is not None and part.computed)])
                if _only_rounded(exact_of(fact), parts, room):
                    yield total.id, period


def _shares(shown: dict[str, Indicator], dataset: Dataset) -> Iterator[tuple[str, str]]:
    by_whole: dict[str, list[Indicator]] = {}
    for share in shown.values():
        if isinstance(share.rule, Share):
            by_whole.setdefault(share.rule.whole, []).append(share)
    for whole, shares in by_whole.items():
        for period, fact in dataset.indicators[whole].facts.items():
            covered = [_part_of(share, dataset).facts.get(period) for share in shares]
            facts = [share.facts.get(period) for share in shares]
            if _sum(covered) == exact_of(fact) and _only_rounded(_HUNDRED, facts, _room(facts)):
                yield from ((share.id, period) for share in shares)


def _part_of(share: Indicator, dataset: Dataset) -> Indicator:
    return dataset.indicators[share.rule.part] if isinstance(share.rule, Share) else share


def _only_rounded(total: Fraction | None, parts: list[Fact | None], room: Fraction) -> bool:
    """Tell whether printed parts miss a total by something, but by no more than the room that rounding leaves."""
    added = _sum(parts)
    return total is not None and added is not None and 0 < abs(added - total) <= room


def _room(facts: Iterable[Fact | None]) -> Fraction:
    return sum((rounding_of(fact) for fact in facts if fact is not None), Fraction(0))


def _sum(facts: list[Fact | None]) -> Fraction | None:
    values = [exact_of(fact) if fact is not None and isinstance(fact.value, Exact) else None for fact in facts]
    known = [value for value in values if value is not None]
    return sum(known, Fraction(0)) if values and len(known) == len(values) else None
