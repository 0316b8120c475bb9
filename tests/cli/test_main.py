"""The program as a person calls it: what it prints, where, and its exit status."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import polib
import pytest
from click.testing import CliRunner
from harbour import SECTION, Harbour

from reportgen.cli.main import main

ROOT = Path(__file__).parent.parent.parent


@pytest.fixture
def project(tmp_path: Path) -> Path:
    for name in ("content", "locales", "templates"):
        shutil.copytree(ROOT / name, tmp_path / name)
    return tmp_path


@pytest.fixture
def small(tmp_path: Path) -> Path:
    """A report of one section, written in Chinese."""
    shutil.copytree(ROOT / "tests/report/leading/content", tmp_path / "content")
    shutil.copytree(ROOT / "templates", tmp_path / "templates")
    (tmp_path / "locales/zh_Hans/LC_MESSAGES").mkdir(parents=True)
    path = "locales/zh_Hans/LC_MESSAGES/templates.po"
    shutil.copy(ROOT / path, tmp_path / path)
    return tmp_path


def run(*arguments: str) -> tuple[int, str, str]:
    result = CliRunner().invoke(main, arguments)
    return result.exit_code, result.stdout, result.stderr


def test_building_prints_the_files_on_one_stream_and_progress_on_the_other(project: Path) -> None:
    code, out, err = run("build", "--project", str(project), "--locale", "en", "--format", "docx")
    assert code == 0
    assert out.splitlines() == [
        "build/kingsoft-cloud-esg-2023.en.docx",
        "build/kingsoft-cloud-esg-2023.ledger.json",
        "build/kingsoft-cloud-esg-2023.ledger.public.json",
    ]
    ledger = json.loads((project / out.splitlines()[1]).read_text(encoding="utf-8"))
    assert err.splitlines() == [
        "Reading the report ...",
        "Building en ...",
        f"{len(ledger['entries'])} numbers from the data, 0 typed by hand",
    ]


def test_a_mistake_is_shown_with_its_line_and_ends_with_status_1(project: Path) -> None:
    path = "content/sections/supplier_lifecycle.md"
    text = (project / path).read_text(encoding="utf-8").replace("{suppliers}", "{supliers}")
    (project / path).write_text(text, encoding="utf-8")
    number, line = next((at, line) for at, line in enumerate(text.splitlines(), 1) if "{supliers}" in line)
    column, margin = line.index("{supliers}"), " " * len(f"{number}")
    code, out, err = run("check", "--project", str(project), "--locale", "en")
    assert code == 1
    assert out == ""
    assert err.splitlines() == [
        "error[unknown-reference]: there is no indicator or period `supliers`",
        f"  --> {path}:{number}:{column + 1}",
        f"{margin} |",
        f"{number} | {line[: line.index('of them from th')]}of them from th…",
        f"{margin} | {' ' * column}^^^^^^^^^^",
        "  = hint: did you mean `suppliers`?",
        "",
    ]


def test_findings_as_json_and_as_annotations(small: Path) -> None:
    report = small / "content/report.yaml"
    report.write_text(report.read_text(encoding="utf-8").replace("short_title:", "shorttitle:"), encoding="utf-8")
    code, out, _ = run("check", "--project", str(small), "--locale", "zh_Hans", "--output-format", "json")
    assert code == 1
    assert json.loads(out)[1] == {
        "severity": "error",
        "code": "unknown-key",
        "message": "the report has no key `shorttitle`",
        "hint": "did you mean `short_title`?",
        "file": "content/report.yaml",
        "line": 3,
        "column": 1,
    }
    code, _, err = run("check", "--project", str(small), "--locale", "zh_Hans", "--output-format", "github")
    assert code == 1
    assert err.splitlines()[1] == (
        "::error file=content/report.yaml,line=3,col=1::[unknown-key] the report has no key `shorttitle` "
        "(did you mean `short_title`?)"
    )


def test_of_a_clean_report_it_is_said_that_nothing_is_to_be_mended(project: Path) -> None:
    assert run("check", "--project", str(project)) == (0, "", "Nothing to mend.\n")
    assert run("check", "--project", str(project), "--output-format", "json") == (0, "[]\n", "")
    assert run("check", "--project", str(project), "--output-format", "github") == (0, "", "")


def test_findings_that_the_data_answer_are_shown_on_demand(project: Path) -> None:
    asked = ("check", "--project", str(project), "--locale", "en", "--all")
    code, out, err = run(*asked)
    assert (code, out) == (0, "")
    heads = [line for line in err.splitlines() if not line.startswith(" ") and line[:1].isalpha()]
    assert heads
    assert all(head.startswith("answered[") for head in heads)
    assert "  = answer: The published report does not name the population of its training tables." in err
    code, out, _ = run(*asked, "--output-format", "json")
    entries = json.loads(out)
    assert (code, len(entries)) == (0, len(heads))
    assert all(entry["answer"] for entry in entries)
    _, _, err = run(*asked, "--output-format", "github")
    assert all(line.startswith("::notice file=content/kpis/") for line in err.splitlines())


def test_catalogues_are_brought_up_to_date_and_then_nothing_changes(project: Path) -> None:
    assert run("translate", "update", "--check", "--project", str(project)) == (0, "", "")
    section = project / "content/sections/supplier_lifecycle.md"
    section.write_text(section.read_text(encoding="utf-8") + "\nA new sentence.\n", encoding="utf-8")
    path = "locales/zh_Hans/LC_MESSAGES/supplier_lifecycle.po"
    translated = len(polib.pofile(project / path).translated_entries())
    line = f"{path}: {translated} translated, 0 to check, 1 to translate\n"
    assert run("translate", "update", "--check", "--project", str(project)) == (1, line, "")
    assert run("translate", "update", "--project", str(project)) == (0, line, "")
    assert run("translate", "update", "--project", str(project)) == (0, "", "")


def test_a_mistake_in_one_file_keeps_no_catalogue_from_what_was_written_in_others(project: Path) -> None:
    def change(path: str, old: str, new: str) -> None:
        text = (project / path).read_text(encoding="utf-8")
        assert text.count(old) == 1
        (project / path).write_text(text.replace(old, new), encoding="utf-8")

    catalogues = "locales/zh_Hans/LC_MESSAGES"
    suppliers, office, green = (
        f"content/sections/{name}.md" for name in ("supplier_lifecycle", "low_carbon_office", "green_data_center")
    )
    change(green, "::: chart pue_limits", "::: chart pue_limits colour=red")
    change(suppliers, "## Entry of New Suppliers", "A new sentence.\n\n## Entry of New Suppliers")
    change(office, "title: Low-Carbon Office", "title: Offices of Low Carbon")
    before = (project / catalogues / "low_carbon_office.po").read_bytes()
    code, out, err = run("translate", "update", "--project", str(project))
    assert code == 1
    assert "error[wrong-directive]: `chart` has no setting `colour`" in err
    assert [line.partition(":")[0] for line in out.splitlines()] == [f"{catalogues}/supplier_lifecycle.po"]
    assert 'msgid "A new sentence."' in (project / catalogues / "supplier_lifecycle.po").read_text(encoding="utf-8")
    assert (project / catalogues / "low_carbon_office.po").read_bytes() == before, "a translated message seems gone"
    assert run("translate", "update", "--check", "--project", str(project))[0:2] == (1, "")
    change(green, " colour=red", "")
    code, out, _ = run("translate", "update", "--project", str(project))
    assert (code, [line.partition(":")[0] for line in out.splitlines()]) == (0, [f"{catalogues}/low_carbon_office.po"])


def test_wrong_usage_ends_with_status_2(project: Path) -> None:
    code, _, err = run("build", "--project", str(project), "--format", "pdf,odt")
    assert code == 2
    assert "`odt` is no format; the formats are pdf, docx" in err


def test_a_language_that_the_report_is_not_made_in(project: Path) -> None:
    code, _, err = run("build", "--project", str(project), "--locale", "zh_Han")
    assert code == 1
    assert "error[wrong-value]: the report is not made in `zh_Han`" in err
    assert "hint: did you mean `zh_Hans`?" in err


def test_a_folder_without_a_report_says_where_to_go(tmp_path: Path) -> None:
    code, out, err = run("build", "--project", str(tmp_path))
    assert (code, out) == (1, "")
    assert err.splitlines()[1:] == [
        "error[file-missing]: there is no report here: `content/report.yaml` does not exist",
        "  = hint: go to the report's folder, or name it: `--project FOLDER`",
        "",
    ]


def test_a_build_that_writes_nothing_counts_no_numbers(tmp_path: Path) -> None:
    report = Harbour(tmp_path)
    report.replace(SECTION, "{lamp_power}", "{lamp_pwer}")
    code, out, err = run("build", "--project", str(tmp_path), "--format", "docx")
    assert (code, out) == (1, "")
    assert "numbers from the data" not in err
