"""Faults planted in the sample's data: each is found, by its code, in its file and line."""

from __future__ import annotations

import re

import pytest

from reportgen.diagnostics import Diagnostics, show
from reportgen.load_inputs import load
from reportgen.model.flow import Run
from reportgen.model.walk import walk

KPIS = "content/kpis/"


def found(report):
    """Return the first two lines of what reading the report finds."""
    findings = Diagnostics()
    load(report.root, findings)
    return ["\n".join(show(finding).splitlines()[:2]) for finding in findings]


def line_of(report, path, text):
    lines = (report.root / path).read_text(encoding="utf-8").splitlines()
    return next(at for at, line in enumerate(lines, 1) if text in line)


FAULTS = {
    "a total off by one cent": (
        "environment.yaml",
        "current: {value: 82274.99, note: energy_growth}",
        "current: {value: 82275.00, note: energy_growth}",
        "sum-differs",
        "current: {value: 82275.00",
    ),
    "a part left out of a sum": (
        "environment.yaml",
        "sum: [ghg_purchases, ghg_capital_goods, ghg_commuting, ghg_travel, ghg_fuel_energy]",
        "sum: [ghg_purchases, ghg_capital_goods, ghg_commuting, ghg_travel]",
        "sum-differs",
        "current: 133245.19",
    ),
    "a member without its value": (
        "people.yaml",
        "values: {current: 31}",
        "values: {prior: 31}",
        "not-covered",
        "current: 10493",
    ),
    "a swapped year": (
        "environment.yaml",
        "values: {prior: 132785.40, current: 147188.78}",
        "values: {prior: 147188.78, current: 132785.40}",
        "ratio-differs",
        "values: {prior: 16.23, current: 20.89}",
    ),
    "a share without population": (
        "offices.yaml",
        "    population: Garbage of the office areas\n",
        "",
        "unnamed-population",
        "garbage_sorted:",
    ),
    "a value without source": (
        "suppliers.yaml",
        "source: {document: Published 2023 ESG Report, sheet: Sustainable Supply Chain}\n",
        "",
        "no-source",
        "values: {current:",
    ),
    "a value in thousands": (
        "environment.yaml",
        "values: {prior: 209.37, current: 258.21}",
        "values: {prior: 209.37, current: 258210}",
        "sum-differs",
        "value: 82274.99",
    ),
}


@pytest.mark.parametrize(("file", "old", "new", "code", "at"), FAULTS.values(), ids=FAULTS)
def test_a_planted_fault_is_found_by_its_code_at_its_line(report, file, old, new, code, at):
    report.replace(KPIS + file, old, new)
    findings = [finding for finding in found(report) if f"[{code}]" in finding]
    assert findings
    lines = (report.root / KPIS / file).read_text(encoding="utf-8").splitlines()
    for finding in findings:
        place = finding.split("--> ")[1].split(":")
        assert place[0] == KPIS + file
        assert at in lines[int(place[1]) - 1]


def test_a_total_off_by_one_cent_is_found_at_its_line(report):
    report.replace(KPIS + "environment.yaml", "{value: 82274.99, note", "{value: 82275.00, note")
    line = line_of(report, KPIS + "environment.yaml", "82275.00")
    assert found(report)[0].startswith(
        "error[sum-differs]: `energy_total` is 82275.00 for `current`, but its parts add up to 82274.99\n"
        f"  --> {KPIS}environment.yaml:{line}:"
    )


def test_a_part_in_another_unit_is_found_at_the_part(report):
    report.replace(
        KPIS + "environment.yaml",
        "    name: Direct energy consumption\n    unit: MWh\n",
        "    name: Direct energy consumption\n    unit: t\n",
    )
    line = line_of(report, KPIS + "environment.yaml", "sum: [energy_direct, energy_indirect]")
    findings = [finding for finding in found(report) if f"environment.yaml:{line}:" in finding]
    assert len(findings) == 1
    assert findings[0].startswith("error[")
    assert "`energy_direct`" in findings[0]


def test_what_nothing_prints_is_found_when_all_languages_are_built(report):
    report.replace(
        KPIS + "suppliers.yaml",
        "indicators:\n",
        "indicators:\n  audits:\n    name: Audits of suppliers\n    unit: count\n    values: {current: 3}\n",
    )
    line = line_of(report, KPIS + "suppliers.yaml", "  audits:")
    shown = [show(finding) for finding in report.found() if finding.code.value == "not-printed"]
    assert shown == [
        "warning[not-printed]: nothing prints `audits`, nor anything that rests on it\n"
        f"  --> {KPIS}suppliers.yaml:{line}:3\n"
        "  = hint: refer to it, remove it, or answer `not-printed`"
    ]


def test_what_the_sample_answers_is_what_its_source_deserves(sample):
    answered = [
        (finding.code.value, finding.message.split("`")[1]) for finding in sample.found().everything() if finding.answer
    ]
    training = ["trained_male", "trained_female", "trained_management", "trained_non_management", "training_hours"]
    training += [f"training_hours_{member}" for member in ("male", "female", "management", "non_management")]
    service = ["response_rate", "resolution_rate", "satisfaction_rate"]
    assert sorted(answered) == sorted(
        [
            *(("unnamed-population", id_) for id_ in (*training, *service)),
            ("mean-differs", "training_hours"),
            ("partial-whole", "employees_female_share"),
            ("not-printed", "employees"),
            ("small-cell", "turnover_hk_macao_taiwan"),
            ("unexplained-change", "waste_hazardous"),
            ("unexplained-change", "waste_nonhazardous"),
            ("unusual-factor", "ghg_scope2"),
            ("unusual-factor", "ghg_scope2"),
            ("implausible", "green_power"),
        ]
    )


def test_parts_that_only_rounding_keeps_from_adding_up_get_a_note_in_both_languages(report):
    """The total is given with fewer digits than its parts: no number changes, the table says why it does not add up."""
    notes = {
        "en": "Because of rounding, the parts may not add up exactly to their total.",
        "zh_Hans": "由于四舍五入，各分项之和与合计可能略有差异。",
    }
    assert not any(note in words(report, locale) for locale, note in notes.items())
    report.replace(KPIS + "environment.yaml", "current: {value: 82274.99", "current: {value: 82275.0")
    for locale, note in notes.items():
        said = words(report, locale)
        assert said.count(note) == 1
        assert "82,275.0" in said
        assert "82,016.78" in said


def words(report, locale):
    return "".join(node.text for node in walk(report.story(locale).flows) if isinstance(node, Run))


@pytest.mark.parametrize(
    ("file", "indicator"),
    [
        ("environment.yaml", "ghg_scope2"),  # part of a sum, has an implied factor and an answer
        ("environment.yaml", "energy_total"),  # numerator of a ratio
        ("company.yaml", "revenue"),  # denominator of many
        ("people.yaml", "employees"),  # whole of breakdowns and shares
    ],
)
def test_a_misspelt_key_of_a_unit_is_told_and_nothing_that_follows_from_it(report, file, indicator):
    text = (report.root / KPIS / file).read_text(encoding="utf-8")
    wrong = re.sub(rf"(?m)(^  {indicator}:\n(?:    .*\n)*?    )unit:", r"\1unti:", text)
    (report.root / KPIS / file).write_text(wrong, encoding="utf-8")
    assert [finding.split("\n")[0] for finding in found(report)] == [
        f"error[missing-key]: the indicator `{indicator}` needs the key `unit`",
        f"error[unknown-key]: the indicator `{indicator}` has no key `unti`",
    ]


def test_nothing_follows_from_a_unit_that_is_none(report):
    report.replace(f"{KPIS}environment.yaml", "unit: tCO2e/RMBm", "unit: tCO2e/RMBn")
    assert [finding.split("\n")[0] for finding in found(report)] == ["error[unknown-unit]: unknown unit `tCO2e/RMBn`"]
