"""Every code is explained to users, and nothing is explained that does not exist."""

from __future__ import annotations

import re
from pathlib import Path

from reportgen.diagnostics import Code

ROOT = Path(__file__).parent.parent.parent


def test_each_code_is_explained_once() -> None:
    text = (ROOT / "docs" / "diagnostics.md").read_text(encoding="utf-8")
    cells = re.findall(r"^\| (`[a-z-]+`(?:, `[a-z-]+`)*) \|", text, re.MULTILINE)
    explained = [name for cell in cells for name in re.findall(r"`([a-z-]+)`", cell)]
    assert sorted(explained) == sorted(code.value for code in Code)


def test_each_code_is_used() -> None:
    source = "".join(path.read_text(encoding="utf-8") for path in (ROOT / "reportgen").rglob("*.py"))
    assert [code.name for code in Code if f"Code.{code.name}" not in source] == []
