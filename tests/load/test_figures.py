from __future__ import annotations

from typing import Any

from reportgen.diagnostics import Diagnostics
from reportgen.load.cross_references import connect_charts
from reportgen.load.dataset import load_dataset
from reportgen.load.figures import load_charts
from reportgen.load.project import load_project
from reportgen.model.figure import ChartOf

KPIS = "indicators:\n  scope1: {name: Scope 1, unit: t, values: {current: 1}}\n"
PATH = "content/figures/a.yaml"


def load(folder: Any, text: str) -> tuple[dict[str, ChartOf], str]:
    folder.write("content/kpis/a.yaml", KPIS)
    folder.write(PATH, text)
    diagnostics = Diagnostics()
    project = load_project(folder.root, diagnostics)
    charts = connect_charts(load_charts(project, diagnostics), load_dataset(project, diagnostics), diagnostics)
    return charts, folder.shown(diagnostics)


def test_a_chart_as_written(folder: Any) -> None:
    charts, shown = load(
        folder,
        """\
charts:
  ghg:
    kind: bars
    title: It rose
    subtitle: In {current}
    source: "[](#data)"
    periods: [current]
    categories: [scope1, {indicator: scope1, label: One}]
""",
    )
    assert shown == ""
    chart = charts["ghg"]
    assert (chart.kind, chart.title.text, chart.periods) == ("bars", "It rose", ("current",))
    assert [(c.indicator, c.label.text if c.label else None) for c in chart.categories] == [
        ("scope1", None),
        ("scope1", "One"),
    ]


def test_all_faults_at_once(folder: Any) -> None:
    charts, shown = load(
        folder,
        """\
charts:
  ghg: {kind: bar, titel: It rose, periods: [curent], categories: [scope, {label: One}, [a]]}
""",
    )
    line = "2 |   ghg: {kind: bar, titel: It rose, periods: [curent], categories: [scope, {label: One}, [a]]}\n"
    assert shown == (
        "error[missing-key]: the chart `ghg` needs the key `title`\n"
        f"  --> {PATH}:2:8\n  |\n{line}"
        "  |        ^\n"
        "  = hint: add `title: ...`\n"
        "error[wrong-value]: expected `kind` as `columns`, `stacked_columns`, `bars`, `stacked_bars`, `donut`, `lines` "
        "or `dots`, found `bar`\n"
        f"  --> {PATH}:2:15\n  |\n{line}"
        "  |               ^^^\n"
        "  = hint: did you mean `bars`?\n"
        "error[unknown-key]: the chart `ghg` has no key `titel`\n"
        f"  --> {PATH}:2:20\n  |\n{line}"
        "  |                    ^^^^^\n"
        "  = hint: did you mean `title`?\n"
        "error[unknown-period]: the report has no period `curent`\n"
        f"  --> {PATH}:2:46\n  |\n{line}"
        "  |                                              ^^^^^^\n"
        "  = hint: did you mean `current`?\n"
        "error[unknown-reference]: there is no indicator `scope`\n"
        f"  --> {PATH}:2:68\n  |\n{line}"
        "  |                                                                    ^^^^^\n"
        "  = hint: did you mean `scope1`?\n"
        "error[missing-key]: a category needs the key `indicator`\n"
        f"  --> {PATH}:2:75\n  |\n{line}"
        "  |                                                                           ^\n"
        "  = hint: add `indicator: ...`\n"
        "error[wrong-value]: expected a category as an indicator's id or a mapping, found a list\n"
        f"  --> {PATH}:2:89\n  |\n{line}"
        "  |                                                                                         ^"
    )
    assert charts["ghg"].categories == ()


def test_stacked_bars_are_made_of_groups(folder: Any) -> None:
    charts, shown = load(
        folder,
        """\
charts:
  ghg:
    kind: stacked_bars
    title: It rose
    periods: [current]
    categories:
      - group: By scope
        parts: [scope1, {indicator: scope1, label: One}]
      - {group: By gas, parts: [scope1]}
""",
    )
    assert shown == ""
    groups = [(c.group.text if c.group else "", c.label.text if c.label else "") for c in charts["ghg"].categories]
    assert groups == [("By scope", ""), ("By scope", "One"), ("By gas", "")]


def test_notes_stand_under_the_charts_that_mark_them(folder: Any) -> None:
    charts, shown = load(
        folder,
        """\
notes: {first: The first year., loose: Nobody asks.}
charts:
  ghg:
    kind: bars
    title: It rose[^section]
    periods: [current]
    categories: [{indicator: scope1, label: "One[^first]"}]
  other:
    kind: bars
    title: It fell
    periods: [current]
    categories: [{indicator: scope1, label: "One[^frist]"}]
""",
    )
    assert list(charts["ghg"].notes) == ["first"]
    assert shown == (
        "warning[unused-note]: nothing is marked with the note `loose`\n"
        f"  --> {PATH}:1:40\n  |\n"
        "1 | notes: {first: The first year., loose: Nobody asks.}\n"
        "  |                                        ^^^^^^^^^^^^\n"
        "  = hint: mark it with `[^loose]`, or delete it\n"
        "error[unknown-note]: there is no note `frist`\n"
        f"  --> {PATH}:12:49\n   |\n"
        '12 |     categories: [{indicator: scope1, label: "One[^frist]"}]\n'
        "   |                                                 ^^^^^^^^\n"
        "  = hint: did you mean `first`?"
    )


def test_a_chart_is_held_against_its_kind(folder: Any) -> None:
    _, shown = load(
        folder,
        """\
charts:
  two: {kind: donut, title: T, periods: [prior, current], categories: [scope1]}
  none: {kind: dots, title: T, periods: [current], categories: [scope1]}
  much: {kind: lines, title: T, periods: [current], limits: [current], categories: [scope1]}
  flat: {kind: stacked_bars, title: T, periods: [current], categories: [scope1]}
  deep: {kind: bars, title: T, periods: [current], categories: [{group: G, parts: [scope1]}]}
""",
    )
    assert [line for line in shown.splitlines() if line.startswith(("error", "  =", "  -->"))] == [
        "error[wrong-value]: a chart of kind `donut` shows one period, found 2",
        f"  --> {PATH}:2:32",
        "  = hint: keep one: `periods: [current]`",
        "error[missing-key]: a chart of kind `dots` needs the key `limits`",
        f"  --> {PATH}:3:9",
        "  = hint: name the periods whose targets are shown: `limits: [current, next]`",
        "error[wrong-value]: a chart of kind `lines` shows no limits",
        f"  --> {PATH}:4:53",
        "  = hint: use `kind: dots`",
        "error[wrong-value]: `scope1` stands in no group: each bar of `stacked_bars` is one",
        f"  --> {PATH}:5:73",
        "  = hint: write `- {group: ..., parts: [...]}`",
        "error[wrong-value]: `scope1` stands in a group, but a chart of kind `bars` has none",
        f"  --> {PATH}:6:84",
        "  = hint: list it without `group`, or use `kind: stacked_bars`",
    ]
