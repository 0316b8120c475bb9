"""A provision that asks for numbers, marked only by words."""

from __future__ import annotations

from collections.abc import Iterator

from reportgen.diagnostics import Code, Diagnostic
from reportgen.model.index import IndexRow, Kind
from reportgen.transform.index_checks.seen import Seen, warn


def quantity_in_words(row: IndexRow, seen: Seen) -> Iterator[Diagnostic]:
    """Yield QUANTITY_IN_WORDS where no indicator answers a quantitative provision."""
    if row.provision.kind is Kind.QUANTITATIVE and not any(seen.indicators(row)):
        mark = row.marks[0].mark
        yield warn(
            Code.QUANTITY_IN_WORDS,
            f"`{mark.code}` asks for numbers, and only words are marked with it",
            mark.span,
            f"mark the indicator too: `discloses: {{{mark.framework}: [{mark.code}]}}` in content/kpis",
        )
