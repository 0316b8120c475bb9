"""Indicators that nothing prints. Known only when all languages are bound."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from reportgen.diagnostics import Code, Diagnostic, Diagnostics, Severity
from reportgen.model.block import Document
from reportgen.model.dataset import Dataset
from reportgen.model.inline import Bound
from reportgen.model.rules import parts_of
from reportgen.model.walk import walk
from reportgen.transform.reconcile.settle import settle


def printed_indicators(document: Document) -> frozenset[str]:
    """Return the ids that a bound document prints a number of."""
    bounds = list(walk(document, Bound))
    return frozenset(id_ for bound in bounds for id_ in (bound.ref.id, *(fact.indicator for fact in bound.facts)))


def reconcile_printed(dataset: Dataset, printed: Collection[str], diagnostics: Diagnostics) -> None:
    """Add NOT_PRINTED for what is neither printed nor a part of what is, with the answers that the data give."""
    diagnostics.extend(settle(_not_printed(dataset, printed), dataset, {Code.NOT_PRINTED}))


def _not_printed(dataset: Dataset, printed: Collection[str]) -> Iterator[Diagnostic]:
    used = {id_ for id_ in printed if id_ in dataset.indicators}
    open_ = list(used)
    while open_:
        parts = [part for part in parts_of(dataset.indicators[open_.pop()].rule) if part not in used]
        used.update(parts)
        open_ += parts
    for id_, indicator in dataset.indicators.items():
        if id_ not in used:
            hint = f"refer to it, remove it, or answer `{Code.NOT_PRINTED.value}`"
            message = f"nothing prints `{id_}`, nor anything that rests on it"
            yield Diagnostic(Code.NOT_PRINTED, message, indicator.span, hint, Severity.WARNING)
