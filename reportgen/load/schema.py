"""JSON Schemas (draft 2020-12) of the content files, by which an editor completes and underlines.

Which keys a mapping has stands in the loaders, which words a key takes in the model's enumerations, what a key means in
`keys.yaml`. `commands.write_schemas` writes the schemas; a test holds the files to what this module says.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from reportgen.load.chapters import CHAPTER_KEYS
from reportgen.load.chart_kinds import LIMITED
from reportgen.load.contact import CONTACT_KEYS
from reportgen.load.dataset import KPI_FILE_KEYS
from reportgen.load.diagrams import BOX_KEYS, DIAGRAM_KEYS
from reportgen.load.excel_layouts import EXCEL_FILE_KEYS, WORKBOOK_KEYS
from reportgen.load.factors import FACTOR_KEYS
from reportgen.load.facts import RESTATED_KEYS, SOURCE_KEYS, VALUE_KEYS
from reportgen.load.figures import CATEGORY_GROUP_KEYS, CATEGORY_KEYS, CHART_KEYS, FIGURE_FILE_KEYS
from reportgen.load.indicators import INDICATOR_KEYS
from reportgen.load.keys import UNKNOWN, Key, Thing, load_keys
from reportgen.load.limits import CHECKS_KEYS
from reportgen.load.matrix import AXES_KEYS, ISSUE_GROUP_KEYS, ISSUE_KEYS
from reportgen.load.offices import INDEX_FILE_KEYS
from reportgen.load.offices import KINDS as EXPLANATION_KEYS
from reportgen.load.pledges import PLEDGE_KEYS
from reportgen.load.previous import PREVIOUS_KEYS
from reportgen.load.project import COMPANY_KEYS, LISTING_KEYS, PERIOD_KEYS, REPORT_KEYS
from reportgen.load.rules import COUNT_KEYS, RULES
from reportgen.load.schema_marks import explanations_by_framework, mark_shapes
from reportgen.load.shapes import Fragment, shape_of, simple_shapes
from reportgen.load.tables import GROUP_KEYS, PLEDGE_ROW_KEYS, ROW_KEYS, TABLE_KEYS
from reportgen.load.usual_factors import IMPLIED_KEYS
from reportgen.model.figure import DIAGRAMS, MATRIX

SCHEMAS = "reportgen/schemas"
DRAFT = "https://json-schema.org/draft/2020-12/schema"

FILES = {
    "report": "report_file",
    "kpis": "kpi_file",
    "indices": "index_file",
    "figures": "figure_file",
    "previous": "previous_file",
    "excel": "excel_file",
}
"""The thing that a file is, by its schema's name."""

THINGS: dict[str, frozenset[str]] = {
    "report_file": REPORT_KEYS,
    "company": COMPANY_KEYS,
    "report_period": PERIOD_KEYS,
    "listing": LISTING_KEYS,
    "chapter": CHAPTER_KEYS,
    "contact_line": CONTACT_KEYS,
    "checks": CHECKS_KEYS,
    "kpi_file": KPI_FILE_KEYS,
    "indicator": INDICATOR_KEYS,
    "implied": IMPLIED_KEYS,
    "count": COUNT_KEYS,
    "rule": frozenset(RULES),
    "factor": FACTOR_KEYS,
    "value": VALUE_KEYS,
    "source": SOURCE_KEYS,
    "restated": RESTATED_KEYS,
    "pledge": PLEDGE_KEYS,
    "table": TABLE_KEYS,
    "indicator_row": ROW_KEYS,
    "group": GROUP_KEYS,
    "pledge_row": PLEDGE_ROW_KEYS,
    "index_file": INDEX_FILE_KEYS,
    "explanation": frozenset(EXPLANATION_KEYS),
    "figure_file": FIGURE_FILE_KEYS,
    "chart": CHART_KEYS,
    "diagram": DIAGRAM_KEYS,
    "diagram_box": BOX_KEYS,
    "axes": AXES_KEYS,
    "issue_group": ISSUE_GROUP_KEYS,
    "issue": ISSUE_KEYS,
    "indicator_category": CATEGORY_KEYS,
    "category_group": CATEGORY_GROUP_KEYS,
    "previous_file": PREVIOUS_KEYS,
    "excel_file": EXCEL_FILE_KEYS,
    "workbook": WORKBOOK_KEYS,
}
"""The keys of each thing, as its loader has them."""


def schemas() -> dict[str, Fragment]:
    """Return the schemas by name."""
    definitions = _definitions()
    return {name: _schema(definitions, thing) for name, thing in FILES.items()}


def _definitions() -> dict[str, Fragment]:
    table = load_keys()
    things = {name: {**_thing(keys, table.get(name)), **_conditions(name)} for name, keys in THINGS.items()}
    return {**simple_shapes(), **mark_shapes(), **things}


def _schema(definitions: dict[str, Fragment], thing: str) -> Fragment:
    root = definitions[thing]
    used = sorted(_used(root, definitions, set()))
    return {"$schema": DRAFT, **root, "$defs": {name: definitions[name] for name in used}}


def _thing(keys: frozenset[str], described: Thing | None) -> Fragment:
    table = described.keys if described else {}
    ordered = [key for key in table if key in keys] + sorted(keys - table.keys())
    return {
        "type": "object",
        "description": described.help if described else "",
        "properties": {key: _property(table.get(key, UNKNOWN)) for key in ordered},
        "required": [key for key in ordered if table.get(key, UNKNOWN).needed],
        "additionalProperties": False,
    }


def _property(key: Key) -> Fragment:
    return {**shape_of(key.takes), "description": key.help}


def _conditions(thing: str) -> Fragment:
    """Return what a thing's keys ask of one another."""
    match thing:
        case "indicator":
            filled = [{"required": [key]} for key in ("values", *RULES, "targets")]
            return {"anyOf": filled, "dependentRequired": {"target": ["targets"], "targets": ["target"]}}
        case "pledge":
            either = [{"required": ["achieved"]}, {"required": ["by"]}]
            return {"anyOf": either, "dependentRequired": {"achieved": ["evidence"]}}
        case "chart":
            limited = {"properties": {"kind": {"const": LIMITED}}, "required": ["kind"]}
            return {"if": limited, "then": {"required": ["limits"]}}
        case "diagram":
            kinds = [{"required": [kind], "properties": {"kind": {"const": kind}}} for kind in DIAGRAMS]
            return {"oneOf": kinds, "dependentRequired": {MATRIX: ["axes"], "axes": [MATRIX]}}
        case "value":
            return {"oneOf": [{"required": ["value"]}, {"required": ["from", "to"]}, {"required": ["none"]}]}
        case "rule" | "explanation":
            return {"minProperties": 1, "maxProperties": 1}
        case "index_file":
            return {"allOf": explanations_by_framework()}
    return {}


def _used(fragment: Any, definitions: dict[str, Fragment], found: set[str]) -> set[str]:
    """Return the names of the definitions that a fragment refers to, and those that these refer to."""
    for name in _references(fragment):
        if name not in found:
            found.add(name)
            _used(definitions[name], definitions, found)
    return found


def _references(fragment: Any) -> Iterator[str]:
    match fragment:
        case {"$ref": str(path)}:
            yield path.rpartition("/")[2]
            return
        case dict():
            parts = list(fragment.values())
        case list():
            parts = fragment
        case _:
            return
    for part in parts:
        yield from _references(part)
