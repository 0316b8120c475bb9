"""The JSON Schemas that editors complete by: they are what the loaders know, and underline nothing that they take."""

from __future__ import annotations

import copy
import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from reportgen.commands.write_schemas import schema_files, write_schemas
from reportgen.diagnostics import Diagnostics, Severity
from reportgen.load.cross_references import connect_charts
from reportgen.load.dataset import load_dataset
from reportgen.load.diagrams import load_diagrams
from reportgen.load.excel_layouts import load_layouts
from reportgen.load.figures import load_charts
from reportgen.load.keys import load_keys
from reportgen.load.offices import load_offices
from reportgen.load.project import load_project
from reportgen.load.schema import FILES, THINGS, schemas
from reportgen.load.yaml_nodes import Mapping, Node, Scalar, Sequence, parse_yaml

ROOT = Path(__file__).parent.parent.parent
SAMPLE = sorted((ROOT / "content").rglob("*.yaml"))
VALIDATORS = {name: Draft202012Validator(schema) for name, schema in schemas().items()}
MODELINE = re.compile(r"# yaml-language-server: \$schema=(\S+)")
PLACES = {
    "report": "content/report.yaml",
    "kpis": "content/kpis/a.yaml",
    "indices": "content/indices/a.yaml",
    "figures": "content/figures/a.yaml",
    "previous": "content/previous/a.yaml",
    "excel": "content/excel.yaml",
}

EVERYTHING = {
    "report": """\
id: harbour-light-2023
title: 2023 Sustainability Report
short_title: Harbour Light 2023
company:
  name: Harbour Light Holdings Limited
  other_name: 港灯控股有限公司
  short_name: Harbour Light
  incorporation: Incorporated in Bermuda with limited liability
  codes: ["HKEX: 9999"]
periods:
  current: {label: 2023, from: 2023-01-01, to: 2023-12-31}
  prior: {label: 2022, from: 2022-01-01, to: 2022-12-31}
source: en
locales: [en, zh_Hans]
prevails: zh_Hans
frameworks: [hkex_2023]
checks: {change: 30, people: 5}
plain_numbers: [10 kV]
chapters:
  - {id: about, number: "01", title: About, family: brand, introduction: Hello, sections: [about]}
""",
    "kpis": """\
source: {document: Metering system, sheet: 2023, cell: C12}
owner: Facilities
notes: {growth: Two ferries joined the fleet., extent: All sites.}
factors:
  own_grid: {value: 0.5, unit: tCO2e/MWh, region: Harbour, year: 2023, source: Harbour Power}
indicators:
  diesel: {name: Diesel, unit: MWh, values: {prior: 5.30, current: {value: 6, note: growth, status: estimated}}}
  power:
    name: Electricity[^extent]
    unit: MWh
    kind: flow
    definition: Electricity bought
    boundary: All piers
    method: Metered
    decimals: 1
    plausible: [0, 100]
    values: {prior: {none: not_available}, current: {value: 10, assured: true, owner: Piers, source: {document: Bill}}}
    discloses: {hkex_2023: [A2.1]}
  energy:
    name: Energy
    unit: MWh
    sum: [diesel, power]
    values: {current: 16}
    target: at_most
    targets: {current: 20, prior: 21}
    answers: {unexplained-change: Two ferries joined the fleet.}
  spare: {name: Spare, unit: hour, values: {current: {from: 1.5, to: 3}, prior: {value: 2, qualifier: over}}}
  share: {name: Share, unit: "%", share: [power, energy], population: All energy}
  ratio: {name: Ratio, unit: one, ratio: [power, diesel]}
  change: {name: Change, unit: "%", change: diesel}
  gap: {name: Gap, unit: MWh, difference: [power, diesel]}
  more: {name: More, unit: MWh, difference: diesel}
  mean: {name: Mean, unit: MWh, mean: {diesel: staff}}
  lit: {name: Lit, unit: count, count: [power, diesel]}
  high: {name: High, unit: count, count: {of: [power, diesel], at_least: 7, at_most: 100}}
  smoke:
    name: Emissions
    unit: tCO2e
    activity: {power: own_grid, diesel: {current: own_grid}}
    also: [{sum: [smoke_power, smoke_diesel]}]
    implied: {activity: power, usual: electricity_china}
  smoke_power: {name: Power, unit: tCO2e, values: {current: 5}}
  smoke_diesel: {name: Diesel, unit: tCO2e, values: {current: 3}, owner: Fleet, source: {document: Log}}
  staff: {name: Staff, unit: person, kind: stock, values: {current: 30}}
  women: {name: Women, unit: person, kind: stock, of: staff, dimension: gender, member: female, values: {current: 12}}
  men: {name: Men, unit: person, kind: stock, of: staff, dimension: gender, member: male, values: {current: 18}}
pledges:
  green: {statement: No coal, achieved: true, evidence: No coal was bought.}
  still: {statement: No diesel, by: 2030}
tables:
  energy:
    caption: Energy
    layout: targets
    head: {name: What}
    columns: [name, unit, prior, current, "target:current", "current:GJ", progress]
    answers: {left-out: Diesel is small.}
    rows:
      - power
      - {indicator: energy, role: total, name: All, unit: kWh}
      - {group: Ferries, rows: [diesel, {indicator: diesel, period: current}]}
      - {pledge: green}
""",
    "indices": """\
framework: hkex_2023
explanations:
  A1.1: {not_disclosed: Not yet.}
  A2.5: {not_applicable: We make no physical products.}
""",
    "figures": """\
notes: {extent: All sites.}
charts:
  energy:
    kind: columns
    title: It rose[^extent]
    subtitle: Energy, MWh
    source: Our meters
    periods: [prior, current]
    categories: [power, {indicator: diesel, label: Diesel}]
  limits: {kind: dots, title: Kept, periods: [current], limits: [current], categories: [energy]}
  parts:
    kind: stacked_bars
    title: Parts
    periods: [current]
    categories: [{group: Energy, parts: [power, diesel]}]
diagrams:
  way: {kind: steps, title: Way, steps: [Look, {name: Light, text: All lamps.}]}
  house: {kind: levels, title: House, levels: [[Keeper], [Lamps, Boats]]}
  tide: {kind: cycle, title: Tide, cycle: [Ebb, {name: Flow, text: Twice a day.}]}
  weight:
    kind: matrix
    title: Weight
    axes: {x: For the harbour, y: For its people}
    matrix: [{group: Light, family: environment, issues: [{name: Oil, x: 0, y: 99.5}]}]
""",
    "previous": "period: prior\nvalues: {diesel: 5.30}\n",
    "excel": """\
workbooks:
  - file: "fleet-*.xlsx"
    sheet: Energy
    head: 2
    indicator: What
    unit: Unit
    source: From
    periods: {current: 2023, prior: 2022}
    names: {Diesel oil: diesel}
    units: {megawatt hours: MWh}
  - {indicator: What, period: Year, value: Value}
""",
}


def tree(text: str) -> Any:
    """Return what the tool reads: every scalar is text."""
    return as_data(parse_yaml(text, "a.yaml", Diagnostics()), typed=False)


def typed_tree(text: str) -> Any:
    """Return what an editor reads: plain scalars are numbers and truth values where they look so."""
    return as_data(parse_yaml(text, "a.yaml", Diagnostics()), typed=True)


def as_data(node: Node | None, *, typed: bool) -> Any:
    match node:
        case Mapping(entries=entries):
            return {key: as_data(value, typed=typed) for key, (_, value) in entries.items()}
        case Sequence(items=items):
            return [as_data(item, typed=typed) for item in items]
        case Scalar(text=text, plain=True) if typed and re.fullmatch(r"-?\d+(\.\d+)?|true|false", text):
            return json.loads(text) if not re.match(r"-?0\d", text) else int(text)
        case Scalar(text=text):
            return text
    return None


def underlined(name: str, data: Any) -> list[str]:
    errors = VALIDATORS[name].iter_errors(data)
    return [f"{'/'.join(map(str, error.absolute_path))}: {error.message}" for error in errors]


@pytest.mark.parametrize("name", FILES)
def test_a_schema_is_a_schema(name: str) -> None:
    Draft202012Validator.check_schema(schemas()[name])


@pytest.mark.parametrize("path", schema_files())
def test_the_files_are_what_the_loaders_know(path: str) -> None:
    assert (ROOT / path).read_bytes() == schema_files()[path], "run `make schemas`"


def test_the_files_are_written_as_a_whole(tmp_path: Path) -> None:
    write_schemas(tmp_path)
    assert {path.relative_to(tmp_path).as_posix() for path in tmp_path.rglob("*.json")} == set(schema_files())


def test_every_key_of_every_loader_has_its_help_in_both_languages() -> None:
    table = load_keys()
    assert table.keys() == THINGS.keys()
    assert all(thing.help for thing in table.values())
    for thing, keys in THINGS.items():
        described = table[thing].keys.keys()
        assert keys <= described if table[thing].like else keys == described, thing
        for key in table[thing].keys.values():
            english, chinese = key.help.split("\n\n")
            assert english.isprintable()
            assert re.search(r"[\u4e00-\u9fff]", chinese)


@pytest.mark.parametrize("path", SAMPLE, ids=lambda path: path.name)
def test_the_sample_names_its_schema_and_keeps_to_it(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    line = MODELINE.fullmatch(text.split("\n")[0])
    assert line, "the first line names the schema"
    schema = (path.parent / line.group(1)).resolve()
    name = schema.name.removesuffix(".schema.json")
    assert schema.relative_to(ROOT).as_posix() in schema_files()
    assert underlined(name, tree(text)) == []
    assert underlined(name, typed_tree(text)) == []


class Everything:
    """A project whose files have every key that there is, and what the tool says of it."""

    def __init__(self, folder: Any) -> None:
        self._folder = folder
        for name, text in EVERYTHING.items():
            folder.write(PLACES[name], text)

    def with_file(self, name: str, text: str) -> list[str]:
        """Return the errors of the project with another text in one file."""
        self._folder.write(PLACES[name], text)
        found = Diagnostics()
        project = load_project(self._folder.root, found)
        dataset = load_dataset(project, found)
        connect_charts(load_charts(project, found), dataset, found)
        load_diagrams(project, found)
        load_offices(project, found)
        load_layouts(project, found)
        self._folder.write(PLACES[name], EVERYTHING[name])
        return [finding.message for finding in found if finding.severity is Severity.ERROR]


@pytest.fixture
def everything(folder: Any) -> Everything:
    return Everything(folder)


@pytest.mark.parametrize("name", FILES)
def test_what_the_tool_takes_is_not_underlined(everything: Everything, name: str) -> None:
    assert everything.with_file(name, EVERYTHING[name]) == []
    assert underlined(name, tree(EVERYTHING[name])) == []
    assert underlined(name, typed_tree(EVERYTHING[name])) == []


@pytest.mark.parametrize("name", FILES)
def test_what_is_underlined_the_tool_refuses_and_an_unknown_or_missing_key_is_underlined(
    everything: Everything, name: str
) -> None:
    tried = 0
    for what, data in spoiled(tree(EVERYTHING[name])):
        errors = everything.with_file(name, json.dumps(data, ensure_ascii=False))
        plain = VALIDATORS[name].is_valid(data)
        tried += not plain
        assert errors or plain, f"{what}: {underlined(name, data)}"
        if any(" has no key `" in error or " needs the key `" in error for error in errors):
            assert not plain, f"{what}: {errors}"
    assert tried > 3


def spoiled(data: Any) -> Iterator[tuple[str, Any]]:
    """Yield the data with one thing spoiled: a key misspelt or gone, a value of another kind. Marks are left alone."""
    for number, path in enumerate(list(places(data))):
        if "discloses" in path:
            continue
        *above, last = path
        for what in ("gone", "misspelt", ("a list", "a mapping", "a word")[number % 3]):
            other = copy.deepcopy(data)
            holder = other
            for step in above:
                holder = holder[step]
            if what in ("gone", "misspelt") and isinstance(holder, list):
                continue
            value = holder.pop(last) if what in ("gone", "misspelt") else holder[last]
            match what:
                case "misspelt":
                    holder[f"{last}x"] = value
                case "a list":
                    holder[last] = [["x"]]
                case "a mapping":
                    holder[last] = {"x": {"x": "x"}}
                case "a word":
                    holder[last] = "? no such"
            yield f"{what} at {'/'.join(map(str, path))}", other


def places(data: Any, above: tuple[str | int, ...] = ()) -> Iterator[tuple[str | int, ...]]:
    entries = data.items() if isinstance(data, dict) else enumerate(data) if isinstance(data, list) else ()
    for key, value in entries:
        yield (*above, key)
        yield from places(value, (*above, key))


@pytest.mark.parametrize(
    ("name", "old", "new", "message"),
    [
        ("kpis", "kind: flow", "kind: flux", "'flux' is not one of"),
        ("kpis", "{prior: 5.30,", "{prior: 5 30,", "not valid under any"),
        ("kpis", "discloses: {hkex_2023: [A2.1]}", "discloses: {hkex_2023: [A2.11]}", "not valid under any"),
        ("kpis", "name: Electricity[^extent]", "nmae: Electricity[^extent]", "('nmae' was unexpected)"),
        ("kpis", "target: at_most", "target: lower", "'lower' is not one of"),
        ("indices", "A1.1: {not_disclosed: Not yet.}", "A1.1: {}", "should be non-empty"),
        ("figures", "kind: columns", "kind: pie", "'pie' is not one of"),
        ("report", "from: 2022-01-01", "from: 1 January 2022", "does not match"),
    ],
)
def test_an_editor_underlines(name: str, old: str, new: str, message: str) -> None:
    text = EVERYTHING[name]
    assert text.count(old) == 1
    assert message in underlined(name, typed_tree(text.replace(old, new)))[-1]


def test_a_unit_and_a_provision_are_proposed_with_what_they_mean() -> None:
    unit = schemas()["kpis"]["$defs"]["unit"]
    meaning = dict(zip(unit["enum"], unit["enumDescriptions"], strict=True))
    assert meaning["MWh"] == "MWh / 兆瓦时"
    code = schemas()["kpis"]["$defs"]["marks"]["properties"]["hkex_2023"]["anyOf"][0]
    assert "Scope" in dict(zip(code["enum"], code["enumDescriptions"], strict=True))["A1.2"]
