"""A provision that asks for several years, answered by fewer."""

from __future__ import annotations

from collections.abc import Iterator

from reportgen.diagnostics import Code, Diagnostic
from reportgen.model.index import IndexRow
from reportgen.model.project import Project
from reportgen.transform.index_checks.seen import Seen, warn


def missing_years(row: IndexRow, seen: Seen) -> Iterator[Diagnostic]:
    """Yield YEARS_MISSING for each indicator without a value, even an absent one, for one of the years asked for."""
    if row.provision.years < 2:
        return
    wanted = _last_years(seen.project, row.provision.years)
    code, years = row.provision.code, row.provision.years
    for indicator in seen.indicators(row):
        missing = [label for label, ids in wanted.items() if not ids & indicator.facts.keys()]
        if missing:
            message = f"`{code}` asks for {years} years, and `{indicator.id}` has no value for {', '.join(missing)}"
            yield warn(Code.YEARS_MISSING, message, indicator.span, "add the values, or say `{none: not_available}`")
        elif len(wanted) < years:
            message = f"`{code}` asks for {years} years, and the report knows {len(wanted)}"
            yield warn(Code.YEARS_MISSING, message, indicator.span, "declare the periods in content/report.yaml")


def _last_years(project: Project, count: int) -> dict[str, set[str]]:
    """Return the ids of the current period and those before it, by label, latest first; several may mean one year."""
    last = project.periods["current"].end
    past = sorted((period for period in project.periods.values() if period.end <= last), key=lambda p: p.end)
    years: dict[str, set[str]] = {}
    for period in reversed(past):
        years.setdefault(period.label, set()).add(period.id)
    return dict(list(years.items())[:count])
