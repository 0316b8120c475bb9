"""The `indicators` of a KPI file to `Indicator`s."""

from __future__ import annotations

from reportgen.diagnostics import Code, Span
from reportgen.load.answers import answers_of
from reportgen.load.facts import Defaults, facts_of, plausible_of, targets_of
from reportgen.load.fields import Fields
from reportgen.load.marks import marks_of
from reportgen.load.rules import IMPLIED, RULES, also_of, rule_of, rule_places
from reportgen.load.units import unit_known
from reportgen.load.usual_factors import implied_of
from reportgen.load.yaml_nodes import Mapping, Scalar
from reportgen.model.dataset import Indicator, Kind, Timing
from reportgen.model.project import Project
from reportgen.model.units import UNKNOWN

INDICATOR_KEYS = frozenset(
    "name definition boundary population unit dimension member kind method also decimals plausible values "
    "source owner target targets discloses of implied answers timing".split()
).union(RULES)


def indicator_of(id_: str, place: Span, fields: Fields, project: Project, above: Defaults) -> Indicator:
    """Return an indicator; the rule's parts are checked when all files are read."""
    rule = rule_of(fields, project.periods)
    indicator = Indicator(
        id=id_,
        name=fields.needed_words("name"),
        unit=_unit(fields),
        kind=fields.member("kind", Kind) or IMPLIED.get(type(rule), Kind.FLOW),
        span=place,
        definition=fields.words("definition"),
        boundary=fields.words("boundary"),
        population=fields.words("population"),
        dimension=fields.text("dimension"),
        member=fields.text("member"),
        method=fields.words("method"),
        rule=rule,
        also=also_of(fields, project.periods),
        decimals=fields.whole("decimals"),
        plausible=plausible_of(fields),
        facts=facts_of(fields, id_, project.periods, above),
        targets=targets_of(fields, id_, project.periods),
        discloses=marks_of(fields.node("discloses"), project.known_frameworks, fields.diagnostics),
        of=fields.text("of"),
        implied=implied_of(fields),
        answers=answers_of(fields),
        owner=fields.text("owner") or above.owner,
        timing=fields.member("timing", Timing) or Timing.YEAR,
    )
    if not any(key in fields for key in (*RULES, "values", "targets")):
        fields.diagnostics.error(
            Code.MISSING_KEY,
            f"the indicator `{id_}` has neither values nor a rule",
            place,
            "add `values: {current: ...}`, or a rule such as `sum`",
        )
    return indicator


def _unit(fields: Fields) -> str:
    code = fields.needed_text("unit")
    known = code and unit_known(code, fields.value_place("unit"), fields.diagnostics)
    return code if known else UNKNOWN


def named_places(mapping: Mapping) -> dict[str, Span]:
    """Return the place of each indicator and factor that an indicator names: of its rules, its whole, its activity."""
    places = rule_places(mapping)
    implied = mapping.entries.get("implied")
    inner = implied[1].entries.get("activity") if implied is not None and isinstance(implied[1], Mapping) else None
    for entry in (mapping.entries.get("of"), inner):
        if entry is not None and isinstance(entry[1], Scalar):
            places[entry[1].text] = entry[1].span
    return places
