"""Factors: the tool's, `factors.yaml` beside this module, and the `factors` of a KPI file."""

from __future__ import annotations

from functools import cache

from reportgen.diagnostics import Code, Diagnostics, ReportError, Span
from reportgen.load.fields import Fields
from reportgen.load.units import unit_known
from reportgen.load.yaml_file import PACKAGE_ROOT, read_yaml
from reportgen.load.yaml_nodes import Mapping
from reportgen.model.factors import Factor

FACTORS = "reportgen/load/factors.yaml"
FACTOR_KEYS = frozenset("value unit region year source".split())


@cache
def load_factors() -> dict[str, Factor]:
    """Return the tool's factors by id.

    Raises:
        ReportError: the table, which comes with the tool, is damaged.
    """
    diagnostics = Diagnostics()
    root = read_yaml(PACKAGE_ROOT, FACTORS, diagnostics)
    factors = {}
    for id_, (place, node) in (root.entries if root else {}).items():
        if isinstance(node, Mapping):
            factors[id_] = factor_of(id_, place, Fields(node, f"the factor `{id_}`", FACTOR_KEYS, diagnostics))
    if diagnostics.failed:
        raise ReportError(diagnostics)
    return {id_: factor for id_, factor in factors.items() if factor is not None}


def factor_of(id_: str, place: Span, fields: Fields) -> Factor | None:
    """Return a factor, or ``None`` where its value or unit is missing or wrong. Its year and source must be named."""
    fields.needed("value")
    value = fields.decimal("value")
    code = fields.needed_text("unit")
    made_of = _units(code, fields) if code else None
    region, year, source = fields.text("region"), fields.needed_text("year"), fields.needed_text("source")
    if value is None or made_of is None:
        return None
    return Factor(id_, value, *made_of, region, year, source, place)


def _units(code: str, fields: Fields) -> tuple[str, str] | None:
    """Return the two units of `tCO2/MWh`."""
    of, per, under = code.partition("/")
    span = fields.value_place("unit")
    if not per:
        message = f"`{code}` is no unit of a factor"
        fields.diagnostics.error(Code.UNKNOWN_UNIT, message, span, "write so much of one per another: `tCO2/MWh`")
        return None
    known = [unit_known(unit, span, fields.diagnostics) for unit in (of, under)]
    return (of, under) if all(known) else None
