"""A provision of several parts, of which the marks name only some."""

from __future__ import annotations

from collections.abc import Iterator

from reportgen.diagnostics import Code, Diagnostic
from reportgen.model.index import IndexRow
from reportgen.transform.index_checks.seen import Seen, warn


def missing_components(row: IndexRow, seen: Seen) -> Iterator[Diagnostic]:
    """Yield COMPONENT_MISSING where marks name parts and leave others out; a mark without a part is for the whole."""
    named = {one.mark.component for one in row.marks}
    missing = [part.id for part in row.provision.components if part.id not in named]
    if missing and "" not in named:
        mark = row.marks[0].mark
        parts = ", ".join(f"`{part}`" for part in missing)
        yield warn(
            Code.COMPONENT_MISSING,
            f"the marks of `{mark.code}` leave out {parts}",
            mark.span,
            f"mark where it is disclosed with `{mark.code}/{missing[0]}`",
        )
