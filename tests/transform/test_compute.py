"""Derived values are reckoned exactly, and what is filed is held against them."""

from __future__ import annotations

from datetime import date
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
    Reason,
    Status,
)
from reportgen.model.factors import Factor
from reportgen.model.project import Period
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
from reportgen.model.words import Words
from reportgen.transform.arithmetic import convert, decimals_of, round_half_up
from reportgen.transform.compute import compute

PATH = "content/kpis/a.yaml"


def period(id_: str, year: int) -> Period:
    return Period(id_, str(year), date(year, 1, 1), date(year, 12, 31), Span(PATH))


PERIODS = {p.id: p for p in (period("current", 2023), period("prior", 2022))}
FACTORS = {
    "grid": Factor("grid", Decimal("0.5"), "kgCO2", "kWh", "North", "2023", "Announcement", Span(PATH)),
    "grid_before": Factor("grid_before", Decimal("0.6"), "kgCO2", "kWh", "North", "2022", "Announcement", Span(PATH)),
}
UNITS = {Share: "%", Change: "%", Ratio: "one", Count: "count"}
Value = str | Fact | Absent | Range


def indicator(
    id_: str,
    rule: Rule | None = None,
    decimals: int | None = None,
    plausible: tuple[Decimal, Decimal] | None = None,
    unit: str = "",
    also: tuple[Rule, ...] = (),
    **values: Value,
) -> Indicator:
    line = sum(map(ord, id_)) % 90 + 1
    facts = {period: fact(id_, period, value, line) for period, value in values.items()}
    span = Span(PATH, line, 3)
    return Indicator(
        id_,
        Words(id_, span),
        unit or UNITS.get(type(rule), "t"),
        Kind.FLOW,
        span,
        rule=rule,
        also=also,
        decimals=decimals,
        plausible=plausible,
        facts=facts,
    )


def fact(id_: str, period: str, value: Value, line: int) -> Fact:
    if isinstance(value, Fact):
        return value
    exact = Exact(Decimal(value)) if isinstance(value, str) else value
    return Fact(id_, period, exact, Span(PATH, line, 20))


def run(*indicators: Indicator) -> tuple[Dataset, str]:
    diagnostics = Diagnostics()
    dataset = Dataset(load_units(), {i.id: i for i in indicators}, {}, {}, {}, factors=FACTORS)
    computed = compute(dataset, PERIODS, diagnostics)
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


def test_parts_in_other_units_are_converted_exactly() -> None:
    dataset, shown = run(
        indicator("energy", Sum(("power", "heat")), unit="MWh"),
        indicator("power", unit="kWh", current="1250500"),
        indicator("heat", unit="GJ", current="36"),
        indicator("intensity", Ratio("power", "revenue"), unit="MWh/RMBm", decimals=4),
        indicator("revenue", unit="RMB", current="2000000"),
        indicator("quota", Share("heat", "power"), decimals=6),
    )
    assert shown == ""
    assert [value(dataset, id_) for id_ in ("energy", "intensity", "quota")] == ["1260.5", "625.2500", "0.799680"]


def test_change_and_difference_compare_with_the_period_before() -> None:
    dataset, shown = run(
        indicator("waste", current="0.049", prior="0.897"),
        indicator("change", Change("waste")),
        indicator("difference", Difference("waste")),
        indicator("gross", unit="kg", current="50"),
        indicator("net", Difference("waste", "gross")),
        indicator("from_zero", Change("zero")),
        indicator("zero", current="1", prior="0"),
    )
    assert shown == ""
    assert [value(dataset, id_) for id_ in ("change", "difference", "net")] == ["-94.5", "-0.848", "-0.001"]
    assert [list(dataset.indicators[id_].facts) for id_ in ("change", "from_zero")] == [["current"], []]


def test_a_mean_is_weighted_by_the_populations_of_its_members() -> None:
    members = Mean((("hours_men", "men"), ("hours_women", "women")))
    parts = (
        indicator("hours_men", unit="hour", current="22.15"),
        indicator("hours_women", unit="hour", current="7.45"),
        indicator("men", unit="person", current="3"),
        indicator("women", unit="person", current="1"),
    )
    dataset, _ = run(indicator("hours", members, unit="hour", decimals=3), *parts)
    assert value(dataset, "hours") == "18.475"
    _, shown = run(indicator("hours", members, unit="hour", current="18.47"), *parts)
    assert shown.startswith(
        "error[rule-differs]: `hours` is 18.47 for `current`, "
        "but the mean of its members, weighted by their populations, is 18.475"
    )


def test_a_count_counts_what_is_not_zero_or_keeps_to_the_bounds() -> None:
    dataset, _ = run(
        indicator("sites", Count(("a", "b", "c"))),
        indicator("low", Count(("a", "b", "c"), at_most=Decimal("1.3"))),
        indicator("middle", Count(("a", "b", "c"), Decimal("1.3"), Decimal("1.4"))),
        indicator("a", current="1.3"),
        indicator("b", current="1.5"),
        indicator("c", current=Absent(Reason.NIL)),
    )
    assert [value(dataset, id_) for id_ in ("sites", "low", "middle")] == ["2", "2", "1"]


def test_an_activity_is_multiplied_by_the_factor_of_its_period() -> None:
    grid = Term("power", {"prior": "grid_before", "current": "grid"})
    dataset, shown = run(
        indicator("emissions", Activity((grid,)), unit="tCO2e"),
        indicator("both", Activity((grid, Term("more", {EVERY_PERIOD: "grid"}))), unit="tCO2e", current="60.01"),
        indicator("power", unit="MWh", current="100", prior="50"),
        indicator("more", unit="kWh", current="20000"),
    )
    assert [value(dataset, "emissions", p) for p in ("current", "prior")] == ["50.00", "30.00"]
    line = sum(map(ord, "both")) % 90 + 1
    assert shown == (
        "error[rule-differs]: `both` is 60.01 for `current`, but multiplied by `grid_before`, `grid`, its activities "
        "give 60\n"
        f"  --> {PATH}:{line}:20\n"
        f"  = hint: correct it, or a part: `power` 100 ({PATH}:{sum(map(ord, 'power')) % 90 + 1}:20), "
        f"`more` 20000 ({PATH}:{sum(map(ord, 'more')) % 90 + 1}:20)"
    )


def test_further_rules_must_give_the_same_as_the_value_given_or_computed() -> None:
    parts = [indicator(id_, current=number) for id_, number in (("a", "1"), ("b", "2"), ("c", "3"), ("d", "1"))]
    for filed in ({}, {"current": "3"}):
        _, shown = run(indicator("total", Sum(("a", "b")), also=(Sum(("c",)), Sum(("c", "d"))), **filed), *parts)
        place = f"{PATH}:9:{20 if filed else 3}"
        assert shown == (
            "error[sum-differs]: `total` is 3 for `current`, but its parts add up to 4\n"
            f"  --> {place}\n"
            f"  = hint: correct it, or a part: `c` 3 ({PATH}:10:20), `d` 1 ({PATH}:11:20)"
        )


def test_rules_of_change_and_count_that_differ() -> None:
    _, shown = run(
        indicator("change", Change("a"), current="10"),
        indicator("less", Difference("a"), current="2"),
        indicator("other", Difference("a", "a"), current="2"),
        indicator("count", Count(("a",)), current="2"),
        indicator("a", current="11", prior="10.1"),
    )
    assert sorted(line for line in shown.split("\n") if line.startswith("error")) == [
        "error[rule-differs]: `change` is 10 for `current`, but the change of `a` in per cent is 9",
        "error[rule-differs]: `count` is 2 for `current`, but the number of its parts that count is 1",
        "error[rule-differs]: `less` is 2 for `current`, but `a` less that of the period before is 0.9",
        "error[rule-differs]: `other` is 2 for `current`, but `a` less `a` is 0",
    ]


NUMBERS = st.decimals(-(10**9), 10**9, places=3, allow_nan=False)
POSITIVE = st.decimals(Decimal("0.001"), 10**9, places=3, allow_nan=False)


def exact_of(rule: Rule, unit: str = "", **values: Decimal) -> Fraction:
    """Return what a rule gives with twelve decimals, of parts in tonnes."""
    parts = [indicator(id_, current=str(number)) for id_, number in values.items()]
    dataset, shown = run(indicator("result", rule, decimals=12, unit=unit), *parts)
    assert shown == ""
    return Fraction(value(dataset, "result"))


def near(found: Fraction, exact: Fraction) -> bool:
    return abs(found - exact) * 2 <= Fraction(1, 10**12)


@given(NUMBERS, POSITIVE)
def test_ratios_shares_and_differences_are_exact(one: Decimal, other: Decimal) -> None:
    a, b = Fraction(one), Fraction(other)
    assert near(exact_of(Ratio("a", "b"), a=one, b=other), a / b)
    assert near(exact_of(Share("a", "b"), a=one, b=other), 100 * a / b)
    assert exact_of(Difference("a", "b"), a=one, b=other) == a - b


@given(NUMBERS, NUMBERS.filter(bool))
def test_a_change_is_exact(new: Decimal, old: Decimal) -> None:
    dataset, _ = run(indicator("change", Change("a"), decimals=12), indicator("a", current=str(new), prior=str(old)))
    exact = (Fraction(new) - Fraction(old)) / abs(Fraction(old)) * 100
    assert near(Fraction(value(dataset, "change")), exact)


@given(st.lists(st.tuples(NUMBERS, POSITIVE), min_size=1, max_size=6))
def test_a_weighted_mean_is_exact(members: list[tuple[Decimal, Decimal]]) -> None:
    rule = Mean(tuple((f"v{at}", f"w{at}") for at in range(len(members))))
    values = {f"v{at}": mean for at, (mean, _) in enumerate(members)}
    weights = {f"w{at}": weight for at, (_, weight) in enumerate(members)}
    total = sum((Fraction(weight) for _, weight in members), Fraction(0))
    exact = sum((Fraction(mean) * Fraction(weight) for mean, weight in members), Fraction(0)) / total
    assert near(exact_of(rule, **values, **weights), exact)


@given(POSITIVE)
def test_an_activity_times_its_factor_is_exact(power: Decimal) -> None:
    dataset, _ = run(
        indicator("emissions", Activity((Term("power", {EVERY_PERIOD: "grid"}),)), unit="tCO2", decimals=12),
        indicator("power", unit="MWh", current=str(power)),
    )
    assert Fraction(value(dataset, "emissions")) == Fraction(power) / 2


@given(NUMBERS, st.fractions(Fraction(1, 10**6), 10**6).filter(bool))
def test_a_converted_number_is_the_nearest_of_its_digits(number: Decimal, held: Fraction) -> None:
    converted = convert(number, held)
    exact = Fraction(number) * held
    assert abs(Fraction(converted) - exact) * 2 <= Fraction(1, 10 ** decimals_of(converted))
    assert abs(Fraction(converted) - exact) < 1


@given(NUMBERS, st.integers(-6, 6))
def test_powers_of_ten_lose_nothing(number: Decimal, power: int) -> None:
    held = Fraction(10) ** power
    assert Fraction(convert(number, held)) == Fraction(number) * held
    assert convert(convert(number, held), 1 / held) == number
