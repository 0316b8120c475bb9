"""The tool's table of units, `units.yaml` beside this module."""

from __future__ import annotations

from functools import cache

from reportgen.diagnostics import Diagnostics, ReportError
from reportgen.load.fields import Fields
from reportgen.load.wordings import wordings_of
from reportgen.load.yaml_file import PACKAGE_ROOT, read_yaml
from reportgen.load.yaml_nodes import Mapping
from reportgen.model.dataset import Unit

UNITS = "reportgen/load/units.yaml"

_KEYS = frozenset("column pattern singular base power".split())


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
    return units


def _unit(code: str, fields: Fields) -> Unit:
    return Unit(
        code,
        column=wordings_of(fields, "column"),
        pattern=_patterns(fields, "pattern"),
        singular=_patterns(fields, "singular"),
        base=fields.text("base"),
        power=fields.whole("power") or 0,
    )


def _patterns(fields: Fields, key: str) -> dict[str, str]:
    """Return patterns whose number and unit stay on one line."""
    patterns = wordings_of(fields, key) if key in fields else {}
    return {
        locale: text.replace(" {}", "\N{NO-BREAK SPACE}{}").replace("{} ", "{}\N{NO-BREAK SPACE}")
        for locale, text in patterns.items()
    }
