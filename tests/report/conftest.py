"""The sample report, built once for all tests of this folder; and copies of it to change."""

from __future__ import annotations

import shutil
import zipfile
from collections.abc import Collection
from dataclasses import dataclass
from functools import partial
from pathlib import Path

import pytest

from reportgen.build import DRAFT, PUBLISHED, build, close
from reportgen.commands.build_report import Outcome, build_report
from reportgen.commands.formats import FORMATS
from reportgen.commands.languages import Wanted
from reportgen.commands.read_report import read
from reportgen.diagnostics import Diagnostics, show
from reportgen.load_inputs import load
from reportgen.model.flow import Run, Story
from reportgen.model.locale import LOCALES
from reportgen.model.walk import walk
from reportgen.transform.reconcile.printed import printed_indicators

ROOT = Path(__file__).parent.parent.parent
ID = "kingsoft-cloud-esg-2023"
LANGUAGES = ("en", "zh_Hans")


@dataclass
class Report:
    """A copy of the sample: its folder, and what can be done with it."""

    root: Path

    def file(self, locale: str, form: str) -> Path:
        return self.root / "build" / f"{ID}.{locale}.{form}"

    @property
    def ledger(self) -> Path:
        return self.root / "build" / f"{ID}.ledger.json"

    def build(
        self, *locales: str, formats: Collection[str] = FORMATS, draft: bool = False
    ) -> tuple[Outcome, list[str]]:
        """Build all languages, or some, in all formats, or some; return what came of it and the findings."""
        found = Diagnostics()
        wanted = Wanted(locales, formats, DRAFT if draft else PUBLISHED)
        outcome = build_report(partial(read, self.root), wanted, found, lambda words: None)
        return outcome, [show(finding) for finding in found]

    def found(self, *locales: str) -> Diagnostics:
        """Return what is found when the report is read and built, in all languages or in some. Nothing is laid out."""
        found = Diagnostics()
        inputs = load(self.root, found)
        reports = []
        for locale in locales or LANGUAGES:
            own = Diagnostics()
            reports.append(build(inputs, LOCALES[locale], PUBLISHED, own))
            found.extend(own)
        close(inputs, [printed_indicators(report.document) for report in reports], found)
        return found

    def story(self, locale: str) -> Story:
        found = Diagnostics()
        story = build(load(self.root, found), LOCALES[locale], PUBLISHED, found).story
        assert not list(found)
        return story

    def story_of_draft(self, locale: str) -> list[str]:
        """Return the words that a draft marks."""
        found = Diagnostics()
        story = build(load(self.root, found), LOCALES[locale], DRAFT, found).story
        return [run.text for run in walk(story.flows) if isinstance(run, Run) and run.unfinished]

    def part(self, locale: str, name: str) -> bytes:
        """Return a part of a Word file."""
        with zipfile.ZipFile(self.file(locale, "docx")) as package:
            return package.read(name)

    def replace(self, path: str, old: str, new: str) -> None:
        file = self.root / path
        text = file.read_text(encoding="utf-8")
        assert text.count(old) == 1, f"{old!r} stands {text.count(old)} times in {path}"
        file.write_text(text.replace(old, new), encoding="utf-8")


def copy(folder: Path) -> Report:
    for name in ("content", "locales", "templates", "assets"):
        shutil.copytree(ROOT / name, folder / name)
    return Report(folder)


@pytest.fixture(scope="session")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Report:
    report = copy(tmp_path_factory.mktemp("sample"))
    outcome, findings = report.build()
    assert findings == []
    assert len(outcome.written) == 6
    return report


@pytest.fixture
def report(tmp_path: Path) -> Report:
    return copy(tmp_path)


@pytest.fixture
def built(sample: Report, tmp_path: Path) -> Report:
    """Return a copy of the sample with what was built of it."""
    shutil.copytree(sample.root / "build", tmp_path / "build")
    return copy(tmp_path)
