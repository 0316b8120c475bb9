"""What is found while a report's files are made."""

from __future__ import annotations

from pathlib import Path

from harbour import SECTION, Harbour

from reportgen.build import PUBLISHED
from reportgen.commands.check_report import check_report
from reportgen.commands.formats import FORMATS
from reportgen.commands.languages import Wanted
from reportgen.diagnostics import Diagnostics, show


def test_a_mark_or_link_that_leads_nowhere_is_told_once_with_its_place(tmp_path: Path) -> None:
    report = Harbour(tmp_path)
    report.replace(SECTION, "every night.\n", "every night.[^nope] See [](#nowhere).\n")
    found = Diagnostics()
    check_report(report.root, Wanted(("en",), FORMATS, PUBLISHED), found)
    assert [show(finding) for finding in found if finding.code.value != "untranslated"] == [
        f"error[unknown-note]: there is no note `nope`\n  --> {SECTION}:7:32\n  = hint: write the note: `[^nope]: ...`",
        f"error[unknown-target]: nothing is called `#nowhere`\n  --> {SECTION}:7:44\n  = hint: did you mean `power`?",
    ]
