"""What all languages of a report are made of, read once: what is written, computed data, frameworks."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from reportgen.diagnostics import Diagnostics, ReportError
from reportgen.load.cross_references import connect_charts
from reportgen.load.framework import load_framework
from reportgen.load.front_matter import SectionFile
from reportgen.load.theme import ThemeFile
from reportgen.model.dataset import Dataset
from reportgen.model.figure import ChartOf
from reportgen.model.index import Explanation, Framework
from reportgen.model.project import Project
from reportgen.read.templates import Templates
from reportgen.sources import Sources, load_sources
from reportgen.transform.compute import compute
from reportgen.transform.reconcile import reconcile


@dataclass(frozen=True, slots=True)
class Inputs:
    """What all languages of a report are made of. ``languages`` is as in `Sources`."""

    project: Project
    files: tuple[SectionFile, ...]
    theme: ThemeFile
    templates: Templates
    dataset: Dataset
    charts: Mapping[str, ChartOf]
    frameworks: tuple[Framework, ...]
    explanations: Mapping[str, Mapping[str, Explanation]]
    languages: Mapping[str, str]
    complete: bool


def load(root: Path, diagnostics: Diagnostics) -> Inputs:
    """Read and check what all languages share. Faults are added to the diagnostics.

    Raises ReportError where they leave nothing to build on.
    """
    sources = load_sources(root, diagnostics)
    project = sources.project
    dataset = _computed(sources, diagnostics)
    if sources.theme is None:
        raise ReportError(diagnostics)
    return Inputs(
        project,
        sources.files,
        sources.theme,
        sources.templates,
        dataset,
        connect_charts(sources.charts, dataset, diagnostics),
        tuple(load_framework(id, diagnostics, project.span) for id in project.frameworks),
        sources.explanations,
        sources.languages,
        not diagnostics.failed,
    )


def _computed(sources: Sources, diagnostics: Diagnostics) -> Dataset:
    """Return the data, computed and held against themselves: what is found may be answered in them."""
    found = Diagnostics()
    dataset = compute(sources.dataset, sources.project.periods, found)
    reconcile(dataset, sources.project, found, diagnostics)
    return dataset
