"""Formulas as those who check read them."""

from __future__ import annotations

from decimal import Decimal

import pytest

from reportgen.model.rules import (
    EVERY_PERIOD,
    Activity,
    Change,
    Count,
    Difference,
    Mean,
    Ratio,
    Rule,
    Share,
    Sum,
    Term,
)
from reportgen.transform.formula import formula_of, formula_of_form


@pytest.mark.parametrize(
    ("rule", "formula"),
    [
        (Sum(("a", "b", "c")), "a + b + c"),
        (Ratio("a", "b"), "a ÷ b"),
        (Share("a", "b"), "a ÷ b × 100"),
        (Change("a"), "(a − a[before]) ÷ |a[before]| × 100"),
        (Difference("a", "b"), "a − b"),
        (Difference("a"), "a − a[before]"),
        (Mean((("a", "m"), ("b", "w"))), "(a × m + b × w) ÷ (m + w)"),
        (Count(("a", "b")), "number of a, b that are not zero"),
        (Count(("a", "b"), Decimal(2), Decimal("3.5")), "number of a, b that are at least 2 and at most 3.5"),
        (
            Activity((Term("power", {"prior": "grid22", "current": "grid23"}), Term("gas", {EVERY_PERIOD: "burn"}))),
            "power × grid22/grid23 + gas × burn",
        ),
    ],
)
def test_a_rule(rule: Rule, formula: str) -> None:
    assert formula_of(rule) == formula


@pytest.mark.parametrize(
    ("form", "formula"),
    [
        ("", ""),
        ("value", ""),
        ("compact", ""),
        ("change_abs", "(a − a[before]) ÷ |a[before]| × 100"),
        ("difference", "a − a[before]"),
        ("share", "a ÷ b × 100"),
        ("target", "target of a"),
        ("over_1000", "a, over 1,000"),
    ],
)
def test_a_form(form: str, formula: str) -> None:
    assert formula_of_form(form, ("a", "b")) == formula
