"""The `indicators` of a KPI file to `Indicator`s."""

from __future__ import annotations

from reportgen.diagnostics import Code, Span, suggest
from reportgen.load.facts import facts_of, plausible_of, targets_of
from reportgen.load.fields import Fields
from reportgen.load.marks import marks_of
from reportgen.load.values import kind_of, text_of
from reportgen.load.yaml_nodes import Mapping, Sequence
from reportgen.model.dataset import Indicator, Kind, Ratio, Share, Sum, Unit
from reportgen.model.project import Project

INDICATOR_KEYS = frozenset(
    "name definition boundary population unit dimension member kind method sum ratio share decimals plausible values "
    "source owner target targets discloses".split()
)
STAND_IN_UNIT = "one"

_RULES = ("sum", "ratio", "share")
_IMPLIED = {Ratio: Kind.RATIO, Share: Kind.SHARE}


def indicator_of(id_: str, place: Span, fields: Fields, project: Project, units: dict[str, Unit]) -> Indicator:
    """Return an indicator; the rule's parts are checked when all files are read."""
    rule = _rule(fields)
    indicator = Indicator(
        id=id_,
        name=fields.needed_words("name"),
        unit=_unit(fields, units),
        kind=fields.member("kind", Kind) or _IMPLIED.get(type(rule), Kind.FLOW),
        span=place,
        definition=fields.words("definition"),
        boundary=fields.words("boundary"),
        population=fields.words("population"),
        dimension=fields.text("dimension"),
        member=fields.text("member"),
        method=fields.words("method"),
        rule=rule,
        decimals=fields.whole("decimals"),
        plausible=plausible_of(fields),
        facts=facts_of(fields, id_, project.periods),
        targets=targets_of(fields, id_, project.periods),
        discloses=marks_of(fields.node("discloses"), project.frameworks, fields.diagnostics),
    )
    if not any(key in fields for key in (*_RULES, "values", "targets")):
        fields.diagnostics.error(
            Code.MISSING_KEY,
            f"the indicator `{id_}` has neither values nor a rule",
            place,
            "add `values: {current: ...}`, or `sum`, `ratio` or `share`",
        )
    return indicator


def _unit(fields: Fields, units: dict[str, Unit]) -> str:
    code = fields.needed_text("unit")
    if not code:
        return STAND_IN_UNIT
    if code not in units:
        node = fields.node("unit")
        hint = suggest(code, units) or f"the units are {', '.join(f'`{unit}`' for unit in units)}"
        span = node.span if node else fields.span
        fields.diagnostics.error(Code.UNKNOWN_UNIT, f"unknown unit `{code}`", span, hint)
        return STAND_IN_UNIT
    return code


def _rule(fields: Fields) -> Sum | Ratio | Share | None:
    given = [key for key in _RULES if key in fields]
    if len(given) > 1:
        fields.diagnostics.error(
            Code.WRONG_VALUE,
            f"`{given[0]}` and `{given[1]}` exclude one another",
            fields.place(given[1]),
            "keep one rule",
        )
    if not given:
        return None
    parts = _parts(fields, given[0])
    if given[0] == "sum":
        return Sum(parts) if parts else None
    if len(parts) != 2:
        return None
    return Ratio(*parts) if given[0] == "ratio" else Share(*parts)


def _parts(fields: Fields, key: str) -> tuple[str, ...]:
    node = fields.node(key)
    items = node.items if isinstance(node, Sequence) else ()
    texts = [text_of(item, fields.diagnostics, "an indicator's id") for item in items]
    parts = tuple(text for text in texts if text)
    fits = parts if key == "sum" else len(items) == 2
    if not fits and node is not None:
        wanted = "a list of indicators" if key == "sum" else "two indicators, `[part, whole]`"
        found = kind_of(node) if not isinstance(node, Sequence) else f"{len(items)}"
        fields.diagnostics.error(Code.WRONG_VALUE, f"expected `{key}` as {wanted}, found {found}", node.span)
    return parts


def rule_places(mapping: Mapping) -> dict[str, Span]:
    """Return the place of each part that an indicator's rule names."""
    places: dict[str, Span] = {}
    for key in _RULES:
        entry = mapping.entries.get(key)
        if entry is not None and isinstance(entry[1], Sequence):
            places.update((str(getattr(item, "text", "")), item.span) for item in entry[1].items)
    return places
