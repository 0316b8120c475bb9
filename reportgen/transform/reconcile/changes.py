"""Changes from one year to the next that are larger than usual and that nothing explains."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from reportgen.diagnostics import Code, Diagnostic, Severity
from reportgen.model.dataset import Dataset, Exact, Fact, Indicator
from reportgen.model.project import Project
from reportgen.model.rules import Sum
from reportgen.transform.arithmetic import round_half_up
from reportgen.transform.period_order import periods_before
from reportgen.transform.reconcile.exact import exact_of

_NOUGHT = Fraction(0)


def unexplained_changes(dataset: Dataset, project: Project) -> Iterator[Diagnostic]:
    """Yield UNEXPLAINED_CHANGE. A note on the value explains it, on a total's all its parts, on a part's the total.

    What other rules than sums give is not asked about: what they rest on is.
    """
    wholes = _wholes(dataset)
    earlier = {period: periods_before(period, project.periods) for period in project.periods}
    limit = Fraction(project.limits.change)
    for indicator in dataset.indicators.values():
        if indicator.rule is not None and not isinstance(indicator.rule, Sum):
            continue
        for fact in indicator.facts.values():
            before = next((indicator.facts[id_] for id_ in earlier[fact.period] if id_ in indicator.facts), None)
            old, new = exact_of(before), exact_of(fact)
            if before is None or old is None or new is None or abs(new - old) * 100 <= limit * abs(old):
                continue
            if not _explained(indicator, fact.period, wholes, dataset):
                yield _finding(fact, before, old, new)


def _wholes(dataset: Dataset) -> dict[str, list[str]]:
    """Return for each indicator the totals that it is a part of."""
    wholes: dict[str, list[str]] = {}
    for indicator in dataset.indicators.values():
        if indicator.of:
            wholes.setdefault(indicator.id, []).append(indicator.of)
        if isinstance(indicator.rule, Sum):
            for part in indicator.rule.parts:
                wholes.setdefault(part, []).append(indicator.id)
    return wholes


def _explained(indicator: Indicator, period: str, wholes: dict[str, list[str]], dataset: Dataset) -> bool:
    parts = indicator.rule.parts if isinstance(indicator.rule, Sum) else ()
    if any(_has_note(dataset.indicators[part], period) for part in parts):
        return True
    open_, seen = [indicator.id], {indicator.id}
    while open_:
        id_ = open_.pop()
        if _has_note(dataset.indicators[id_], period):
            return True
        above = [whole for whole in wholes.get(id_, ()) if whole not in seen]
        open_ += above
        seen.update(above)
    return False


def _has_note(indicator: Indicator, period: str) -> bool:
    fact = indicator.facts.get(period)
    return fact is not None and bool(fact.note)


def _finding(fact: Fact, before: Fact, old: Fraction, new: Fraction) -> Diagnostic:
    by = f" by {round_half_up(100 * (new - old) / abs(old), 1):+}%" if old != _NOUGHT else ""
    return Diagnostic(
        Code.UNEXPLAINED_CHANGE,
        f"`{fact.indicator}` changed{by}, from {_number(before)} for `{before.period}` to {_number(fact)} for "
        f"`{fact.period}`, and nothing says why",
        fact.span,
        f"check the values; explain the change by a `note` on the value, or answer `{Code.UNEXPLAINED_CHANGE.value}`",
        Severity.WARNING,
    )


def _number(fact: Fact) -> str:
    return str(fact.value.value) if isinstance(fact.value, Exact) else "nil"
