"""What values look like, as fragments of JSON Schema: numbers, ids, periods, units, choices, lists and mappings.

A shape is written in words: ``words``, ``list of id``, ``pair of number``, ``map of indicator``, ``id or count``. The
last word names one of `simple_shapes`, of `ALTERNATIVES`, or a thing of `schema`. An editor reads YAML with types where
the tool reads text, so whatever is text may be a number or a truth value too.
"""

from __future__ import annotations

from collections.abc import Iterable
from enum import Enum
from typing import Any

from reportgen.load.framework import framework_names
from reportgen.load.tables import LAYOUTS, NAMED_COLUMNS, ROLES
from reportgen.load.units import load_units
from reportgen.load.usual_factors import load_usual_factors
from reportgen.load.values import ID, NUMBER, PERIOD
from reportgen.model.dataset import Kind, Operator, Qualifier, Reason, Status, Timing
from reportgen.model.figure import DIAGRAMS, KINDS
from reportgen.model.locale import LOCALES
from reportgen.model.theme_names import FAMILIES

Fragment = dict[str, Any]

ALTERNATIVES = {
    "fact": "number or value",
    "row": "id or indicator_row or group or pledge_row",
    "inner_row": "id or indicator_row",
    "category": "id or indicator_category or category_group",
    "part": "id or indicator_category",
    "box": "words or diagram_box",
    "level": "list of box",
    "factor_id": "id or by period of id",
    "target": "number or pair of number",
}
"""Shapes that are one of several."""

_COMMON_PERIODS = ("current", "prior")
_SCALAR = ["string", "number", "boolean"]


def shape_of(takes: str) -> Fragment:
    """Return the fragment for a shape in words; each named shape is a reference to a definition of its name."""
    options = takes.split(" or ")
    if len(options) > 1:
        return {"anyOf": [shape_of(option) for option in options]}
    form, of, inner = takes.partition(" of ")
    if not of:
        return shape_of(ALTERNATIVES[takes]) if takes in ALTERNATIVES else {"$ref": f"#/$defs/{takes}"}
    match form:
        case "map":
            return {"type": "object", "propertyNames": shape_of("id"), "additionalProperties": shape_of(inner)}
        case "named":
            return {"type": "object", "additionalProperties": shape_of(inner)}
        case "by period":
            return _by_period(shape_of(inner))
        case "periods":
            return {**_by_period(shape_of(inner)), "required": ["current"]}
        case "pair":
            return {"type": "array", "items": shape_of(inner), "minItems": 2, "maxItems": 2}
    assert form == "list", takes
    return {"type": "array", "items": shape_of(inner)}


def simple_shapes() -> dict[str, Fragment]:
    """Return the shapes of single values, by name."""
    return {
        "anything": {},
        "words": {"type": _SCALAR, "pattern": r"\S"},
        "text": {"type": _SCALAR, "minLength": 1},
        "id": matching(ID.pattern),
        "period": matching(PERIOD.pattern),
        "column": {"anyOf": [{"enum": sorted(NAMED_COLUMNS)}, matching(_COLUMN)]},
        "number": {"type": ["number", "string"], "pattern": whole(NUMBER.pattern)},
        "place": {"type": ["number", "string"], "minimum": 0, "maximum": 100, "pattern": whole(NUMBER.pattern)},
        "digits": {"type": ["integer", "string"], "minimum": 0, "maximum": 20, "pattern": whole(r"1?\d|20")},
        "two_digits": matching(r"\d{2}"),
        "year": {"type": ["integer", "string"], "minimum": 1000, "maximum": 9999, "pattern": whole(r"\d{4}")},
        "date": matching(r"\d{4}-\d{2}-\d{2}"),
        "truth": {"enum": [True, False, "true", "false"]},
        "unit": _units(),
        "factor_unit": matching(r"[^/]+/[^/]+"),
        **{name: {"enum": list(choices)} for name, choices in _choices().items()},
        **{name: {"enum": [member.value for member in kind]} for name, kind in _ENUMS.items()},
    }


def whole(pattern: str) -> str:
    """Return a pattern that holds for a whole text."""
    return f"^(?:{pattern})$"


def matching(pattern: str) -> Fragment:
    """Return the shape of texts that a pattern holds for."""
    return {"type": "string", "pattern": whole(pattern)}


_COLUMN = rf"{PERIOD.pattern}(?::.+)?"
_ENUMS: dict[str, type[Enum]] = {
    "kind": Kind,
    "operator": Operator,
    "qualifier": Qualifier,
    "reason": Reason,
    "status": Status,
    "timing": Timing,
}


def _choices() -> dict[str, Iterable[str]]:
    return {
        "chart_kind": KINDS,
        "diagram_kind": DIAGRAMS,
        "family": FAMILIES,
        "framework": framework_names(),
        "layout": LAYOUTS,
        "locale": LOCALES,
        "role": ROLES,
        "usual_factor": load_usual_factors(),
    }


def _units() -> Fragment:
    """Return the codes of the units, each with what stands in a table's column."""
    units = load_units()
    names = [f"{unit.column['en']} / {unit.column['zh_Hans']}" for unit in units.values()]
    return {"enum": list(units), "enumDescriptions": names}


def _by_period(inner: Fragment) -> Fragment:
    """Return a mapping by the report's periods; an editor proposes the usual two."""
    return {
        "type": "object",
        "properties": dict.fromkeys(_COMMON_PERIODS, inner),
        "propertyNames": {"$ref": "#/$defs/period"},
        "additionalProperties": inner,
    }
