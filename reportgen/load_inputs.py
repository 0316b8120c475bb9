"""Reads and checks what the languages of a report are made of, once for all of them."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator
from functools import partial
from pathlib import Path
from typing import TypeVar

from reportgen.diagnostics import Code, Diagnostics, ReportError
from reportgen.i18n.catalogue_files import load_catalogues
from reportgen.inputs import Inputs, Own
from reportgen.load.chapters import GOALS
from reportgen.load.cross_references import connect_charts
from reportgen.load.framework import load_framework
from reportgen.load.theme import theme_in
from reportgen.model.dataset import Dataset
from reportgen.model.index import Framework, Provision
from reportgen.model.project import Project
from reportgen.sources import Sources, load_sources
from reportgen.transform.compute import compute
from reportgen.transform.reconcile.registry import reconcile

T = TypeVar("T")


def load(root: Path, diagnostics: Diagnostics, wanted: Collection[str] = ()) -> Inputs:
    """Read and check what languages are made of. Faults are added to the diagnostics.

    ``wanted`` are the ids of those that will be built; all of the report where none is named. Raises ReportError where
    faults leave nothing to build on.
    """
    sources = load_sources(root, diagnostics)
    project = sources.project
    dataset = _computed(sources, diagnostics)
    if sources.theme is None:
        raise ReportError(diagnostics)
    locales = [locale for locale in project.locales if locale.id in wanted or not wanted]
    return Inputs(
        project,
        sources.files,
        {locale.id: _own(partial(theme_in, sources.theme, locale)) for locale in locales},
        sources.templates,
        {locale.id: _own(partial(load_catalogues, project, locale)) for locale in locales},
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


def _own(make: Callable[[Diagnostics], T]) -> Own[T]:
    found = Diagnostics()
    return Own(make(found), found.everything())


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
