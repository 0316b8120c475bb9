"""`checks` of `content/report.yaml` to `Limits`."""

from __future__ import annotations

from decimal import Decimal

from reportgen.diagnostics import Code
from reportgen.load.fields import Fields
from reportgen.load.values import decimal_of
from reportgen.model.project import Limits

CHECKS_KEYS = frozenset(("change", "people"))


def limits_of(report: Fields) -> Limits:
    """Return from where on the data are asked about; what is not given is as usual."""
    fields = Fields(report.mapping("checks"), "`checks`", CHECKS_KEYS, report.diagnostics)
    usual = Limits()
    change, people = _positive(fields, "change"), _people(fields)
    return Limits(usual.change if change is None else change, usual.people if people is None else people)


def _people(fields: Fields) -> int | None:
    people = _positive(fields, "people")
    if people is not None and people % 1:
        message = f"expected `people` as a whole number, found `{people}`"
        fields.diagnostics.error(Code.WRONG_VALUE, message, fields.value_place("people"), "write it without decimals")
        return None
    return None if people is None else int(people)


def _positive(fields: Fields, key: str) -> Decimal | None:
    node = fields.node(key)
    value = None if node is None else decimal_of(node, fields.diagnostics)
    if value is None or node is None or value > 0:
        return value
    fields.diagnostics.error(Code.WRONG_VALUE, f"expected `{key}` above zero, found `{value}`", node.span)
    return None
