"""Which period comes before which, by their dates."""

from __future__ import annotations

from collections.abc import Mapping

from reportgen.model.project import Period


def periods_before(period: str, periods: Mapping[str, Period]) -> tuple[str, ...]:
    """Return the ids of the last period that ends before another begins; several ids may name the same dates."""
    if period not in periods:
        return ()
    begin = periods[period].start
    ends = {id_: other.end for id_, other in periods.items() if other.end < begin}
    last = max(ends.values(), default=None)
    return tuple(id_ for id_, end in ends.items() if end == last)
