"""An index held against what its framework asks for. Each check is a function in one tuple; a file a check.

A check takes a row and what all checks see, and yields findings; whether the office answers them, `settle` says.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from reportgen.diagnostics import Diagnostic
from reportgen.model.index import Framework, IndexRow, Office
from reportgen.transform.index_checks.breakdowns import missing_breakdowns
from reportgen.transform.index_checks.components import missing_components
from reportgen.transform.index_checks.confirmed import unconfirmed
from reportgen.transform.index_checks.quantities import quantity_in_words
from reportgen.transform.index_checks.seen import Seen
from reportgen.transform.index_checks.settle import settle
from reportgen.transform.index_checks.units import units_not_asked
from reportgen.transform.index_checks.version import wrong_version
from reportgen.transform.index_checks.years import missing_years

Check = Callable[[IndexRow, Seen], Iterator[Diagnostic]]

CHECKS: tuple[Check, ...] = (
    quantity_in_words,
    missing_components,
    units_not_asked,
    missing_years,
    missing_breakdowns,
)
"""What is asked of each row that has answers of its own framework's marks."""


def check_index(rows: Iterable[IndexRow], framework: Framework, office: Office, seen: Seen) -> Iterator[Diagnostic]:
    """Yield what is wrong with an index, answered where the office answers it."""
    kept = tuple(rows)
    found = {row.provision.code: [each for check in CHECKS for each in check(row, seen)] for row in kept if _own(row)}
    yield from settle(found, office)
    yield from unconfirmed(kept, framework)
    yield from wrong_version(framework, seen)


def _own(row: IndexRow) -> bool:
    """Whether marks answer a row that were made for its framework; what links lend was made for another's."""
    return bool(row.marks) and not row.linked
