"""Which files a report's sections are read from, and where what they name is told."""

from __future__ import annotations

from pathlib import Path

import pytest
from harbour import SECTION, Harbour

from reportgen.build import PUBLISHED, build
from reportgen.diagnostics import Diagnostics, ReportError, show
from reportgen.load_inputs import load
from reportgen.model.locale import LOCALES
from reportgen.sources import load_sources


def findings(report: Harbour) -> list[str]:
    """Return what is found, each with the line that it stands on."""
    found = Diagnostics()
    load_sources(report.root, found)
    lines = {one: (report.root / one.span.path).read_text(encoding="utf-8").split("\n") for one in found if one.span}
    return [show(one, lines[one][one.span.line - 1]) for one in found if one.span]


def test_a_section_that_no_chapter_lists_is_named(tmp_path: Path) -> None:
    report = Harbour(tmp_path)
    (report.root / "content/sections/oil.md").write_text("---\nid: oil\ntitle: Oil\n---\n", encoding="utf-8")
    assert findings(report) == [
        "warning[not-printed]: no chapter lists `content/sections/oil.md`\n"
        "  --> content/sections/oil.md:1:1\n"
        "  |\n"
        "1 | ---\n"
        "  | ^\n"
        "  = hint: add `oil` to the `sections` of a chapter in `content/report.yaml`, or move it"
    ]


def test_a_section_without_a_file_is_told_where_it_is_listed(tmp_path: Path) -> None:
    report = Harbour(tmp_path)
    (report.root / SECTION).unlink()
    assert findings(report) == [
        "error[file-missing]: `content/sections/lamps.md` does not exist\n"
        "  --> content/report.yaml:22:16\n"
        "   |\n"
        "22 |     sections: [lamps]\n"
        "   |                ^^^^^"
    ]


def test_what_a_directive_names_is_told_at_its_name_and_only_where_it_names_something(tmp_path: Path) -> None:
    report = Harbour(tmp_path)
    report.replace(SECTION, "::: chart power_by_pier", "::: chart power_by_peer")
    report.replace(SECTION, "::: statistics power\n", "::: statistics power\n:::\n\n::: statistics\n")
    found = Diagnostics()
    build(load(report.root, found), LOCALES["en"], PUBLISHED, found)
    text = (report.root / SECTION).read_text(encoding="utf-8").split("\n")
    assert [show(one, text[one.span.line - 1]) for one in found if one.span] == [
        "error[unknown-figure]: there is no chart `power_by_peer`\n"
        f"  --> {SECTION}:23:11\n"
        "   |\n"
        "23 | ::: chart power_by_peer\n"
        "   |           ^^^^^^^^^^^^^\n"
        "  = hint: did you mean `power_by_pier`?",
        "error[wrong-directive]: `statistics` needs an argument\n"
        f"  --> {SECTION}:29:5\n"
        "   |\n"
        "29 | ::: statistics\n"
        "   |     ^^^^^^^^^^\n"
        "  = hint: write `::: statistics name`",
    ]


def test_a_framework_is_told_at_its_name(tmp_path: Path) -> None:
    report = Harbour(tmp_path)
    report.replace("content/report.yaml", "prevails: en\n", "prevails: en\nframeworks: [sdg, hkax]\n")
    with pytest.raises(ReportError) as error:
        load(report.root, Diagnostics())
    (finding,) = error.value.diagnostics
    assert show(finding, "frameworks: [sdg, hkax]") == (
        "error[unknown-framework]: unknown framework `hkax`\n"
        "  --> content/report.yaml:16:19\n"
        "   |\n"
        "16 | frameworks: [sdg, hkax]\n"
        "   |                   ^^^^\n"
        "  = hint: did you mean `hkex`?"
    )
