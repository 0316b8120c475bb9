"""What is found in what is a language's own, its catalogues and the theme as it sees it, stops that language alone."""

from __future__ import annotations

from functools import partial
from pathlib import Path

import pytest
from harbour import CHINESE, Harbour

from reportgen.build import PUBLISHED
from reportgen.commands.build_report import build_report
from reportgen.commands.check_report import check_report
from reportgen.commands.index_status import coverage
from reportgen.commands.languages import Wanted
from reportgen.commands.read_report import read
from reportgen.diagnostics import Code, Diagnostics, show

THEME = "templates/theme.yaml"
STEP = "step: {latin: 15, han: 17.5}"
HINT = "  = hint: write digits and a point, such as `1234.5`"
FAULT = f"error[not-a-number]: expected a number, found `wide`\n  --> {THEME}:21:24\n{HINT}"


@pytest.fixture
def report(tmp_path: Path) -> Harbour:
    return Harbour(tmp_path)


def built(report: Harbour, *locales: str) -> tuple[list[str], list[str]]:
    """Return the names of the Word files that are written, and what is told."""
    found = Diagnostics()
    wanted = Wanted(locales, ("docx",), PUBLISHED)
    outcome = build_report(partial(read, report.root, locales), wanted, found, lambda words: None)
    written = [path.rpartition("/")[2] for path in outcome.written if path.endswith(".docx")]
    return written, [show(finding) for finding in found]


def test_a_fault_of_the_theme_for_one_language_leaves_the_other(report: Harbour) -> None:
    report.replace(THEME, STEP, "step: {latin: 15, han: wide}")
    assert built(report) == (["harbour-light-2023.en.docx"], [FAULT])
    assert built(report, "en") == (["harbour-light-2023.en.docx"], [])
    assert built(report, "zh_Hans") == ([], [FAULT])


def test_a_fault_of_the_theme_for_all_languages_is_told_once(report: Harbour) -> None:
    report.replace(THEME, 'ink: "#1B2733"', "ink: navy")
    fault = f"error[wrong-value]: expected a colour, found `navy`\n  --> {THEME}:27:8\n"
    assert built(report) == ([], [fault + '  = hint: write it as `"#1F5FBF"`, in quotes'])


def test_a_fault_of_the_theme_hides_nothing_that_is_not_disclosed(report: Harbour) -> None:
    report.replace("content/report.yaml", "prevails: en\n", "prevails: en\nframeworks: [hkex]\n")
    report.replace(THEME, STEP, "step: {latin: 15, han: wide}")
    found = Diagnostics()
    check_report(report.root, Wanted(("zh_Hans",), (), PUBLISHED), found)
    codes = [finding.code for finding in found]
    assert codes.count(Code.NOT_A_NUMBER) == 1
    assert codes.count(Code.PROVISION_UNANSWERED) > 10


def test_a_fault_of_the_theme_is_none_of_the_index(report: Harbour) -> None:
    report.replace(THEME, STEP, "step: {latin: 15, han: wide}")
    found = Diagnostics()
    coverage(report.root, found)
    assert [show(finding) for finding in found] == []


def test_a_broken_catalogue_leaves_the_other_language(report: Harbour) -> None:
    file = report.root / CHINESE
    file.write_text(file.read_text("utf-8") + 'msgid "never closed\n', "utf-8")
    written, told = built(report)
    assert written == ["harbour-light-2023.en.docx"]
    assert told[0].startswith("error[catalogue-broken]")
    assert built(report, "en") == (["harbour-light-2023.en.docx"], [])
