"""Decimals in other forms."""

from __future__ import annotations

from decimal import Decimal

import pytest

from reportgen.model.decimals import shortest, with_decimals


@pytest.mark.parametrize(
    ("value", "decimals", "expected"),
    [("5.3", 2, "5.30"), ("2.675", 2, "2.68"), ("-0.5", 0, "-1"), ("12345", 30, "12345." + "0" * 30)],
)
def test_a_number_has_as_many_decimals_as_asked_for(value: str, decimals: int, expected: str) -> None:
    assert str(with_decimals(Decimal(value), decimals)) == expected


@pytest.mark.parametrize(("value", "expected"), [("5.30", "5.3"), ("1E+3", "1000"), ("1E+28", "1" + "0" * 28)])
def test_a_number_is_written_without_needless_zeros_or_an_exponent(value: str, expected: str) -> None:
    assert str(shortest(Decimal(value))) == expected
