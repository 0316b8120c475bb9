from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from reportgen.diagnostics import Diagnostics, ReportError
from reportgen.load.project import load_project
from reportgen.model.locale import LOCALES
from reportgen.model.project import Project


def load(folder: Any, text: str) -> tuple[Project, str]:
    folder.write("content/report.yaml", text)
    diagnostics = Diagnostics()
    project = load_project(folder.root, diagnostics)
    return project, folder.shown(diagnostics)


def test_a_report_as_written(folder: Any, report: str) -> None:
    project, shown = load(folder, report)
    assert shown == ""
    assert (project.id, project.title.text, project.short_title.text) == (
        "harbour-light-2023",
        "2023 Sustainability Report",
        "Harbour Light 2023",
    )
    assert project.company.other_name.text == "港灯控股有限公司"
    assert [code.text for code in project.company.codes] == ["HKEX: 9999"]
    assert list(project.periods) == ["current", "prior"]
    assert project.periods["prior"].start == date(2022, 1, 1)
    assert project.source is LOCALES["en"]
    assert [locale.id for locale in project.locales] == ["en", "zh_Hans"]
    assert project.prevails is LOCALES["zh_Hans"]
    assert list(project.frameworks) == ["hkex_2023"]
    assert [list(chapter.sections) for chapter in project.chapters] == [["content/sections/about.md"]]
    assert project.chapters[0].number == ""


def test_a_chapters_notes_stand_under_their_names(folder: Any, report: str) -> None:
    project, shown = load(folder, report.replace("family: brand", "notes: {lamp: A lamp., oil-2: Oil.}"))
    assert shown == ""
    assert {name: words.text for name, words in project.chapters[0].notes.items()} == {
        "lamp": "A lamp.",
        "oil-2": "Oil.",
    }


def test_all_faults_at_once(folder: Any, report: str) -> None:
    text = (
        report.replace("short_title:", "shorttitle:")
        .replace("zh_Hans]", "zh_Hant, zh_CN]")
        .replace("to: 2022-12-31", "to: 2021-12-31")
        .replace("from: 2023-01-01", "from: 1 January 2023")
        .replace("family: brand", "family: enviroment\n    number: 6")
        .replace("sections: [about]", "sections: [about, about]")
    )
    _, shown = load(folder, text)
    assert shown == (
        "error[missing-key]: the report needs the key `short_title`\n"
        "  --> content/report.yaml:1:1\n"
        "  |\n"
        "1 | id: harbour-light-2023\n"
        "  | ^\n"
        "  = hint: add `short_title: ...`\n"
        "error[unknown-key]: the report has no key `shorttitle`\n"
        "  --> content/report.yaml:3:1\n"
        "  |\n"
        "3 | shorttitle: Harbour Light 2023\n"
        "  | ^^^^^^^^^^\n"
        "  = hint: did you mean `short_title`?\n"
        "error[wrong-value]: expected a date, found `1 January 2023`\n"
        "  --> content/report.yaml:11:32\n"
        "   |\n"
        "11 |   current: {label: 2023, from: 1 January 2023, to: 2023-12-31}\n"
        "   |                                ^^^^^^^^^^^^^^\n"
        "  = hint: write year, month and day, such as `2023-12-31`\n"
        "error[wrong-value]: the period `prior` ends on 2021-12-31, before it begins on 2022-01-01\n"
        "  --> content/report.yaml:12:46\n"
        "   |\n"
        "12 |   prior: {label: 2022, from: 2022-01-01, to: 2021-12-31}\n"
        "   |                                              ^^^^^^^^^^\n"
        "  = hint: exchange `from` and `to`\n"
        "error[wrong-value]: unknown language `zh_CN`\n"
        "  --> content/report.yaml:14:24\n"
        "   |\n"
        "14 | locales: [en, zh_Hant, zh_CN]\n"
        "   |                        ^^^^^\n"
        "  = hint: the languages are `en`, `zh_Hans`, `zh_Hant`\n"
        "error[wrong-value]: expected `family` as `brand`, `environment`, `people` or `governance`, "
        "found `enviroment`\n"
        "  --> content/report.yaml:20:13\n"
        "   |\n"
        "20 |     family: enviroment\n"
        "   |             ^^^^^^^^^^\n"
        "  = hint: did you mean `environment`?\n"
        "error[wrong-value]: expected `number` as two digits, found `6`\n"
        "  --> content/report.yaml:21:13\n"
        "   |\n"
        "21 |     number: 6\n"
        "   |             ^\n"
        '  = hint: write it as `"06"`, or leave it out for a chapter without a number\n'
        "error[duplicate-id]: the section `about` stands twice\n"
        "  --> content/report.yaml:22:23\n"
        "   |\n"
        "22 |     sections: [about, about]\n"
        "   |                       ^^^^^\n"
        "  = hint: the other one is at content/report.yaml:22:16"
    )


@pytest.mark.parametrize(
    ("change", "finding"),
    [
        (
            ("  current:", "  this-year:"),
            "error[missing-key]: `periods` needs the period `current`, which a reference without a period means\n"
            "  --> content/report.yaml:10:1\n"
            "   |\n"
            "10 | periods:\n"
            "   | ^^^^^^^\n"
            "  = hint: add `current: {label: ..., from: ..., to: ...}`\n"
            "error[wrong-value]: `this-year` cannot be a period's id\n"
            "  --> content/report.yaml:11:3\n"
            "   |\n"
            "11 |   this-year: {label: 2023, from: 2023-01-01, to: 2023-12-31}\n"
            "   |   ^^^^^^^^^\n"
            "  = hint: use letters, digits and `_`, such as `current` or `FY2023_24`; its label may be any text",
        ),
        (
            ("id: harbour-light-2023", "id: ../harbour"),
            "error[wrong-value]: the report's id `../harbour` cannot name files\n"
            "  --> content/report.yaml:1:5\n"
            "  |\n"
            "1 | id: ../harbour\n"
            "  |     ^^^^^^^^^^\n"
            "  = hint: use letters, digits, `-` and `_`",
        ),
        (
            ("sections: [about]", "sections: [../../etc/passwd]"),
            "error[wrong-value]: `../../etc/passwd` cannot be an id\n"
            "  --> content/report.yaml:21:16\n"
            "   |\n"
            "21 |     sections: [../../etc/passwd]\n"
            "   |                ^^^^^^^^^^^^^^^^\n"
            "  = hint: use small letters, digits and `_`, beginning with a letter",
        ),
        (
            ("family: brand", "notes: {lamp: [A lamp.]}"),
            "error[wrong-value]: expected `lamp` as words, found a list\n"
            "  --> content/report.yaml:20:19\n"
            "   |\n"
            "20 |     notes: {lamp: [A lamp.]}\n"
            "   |                   ^",
        ),
        (
            ("title: 2023 Sustainability Report", "title: [2023]"),
            "error[wrong-value]: expected `title` as words, found a list\n"
            "  --> content/report.yaml:2:8\n"
            "  |\n"
            "2 | title: [2023]\n"
            "  |        ^",
        ),
    ],
)
def test_single_faults(folder: Any, report: str, change: tuple[str, str], finding: str) -> None:
    assert load(folder, report.replace(*change))[1] == finding


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (None, "`content/report.yaml` does not exist"),
        ("- a\n", "expected a mapping, found a list"),
        ("a: b: c\n", "a colon stands where no key is expected"),
    ],
)
def test_without_a_report_nothing_can_go_on(folder: Any, text: str | None, message: str) -> None:
    (folder.root / "content/report.yaml").unlink()
    if text is not None:
        folder.write("content/report.yaml", text)
    with pytest.raises(ReportError) as raised:
        load_project(folder.root, Diagnostics())
    assert [found.message for found in raised.value.diagnostics] == [message]


def test_an_empty_report_names_every_key_it_needs(folder: Any) -> None:
    _, shown = load(folder, "")
    missing = [line.rpartition("key ")[2] for line in shown.split("\n") if line.startswith("error[missing-key]")]
    assert missing == [
        f"`{key}`"
        for key in (
            "locales chapters periods id title short_title company name other_name short_name incorporation source "
            "prevails"
        ).split()
    ]
