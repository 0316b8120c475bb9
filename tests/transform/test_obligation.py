"""Whom a provision binds: by board, size and financial year."""

from __future__ import annotations

from datetime import date

import pytest

from reportgen.model.index import Duty, Obligation, Provision
from reportgen.model.project import Listing
from reportgen.transform.obligation import obligation, obligation_of_large_caps

CLIMATE = Provision(
    "D.20",
    {},
    {},
    {},
    {},
    (
        Duty(Obligation.MANDATORY, frozenset({"main"}), large_cap=True, start=date(2026, 1, 1)),
        Duty(Obligation.COMPLY_OR_EXPLAIN, frozenset({"main"}), start=date(2025, 1, 1)),
        Duty(Obligation.VOLUNTARY),
    ),
    True,
)
MAIN, GEM = frozenset({"main", "nasdaq"}), frozenset({"gem"})


@pytest.mark.parametrize(
    ("listing", "year", "expected"),
    [
        (Listing(MAIN, large_cap=True), 2026, Obligation.MANDATORY),
        (Listing(MAIN, large_cap=True), 2025, Obligation.COMPLY_OR_EXPLAIN),
        (Listing(MAIN, large_cap=False), 2026, Obligation.COMPLY_OR_EXPLAIN),
        (Listing(MAIN), 2026, Obligation.COMPLY_OR_EXPLAIN),
        (Listing(MAIN), 2024, Obligation.VOLUNTARY),
        (Listing(GEM, large_cap=True), 2026, Obligation.VOLUNTARY),
        (Listing(), 2026, Obligation.COMPLY_OR_EXPLAIN),
    ],
)
def test_the_first_duty_that_binds_holds(listing: Listing, year: int, expected: Obligation) -> None:
    assert obligation(CLIMATE, listing, date(year, 1, 1)) is expected


def test_what_it_would_be_for_a_large_cap() -> None:
    assert obligation_of_large_caps(CLIMATE, Listing(MAIN), date(2026, 1, 1)) is Obligation.MANDATORY
