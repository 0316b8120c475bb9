"""What all languages of a report are made of, read once: what is written, computed data, frameworks."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

from msgspec import Struct

from reportgen.diagnostics import Code, Diagnostics, ReportError
from reportgen.load.chapters import GOALS
from reportgen.load.cross_references import connect_charts
from reportgen.load.framework import load_framework
from reportgen.load.front_matter import SectionFile
from reportgen.load.theme import ThemeFile
from reportgen.model.dataset import Dataset
from reportgen.model.figure import ChartOf, DiagramOf, MatrixOf
from reportgen.model.index import Framework, Office, Provision
from reportgen.model.project import Project
from reportgen.read.templates import Templates
from reportgen.sources import Sources, load_sources
from reportgen.transform.compute import compute
from reportgen.transform.reconcile import reconcile


class Inputs(Struct, frozen=True):
    """What all languages of a report are made of. ``data`` and ``languages`` are as in `Sources`.

    ``frameworks`` are those that the report follows, ``mentioned`` others that its marks name;
    ``goals`` are the Sustainable Development Goals by number, where chapters name any.
    """

    project: Project
    files: tuple[SectionFile, ...]
    theme: ThemeFile
    templates: Templates
    dataset: Dataset
    charts: Mapping[str, ChartOf]
    diagrams: Mapping[str, DiagramOf | MatrixOf]
    frameworks: tuple[Framework, ...]
    mentioned: tuple[Framework, ...]
    offices: Mapping[str, Office]
    data: Mapping[str, object]
    languages: Mapping[str, str]
    goals: Mapping[str, Provision]
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
        sources.diagrams,
        tuple(load_framework(id, project.root, diagnostics, place) for id, place in project.frameworks.items()),
        tuple(_mentioned(sources, diagnostics)),
        sources.offices,
        sources.data,
        sources.languages,
        _goals(project, diagnostics),
        not diagnostics.failed,
    )


def _computed(sources: Sources, diagnostics: Diagnostics) -> Dataset:
    """Return the data, computed and held against themselves: what is found may be answered in them."""
    found = Diagnostics()
    dataset = compute(sources.dataset, sources.project.periods, found)
    reconcile(dataset, sources.project, found, diagnostics)
    return dataset


def _mentioned(sources: Sources, diagnostics: Diagnostics) -> Iterator[Framework]:
    """Yield the frameworks that marks or index files name and the report does not follow."""
    project = sources.project
    marks = [mark for file in sources.files for mark in file.discloses]
    marks += [mark for indicator in sources.dataset.indicators.values() for mark in indicator.discloses]
    named = {mark.framework for mark in marks}.union(sources.offices)
    for id in project.known_frameworks:
        if id not in project.frameworks and (id in named or any(f'"{id}:' in file.body for file in sources.files)):
            yield load_framework(id, project.root, diagnostics)


def _goals(project: Project, diagnostics: Diagnostics) -> dict[str, Provision]:
    """Return the goals by number; a chapter's goal that is none of them is reported (UNKNOWN_PROVISION)."""
    marks = [mark for chapter in project.chapters for mark in chapter.goals]
    if not marks:
        return {}
    goals = {goal.code: goal for goal in load_framework(GOALS, project.root, diagnostics).provisions}
    for mark in marks:
        if mark.code not in goals:
            message = f"there is no Sustainable Development Goal `{mark.code}`"
            diagnostics.error(Code.UNKNOWN_PROVISION, message, mark.span, "write numbers from 1 to 17")
    return goals
