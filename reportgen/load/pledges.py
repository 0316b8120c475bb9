"""The `pledges` of a KPI file to `Pledge`s."""

from __future__ import annotations

import re

from reportgen.diagnostics import Code, Span
from reportgen.load.fields import Fields
from reportgen.model.dataset import Pledge

PLEDGE_KEYS = frozenset("statement achieved evidence by".split())


def pledge_of(id_: str, place: Span, fields: Fields) -> Pledge:
    """Return a pledge. Whether it is achieved is stated, never guessed; one `by` a year may still be under way."""
    by = _year(fields) if "by" in fields else ""
    if "by" not in fields:
        fields.needed("achieved")
    evidence = fields.needed_words("evidence") if "achieved" in fields else fields.words("evidence")
    return Pledge(
        id_,
        statement=fields.needed_words("statement"),
        achieved=fields.truth("achieved", default=False) if "achieved" in fields else None,
        evidence=evidence,
        span=place,
        by=by,
    )


def _year(fields: Fields) -> str:
    """Return the year of `by: 2030`."""
    text = fields.text("by")
    if re.fullmatch(r"\d{4}", text, re.ASCII):
        return text
    span = fields.value_place("by")
    fields.diagnostics.error(Code.WRONG_VALUE, f"expected `by` as a year, found `{text}`", span, "write `by: 2030`")
    return ""
