"""A member that one breakdown has and another by the same dimension has not."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from reportgen.diagnostics import Code, Diagnostic, Severity, Span
from reportgen.model.dataset import Dataset, GroupOf
from reportgen.model.project import Project
from reportgen.transform.reconcile.breakdowns import breakdowns


class _Family(Struct, frozen=True):
    """Indicators that stand side by side as members of one dimension; ``what`` they are, in words of a message."""

    what: str
    dimension: str
    members: frozenset[str]
    span: Span


def left_out(dataset: Dataset, project: Project) -> Iterator[Diagnostic]:
    """Yield LEFT_OUT for each breakdown, or group of a table's rows, whose members are some of another's."""
    families = _families(dataset)
    fullest: dict[str, dict[frozenset[str], _Family]] = {}
    for family in families:
        fullest.setdefault(family.dimension, {}).setdefault(family.members, family)
    for family in families:
        fuller = [other for members, other in fullest[family.dimension].items() if family.members < members]
        if fuller:
            other = min(fuller, key=lambda one: len(one.members))
            names = ", ".join(f"`{member}`" for member in sorted(other.members - family.members))
            yield Diagnostic(
                Code.LEFT_OUT,
                f"{family.what} by {family.dimension} leaves out {names}",
                family.span,
                f"add it as in {other.what} ({other.span})",
                Severity.WARNING,
            )


def _families(dataset: Dataset) -> list[_Family]:
    """Return the breakdowns, and those groups of rows that are no breakdown."""
    found: dict[frozenset[str], _Family] = {}
    for breakdown in breakdowns(dataset):
        ids = frozenset(part.id for part in breakdown.members.values())
        what = f"the breakdown of `{breakdown.whole.id}`"
        family = _Family(what, breakdown.dimension, frozenset(breakdown.members), breakdown.whole.span)
        found.setdefault(ids, family)
    for table in dataset.tables.values():
        for group in table.rows:
            if isinstance(group, GroupOf):
                _add_group(group, table.id, dataset, found)
    return list(found.values())


def _add_group(group: GroupOf, table: str, dataset: Dataset, found: dict[frozenset[str], _Family]) -> None:
    parts = [dataset.indicators[row.indicator] for row in group.rows]
    dimensions = {part.dimension if part.member else "" for part in parts}
    ids = frozenset(part.id for part in parts)
    # A group that shows some of a breakdown's members is a choice; the breakdown itself is checked.
    if len(dimensions) != 1 or "" in dimensions or any(ids <= known for known in found):
        return
    what = f"the group “{group.name.text}” of the table `{table}`"
    found[ids] = _Family(what, dimensions.pop(), frozenset(part.member for part in parts), group.span)
