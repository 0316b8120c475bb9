"""The `values` of an indicator to facts, its `targets` to targets."""

from __future__ import annotations

import re
from collections.abc import Mapping as Table
from decimal import Decimal

from msgspec import Struct

from reportgen.diagnostics import Code, Diagnostics, Span, suggest
from reportgen.load.fields import Fields
from reportgen.load.values import decimal_of, kind_of, member_of, one_of
from reportgen.load.yaml_nodes import Mapping, Node, Scalar, Sequence
from reportgen.model.dataset import (
    Absent,
    Exact,
    Fact,
    Operator,
    Qualifier,
    Range,
    Reason,
    Restated,
    Source,
    Status,
    Target,
)
from reportgen.model.project import Period

VALUE_KEYS = frozenset("value from to none qualifier note status restated assured source owner".split())
RESTATED_KEYS = frozenset(("from", "reason"))
SOURCE_KEYS = frozenset("document sheet cell hash".split())
_SHA256 = re.compile("[0-9A-Fa-f]{64}")


class Defaults(Struct, frozen=True):
    """What an indicator says once for all its facts, or a file for all its indicators."""

    source: Source | None = None
    owner: str = ""


def defaults_of(fields: Fields, above: Defaults) -> Defaults:
    """Return the `source` and `owner` of a file or an indicator; what it does not say is as above it."""
    return Defaults(source_of(fields) or above.source, fields.text("owner") or above.owner)


def facts_of(fields: Fields, indicator: str, periods: Table[str, Period], above: Defaults) -> dict[str, Fact]:
    """Return the facts of an indicator's `values`, by period, in the file's order."""
    if "values" not in fields:
        return {}
    defaults = defaults_of(fields, above)
    facts: dict[str, Fact] = {}
    for period, (place, node) in fields.mapping("values").entries.items():
        if period_known(period, place, periods, fields.diagnostics):
            fact = _fact(node, indicator, period, defaults, fields.diagnostics)
            if fact is not None:
                facts[period] = fact
    return facts


def targets_of(fields: Fields, indicator: str, periods: Table[str, Period]) -> dict[str, Target]:
    """Return an indicator's targets by period; `target` says how the actual value must stand to them."""
    if "targets" not in fields and "target" not in fields:
        return {}
    fields.needed("target")
    fields.needed("targets")
    operator = fields.member("target", Operator) or Operator.AT_MOST
    targets: dict[str, Target] = {}
    for period, (place, node) in fields.mapping("targets").entries.items():
        bounds = _bounds(node, operator, fields.diagnostics)
        if period_known(period, place, periods, fields.diagnostics) and bounds is not None:
            low, high = bounds
            targets[period] = Target(indicator, period, operator, low, node.span, high)
    return targets


def _bounds(node: Node, operator: Operator, diagnostics: Diagnostics) -> tuple[Decimal, Decimal | None] | None:
    """Return a target's value, or of `between` its two."""
    if operator is not Operator.BETWEEN:
        value = decimal_of(node, diagnostics)
        return None if value is None else (value, None)
    if not isinstance(node, Sequence) or len(node.items) != 2:
        found = f"{len(node.items)}" if isinstance(node, Sequence) else kind_of(node)
        message = f"expected a target `between` as two numbers, found {found}"
        diagnostics.error(Code.WRONG_VALUE, message, node.span, "write `[low, high]`")
        return None
    low, high = (decimal_of(item, diagnostics) for item in node.items)
    if low is not None and high is not None and low >= high:
        message = f"the target from {low} to {high} does not rise"
        diagnostics.error(Code.WRONG_VALUE, message, node.span, "exchange the two")
        return None
    return None if low is None or high is None else (low, high)


def source_of(fields: Fields) -> Source | None:
    """Return the `source` of an indicator or value."""
    if "source" not in fields:
        return None
    source = Fields(fields.mapping("source"), "`source`", SOURCE_KEYS, fields.diagnostics)
    return Source(source.needed_text("document"), source.text("sheet"), source.text("cell"), _hash_of(source))


def _hash_of(source: Fields) -> str:
    """Return the hash of a source's file, as a checksum program prints it."""
    text, node = source.text("hash"), source.node("hash")
    if node is not None and not _SHA256.fullmatch(text):
        message = "expected `hash` as a SHA-256, 64 hexadecimal digits"
        source.diagnostics.error(Code.WRONG_VALUE, message, node.span, "copy what `sha256sum FILE` prints")
        return ""
    return text.lower()


def period_known(period: str, place: Span, periods: Table[str, Period], diagnostics: Diagnostics) -> bool:
    """Tell whether a period is the report's; UNKNOWN_PERIOD if not."""
    if period in periods:
        return True
    known = f"the periods are {one_of(dict(periods))}" if periods else ""
    hint = suggest(period, periods) or _comma_hint(period) or known
    diagnostics.error(Code.UNKNOWN_PERIOD, f"the report has no period `{period}`", place, hint)
    return False


def _comma_hint(period: str) -> str:
    """Return a hint for `50,637.58` and `66,57`: in a list of keys, a comma ends the number."""
    return "write numbers with a point and without grouping: `12345.60`" if period[:1].isdecimal() else ""


def _fact(node: Node, indicator: str, period: str, defaults: Defaults, diagnostics: Diagnostics) -> Fact | None:
    if isinstance(node, Mapping):
        fields = Fields(node, "a value", VALUE_KEYS, diagnostics)
        return _detailed_fact(fields, indicator, period, defaults)
    value = decimal_of(node, diagnostics)
    if value is None:
        return None
    return Fact(indicator, period, Exact(value), node.span, source=defaults.source, owner=defaults.owner)


def _detailed_fact(fields: Fields, indicator: str, period: str, defaults: Defaults) -> Fact | None:
    found = _value(fields)
    if found is None:
        return None
    value, span = found
    restated = _restated(fields)
    return Fact(
        indicator,
        period,
        value,
        span,
        qualifier=fields.member("qualifier", Qualifier),
        note=fields.text("note"),
        status=Status.RESTATED if restated else fields.member("status", Status) or Status.MEASURED,
        assured=fields.truth("assured", default=False),
        source=source_of(fields) or defaults.source,
        owner=fields.text("owner") or defaults.owner,
        restated=restated,
    )


def _restated(fields: Fields) -> Restated | None:
    """Return the old value and the reason of `restated: {from: 51.2, reason: ...}`."""
    if "restated" not in fields:
        return None
    inner = Fields(fields.mapping("restated"), "`restated`", RESTATED_KEYS, fields.diagnostics)
    inner.needed("from")
    old, reason = inner.decimal("from"), inner.needed_text("reason")
    return None if old is None else Restated(old, reason)


def _value(fields: Fields) -> tuple[Exact | Range | Absent, Span] | None:
    """Return the value, and the place of the number itself: there the findings point."""
    given = [keys for keys in (("value",), ("from", "to"), ("none",)) if any(key in fields for key in keys)]
    if len(given) != 1:
        fields.diagnostics.error(
            Code.WRONG_VALUE,
            "a value needs either `value`, or `from` and `to`, or `none`",
            fields.span,
            "keep one of them",
        )
        return None
    match given[0][0]:
        case "value":
            number = fields.decimal("value")
            return None if number is None else (Exact(number), fields.value_place("value"))
        case "from":
            return _range(fields)
    node = fields.node("none")
    what = "the reason why there is no value"
    reason = None if node is None else member_of(node, Reason, what, fields.diagnostics)
    return None if reason is None else (Absent(reason), fields.value_place("none"))


def _range(fields: Fields) -> tuple[Range, Span] | None:
    fields.needed("from")
    fields.needed("to")
    low, high = fields.decimal("from"), fields.decimal("to")
    if low is None or high is None:
        return None
    if low >= high:
        message = f"the range from {low} to {high} does not rise"
        fields.diagnostics.error(Code.WRONG_VALUE, message, fields.value_place("to"), "exchange `from` and `to`")
        return None
    return Range(low, high), fields.value_place("from")


def plausible_of(fields: Fields) -> tuple[Decimal, Decimal] | None:
    """Return the range `plausible: [low, high]` in which an indicator's values are expected."""
    node = fields.node("plausible")
    if node is None:
        return None
    if isinstance(node, Sequence) and len(node.items) == 2:
        low, high = (decimal_of(item, fields.diagnostics) for item in node.items)
        return None if low is None or high is None else (low, high)
    found = "another list" if isinstance(node, Sequence) else "no list" if isinstance(node, Scalar) else "a mapping"
    fields.diagnostics.error(
        Code.WRONG_VALUE, f"expected `plausible` as two numbers, found {found}", node.span, "write `[low, high]`"
    )
    return None
