"""What all languages of a report are made of, read once: text, data, templates, frameworks."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from reportgen.diagnostics import Code, Diagnostics, fail
from reportgen.load.cross_references import connect_charts
from reportgen.load.dataset import load_dataset
from reportgen.load.explanations import load_explanations
from reportgen.load.figures import load_charts
from reportgen.load.framework import load_framework
from reportgen.load.front_matter import SectionFile
from reportgen.load.project import load_project
from reportgen.model.dataset import Dataset
from reportgen.model.figure import ChartOf
from reportgen.model.index import Explanation, Framework
from reportgen.model.project import Project
from reportgen.read.sections import languages, load_sections
from reportgen.read.templates import Templates
from reportgen.transform.compute import compute
from reportgen.transform.reconcile import reconcile

REPORT = "content/report.yaml"
"""The file that makes a folder a report's."""


@dataclass(frozen=True, slots=True)
class Inputs:
    """What all languages of a report are made of."""

    project: Project
    files: tuple[SectionFile, ...]
    templates: Templates
    dataset: Dataset
    charts: Mapping[str, ChartOf]
    frameworks: tuple[Framework, ...]
    explanations: Mapping[str, Mapping[str, Explanation]]
    complete: bool

    @property
    def languages(self) -> dict[str, str]:
        """The id of the language of each domain that is not written in the report's source language."""
        return languages(self.files)


def load(root: Path, diagnostics: Diagnostics) -> Inputs:
    """Read and check what all languages share. Faults are added to the diagnostics.

    Raises ReportError where they leave nothing to build on.
    """
    if not (root / REPORT).is_file():
        hint = "go to the report's folder, or name it: `--project FOLDER`"
        raise fail(Code.FILE_MISSING, f"there is no report here: `{REPORT}` does not exist", None, hint)
    project = load_project(root, diagnostics)
    dataset = _dataset(project, diagnostics)
    return Inputs(
        project,
        load_sections(project, diagnostics),
        Templates(project.root, diagnostics),
        dataset,
        connect_charts(load_charts(project, diagnostics), dataset, diagnostics),
        tuple(load_framework(id, diagnostics, project.span) for id in project.frameworks),
        load_explanations(project, diagnostics),
        not diagnostics.failed,
    )


def _dataset(project: Project, diagnostics: Diagnostics) -> Dataset:
    """Return the data, computed and held against themselves: what is found may be answered in them."""
    loaded = load_dataset(project, diagnostics)
    found = Diagnostics()
    dataset = compute(loaded, project.periods, found)
    reconcile(dataset, project, found, diagnostics)
    return dataset
