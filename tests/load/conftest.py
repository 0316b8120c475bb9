"""A project in a temporary folder, and findings as a person sees them."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from reportgen.diagnostics import Diagnostics, show

REPORT = """\
id: harbour-light-2023
title: 2023 Sustainability Report
short_title: Harbour Light 2023
company:
  name: Harbour Light Holdings Limited
  other_name: 港灯控股有限公司
  short_name: Harbour Light
  incorporation: Incorporated in Bermuda with limited liability
  codes: ["HKEX: 9999"]
periods:
  current: {label: 2023, from: 2023-01-01, to: 2023-12-31}
  prior: {label: 2022, from: 2022-01-01, to: 2022-12-31}
source: en
locales: [en, zh_Hans]
prevails: zh_Hans
frameworks: [hkex_2023]
chapters:
  - id: about
    title: About
    family: brand
    sections: [about]
"""


class Folder:
    """A project's folder."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.write("content/report.yaml", REPORT)

    def write(self, path: str, text: str) -> None:
        file = self.root / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")

    def shown(self, diagnostics: Diagnostics) -> str:
        """Return all findings, each with the line it stands on."""
        return "\n".join(show(found, self._line(found)) for found in diagnostics)

    def _line(self, found: object) -> str | None:
        span = getattr(found, "span", None)
        file = self.root / span.path if span else None
        if span is None or file is None or not file.is_file():
            return None
        lines = file.read_text(encoding="utf-8", errors="replace").split("\n")
        return lines[span.line - 1] if span.line <= len(lines) else None


@pytest.fixture
def folder(tmp_path: Path) -> Folder:
    return Folder(tmp_path)


@pytest.fixture
def report() -> str:
    return REPORT


@pytest.fixture
def findings() -> Callable[[str, Diagnostics], str]:
    """Return findings in a text that is no file."""

    def shown(text: str, diagnostics: Diagnostics) -> str:
        lines = text.split("\n")
        return "\n".join(
            show(found, lines[found.span.line - 1] if found.span and found.span.line <= len(lines) else None)
            for found in diagnostics
        )

    return shown
