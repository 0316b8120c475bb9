"""Derived values are reckoned exactly, and what is filed is held against them."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from reportgen.diagnostics import Diagnostics, Span, show
from reportgen.load.units import load_units
from reportgen.model.dataset import (
    Absent,
    Dataset,
    Exact,
    Fact,
    Indicator,
    Kind,
    Qualifier,
    Range,
    Ratio,
    Reason,
    Share,
    Status,
    Sum,
)
from reportgen.model.words import Words
from reportgen.transform.arithmetic import decimals_of, round_half_up
from reportgen.transform.compute import compute

PATH = "content/kpis/a.yaml"
Value = str | Fact | Absent | Range


def indicator(
    id_: str,
    rule: Sum | Ratio | Share | None = None,
    decimals: int | None = None,
    plausible: tuple[Decimal, Decimal] | None = None,
    **values: Value,
) -> Indicator:
    line = sum(map(ord, id_)) % 90 + 1
    facts = {period: fact(id_, period, value, line) for period, value in values.items()}
    span = Span(PATH, line, 3)
    return Indicator(
        id_, Words(id_, span), "t", Kind.FLOW, span, rule=rule, decimals=decimals, plausible=plausible, facts=facts
    )


def fact(id_: str, period: str, value: Value, line: int) -> Fact:
    if isinstance(value, Fact):
        return value
    exact = Exact(Decimal(value)) if isinstance(value, str) else value
    return Fact(id_, period, exact, Span(PATH, line, 20))


def run(*indicators: Indicator) -> tuple[Dataset, str]:
    diagnostics = Diagnostics()
    dataset = Dataset(load_units(), {i.id: i for i in indicators}, {}, {}, {})
    computed = compute(dataset, diagnostics)
    return computed, "\n".join(show(found) for found in diagnostics)


def value(dataset: Dataset, id_: str, period: str = "current") -> str:
    found = dataset.indicators[id_].facts[period].value
    assert isinstance(found, Exact)
    return str(found.value)


def test_what_is_not_given_is_computed_with_the_finest_digits_of_its_parts() -> None:
    dataset, shown = run(
        indicator("total", Sum(("a", "b"))), indicator("a", current="1.5", prior="2"), indicator("b", current="2.25")
    )
    assert shown == ""
    fact = dataset.indicators["total"].facts["current"]
    assert (value(dataset, "total"), fact.computed, fact.span) == ("3.75", True, dataset.indicators["total"].span)
    assert "prior" not in dataset.indicators["total"].facts


def test_ratios_and_shares_have_two_decimals_unless_the_indicator_says() -> None:
    parts = (indicator("a", current="2"), indicator("b", current="3"))
    dataset, _ = run(
        *parts,
        indicator("ratio", Ratio("a", "b")),
        indicator("share", Share("a", "b")),
        indicator("fine", Ratio("a", "b"), decimals=6),
    )
    assert [value(dataset, id_) for id_ in ("ratio", "share", "fine")] == ["0.67", "66.67", "0.666667"]


def test_rules_rest_on_unrounded_computed_values() -> None:
    dataset, _ = run(
        indicator("tenfold", Ratio("third", "tenth"), decimals=3),
        indicator("third", Ratio("one", "three"), decimals=1),
        indicator("one", current="1"),
        indicator("three", current="3"),
        indicator("tenth", current="0.1"),
    )
    assert value(dataset, "third") == "0.3"
    assert value(dataset, "tenfold") == "3.333"


def test_a_given_value_is_held_at_the_digits_given() -> None:
    _, shown = run(
        indicator("intensity", Ratio("waste", "revenue"), prior="0.0001", current="0.000007"),
        indicator("waste", prior="0.897", current="0.049"),
        indicator("revenue", prior="8180.1", current="7047.5"),
    )
    assert shown == ""


def test_a_half_is_rounded_up() -> None:
    _, shown = run(
        indicator("r", Ratio("a", "b"), current="0.13"), indicator("a", current="1"), indicator("b", current="8")
    )
    assert shown == ""


def test_a_sum_that_differs() -> None:
    _, shown = run(
        indicator("total", Sum(("a", "b")), current="82275.00"),
        indicator("a", current="258.21"),
        indicator("b", current="82016.78"),
    )
    assert shown == (
        "error[sum-differs]: `total` is 82275.00 for `current`, but its parts add up to 82274.99\n"
        f"  --> {PATH}:9:20\n"
        "  = hint: correct it, or a part: "
        f"`a` 258.21 ({PATH}:8:20), `b` 82016.78 ({PATH}:9:20)"
    )


def test_a_ratio_and_a_share_that_differ() -> None:
    parts = (indicator("a", current="1"), indicator("b", current="3"))
    listed = f"`a` 1 ({PATH}:8:20), `b` 3 ({PATH}:9:20)"
    assert run(*parts, indicator("r", Ratio("a", "b"), current="0.34"))[1] == (
        "error[ratio-differs]: `r` is 0.34 for `current`, but `a` divided by `b` gives 0.33\n"
        f"  --> {PATH}:25:20\n"
        f"  = hint: correct it, or a part: {listed}"
    )
    assert run(*parts, indicator("s", Share("a", "b"), current="33.4"))[1] == (
        "error[ratio-differs]: `s` is 33.4 for `current`, but `a` in per cent of `b` gives 33.3\n"
        f"  --> {PATH}:26:20\n"
        f"  = hint: correct it, or a part: {listed}"
    )


def test_nothing_is_compared_with_what_is_not_exact() -> None:
    over = Fact("a", "current", Exact(Decimal(30)), Span(PATH), qualifier=Qualifier.OVER)
    for part in (over, Absent(Reason.NOT_AVAILABLE), Range(Decimal(1), Decimal(2))):
        dataset, shown = run(
            indicator("given", Sum(("a", "b")), current="5"),
            indicator("open", Sum(("a", "b"))),
            indicator("a", current=part),
            indicator("b", current="1"),
        )
        assert shown == ""
        assert dataset.indicators["open"].facts == {}


def test_nil_counts_as_zero_and_nothing_is_divided_by_it() -> None:
    dataset, shown = run(
        indicator("total", Sum(("a", "b"))),
        indicator("ratio", Ratio("b", "a")),
        indicator("a", current=Absent(Reason.NIL)),
        indicator("b", current="2"),
    )
    assert shown == ""
    assert value(dataset, "total") == "2"
    assert dataset.indicators["ratio"].facts == {}


def test_a_computed_fact_is_estimated_if_a_part_is_and_assured_if_all_are() -> None:
    def part(id_: str, status: Status, assured: bool) -> Fact:
        return Fact(id_, "current", Exact(Decimal(1)), Span(PATH), status=status, assured=assured)

    dataset, _ = run(
        indicator("total", Sum(("a", "b"))),
        indicator("a", current=part("a", Status.ESTIMATED, True)),
        indicator("b", current=part("b", Status.MEASURED, True)),
    )
    total = dataset.indicators["total"].facts["current"]
    assert (total.status, total.assured) == (Status.ESTIMATED, True)


def test_a_circle_is_reported_once_and_the_rest_is_computed() -> None:
    dataset, shown = run(
        indicator("a", Sum(("b",))),
        indicator("b", Sum(("c",))),
        indicator("c", Sum(("a",))),
        indicator("itself", Sum(("itself",))),
        indicator("total", Sum(("part",))),
        indicator("part", current="1"),
    )
    assert shown == (
        "error[circular-rule]: the rules go in a circle: `a` → `b` → `c` → `a`\n"
        f"  --> {PATH}:8:3\n"
        "  = hint: give one of them its values without a rule\n"
        "error[circular-rule]: the rules go in a circle: `itself` → `itself`\n"
        f"  --> {PATH}:{sum(map(ord, 'itself')) % 90 + 1}:3\n"
        "  = hint: give one of them its values without a rule"
    )
    assert value(dataset, "total") == "1"


def test_a_long_chain_of_rules() -> None:
    chain = [indicator(f"i{n}", Sum((f"i{n + 1}",))) for n in range(3000)]
    dataset, shown = run(*chain, indicator("i3000", current="7"))
    assert (shown, value(dataset, "i0")) == ("", "7")


def test_an_implausible_value_is_a_warning() -> None:
    _, shown = run(indicator("a", plausible=(Decimal(0), Decimal(10)), current="100"))
    assert shown == (
        "warning[implausible]: `a` is 100 for `current`, expected from 0 to 10\n"
        f"  --> {PATH}:8:20\n"
        "  = hint: check the value and its unit, or widen `plausible`"
    )


@given(st.fractions(), st.integers(0, 8))
def test_rounding_gives_the_nearest_number_of_so_many_decimals(number: Fraction, decimals: int) -> None:
    rounded = round_half_up(number, decimals)
    assert abs(Fraction(rounded) - number) * 2 <= Fraction(1, 10**decimals)
    assert decimals_of(rounded) == decimals


@given(st.integers(), st.integers(0, 8))
def test_a_half_goes_away_from_zero(whole: int, decimals: int) -> None:
    half = Fraction(1, 2) if whole >= 0 else Fraction(-1, 2)
    away = whole + (1 if whole >= 0 else -1)
    assert Fraction(round_half_up((whole + half) / 10**decimals, decimals)) == Fraction(away, 10**decimals)


PARTS = st.lists(st.decimals(-(10**9), 10**9, places=3, allow_nan=False), min_size=1, max_size=8)


@given(PARTS)
def test_a_computed_sum_is_the_exact_one_and_holds_when_given(parts: list[Decimal]) -> None:
    indicators = [indicator(f"p{at}", current=str(part)) for at, part in enumerate(parts)]
    rule = Sum(tuple(i.id for i in indicators))
    dataset, shown = run(indicator("total", rule), *indicators)
    assert shown == ""
    total = value(dataset, "total")
    assert Fraction(total) == sum(map(Fraction, parts))
    assert run(indicator("total", rule, current=total), *indicators)[1] == ""
    wrong = str(Decimal(total) + Decimal("0.001"))
    assert "sum-differs" in run(indicator("total", rule, current=wrong), *indicators)[1]
