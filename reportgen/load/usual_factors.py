"""The tool's table of usual factors, `usual_factors.yaml` beside this module, and an indicator's `implied` factor."""

from __future__ import annotations

from fractions import Fraction
from functools import cache

from msgspec import Struct

from reportgen.diagnostics import Code, Diagnostics, ReportError, suggest
from reportgen.load.factors import load_factors
from reportgen.load.fields import Fields
from reportgen.load.units import load_units
from reportgen.load.values import one_of
from reportgen.load.yaml_file import PACKAGE_ROOT, read_yaml
from reportgen.load.yaml_nodes import Mapping
from reportgen.model.dataset import ImpliedFactor
from reportgen.model.units import Unit, scale

USUAL_FACTORS = "reportgen/load/usual_factors.yaml"

_KEYS = frozenset(("of", "per", "factors"))
IMPLIED_KEYS = frozenset(("activity", "usual"))


class UsualFactor(Struct, frozen=True):
    """So much ``of`` one unit is usual ``per`` one of another: from ``low`` to ``high``."""

    of: Unit
    per: Unit
    low: Fraction
    high: Fraction


@cache
def load_usual_factors() -> dict[str, UsualFactor]:
    """Return the usual factors by id.

    Raises:
        ReportError: the table, which comes with the tool, is damaged.
    """
    diagnostics = Diagnostics()
    root = read_yaml(PACKAGE_ROOT, USUAL_FACTORS, diagnostics)
    entries = root.entries if root else {}
    usual = {
        id_: _usual(Fields(node, f"the usual factor `{id_}`", _KEYS, diagnostics))
        for id_, (_, node) in entries.items()
        if isinstance(node, Mapping)
    }
    if diagnostics.failed:
        raise ReportError(diagnostics)
    return usual


def implied_of(fields: Fields) -> ImpliedFactor | None:
    """Return an indicator's `implied: {activity: ..., usual: ...}`; the activity is checked when all files are read."""
    if "implied" not in fields:
        return None
    own = Fields(fields.mapping("implied"), "`implied`", IMPLIED_KEYS, fields.diagnostics)
    activity, usual, known = own.needed_text("activity"), own.needed_text("usual"), load_usual_factors()
    if not activity or not usual:
        return None
    if usual not in known:
        hint = suggest(usual, known) or f"the usual factors are {one_of(known)}"
        message = f"there is no usual factor `{usual}`"
        fields.diagnostics.error(Code.WRONG_VALUE, message, own.value_place("usual"), hint)
        return None
    return ImpliedFactor(activity, usual)


def _usual(fields: Fields) -> UsualFactor:
    units, factors = load_units(), load_factors()
    of, per = units[fields.needed_text("of")], units[fields.needed_text("per")]
    values = [
        Fraction(factor.value) * scale(units[factor.of], of) / scale(units[factor.per], per)
        for factor in (factors[id_] for id_, _ in fields.texts("factors"))
    ]
    return UsualFactor(of, per, min(values), max(values))
