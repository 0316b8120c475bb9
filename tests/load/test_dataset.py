from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest

from reportgen.diagnostics import Diagnostics, Span
from reportgen.load.dataset import load_dataset
from reportgen.load.project import load_project
from reportgen.model.dataset import (
    Absent,
    Dataset,
    Exact,
    Fact,
    GroupOf,
    Kind,
    Operator,
    PledgeRow,
    Qualifier,
    Range,
    Reason,
    RowOf,
    Source,
    Status,
    Target,
    Timing,
)
from reportgen.model.rules import Ratio, Sum

PATH = "content/kpis/a.yaml"


def load(folder: Any, text: str, **others: str) -> tuple[Dataset, str]:
    folder.write(PATH, text)
    for name, other in others.items():
        folder.write(f"content/kpis/{name}.yaml", other)
    diagnostics = Diagnostics()
    dataset = load_dataset(load_project(folder.root, Diagnostics()), diagnostics)
    return dataset, folder.shown(diagnostics)


def indicator(rest: str) -> str:
    return f"indicators:\n  energy: {{name: Energy, unit: MWh, {rest}}}\n"


def test_values_keep_the_digits_they_were_typed_with(folder: Any) -> None:
    dataset, shown = load(folder, indicator("values: {prior: 5.30, current: -0.000007}"))
    assert shown == ""
    facts = dataset.indicators["energy"].facts
    assert [str(fact.value.value) for fact in facts.values() if isinstance(fact.value, Exact)] == ["5.30", "-0.000007"]
    assert facts["prior"].span == Span(PATH, 2, 53, 4)


def test_everything_that_a_value_can_say(folder: Any) -> None:
    dataset, shown = load(
        folder,
        """\
notes: {why: Because.}
indicators:
  hospitals:
    name: Hospitals served
    definition: Those that used it.
    unit: count
    kind: stock
    boundary: The group
    population: All hospitals
    dimension: region
    member: mainland
    method: Counted
    decimals: 1
    plausible: [0, 5000]
    source: {document: Ledger, sheet: S1, cell: B7}
    owner: The office
    target: at_least
    targets: {current: 1250}
    discloses: {hkex_2023: [B8.1, B8.2]}
    values:
      current: {value: 1300, qualifier: over, note: why, status: estimated, assured: true, owner: Another}
      prior: {from: 1.5, to: 3, source: {document: Other}}
  none: {name: None, unit: t, values: {current: {none: not_applicable}}}
""",
    )
    assert shown == ""
    hospitals = dataset.indicators["hospitals"]
    ledger = Source("Ledger", "S1", "B7")
    assert hospitals.facts == {
        "current": Fact(
            "hospitals",
            "current",
            Exact(Decimal(1300)),
            Span(PATH, 21, 24, 4),
            Qualifier.OVER,
            "why",
            Status.ESTIMATED,
            assured=True,
            source=ledger,
            owner="Another",
        ),
        "prior": Fact(
            "hospitals",
            "prior",
            Range(Decimal("1.5"), Decimal(3)),
            Span(PATH, 22, 21, 3),
            source=Source("Other"),
            owner="The office",
        ),
    }
    assert hospitals.targets == {
        "current": Target("hospitals", "current", Operator.AT_LEAST, Decimal(1250), Span(PATH, 18, 24, 4))
    }
    assert hospitals.kind is Kind.STOCK
    assert hospitals.plausible == (Decimal(0), Decimal(5000))
    assert [(mark.framework, mark.code) for mark in hospitals.discloses] == [
        ("hkex_2023", "B8.1"),
        ("hkex_2023", "B8.2"),
    ]
    assert (hospitals.dimension, hospitals.member, hospitals.decimals) == ("region", "mainland", 1)
    assert [
        w.text for w in (hospitals.definition, hospitals.boundary, hospitals.population, hospitals.method) if w
    ] == [
        "Those that used it.",
        "The group",
        "All hospitals",
        "Counted",
    ]
    assert dataset.indicators["none"].facts["current"].value == Absent(Reason.NOT_APPLICABLE)


def test_rules_imply_the_kind(folder: Any) -> None:
    dataset, shown = load(
        folder,
        """\
indicators:
  a: {name: A, unit: t, values: {current: 1}}
  b: {name: B, unit: t, sum: [a]}
  c: {name: C, unit: one, ratio: [a, b]}
  d: {name: D, unit: "%", share: [a, b]}
""",
    )
    assert shown == ""
    assert [i.kind for i in dataset.indicators.values()] == [Kind.FLOW, Kind.FLOW, Kind.RATIO, Kind.SHARE]
    assert dataset.indicators["b"].rule == Sum(("a",))
    assert dataset.indicators["c"].rule == Ratio("a", "b")


def test_tables_of_every_shape(folder: Any) -> None:
    dataset, shown = load(
        folder,
        """\
notes: {scope: All., years: Both.}
indicators:
  a: {name: "A[^scope]", unit: t, values: {current: 1, prior: 2}, target: at_most, targets: {current: 2}}
pledges:
  waste: {statement: Sorted, achieved: true, evidence: Bins}
tables:
  one:
    caption: One
    columns: [group, name, unit, prior, current]
    head: {name: "Indicator[^years]"}
    layout: grouped
    rows:
      - group: Group
        rows: [a, {indicator: a, role: child}]
      - a
  two: {columns: [name, value], rows: [{indicator: a, period: prior, name: "A in {prior}"}]}
  three: {layout: targets, columns: [pledge, progress, "target:current"], rows: [{pledge: waste}]}
""",
    )
    assert shown == ""
    one = dataset.tables["one"]
    assert (one.layout, one.columns) == ("grouped", ("group", "name", "unit", "prior", "current"))
    group, row = one.rows
    assert isinstance(group, GroupOf)
    assert [r.role for r in group.rows] == ["", "child"]
    assert row == RowOf("a", Span(PATH, 15, 9, 1))
    two = dataset.tables["two"].rows[0]
    assert isinstance(two, RowOf)
    assert (two.period, two.name.text if two.name else "") == ("prior", "A in {prior}")
    assert dataset.tables["three"].rows == (PledgeRow("waste", Span(PATH, 17, 91, 5)),)
    assert dataset.pledges["waste"].achieved


@pytest.mark.parametrize(
    ("typed", "hint"),
    [
        ("'1,234.5'", "write `1234.5`: digits and a point, without separators"),
        ("1_000", "write `1000`: digits and a point, without separators"),
        ("'-1 234 567.8'", "write `-1234567.8`: digits and a point, without separators"),
        ("'66,57'", "write `66.57`: digits and a point, without separators"),
        ("'1234,567'", "write `1234.567`: digits and a point, without separators"),
        ("'66,57 %'", 'write `66.57` and give the indicator `unit: "%"`'),
        ("'1.234,50'", "write digits and a point, such as `1234.5`"),
        ("１２", "write `12`: digits and a point, without separators"),
        ("12%", 'write `12` and give the indicator `unit: "%"`'),
        ("–", "write `{none: not_available}`, `{none: not_applicable}` or `{none: nil}` where there is no value"),
        ("1234567890123456", "write at most 15 digits before the point and 12 after it"),
        ("abc", "write digits and a point, such as `1234.5`"),
        ("1e5", "write digits and a point, such as `1234.5`"),
        (".5", "write digits and a point, such as `1234.5`"),
    ],
)
def test_what_is_no_number(folder: Any, typed: str, hint: str) -> None:
    dataset, shown = load(folder, f"indicators:\n  a: {{name: A, unit: t, values: {{current: {typed}}}}}\n")
    bare = typed.strip("'")
    column = 43 + (bare != typed)
    width = len(bare) * (2 if bare == "１２" else 1)
    assert shown == (
        f"error[not-a-number]: expected a number, found `{bare}`\n"
        f"  --> {PATH}:2:{column}\n"
        "  |\n"
        f"2 |   a: {{name: A, unit: t, values: {{current: {typed}}}}}\n"
        f"  | {' ' * (column - 1)}{'^' * width}\n"
        f"  = hint: {hint}"
    )
    assert dataset.indicators["a"].facts == {}


@pytest.mark.parametrize(
    ("rest", "finding"),
    [
        (
            "values: {current: }",
            "error[not-a-number]: expected a number, found nothing\n"
            "  --> content/kpis/a.yaml:2:55\n"
            "  |\n"
            "2 |   energy: {name: Energy, unit: MWh, values: {current: }}\n"
            "  |                                                       ^\n"
            "  = hint: write digits and a point, such as `1234.5`",
        ),
        (
            "values: {curent: 5}",
            "error[unknown-period]: the report has no period `curent`\n"
            "  --> content/kpis/a.yaml:2:46\n"
            "  |\n"
            "2 |   energy: {name: Energy, unit: MWh, values: {curent: 5}}\n"
            "  |                                              ^^^^^^\n"
            "  = hint: did you mean `current`?",
        ),
        (
            "values: {current: 66,57}",
            "error[unknown-period]: the report has no period `57`\n"
            "  --> content/kpis/a.yaml:2:58\n"
            "  |\n"
            "2 |   energy: {name: Energy, unit: MWh, values: {current: 66,57}}\n"
            "  |                                                          ^^\n"
            "  = hint: write numbers with a point and without grouping: `12345.60`",
        ),
        (
            "values: {current: {value: 5, qualifer: over}}",
            "error[unknown-key]: a value has no key `qualifer`\n"
            "  --> content/kpis/a.yaml:2:66\n"
            "  |\n"
            "2 |   energy: {name: Energy, unit: MWh, values: {current: {value: 5, qualifer: over}}}\n"
            "  |                                                                  ^^^^^^^^\n"
            "  = hint: did you mean `qualifier`?",
        ),
        (
            "values: {current: {value: 5, qualifier: roughly}}",
            "error[wrong-value]: expected a qualifier, found `roughly`\n"
            "  --> content/kpis/a.yaml:2:77\n"
            "  |\n"
            "2 |   energy: {name: Energy, unit: MWh, values: {current: {value: 5, qualifier: roughly}}}\n"
            "  |                                                                             ^^^^^^^\n"
            "  = hint: write `nearly`, `over`, `at_least`, `about`, `up_to` or `at_most`",
        ),
        (
            "values: {current: {none: unknown}}",
            "error[wrong-value]: expected the reason why there is no value, found `unknown`\n"
            "  --> content/kpis/a.yaml:2:62\n"
            "  |\n"
            "2 |   energy: {name: Energy, unit: MWh, values: {current: {none: unknown}}}\n"
            "  |                                                              ^^^^^^^\n"
            "  = hint: write `not_available`, `not_applicable` or `nil`",
        ),
        (
            "values: {current: {value: 5, none: nil}}",
            "error[wrong-value]: a value needs either `value`, or `from` and `to`, or `none`\n"
            "  --> content/kpis/a.yaml:2:55\n"
            "  |\n"
            "2 |   energy: {name: Energy, unit: MWh, values: {current: {value: 5, none: nil}}}\n"
            "  |                                                       ^\n"
            "  = hint: keep one of them",
        ),
        (
            "values: {current: {from: 5, to: 3}}",
            "error[wrong-value]: the range from 5 to 3 does not rise\n"
            "  --> content/kpis/a.yaml:2:69\n"
            "  |\n"
            "2 |   energy: {name: Energy, unit: MWh, values: {current: {from: 5, to: 3}}}\n"
            "  |                                                                     ^\n"
            "  = hint: exchange `from` and `to`",
        ),
        (
            "values: {current: {value: 5, note: why}}",
            "error[unknown-note]: there is no note `why`\n"
            "  --> content/kpis/a.yaml:2:63\n"
            "  |\n"
            "2 |   energy: {name: Energy, unit: MWh, values: {current: {value: 5, note: why}}}\n"
            "  |                                                               ^",
        ),
        (
            "kind: flux",
            "error[missing-key]: the indicator `energy` has neither values nor a rule\n"
            "  --> content/kpis/a.yaml:2:3\n"
            "  |\n"
            "2 |   energy: {name: Energy, unit: MWh, kind: flux}\n"
            "  |   ^^^^^^\n"
            "  = hint: add `values: {current: ...}`, or a rule such as `sum`\n"
            "error[wrong-value]: expected a kind, found `flux`\n"
            "  --> content/kpis/a.yaml:2:43\n"
            "  |\n"
            "2 |   energy: {name: Energy, unit: MWh, kind: flux}\n"
            "  |                                           ^^^^\n"
            "  = hint: write `stock`, `flow`, `ratio`, `share` or `mean`",
        ),
        (
            "sum: [energi]",
            "error[unknown-reference]: there is no indicator `energi`\n"
            "  --> content/kpis/a.yaml:2:43\n"
            "  |\n"
            "2 |   energy: {name: Energy, unit: MWh, sum: [energi]}\n"
            "  |                                           ^^^^^^\n"
            "  = hint: did you mean `energy`?",
        ),
        (
            "ratio: [energy]",
            "error[wrong-value]: expected `ratio` as two indicators, `[part, whole]`, found 1\n"
            "  --> content/kpis/a.yaml:2:44\n"
            "  |\n"
            "2 |   energy: {name: Energy, unit: MWh, ratio: [energy]}\n"
            "  |                                            ^",
        ),
        (
            "values: {current: 1}, sum: [energy], ratio: [energy, energy]",
            "error[wrong-value]: `sum` and `ratio` exclude one another\n"
            "  --> content/kpis/a.yaml:2:74\n"
            "  |\n"
            "2 |   energy: {name: Energy, unit: MWh, values: {current: 1}, sum: [energy], ratio: [energy, energy]}\n"
            "  |                                                                          ^^^^^\n"
            "  = hint: keep one rule, and move the other to `also`",
        ),
        (
            "values: {current: 1}, targets: {current: 2}",
            "error[missing-key]: the indicator `energy` needs the key `target`\n"
            "  --> content/kpis/a.yaml:2:11\n"
            "  |\n"
            "2 |   energy: {name: Energy, unit: MWh, values: {current: 1}, targets: {current: 2}}\n"
            "  |           ^\n"
            "  = hint: add `target: ...`",
        ),
        (
            "values: {current: 1}, decimals: 2.5",
            "error[wrong-value]: expected a whole number from 0 to 20, found `2.5`\n"
            "  --> content/kpis/a.yaml:2:69\n"
            "  |\n"
            "2 |   energy: {name: Energy, unit: MWh, values: {current: 1}, decimals: 2.5}\n"
            "  |                                                                     ^^^",
        ),
        (
            "values: {current: 1}, plausible: 5",
            "error[wrong-value]: expected `plausible` as two numbers, found no list\n"
            "  --> content/kpis/a.yaml:2:70\n"
            "  |\n"
            "2 |   energy: {name: Energy, unit: MWh, values: {current: 1}, plausible: 5}\n"
            "  |                                                                      ^\n"
            "  = hint: write `[low, high]`",
        ),
        (
            "values: {current: 1}, source: {document: Ledger, hash: 12ab}",
            "error[wrong-value]: expected `hash` as a SHA-256, 64 hexadecimal digits\n"
            "  --> content/kpis/a.yaml:2:92\n"
            "  |\n"
            "2 |   energy: {name: Energy, unit: MWh, values: {current: 1}, source: {document: Ledger, hash: 12ab}}\n"
            "  |                                                                                            ^^^^\n"
            "  = hint: copy what `sha256sum FILE` prints",
        ),
        (
            "values: {current: 1}, discloses: {hkex: [A1.1]}",
            "error[unknown-framework]: unknown framework `hkex`\n"
            "  --> content/kpis/a.yaml:2:71\n"
            "  |\n"
            "2 |   energy: {name: Energy, unit: MWh, values: {current: 1}, discloses: {hkex: [A1.1]}}\n"
            "  |                                                                       ^^^^\n"
            "  = hint: did you mean `hkex_2025`?",
        ),
    ],
)
def test_faults_of_an_indicator(folder: Any, rest: str, finding: str) -> None:
    _, shown = load(folder, indicator(rest))
    assert "\n".join(line.rstrip() for line in shown.split("\n")) == finding


def test_a_value_says_how_it_stands_to_its_period_and_which_file_it_is_from(folder: Any) -> None:
    digest = "0123456789ABCDEF" * 4
    rest = f"values: {{current: 904}}, timing: by_end, source: {{document: Register, hash: {digest}}}"
    dataset, shown = load(folder, indicator(rest))
    assert shown == ""
    energy = dataset.indicators["energy"]
    assert energy.timing is Timing.BY_END
    assert energy.facts["current"].source == Source("Register", hash=digest.lower())


UNITS = (
    "the units are `count`, `person`, `supplier`, `one`, `%`, `percentage_point`, `hour`, `day`, `year`, `kWh`, "
    "`1000kWh`, `MWh`, `GWh`, `MWh/RMBm`, `MJ`, `GJ`, `TJ`, `kgce`, `tce`, `kW`, `MW`, `kg`, `t`, `t/RMBm`, `kgCO2`, "
    "`tCO2`, `kgCO2e`, `tCO2e`, `tCO2e/RMBm`, `L`, `m3`, `m2`, `RMB`, `RMBm`, `HKD`, `HKDm`, `USD`, `USDm`"
)


@pytest.mark.parametrize("unit", ["tonnes", "kg/m2"])
def test_the_units_are_listed_where_none_is_hardly_another(unit: str, folder: Any) -> None:
    _, shown = load(folder, f"indicators:\n  a: {{name: A, unit: {unit}, values: {{current: 1}}}}\n")
    assert shown.endswith(f"  = hint: {UNITS}")


def test_an_unknown_unit_is_reported_and_stood_in_for(folder: Any) -> None:
    dataset, shown = load(folder, "indicators:\n  a: {name: A, unit: Mwh, values: {current: 1}}\n")
    assert shown == (
        "error[unknown-unit]: unknown unit `Mwh`\n"
        "  --> content/kpis/a.yaml:2:22\n"
        "  |\n"
        "2 |   a: {name: A, unit: Mwh, values: {current: 1}}\n"
        "  |                      ^^^\n"
        f"  = hint: did you mean `MWh`? {UNITS}"
    )
    assert dataset.indicators["a"].unit in dataset.units


def test_ids_are_unique_over_all_files(folder: Any) -> None:
    energy = indicator("values: {current: 1}")
    _, shown = load(folder, energy, b=energy)
    assert shown == (
        "error[duplicate-id]: the indicator `energy` is defined twice\n"
        "  --> content/kpis/b.yaml:2:3\n"
        "  |\n"
        "2 |   energy: {name: Energy, unit: MWh, values: {current: 1}}\n"
        "  |   ^^^^^^\n"
        "  = hint: the other one is at content/kpis/a.yaml:2:3; rename one of them"
    )


def test_an_indicator_cannot_have_the_id_of_a_period(folder: Any) -> None:
    _, shown = load(folder, "indicators:\n  prior: {name: A, unit: t, values: {current: 1}}\n  B-1: {}\n")
    assert shown == (
        "error[duplicate-id]: `prior` is a period: a reference could not tell it from an indicator\n"
        "  --> content/kpis/a.yaml:2:3\n"
        "  |\n"
        "2 |   prior: {name: A, unit: t, values: {current: 1}}\n"
        "  |   ^^^^^\n"
        "  = hint: the period is at content/report.yaml:12:3; rename one of them\n"
        "error[wrong-value]: `B-1` cannot be an id\n"
        "  --> content/kpis/a.yaml:3:3\n"
        "  |\n"
        "3 |   B-1: {}\n"
        "  |   ^^^\n"
        "  = hint: use small letters, digits and `_`, beginning with a letter"
    )


def test_what_tables_and_sums_name_must_exist_and_fit(folder: Any) -> None:
    dataset, shown = load(
        folder,
        """\
indicators:
  energy: {name: Energy, unit: MWh, sum: [heat], values: {current: 1}}
  heat: {name: "Heat[^scop]", unit: kg, values: {current: 1}}
notes: {scope: All.}
tables:
  one:
    columns: [name, unt, curent, "target:nxt"]
    head: {nam: Indicator}
    rows: [enery, {indicator: heat, perod: current}, {pledge: waste}, [heat]]
""",
    )
    assert shown == (
        "error[unit-mismatch]: `energy` is in `MWh`, but its part `heat` in `kg`\n"
        "  --> content/kpis/a.yaml:2:43\n"
        "  |\n"
        "2 |   energy: {name: Energy, unit: MWh, sum: [heat], values: {current: 1}}\n"
        "  |                                           ^^^^\n"
        "  = hint: give both in units of the same kind\n"
        "error[unknown-note]: there is no note `scop`\n"
        "  --> content/kpis/a.yaml:3:21\n"
        "  |\n"
        '3 |   heat: {name: "Heat[^scop]", unit: kg, values: {current: 1}}\n'
        "  |                     ^^^^^^^\n"
        "  = hint: did you mean `scope`?\n"
        "warning[unused-note]: nothing is marked with the note `scope`\n"
        "  --> content/kpis/a.yaml:4:16\n"
        "  |\n"
        "4 | notes: {scope: All.}\n"
        "  |                ^^^^\n"
        "  = hint: mark it with `[^scope]` or `note: scope`, or delete it\n"
        "error[wrong-value]: unknown column `unt`\n"
        "  --> content/kpis/a.yaml:7:21\n"
        "  |\n"
        '7 |     columns: [name, unt, curent, "target:nxt"]\n'
        "  |                     ^^^\n"
        "  = hint: did you mean `unit`?\n"
        "error[wrong-value]: unknown column `curent`\n"
        "  --> content/kpis/a.yaml:7:26\n"
        "  |\n"
        '7 |     columns: [name, unt, curent, "target:nxt"]\n'
        "  |                          ^^^^^^\n"
        "  = hint: did you mean `current`?\n"
        "error[unknown-period]: the report has no period `nxt`\n"
        "  --> content/kpis/a.yaml:7:35\n"
        "  |\n"
        '7 |     columns: [name, unt, curent, "target:nxt"]\n'
        "  |                                   ^^^^^^^^^^\n"
        "  = hint: the periods are `current` or `prior`\n"
        "error[unknown-key]: the table has no column `nam`\n"
        "  --> content/kpis/a.yaml:8:12\n"
        "  |\n"
        "8 |     head: {nam: Indicator}\n"
        "  |            ^^^\n"
        "  = hint: did you mean `name`?\n"
        "error[unknown-reference]: there is no indicator `enery`\n"
        "  --> content/kpis/a.yaml:9:12\n"
        "  |\n"
        "9 |     rows: [enery, {indicator: heat, perod: current}, {pledge: waste}, [heat]]\n"
        "  |            ^^^^^\n"
        "  = hint: did you mean `energy`?\n"
        "error[unknown-key]: a row has no key `perod`\n"
        "  --> content/kpis/a.yaml:9:37\n"
        "  |\n"
        "9 |     rows: [enery, {indicator: heat, perod: current}, {pledge: waste}, [heat]]\n"
        "  |                                     ^^^^^\n"
        "  = hint: did you mean `period`?\n"
        "error[unknown-reference]: there is no pledge `waste`\n"
        "  --> content/kpis/a.yaml:9:63\n"
        "  |\n"
        "9 |     rows: [enery, {indicator: heat, perod: current}, {pledge: waste}, [heat]]\n"
        "  |                                                               ^^^^^\n"
        "error[wrong-value]: expected a row as an indicator's id or a mapping, found a list\n"
        "  --> content/kpis/a.yaml:9:71\n"
        "  |\n"
        "9 |     rows: [enery, {indicator: heat, perod: current}, {pledge: waste}, [heat]]\n"
        "  |                                                                       ^"
    )
    assert [row.indicator for row in dataset.tables["one"].rows if isinstance(row, RowOf)] == ["heat"]


def test_a_project_without_data_is_empty(folder: Any) -> None:
    diagnostics = Diagnostics()
    dataset = load_dataset(load_project(folder.root, diagnostics), diagnostics)
    assert not len(diagnostics)
    assert dataset.indicators == {}
    assert "MWh" in dataset.units
