"""What is written in a project: its words and its data as filed, nothing computed. Translators need no more."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from msgspec import Struct

from reportgen.diagnostics import Code, Diagnostics, fail
from reportgen.load.dataset import load_dataset
from reportgen.load.diagrams import load_diagrams
from reportgen.load.figures import load_charts
from reportgen.load.offices import load_offices
from reportgen.load.project import load_project
from reportgen.load.sections import languages, load_sections
from reportgen.load.theme import ThemeFile, read_theme
from reportgen.model.dataset import Dataset
from reportgen.model.figure import ChartOf, DiagramOf, MatrixOf
from reportgen.model.index import Office
from reportgen.model.project import Project
from reportgen.model.section_file import SectionFile
from reportgen.read.templates import Templates

REPORT = "content/report.yaml"
"""The file that makes a folder a report's."""


class Sources(Struct, frozen=True):
    """What is written. ``dataset`` is as filed, the charts are not yet connected with it.

    ``offices`` has what the office says of each framework.
    ``theme`` is ``None`` where its file cannot be read.
    """

    project: Project
    files: tuple[SectionFile, ...]
    theme: ThemeFile | None
    templates: Templates
    dataset: Dataset
    charts: Mapping[str, ChartOf]
    diagrams: Mapping[str, DiagramOf | MatrixOf]
    offices: Mapping[str, Office]

    @property
    def languages(self) -> dict[str, str]:
        """The id of the language that sections and templates are written in, by domain; others are in the source's."""
        return {**languages(self.files), "templates": self.templates.language or self.project.source.id}

    @property
    def data(self) -> dict[str, object]:
        """What holds words in YAML, by domain; the report itself is one more."""
        return {"kpis": self.dataset, "figures": (self.charts, self.diagrams), "indices": self.offices}


def load_sources(root: Path, diagnostics: Diagnostics) -> Sources:
    """Read what is written. Faults are added to the diagnostics.

    Raises ReportError where there is no report in the folder.
    """
    if not (root / REPORT).is_file():
        hint = "go to the report's folder, or name it: `--project FOLDER`"
        raise fail(Code.FILE_MISSING, f"there is no report here: `{REPORT}` does not exist", None, hint)
    project = load_project(root, diagnostics)
    theme = read_theme(root, diagnostics)
    return Sources(
        project,
        load_sections(project, diagnostics),
        theme,
        Templates(project.root, diagnostics, theme.language if theme else ""),
        load_dataset(project, diagnostics),
        load_charts(project, diagnostics),
        load_diagrams(project, diagnostics),
        load_offices(project, diagnostics),
    )
