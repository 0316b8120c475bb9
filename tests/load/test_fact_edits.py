"""A value is changed in its own place; comments, order, quotation marks and line ends stay as they are."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportgen.diagnostics import Diagnostics, Span, show
from reportgen.load.fact_edits import revised_text
from reportgen.model.dataset import Exact, Fact, Source
from reportgen.model.incoming import Address, Revision

PATH = "content/kpis/a.yaml"
STARTS = {"prior2": date(2021, 1, 1), "prior": date(2022, 1, 1), "current": date(2023, 1, 1)}


def revision(new: str, period: str = "current", id_: str = "water", source: str = "") -> Revision:
    old = Fact(id_, period, Exact(Decimal(1)), Span(PATH, 3, 5))
    at = Address("b.xlsx", "S", "C3")
    return Revision(id_, period, old, Decimal(new), at, Source(source) if source else None)


def revised(text: str, *revisions: Revision) -> str:
    found = Diagnostics()
    made = revised_text(text, PATH, revisions, STARTS, found)
    assert not list(found)
    return made


def file(values: str) -> str:
    return f"# Water.\nindicators:\n  water:\n    name: Water # ours\n    unit: t\n{values}    kind: flow\n"


def line(values: str) -> str:
    return file(f"    {values}\n")


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("values: {prior: 5.30, current: 6}", "values: {prior: 5.30, current: 7.10}"),
        ("values: {prior: 5.30,  current:   6 } # metered", "values: {prior: 5.30,  current:   7.10 } # metered"),
        ('values: {current: "6"}', "values: {current: 7.10}"),
        (
            "values: {current: {note: x, value: 6, status: estimated}}",
            "values: {current: {note: x, value: 7.10, status: estimated}}",
        ),
        ("values: {current: {none: not_available}}", "values: {current: 7.10}"),
        ("values: {current: {none: nil, note: x}}", "values: {current: {value: 7.10, note: x}}"),
        ("values: {prior: 5}", "values: {prior: 5, current: 7.10}"),
        ("values: {prior: {value: 5, note: it's}}", "values: {prior: {value: 5, note: it's}, current: 7.10}"),
        ("values: {prior: {value: 5, note: 'a}'} }", "values: {prior: {value: 5, note: 'a}'}, current: 7.10 }"),
        ("values: {}", "values: {current: 7.10}"),
        (
            "values:\n      prior: 5 # typed\n      current: 6 # too",
            "values:\n      prior: 5 # typed\n      current: 7.10 # too",
        ),
        ("values:\n      prior: 5 # typed", "values:\n      prior: 5 # typed\n      current: 7.10"),
        (
            "values:\n      prior:\n        value: 5\n        note: x",
            "values:\n      prior:\n        value: 5\n        note: x\n      current: 7.10",
        ),
        ("values: {prior: [5]}", "values: {prior: [5], current: 7.10}"),
    ],
)
def test_one_value_is_changed_and_nothing_else(before: str, after: str) -> None:
    assert revised(line(before), revision("7.10")) == line(after)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("values: {prior: 5, current: 6}", "values: {prior2: 4, prior: 5, current: 6}"),
        ("values:\n      prior: 5", "values:\n      prior2: 4\n      prior: 5"),
    ],
)
def test_new_values_stand_in_the_order_of_the_periods(before: str, after: str) -> None:
    assert revised(line(before), revision("4", "prior2")) == line(after)


def test_first_values_stand_below_the_unit() -> None:
    assert revised(file(""), revision("4")) == line("values: {current: 4}")
    short = 'indicators:\n  water: {name: Water, unit: "%", kind: flow}\n'
    assert revised(short, revision("4")) == (
        'indicators:\n  water: {name: Water, unit: "%", values: {current: 4}, kind: flow}\n'
    )
    both = revised(file(""), revision("4"), revision("3", "prior"))
    assert both == line("values: {prior: 3, current: 4}")


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("values: {current: 6}", "values: {current: {value: 7, source: {document: Meter log}}}"),
        ("values: {current: {value: 6}}", "values: {current: {value: 7, source: {document: Meter log}}}"),
        (
            "values: {current: {value: 6, source: {document: A, cell: B7}}}",
            "values: {current: {value: 7, source: {document: Meter log}}}",
        ),
        (
            "values:\n      current:\n        value: 6 # metered\n        note: x",
            "values:\n      current:\n        value: 7 # metered\n        source: {document: Meter log}"
            "\n        note: x",
        ),
    ],
)
def test_a_new_source_stands_with_its_value(before: str, after: str) -> None:
    assert revised(line(before), revision("7", source="Meter log")) == line(after)


def test_a_source_is_quoted_where_yaml_needs_it() -> None:
    made = revised(line("values: {current: 6}"), revision("7", source='Log: "A", #2'))
    assert made == line('values: {current: {value: 7, source: {document: "Log: \\"A\\", #2"}}}')


def test_line_ends_and_a_byte_order_mark_stay() -> None:
    text = "\ufeff" + line("values:\n      prior: 5 # x").replace("\n", "\r\n")
    expected = "\ufeff" + line("values:\n      prior: 5 # x\n      current: 7").replace("\n", "\r\n")
    assert revised(text, revision("7")) == expected


def test_what_cannot_be_changed_in_place_is_a_finding_and_the_others_are_changed() -> None:
    found = Diagnostics()
    text = line("values: {current: {from: 1, to: 3}, prior: 5}")
    made = revised_text(text, PATH, [revision("2"), revision("6", "prior")], STARTS, found)
    assert made == line("values: {current: {from: 1, to: 3}, prior: 6}")
    assert [show(one) for one in found] == [
        "error[not-editable]: `water` for `current` cannot be changed in place to 2\n"
        "  --> content/kpis/a.yaml:3:5\n"
        "  = hint: change it in the file by hand, and import again"
    ]


@given(st.lists(st.tuples(st.integers(0, 19), st.decimals(0, 10**6, places=3)), max_size=30))
def test_any_values_of_a_large_file(drawn: list[tuple[int, Decimal]]) -> None:
    wanted = {f"kpi_{number}": value for number, value in drawn}
    ids = [f"kpi_{number}" for number in range(20)]
    before = {id_: f"  {id_}: {{name: N, unit: t, values: {{prior: 1, current: 2}}}} # {id_}\n" for id_ in ids}
    text = "indicators:\n" + "".join(before.values())
    made = revised(text, *(revision(str(value), id_=id_) for id_, value in wanted.items()))
    expected = {
        id_: old.replace("current: 2", f"current: {wanted[id_]:f}") if id_ in wanted else old
        for id_, old in before.items()
    }
    assert made == "indicators:\n" + "".join(expected.values())
