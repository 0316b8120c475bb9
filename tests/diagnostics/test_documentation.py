"""Every code is explained to users, and nothing is explained that does not exist."""

from __future__ import annotations

import re
from pathlib import Path

from reportgen.diagnostics import Code, columns

ROOT = Path(__file__).parent.parent.parent


def test_each_code_is_explained_once() -> None:
    text = (ROOT / "docs" / "diagnostics.md").read_text(encoding="utf-8")
    cells = re.findall(r"^\| (`[a-z-]+`(?:, `[a-z-]+`)*) \|", text, re.MULTILINE)
    explained = [name for cell in cells for name in re.findall(r"`([a-z-]+)`", cell)]
    assert sorted(explained) == sorted(code.value for code in Code)


def test_each_code_is_used() -> None:
    source = "".join(path.read_text(encoding="utf-8") for path in (ROOT / "reportgen").rglob("*.py"))
    assert [code.name for code in Code if f"Code.{code.name}" not in source] == []


def test_the_caret_of_each_finding_that_is_shown_stands_at_its_column() -> None:
    pages = [*ROOT.glob("*.md"), *(ROOT / "docs").glob("*.md")]
    shown = re.compile(r"^  --> \S+:(\d+):(\d+)\n *\|\n\1 \| (.*)\n *\| ( *)\^", re.MULTILINE)
    found = [match for page in pages for match in shown.finditer(page.read_text(encoding="utf-8"))]
    assert len(found) == 6
    assert [match[0] for match in found if columns(match[3][: int(match[2]) - 1]) != len(match[4])] == []
