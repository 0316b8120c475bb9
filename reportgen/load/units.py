"""The tool's table of units, `units.yaml` beside this module."""

from __future__ import annotations

from collections.abc import Mapping as Table
from fractions import Fraction
from functools import cache

from msgspec.structs import replace

from reportgen.diagnostics import Code, Diagnostics, ReportError, Span, suggest_code
from reportgen.load.fields import Fields
from reportgen.load.wordings import wordings_of
from reportgen.load.yaml_file import PACKAGE_ROOT, read_yaml
from reportgen.load.yaml_nodes import Mapping
from reportgen.model.units import Unit

UNITS = "reportgen/load/units.yaml"

_KEYS = frozenset("column pattern singular base dimension factor".split())


@cache
def load_units() -> dict[str, Unit]:
    """Return the units by code.

    Raises:
        ReportError: the table, which comes with the tool, is damaged.
    """
    diagnostics = Diagnostics()
    root = read_yaml(PACKAGE_ROOT, UNITS, diagnostics)
    entries = root.entries if root else {}
    units = {
        code: _unit(code, Fields(node, f"the unit `{code}`", _KEYS, diagnostics))
        for code, (_, node) in entries.items()
        if isinstance(node, Mapping)
    }
    if diagnostics.failed:
        raise ReportError(diagnostics)
    return {code: _composed(unit, units) for code, unit in units.items()}


def unit_known(code: str, span: Span, diagnostics: Diagnostics) -> bool:
    """Tell whether a unit is in the table; UNKNOWN_UNIT if not."""
    units = load_units()
    if code in units:
        return True
    hint = f"{suggest_code(code, units)} the units are {', '.join(f'`{unit}`' for unit in units)}"
    diagnostics.error(Code.UNKNOWN_UNIT, f"unknown unit `{code}`", span, hint.lstrip())
    return False


def _unit(code: str, fields: Fields) -> Unit:
    return Unit(
        code,
        column=wordings_of(fields, "column"),
        pattern=_patterns(fields, "pattern"),
        singular=_patterns(fields, "singular"),
        base=fields.text("base"),
        dimension=fields.text("dimension"),
        factor=Fraction(fields.decimal("factor") or 1),
    )


def _composed(unit: Unit, units: Table[str, Unit]) -> Unit:
    """Return a unit; one like `MWh/RMBm` gets its dimension and factor from the two that it is made of."""
    over, per, under = unit.code.partition("/")
    if not per:
        return unit
    one, other = units[over], units[under]
    return replace(unit, dimension=f"{one.dimension}/{other.dimension}", factor=one.factor / other.factor)


def _patterns(fields: Fields, key: str) -> dict[str, str]:
    """Return patterns whose number and unit stay on one line."""
    patterns = wordings_of(fields, key) if key in fields else {}
    return {
        locale: text.replace(" {}", "\N{NO-BREAK SPACE}{}").replace("{} ", "{}\N{NO-BREAK SPACE}")
        for locale, text in patterns.items()
    }
