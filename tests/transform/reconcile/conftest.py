"""A report of one KPI file, held against itself; its findings as a person sees them."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from reportgen.diagnostics import Diagnostics, show
from reportgen.load.dataset import load_dataset
from reportgen.load.project import load_project
from reportgen.transform.compute import compute
from reportgen.transform.reconcile.registry import reconcile

REPORT = """\
id: harbour-light-2023
title: Sustainability Report
short_title: Harbour Light
company:
  name: Harbour Light Holdings Limited
  other_name: 港灯控股有限公司
  short_name: Harbour Light
  incorporation: Incorporated in Bermuda with limited liability
  codes: ["HKEX: 9999"]
periods:
  current: {label: 2023, from: 2023-01-01, to: 2023-12-31}
  prior: {label: 2022, from: 2022-01-01, to: 2022-12-31}
  y2022: {label: 2022, from: 2022-01-01, to: 2022-12-31}
  prior2: {label: 2021, from: 2021-01-01, to: 2021-12-31}
source: en
locales: [en]
prevails: en
frameworks: []
chapters:
  - {id: about, title: About, family: brand, sections: [about]}
"""
SOURCE = "source: {document: Records}\n"
Check = Callable[..., str]


@pytest.fixture
def check(tmp_path: Path) -> Check:
    """Return a function that checks a KPI file's indicators, indented by two, and returns all findings."""

    def run(indicators: str, *, more: str = "", report: str = "", previous: str = "", source: str = SOURCE) -> str:
        write(tmp_path, "content/report.yaml", REPORT + report)
        write(tmp_path, "content/kpis/a.yaml", f"{source}indicators:\n{indicators}{more}")
        if previous:
            write(tmp_path, "content/previous/2022.yaml", previous)
        found, computed = Diagnostics(), Diagnostics()
        project = load_project(tmp_path, found)
        dataset = compute(load_dataset(project, found), project.periods, computed)
        reconcile(dataset, project, computed, found)
        return "\n".join(show(finding) for finding in found.everything())

    return run


def write(root: Path, path: str, text: str) -> None:
    file = root / path
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8")
