"""A provision that asks for data by gender, age or the like, and has none so divided."""

from __future__ import annotations

from collections.abc import Iterator

from reportgen.diagnostics import Code, Diagnostic
from reportgen.model.index import IndexRow
from reportgen.transform.index_checks.seen import Seen, warn


def missing_breakdowns(row: IndexRow, seen: Seen) -> Iterator[Diagnostic]:
    """Yield BREAKDOWN_MISSING where no marked indicator is a member of a dimension asked for.

    What no indicator answers is another check's to say.
    """
    indicators = tuple(seen.indicators(row))
    given = {indicator.dimension for indicator in indicators}
    missing = [dimension for dimension in row.provision.breakdowns if dimension not in given]
    if indicators and missing:
        names = ", ".join(f"`{dimension}`" for dimension in missing)
        yield warn(
            Code.BREAKDOWN_MISSING,
            f"`{row.provision.code}` asks for data by {names}, and no indicator marked with it has that `dimension`",
            row.marks[0].mark.span,
            f"mark the indicators with `dimension: {missing[0]}` too",
        )
