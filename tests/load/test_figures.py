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
    periods: [prior, current]
    categories: [scope1, {indicator: scope1, label: One}]
""",
    )
    assert shown == ""
    chart = charts["ghg"]
    assert (chart.kind, chart.title.text, chart.periods) == ("bars", "It rose", ("prior", "current"))
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
        "error[wrong-value]: expected `kind` as `columns` or `bars`, found `bar`\n"
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
