"""The rules of an indicator, `sum`, `ratio`, `share` and so on, and the further ones in `also`."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from collections.abc import Mapping as Table

from reportgen.diagnostics import Code, Diagnostics, Span
from reportgen.load.facts import period_known
from reportgen.load.fields import Fields, mapping_at
from reportgen.load.values import kind_of, text_of
from reportgen.load.yaml_nodes import Mapping, Node, Scalar, Sequence
from reportgen.model.dataset import Kind
from reportgen.model.project import Period
from reportgen.model.rules import (
    EVERY_PERIOD,
    Activity,
    Change,
    Count,
    Difference,
    Mean,
    Ratio,
    Rule,
    Share,
    Sum,
    Term,
)

RULES = ("sum", "ratio", "share", "change", "difference", "mean", "count", "activity")
COUNT_KEYS = frozenset("of at_least at_most".split())
IMPLIED: dict[type, Kind] = {Ratio: Kind.RATIO, Share: Kind.SHARE, Change: Kind.RATIO, Mean: Kind.MEAN}
"""The kinds of indicators that follow from their rules."""

_RULE_KEYS = frozenset(RULES)


def rule_of(fields: Fields, periods: Table[str, Period]) -> Rule | None:
    """Return the rule that a mapping has, if any; what its parts name is checked when all files are read."""
    given = [key for key in RULES if key in fields]
    if len(given) > 1:
        fields.diagnostics.error(
            Code.WRONG_VALUE,
            f"`{given[0]}` and `{given[1]}` exclude one another",
            fields.place(given[1]),
            "keep one rule, and move the other to `also`",
        )
    node = fields.node(given[0]) if given else None
    return None if node is None else _READERS[given[0]](node, periods, fields.diagnostics)


def also_of(fields: Fields, periods: Table[str, Period]) -> tuple[Rule, ...]:
    """Return the further rules that must give the same, `also: [{sum: [...]}, ...]`."""
    rules: list[Rule] = []
    for node in fields.items("also"):
        mapping = mapping_at(node, "a rule", fields.diagnostics)
        rule = mapping and rule_of(Fields(mapping, "a rule", _RULE_KEYS, fields.diagnostics), periods)
        if rule:
            rules.append(rule)
        elif mapping is not None and not mapping.entries:
            fields.diagnostics.error(
                Code.MISSING_KEY, "a rule is empty", node.span, "add `sum: [...]`, or another rule"
            )
    return tuple(rules)


def rule_places(mapping: Mapping) -> dict[str, Span]:
    """Return the place of each part and factor that an indicator's rules name."""
    places: dict[str, Span] = {}
    for key in (*RULES, "also"):
        entry = mapping.entries.get(key)
        if entry is not None:
            for name, span in _names(entry[1]):
                places.setdefault(name, span)
    return places


def _names(node: Node) -> Iterator[tuple[str, Span]]:
    match node:
        case Scalar(text=text):
            yield text, node.span
        case Sequence(items=items):
            for item in items:
                yield from _names(item)
        case Mapping(entries=entries):
            for name, (place, value) in entries.items():
                yield name, place
                yield from _names(value)


def _sum(node: Node, periods: Table[str, Period], diagnostics: Diagnostics) -> Rule | None:
    parts = _listed(node, "sum", diagnostics)
    return Sum(parts) if parts else None


def _ratio(node: Node, periods: Table[str, Period], diagnostics: Diagnostics) -> Rule | None:
    parts = _pair(node, "ratio", diagnostics)
    return Ratio(*parts) if parts else None


def _share(node: Node, periods: Table[str, Period], diagnostics: Diagnostics) -> Rule | None:
    parts = _pair(node, "share", diagnostics)
    return Share(*parts) if parts else None


def _change(node: Node, periods: Table[str, Period], diagnostics: Diagnostics) -> Rule | None:
    of = text_of(node, diagnostics, "`change` as an indicator")
    return Change(of) if of else None


def _difference(node: Node, periods: Table[str, Period], diagnostics: Diagnostics) -> Rule | None:
    if isinstance(node, Scalar):
        of = text_of(node, diagnostics, "`difference` as an indicator or two")
        return Difference(of) if of else None
    parts = _pair(node, "difference", diagnostics)
    return Difference(*parts) if parts else None


def _mean(node: Node, periods: Table[str, Period], diagnostics: Diagnostics) -> Rule | None:
    if not isinstance(node, Mapping) or not node.entries:
        _wrong(node, "`mean` as a mapping, `{value: population, ...}`", diagnostics)
        return None
    members = [
        (value, text_of(population, diagnostics, "the indicator of a population") or "")
        for value, (_, population) in node.entries.items()
    ]
    return Mean(tuple(members)) if all(population for _, population in members) else None


def _count(node: Node, periods: Table[str, Period], diagnostics: Diagnostics) -> Rule | None:
    if not isinstance(node, Mapping):
        parts = _listed(node, "count", diagnostics)
        return Count(parts) if parts else None
    fields = Fields(node, "`count`", COUNT_KEYS, diagnostics)
    of = fields.needed("of")
    parts = _listed(of, "of", diagnostics) if of else ()
    return Count(parts, fields.decimal("at_least"), fields.decimal("at_most")) if parts else None


def _activity(node: Node, periods: Table[str, Period], diagnostics: Diagnostics) -> Rule | None:
    if not isinstance(node, Mapping) or not node.entries:
        _wrong(node, "`activity` as a mapping, `{indicator: factor, ...}`", diagnostics)
        return None
    return Activity(tuple(Term(id_, _factors(value, periods, diagnostics)) for id_, (_, value) in node.entries.items()))


def _factors(node: Node, periods: Table[str, Period], diagnostics: Diagnostics) -> dict[str, str]:
    """Return an activity's factor, or its factors by period."""
    if not isinstance(node, Mapping):
        return {EVERY_PERIOD: text_of(node, diagnostics, "a factor's id, or factors by period") or ""}
    factors = {}
    for period, (place, value) in node.entries.items():
        if period_known(period, place, periods, diagnostics):
            factors[period] = text_of(value, diagnostics, "a factor's id") or ""
    return factors


def _pair(node: Node, key: str, diagnostics: Diagnostics) -> tuple[str, str] | None:
    parts = _parts(node, diagnostics)
    if len(parts) == 2:
        return parts[0], parts[1]
    example = "[first, second]" if key == "difference" else "[part, whole]"
    _wrong(node, f"`{key}` as two indicators, `{example}`", diagnostics)
    return None


def _listed(node: Node, key: str, diagnostics: Diagnostics) -> tuple[str, ...]:
    parts = _parts(node, diagnostics)
    if not parts:
        _wrong(node, f"`{key}` as a list of indicators", diagnostics)
    return parts


def _parts(node: Node, diagnostics: Diagnostics) -> tuple[str, ...]:
    items = node.items if isinstance(node, Sequence) else ()
    texts = [text_of(item, diagnostics, "an indicator's id") for item in items]
    return tuple(text for text in texts if text)


def _wrong(node: Node, wanted: str, diagnostics: Diagnostics) -> None:
    found = f"{len(node.items)}" if isinstance(node, Sequence) else kind_of(node)
    diagnostics.error(Code.WRONG_VALUE, f"expected {wanted}, found {found}", node.span)


_READERS: dict[str, Callable[[Node, Table[str, Period], Diagnostics], Rule | None]] = {
    "sum": _sum,
    "ratio": _ratio,
    "share": _share,
    "change": _change,
    "difference": _difference,
    "mean": _mean,
    "count": _count,
    "activity": _activity,
}
