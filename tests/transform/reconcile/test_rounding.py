"""Values whose printed parts do not add up, only because each is rounded."""

from __future__ import annotations

from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from reportgen.diagnostics import Diagnostics, Span
from reportgen.load.units import load_units
from reportgen.model.dataset import Dataset, Exact, Fact, Indicator, Kind, RowOf, TableOf
from reportgen.model.rules import Ratio, Rule, Share, Sum
from reportgen.model.words import Words
from reportgen.transform.compute import compute
from reportgen.transform.reconcile.rounding import rounded_values

HERE = Span("content/kpis/a.yaml")


def indicator(
    id_: str, value: str = "", rule: Rule | None = None, unit: str = "t", decimals: int | None = None
) -> Indicator:
    facts = {"current": Fact(id_, "current", Exact(Decimal(value)), HERE)} if value else {}
    return Indicator(id_, Words(id_, HERE), unit, Kind.FLOW, HERE, rule=rule, facts=facts, decimals=decimals)


def marked(*indicators: Indicator, rows: str = "", unit: str = "") -> list[str]:
    """Return the ids of the values that are marked in a table of these rows; of all indicators if none are named."""
    ids = rows.split() or [one.id for one in indicators]
    table = TableOf(
        "table",
        None,
        ("name", "current", f"current:{unit}" if unit else "unit"),
        tuple(RowOf(id_, HERE) for id_ in ids),
        HERE,
    )
    units = load_units()
    dataset = compute(Dataset(units, {one.id: one for one in indicators}, {}, {}, {}), {}, Diagnostics())
    return sorted(id_ for id_, _, asked in rounded_values(table, dataset) if asked == unit)


def thirds() -> list[Indicator]:
    """Return three thirds, each computed and rounded, and their sum."""
    parts = [indicator(f"third_{at}", rule=Ratio("one", "three"), decimals=1) for at in range(3)]
    total = indicator("total", rule=Sum(tuple(part.id for part in parts)))
    return [indicator("one", "1"), indicator("three", "3"), *parts, total]


def test_a_total_of_rounded_parts_is_marked_where_all_parts_stand_beside_it():
    assert marked(*thirds()) == ["total"]
    assert marked(*thirds(), rows="third_0 third_1 total") == []


def test_a_total_given_with_fewer_digits_than_its_parts():
    assert marked(indicator("a", "1.26"), indicator("b", "1.26"), indicator("all", "2.5", Sum(("a", "b")))) == ["all"]


def test_what_adds_up_is_not_marked():
    assert marked(indicator("a", "1.25"), indicator("b", "1.25"), indicator("all", "2.50", Sum(("a", "b")))) == []


def test_a_total_that_is_wrong_is_not_called_rounded():
    assert marked(indicator("a", "1.26"), indicator("b", "1.26"), indicator("all", "2.53", Sum(("a", "b")))) == []


def test_a_column_in_another_unit_is_held_by_the_digits_that_it_prints():
    parts = [indicator("a", "1.4", unit="GJ"), indicator("b", "1.4", unit="GJ")]
    total = indicator("all", "2.8", Sum(("a", "b")), unit="GJ")
    # 0.39 and 0.39 MWh, together 0.78; but 1.5 GJ twice are 0.42, together 0.83.
    assert marked(*parts, total, unit="MWh") == []
    parts = [indicator("a", "1.5", unit="GJ"), indicator("b", "1.5", unit="GJ")]
    total = indicator("all", "3.0", Sum(("a", "b")), unit="GJ")
    assert marked(*parts, total, unit="MWh") == ["all"]
    assert marked(*parts, total) == []


def shares(*parts: str, given: tuple[str, ...] = ()) -> list[Indicator]:
    counts = [indicator(f"part_{at}", part) for at, part in enumerate(parts)]
    whole = indicator("whole", rule=Sum(tuple(count.id for count in counts)))
    shown = [
        indicator(f"share_{at}", given[at] if given else "", Share(count.id, "whole"), "%", 1)
        for at, count in enumerate(counts)
    ]
    return [*counts, whole, *shown]


def test_shares_of_a_whole_that_do_not_make_a_hundred_are_all_marked():
    assert marked(*shares("1", "1", "1")) == ["share_0", "share_1", "share_2"]
    assert marked(*shares("1", "1", "1", given=("33.3", "33.3", "33.3"))) == ["share_0", "share_1", "share_2"]
    assert marked(*shares("1", "1", "2")) == []


def test_some_of_the_shares_of_a_whole_need_no_hundred():
    assert marked(*shares("1", "1", "1"), rows="share_0 share_1") == []


@given(st.lists(st.integers(1, 10**6), min_size=1, max_size=12))
def test_shares_are_marked_exactly_where_the_printed_ones_miss_a_hundred(parts):
    made = shares(*map(str, parts))
    whole = sum(parts)
    printed = sum((2000 * part + whole) // (2 * whole) for part in parts)
    assert bool(marked(*made)) == (printed != 1000)
