"""Which files a report's sections are read from."""

from __future__ import annotations

from pathlib import Path

from harbour import SECTION, Harbour

from reportgen.diagnostics import Diagnostics, show
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
