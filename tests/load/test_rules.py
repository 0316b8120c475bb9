"""Rules of indicators as they are written, and what is wrong with them; factors; units that do not fit together."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest

from reportgen.diagnostics import Diagnostics, Span
from reportgen.load.dataset import load_dataset
from reportgen.load.factors import load_factors
from reportgen.load.project import load_project
from reportgen.load.units import load_units
from reportgen.model.dataset import Dataset, Kind, Operator, RowOf, Target
from reportgen.model.factors import Factor
from reportgen.model.rules import EVERY_PERIOD, Activity, Change, Count, Difference, Mean, Sum, Term

PATH = "content/kpis/a.yaml"
PARTS = """\
indicators:
  power: {name: Power, unit: MWh, values: {prior: 1, current: 2}}
  heat: {name: Heat, unit: GJ, values: {current: 3}}
  staff: {name: Staff, unit: person, values: {current: 4}}
  hours: {name: Hours, unit: hour, values: {current: 5}}
  cost: {name: Cost, unit: RMBm, values: {current: 6}}
"""


UNITS = f"the units are {', '.join(f'`{unit}`' for unit in load_units())}"


def load(folder: Any, *lines: str) -> tuple[Dataset, str]:
    folder.write(PATH, PARTS + "".join(f"{line}\n" for line in lines))
    diagnostics = Diagnostics()
    dataset = load_dataset(load_project(folder.root, Diagnostics()), diagnostics)
    return dataset, "\n".join(line.rstrip() for line in folder.shown(diagnostics).split("\n"))


def test_every_rule(folder: Any) -> None:
    dataset, shown = load(
        folder,
        '  change: {name: A, unit: "%", change: power}',
        "  growth: {name: B, unit: MWh, difference: power}",
        "  net: {name: C, unit: MWh, difference: [power, heat]}",
        "  mean: {name: D, unit: hour, mean: {hours: staff}}",
        "  sites: {name: E, unit: count, count: [power, heat]}",
        "  low: {name: F, unit: count, count: {of: [power], at_least: 1, at_most: 2.5}}",
        "  scope2: {name: G, unit: tCO2e, activity: {power: {prior: grid, current: electricity_china_2023}, heat: st}}",
        "  total: {name: H, unit: GJ, sum: [power, heat], also: [{sum: [heat]}, {difference: [heat, power]}]}",
        "factors:",
        "  grid: {value: 0.5810, unit: tCO2/MWh, region: China, year: 2021, source: A notice}",
        "  st: {value: 0.11, unit: tCO2/GJ, year: 2021, source: A guide}",
    )
    assert shown == ""
    found = {id_: indicator.rule for id_, indicator in dataset.indicators.items()}
    assert found["change"] == Change("power")
    assert found["growth"] == Difference("power")
    assert found["net"] == Difference("power", "heat")
    assert found["mean"] == Mean((("hours", "staff"),))
    assert found["sites"] == Count(("power", "heat"))
    assert found["low"] == Count(("power",), Decimal(1), Decimal("2.5"))
    assert found["scope2"] == Activity(
        (
            Term("power", {"prior": "grid", "current": "electricity_china_2023"}),
            Term("heat", {EVERY_PERIOD: "st"}),
        )
    )
    total = dataset.indicators["total"]
    assert (total.rule, total.also) == (Sum(("power", "heat")), (Sum(("heat",)), Difference("heat", "power")))
    assert [dataset.indicators[id_].kind for id_ in ("change", "mean", "net")] == [Kind.RATIO, Kind.MEAN, Kind.FLOW]
    grid = Factor("grid", Decimal("0.5810"), "tCO2", "MWh", "China", "2021", "A notice", Span(PATH, 16, 3, 4))
    assert dataset.factors["grid"] == grid


@pytest.mark.parametrize(
    ("rule", "message", "column", "width"),
    [
        ("mean: [hours]", "expected `mean` as a mapping, `{value: population, ...}`, found 1", 36, 1),
        ("activity: power", "expected `activity` as a mapping, `{indicator: factor, ...}`, found `power`", 40, 5),
        ("difference: [power]", "expected `difference` as two indicators, `[first, second]`, found 1", 42, 1),
        ("count: {of: power}", "expected `of` as a list of indicators, found `power`", 42, 5),
        ("also: [{sum: power}]", "expected `sum` as a list of indicators, found `power`", 43, 5),
    ],
)
def test_rules_that_are_none(folder: Any, rule: str, message: str, column: int, width: int) -> None:
    line = f"  new: {{name: A, unit: hour, {rule}, values: {{current: 5}}}}"
    _, shown = load(folder, line)
    assert shown == (
        f"error[wrong-value]: {message}\n  --> {PATH}:7:{column}\n"
        f"  |\n7 | {line}\n  | {' ' * (column - 1)}{'^' * width}"
    )


def test_an_empty_further_rule(folder: Any) -> None:
    _, shown = load(folder, "  new: {name: A, unit: t, values: {current: 5}, also: [{}]}")
    assert shown.startswith("error[missing-key]: a rule is empty\n")
    assert shown.endswith("  = hint: add `sum: [...]`, or another rule")


def test_what_a_rule_names_must_be_there(folder: Any) -> None:
    dataset, shown = load(
        folder,
        "  scope2: {name: A, unit: tCO2e, activity: {powr: electricity_china_2032}, also: [{sum: [heet]}]}",
    )
    line = "7 |   scope2: {name: A, unit: tCO2e, activity: {powr: electricity_china_2032}, also: [{sum: [heet]}]}"
    assert shown == (
        "error[unknown-reference]: there is no indicator `powr`\n"
        f"  --> {PATH}:7:45\n  |\n{line}\n  | {' ' * 44}^^^^\n"
        "  = hint: did you mean `power`?\n"
        "error[unknown-reference]: there is no factor `electricity_china_2032`\n"
        f"  --> {PATH}:7:51\n  |\n{line}\n  | {' ' * 50}{'^' * 22}\n"
        "  = hint: did you mean `electricity_china_2023`?\n"
        "error[unknown-reference]: there is no indicator `heet`\n"
        f"  --> {PATH}:7:90\n  |\n{line}\n  | {' ' * 89}^^^^\n"
        "  = hint: did you mean `heat`?"
    )
    assert (dataset.indicators["scope2"].rule, dataset.indicators["scope2"].also) == (None, ())


@pytest.mark.parametrize(
    ("unit", "rule", "message", "hint"),
    [
        (
            "MWh",
            "sum: [power, staff]",
            "`new` is in `MWh`, but its part `staff` in `person`",
            "give both in units of the same kind",
        ),
        (
            "t",
            "difference: power",
            "`new` is in `t`, but its part `power` in `MWh`",
            "give both in units of the same kind",
        ),
        (
            "MWh",
            "ratio: [power, cost]",
            "`new` is in `MWh`, which `MWh` divided by `RMBm` does not give",
            "correct the unit, or the rule",
        ),
        (
            '"%"',
            "share: [power, cost]",
            "`cost` is in `RMBm`, but `power` in `MWh`",
            "give both in units of the same kind",
        ),
        ("MWh", "change: power", "`new` is in `MWh`, but its rule gives per cent", 'write `unit: "%"`'),
        ("MWh", "count: [power]", "`new` is in `MWh`, but its rule gives a number", "write `unit: count`"),
        (
            "hour",
            "mean: {hours: staff, power: staff}",
            "`new` is in `hour`, but its part `power` in `MWh`",
            "give both in units of the same kind",
        ),
        (
            "tCO2e",
            "activity: {staff: electricity_china_2023}",
            "`staff` is in `person`, but its factor `electricity_china_2023` is per `kWh`",
            "name a factor for this unit",
        ),
        (
            "t",
            "activity: {power: electricity_china_2023}",
            "`new` is in `t`, which the factor `electricity_china_2023` does not give",
            "correct the unit, or the rule",
        ),
    ],
)
def test_units_that_do_not_fit_together(folder: Any, unit: str, rule: str, message: str, hint: str) -> None:
    _, shown = load(folder, f"  new: {{name: A, unit: {unit}, {rule}}}")
    head, *_, last = shown.split("\n")
    assert head == f"error[unit-mismatch]: {message}"
    assert last == f"  = hint: {hint}"
    assert shown.count("error[") == 1


def test_hours_a_person_are_hours_and_energy_by_revenue_has_its_unit(folder: Any) -> None:
    _, shown = load(
        folder,
        "  each: {name: A, unit: hour, ratio: [hours, staff]}",
        "  intensity: {name: B, unit: MWh/RMBm, ratio: [heat, cost]}",
        "  pue: {name: C, unit: one, ratio: [power, heat]}",
    )
    assert shown == ""


def test_faults_of_a_factor(folder: Any) -> None:
    dataset, shown = load(
        folder,
        "factors:",
        "  a: {value: 1, unit: tCO2, year: 2023, source: S}",
        "  b: {value: 1, unit: tCO2/Mwh, year: 2023, source: S}",
        "  electricity_china_2023: {value: 1, unit: tCO2/MWh, year: 2023, source: S}",
    )
    assert [line for line in shown.split("\n") if line.startswith(("error", "  = "))] == [
        "error[unknown-unit]: `tCO2` is no unit of a factor",
        "  = hint: write so much of one per another: `tCO2/MWh`",
        "error[unknown-unit]: unknown unit `Mwh`",
        f"  = hint: did you mean `MWh`? {UNITS}",
        "error[duplicate-id]: the factor `electricity_china_2023` is defined twice",
        "  = hint: the other one is at reportgen/load/factors.yaml:14:1; rename one of them",
    ]
    assert "a" not in dataset.factors


def test_the_factors_of_the_tool_have_a_year_and_a_source() -> None:
    units = load_units()
    for factor in load_factors().values():
        assert factor.year
        assert factor.source
        assert {factor.of, factor.per} <= units.keys()


def test_a_target_between_two_values(folder: Any) -> None:
    dataset, shown = load(folder, "  load: {name: A, unit: '%', target: between, targets: {current: [40, 60.5]}}")
    assert shown == ""
    assert dataset.indicators["load"].targets == {
        "current": Target("load", "current", Operator.BETWEEN, Decimal(40), Span(PATH, 7, 66, 1), Decimal("60.5"))
    }
    _, shown = load(folder, "  load: {name: A, unit: '%', target: between, targets: {prior: [4, 3], current: 40}}")
    assert [line for line in shown.split("\n") if line.startswith(("error", "  = "))] == [
        "error[wrong-value]: the target from 4 to 3 does not rise",
        "  = hint: exchange the two",
        "error[wrong-value]: expected a target `between` as two numbers, found `40`",
        "  = hint: write `[low, high]`",
    ]


def test_a_pledge_by_a_year_may_be_under_way(folder: Any) -> None:
    dataset, shown = load(folder, "pledges:", "  neutral: {statement: Carbon neutral, by: 2030}")
    pledge = dataset.pledges["neutral"]
    assert shown == ""
    assert (pledge.by, pledge.achieved, pledge.evidence) == ("2030", None, None)
    _, shown = load(folder, "pledges:", "  neutral: {statement: Carbon neutral, by: soon}")
    assert "error[wrong-value]: expected `by` as a year, found `soon`\n" in shown
    assert shown.endswith("  = hint: write `by: 2030`")


def test_tables_ask_for_units_that_their_rows_can_be_given_in(folder: Any) -> None:
    dataset, shown = load(
        folder,
        "tables:",
        "  one: {columns: [name, unit, current, 'current:tce'], rows: [{indicator: power, unit: GWh}]}",
        "  two: {columns: [name, 'current:GJ', 'current:GJs'], rows: [{indicator: staff, unit: t}]}",
    )
    assert [line for line in shown.split("\n") if line.startswith(("error", "  = "))] == [
        "error[unknown-unit]: unknown unit `GJs`",
        f"  = hint: did you mean `GJ`? {UNITS}",
        "error[unit-mismatch]: `staff` is in `person`, which `GJ` does not measure",
        "  = hint: it can be given in `person`",
        "error[unit-mismatch]: `staff` is in `person`, which `t` does not measure",
        "  = hint: it can be given in `person`",
    ]
    assert [row.unit for row in dataset.tables["one"].rows if isinstance(row, RowOf)] == ["GWh"]
    assert [row.unit for row in dataset.tables["two"].rows if isinstance(row, RowOf)] == [""]
