"""Indices of the sample: other frameworks by one line, next year's rules, a framework of one's own, planted faults."""

from __future__ import annotations

import json

import pytest
import yaml
from click.testing import CliRunner
from reading_pdf import read_structure

from reportgen.cli.main import main
from reportgen.diagnostics import show

from .conftest import copy

REPORT = "content/report.yaml"
INDEX = "content/indices/hkex_2023.yaml"


def check(report, *locales):
    return list(report.found(*locales))


def run(report, *arguments, code=0):
    result = CliRunner().invoke(main, [*arguments, "--project", str(report.root)])
    assert result.exit_code == code, result.output
    return result.stdout


OTHERS = {
    "gri": ("GRI Standards 2021", "GRI 302-1"),
    "sasb_tc_si": ("SASB Software & IT Services", "TC-SI-130a.1"),
    "nasdaq": ("Nasdaq ESG Reporting Guide 2.0", "E3"),
    "tcfd": ("TCFD Recommendations", "TCFD STR-a"),
}
"""Each framework's title in the index, and a provision that the sample's marks answer."""


@pytest.fixture(scope="module")
def followed(tmp_path_factory):
    """Return the structure of the English PDF of a report that follows all of them, and the findings."""
    report = copy(tmp_path_factory.mktemp("followed"))
    report.replace(REPORT, "frameworks: [hkex]", f"frameworks: [hkex, {', '.join(OTHERS)}]")
    outcome, findings = report.build("en", formats=("pdf",))
    assert len(outcome.written) == 3
    return read_structure(report.file("en", "pdf")), findings


@pytest.mark.parametrize("framework", OTHERS)
def test_another_index_is_filled_from_the_same_marks_by_naming_it(followed, framework):
    structure, findings = followed
    title, label = OTHERS[framework]
    assert title in [node.text() for node in structure.all("H3")]
    rows = [[cell.text() for cell in row.all("TH", "TD")] for row in structure.all("TR")]
    row = next(row for row in rows if row and row[0] == label)
    assert row[3]
    assert [finding for finding in findings if not finding.startswith("warning[unconfirmed]")] == []
    confirmed = framework == "sasb_tc_si"
    assert ("(to be confirmed)" in row[1]) is not confirmed
    assert any(f"`{framework}" in finding for finding in findings) is not confirmed


def test_what_is_to_be_confirmed_does_not_pass_silently_until_the_office_confirms_it(report):
    report.replace(REPORT, "frameworks: [hkex]", "frameworks: [hkex, tcfd]")
    assert next(finding.message for finding in check(report)).endswith(
        "of `tcfd` are to be confirmed: `STR-a`, `STR-b`, `MT-b`"
    )
    (report.root / "content/indices/tcfd.yaml").write_text("framework: tcfd\nconfirmed: [all]\n", encoding="utf-8")
    assert check(report) == []


def test_the_year_2025_names_what_is_missing_and_what_it_is_for_this_issuer(report):
    report.replace(
        REPORT,
        "current: {label: 2023, from: 2023-01-01, to: 2023-12-31}",
        "current: {label: 2025, from: 2025-01-01, to: 2025-12-31}",
    )
    messages = [finding.message for finding in check(report, "en") if finding.code.value == "provision-unanswered"]
    assert len(messages) == 25
    assert "provision `D.27` of `hkex_2025` (comply or explain) is neither disclosed nor explained" in messages
    assert "provision `D.28(c)` of `hkex_2025` (comply or explain) is neither disclosed nor explained" in messages
    assert (
        "provision `D.29(c)` of `hkex_2025` (mandatory, to be confirmed) is neither disclosed nor explained" in messages
    )
    assert sum("to be confirmed" in message for message in messages) == 23


def test_the_gap_to_next_year_s_rules(report):
    gaps = json.loads(run(report, "index", "status", "--gap", "--json"))
    assert {gap["framework"] for gap in gaps} == {"hkex_2025"}
    assert [gap["code"] for gap in gaps if gap["obligation"] == "mandatory"] == ["D.29(a)-(b)", "D.29(c)"]
    assert [gap["code"] for gap in gaps if gap["confirmed"]] == ["D.27", "D.28(c)"]
    lines = run(report, "index", "status", "--gap").splitlines()
    assert lines[0] == "hkex_2025 asks for 26 provisions that this report neither discloses nor explains."
    assert any(line.startswith("  D.27         Processes by which climate-related risks") for line in lines)


def test_a_report_without_its_current_period_is_refused_at_its_place(report):
    report.replace(REPORT, "  current: {label: 2023, from: 2023-01-01, to: 2023-12-31}\n", "")
    missing = "error[missing-key]: `periods` needs the period `current`, which a reference without a period means\n"
    outcome, findings = report.build()
    assert outcome.written == ()
    assert [finding.split("  = hint")[0] for finding in findings if "missing-key" in finding] == [
        f"{missing}  --> {REPORT}:13:1\n"
    ]
    for asked in ("--json", "--gap"):
        result = CliRunner().invoke(main, ["index", "status", asked, "--project", str(report.root)])
        assert result.exit_code == 1
        assert missing in result.stderr


def test_a_year_that_begins_on_the_29th_of_february_begins_a_day_earlier_next_year(report):
    report.replace(
        REPORT,
        "current: {label: 2023, from: 2023-01-01, to: 2023-12-31}",
        "current: {label: 2024, from: 2024-02-29, to: 2025-02-27}",
    )
    assert (
        "hkex_2025 asks for"
        in CliRunner().invoke(main, ["index", "status", "--gap", "--project", str(report.root)]).stdout
    )


def test_coverage_by_aspect(report):
    lines = run(report, "index", "status").splitlines()
    assert lines[0].split() == ["hkex_2023", "provisions", "disclosed", "explained", "open"]
    assert lines[4].split() == ["Aspect", "A1:", "Emissions", "7", "6", "1", "0"]
    explained = len(yaml.safe_load((report.root / INDEX).read_text(encoding="utf-8"))["explanations"])
    disclosed = 5 + 12 + 36 - explained
    assert lines[16].split() == ["53", f"{disclosed}", f"{explained}", "0"]
    records = json.loads(run(report, "index", "status", "--json"))
    assert sum(record["disclosed"] for record in records) == disclosed


HARBOUR = """\
id: harbour_2024
title: {en: Harbour Code, zh_Hans: 港口守则}
obligations: {mandatory: {en: Mandatory, zh_Hans: 强制}}
provisions:
  - code: H1
    label: {en: Rule H1, zh_Hans: 规则H1}
    part: {en: Energy, zh_Hans: 能源}
    obligation: mandatory
    kind: quantitative
    requirement: {en: Energy used by ferries., zh_Hans: 渡轮的能源消耗。}
    links: {hkex_2023: [A2.1]}
    verified: true
  - code: H2
    label: {en: Rule H2, zh_Hans: 规则H2}
    part: {en: People, zh_Hans: 人员}
    obligation: mandatory
    requirement: {en: Training of crews., zh_Hans: 船员培训。}
    verified: false
"""


def test_a_framework_of_one_s_own_needs_one_file_and_no_python(report):
    folder = report.root / "content/frameworks"
    folder.mkdir()
    (folder / "harbour_2024.yaml").write_text(HARBOUR, encoding="utf-8")
    report.replace(REPORT, "frameworks: [hkex]", "frameworks: [hkex, harbour]")
    messages = [finding.message for finding in check(report)]
    assert messages == [
        "provision `H2` of `harbour_2024` (mandatory, to be confirmed) is neither disclosed nor explained",
        "1 provisions of `harbour_2024` are to be confirmed: `H2`",
    ]
    report.replace(
        "content/sections/low_carbon_office.md", "discloses: {hkex_2023:", "discloses: {harbour_2024: [H2], hkex_2023:"
    )
    outcome, _ = report.build("zh_Hans", formats=("pdf",))
    assert len(outcome.written) == 3
    texts = [node.text() for node in read_structure(report.file("zh_Hans", "pdf")).all("H3", "TH", "TD")]
    assert {"港口守则", "规则H1", "渡轮的能源消耗。"} <= set(texts)


FAULTS = {
    "a wrong letter": (
        "content/kpis/suppliers.yaml",
        "discloses: {hkex_2023: [B5.1]}",
        "discloses: {hkex_2023: [B5.1, A6.1]}",
        ["error[unknown-provision]: `hkex_2023` has no provision `A6.1`", "  = hint: did you mean `B6.1`?"],
    ),
    "figures that are not there": (
        "content/sections/environmental_statistics.md",
        "title: Environmental Statistics",
        "title: Environmental Statistics\ndiscloses: {hkex_2023: [A1.1]}",
        [
            "warning[quantity-in-words]: `A1.1` asks for numbers, and only words are marked with it",
            "warning[provision-contradicted]: provision `A1.1` is explained as not disclosed, but "
            "`#environmental_statistics` discloses it",
        ],
    ),
    "a provision forgotten": (
        INDEX,
        "  A2.5: {not_applicable: We make no physical products.}\n",
        "",
        [
            "error[provision-unanswered]: provision `A2.5` of `hkex_2023` (comply or explain) is neither "
            "disclosed nor explained"
        ],
    ),
    "a part left out": (
        "content/sections/board_statement.md",
        "[B.13]",
        "[B.13/oversight]",
        [
            "warning[component-missing]: the marks of `B.13` leave out `approach`, `progress`",
            "  = hint: mark where it is disclosed with `B.13/approach`",
        ],
    ),
    "a unit that is not asked for": (
        "content/kpis/environment.yaml",
        "discloses: {hkex_2023: [A2.2, A2.4]}",
        "discloses: {hkex_2023: [A2.2, A2.4, A2.1]}",
        ["warning[unit-not-asked]: `water` is in `t`, and `A2.1` asks for `MWh`"],
    ),
    "a year missing": (
        "content/kpis/people.yaml",
        "values: {prior2: 0, prior: 0, current: 0}",
        "values: {prior: 0, current: 0}",
        ["warning[years-missing]: `B2.1` asks for 3 years, and `fatalities` has no value for 2021"],
    ),
    "no reason": (
        INDEX,
        "A2.5: {not_applicable: We make no physical products.}",
        "A2.5: {not_applicable: Not material.}",
        ["error[empty-explanation]: the explanation of `A2.5` gives no reason: “Not material.”"],
    ),
    "an explanation of what is disclosed": (
        INDEX,
        "  A2.5: {not_applicable: We make no physical products.}\n",
        "  A2.5: {not_applicable: We make no physical products.}\n  A2.1: {not_disclosed: Meters are not read yet.}\n",
        ["warning[provision-contradicted]: provision `A2.1` is explained as not disclosed, but"],
    ),
}


@pytest.mark.parametrize("name", FAULTS)
def test_a_planted_fault_is_found_with_its_place_and_hint(report, name):
    path, old, new, expected = FAULTS[name]
    file = report.root / path
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1), encoding="utf-8")
    shown = "\n".join(map(show, check(report, "en")))
    for line in expected:
        assert line in shown
    if name != "a provision forgotten":
        assert f"  --> {path}:" in shown


def test_a_draft_is_built_with_a_provision_forgotten_and_warns_of_it(report):
    path, old, new, _ = FAULTS["a provision forgotten"]
    report.replace(path, old, new)
    message = "provision `A2.5` of `hkex_2023` (comply or explain) is neither disclosed nor explained"
    (stopped,) = [finding for finding in report.build("en", formats=())[1] if message in finding]
    assert stopped.startswith("error[provision-unanswered]: ")
    outcome, findings = report.build("en", formats=("pdf",), draft=True)
    assert findings == [stopped.replace("error", "warning", 1)]
    assert len(outcome.written) == 3
    rows = [[cell.text() for cell in row.all("TH", "TD")] for row in read_structure(report.file("en", "pdf")).all("TR")]
    assert next(row for row in rows if row[0] == "KPI A2.5")[3:] == ["–"]


def test_a_breakdown_that_is_missing(report):
    file = report.root / "content/kpis/people.yaml"
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace("dimension: employment", "dimension: contract"), encoding="utf-8")
    assert "asks for data by `employment`, and no indicator marked with it has that `dimension`" in "".join(
        finding.message for finding in check(report, "en") if finding.code.value == "breakdown-missing"
    )


def test_goals_that_a_chapter_names_stand_on_its_opening_in_both_files(report):
    report.replace(REPORT, "    title: Green Development\n", "    title: Green Development\n    sdgs: [7, 13]\n")
    report.build("en")
    texts = [node.text() for node in read_structure(report.file("en", "pdf")).all("P")]
    assert {"7", "Affordable and Clean Energy", "13", "Climate Action"} <= set(texts)
    assert b"Climate Action" in report.part("en", "word/document.xml")
    assert b'w:fill="3F7E44"' in report.part("en", "word/document.xml")
    report.replace(REPORT, "sdgs: [7, 13]", "sdgs: [7, 18]")
    assert "there is no Sustainable Development Goal `18`" in [finding.message for finding in check(report)]
