"""An indicator in a unit that its provision does not ask for."""

from __future__ import annotations

from collections.abc import Iterator

from reportgen.diagnostics import Code, Diagnostic
from reportgen.model.index import IndexRow
from reportgen.transform.index_checks.seen import Seen, warn


def units_not_asked(row: IndexRow, seen: Seen) -> Iterator[Diagnostic]:
    """Yield UNIT_NOT_ASKED for each such indicator; of an intensity, what stands above the stroke counts."""
    asked = row.provision.units
    for indicator in seen.indicators(row) if asked else ():
        above, _, _ = indicator.unit.partition("/")
        if above not in asked:
            units = " or ".join(f"`{unit}`" for unit in asked)
            yield warn(
                Code.UNIT_NOT_ASKED,
                f"`{indicator.id}` is in `{indicator.unit}`, and `{row.provision.code}` asks for {units}",
                indicator.span,
                f"give it in {units}, or take the mark away",
            )
