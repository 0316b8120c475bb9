"""Comparatives against what the earlier report said."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction

from reportgen.diagnostics import Code, Diagnostic
from reportgen.model.dataset import Dataset, Exact, Status
from reportgen.model.project import Project
from reportgen.transform.arithmetic import decimals_of, round_half_up


def comparatives(dataset: Dataset, project: Project) -> Iterator[Diagnostic]:
    """Yield COMPARATIVE_DIFFERS where a value differs at the digits both have and is not said to be restated."""
    for before in dataset.filed_before:
        fact = dataset.indicators[before.indicator].facts.get(before.period)
        if fact is not None and fact.restated is not None and not _agree(fact.restated.old, before.value):
            yield Diagnostic(
                Code.COMPARATIVE_DIFFERS,
                f"`{before.indicator}` is restated from {fact.restated.old} for `{before.period}`, but that year's "
                f"report said {before.value} ({before.span})",
                fact.span,
                "correct `restated: {from: ...}`",
            )
        if fact is None or fact.status is Status.RESTATED or not isinstance(fact.value, Exact):
            continue
        if not _agree(fact.value.value, before.value):
            yield Diagnostic(
                Code.COMPARATIVE_DIFFERS,
                f"`{before.indicator}` is {fact.value.value} for `{before.period}`, but that year's report said "
                f"{before.value} ({before.span})",
                fact.span,
                "correct it, or say that it is restated: `{value: ..., restated: {from: ..., reason: ...}, note: ...}`",
            )


def _agree(one: Decimal, other: Decimal) -> bool:
    decimals = min(decimals_of(one), decimals_of(other))
    return round_half_up(Fraction(one), decimals) == round_half_up(Fraction(other), decimals)
