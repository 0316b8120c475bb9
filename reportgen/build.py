"""The pipeline: a project and a language in, the document and the story that the writers set out.

`load` reads what both languages share, once; `build` makes one language of it. Neither writes a file.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from pathlib import Path

from reportgen.diagnostics import Code, Diagnostics, ReportError, fail
from reportgen.i18n.catalogue import load_catalogues
from reportgen.i18n.translate import Translate, draft_translator, translator
from reportgen.i18n.typed_numbers import watched
from reportgen.load.cross_references import connect_charts
from reportgen.load.dataset import load_dataset
from reportgen.load.explanations import load_explanations
from reportgen.load.figures import load_charts
from reportgen.load.framework import load_framework
from reportgen.load.front_matter import SectionFile
from reportgen.load.project import load_project
from reportgen.load.theme import load_theme
from reportgen.model.block import Document, Section
from reportgen.model.dataset import Dataset
from reportgen.model.figure import ChartOf
from reportgen.model.flow import Story
from reportgen.model.index import Explanation, Framework, IndexRow
from reportgen.model.locale import Locale
from reportgen.model.project import Project
from reportgen.model.theme import Theme
from reportgen.read.compose import compose
from reportgen.read.sections import languages, load_sections, read_sections
from reportgen.read.templates import Templates
from reportgen.style.lower import lower
from reportgen.transform.bind import bind
from reportgen.transform.compute import compute
from reportgen.transform.disclose import disclose
from reportgen.transform.lint import lint
from reportgen.transform.number import number
from reportgen.transform.outline import outline
from reportgen.transform.placed import placed
from reportgen.transform.reconcile import printed_indicators, reconcile, reconcile_printed
from reportgen.transform.resolve import resolve
from reportgen.transform.view import view

Translator = Callable[..., Translate]
PUBLISHED: Translator = translator
"""Whoever publishes wants every message translated: what is not is an error."""
DRAFT: Translator = draft_translator
"""Whoever drafts wants to see the pages: what is not translated is marked on them."""


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


@dataclass(frozen=True, slots=True)
class Built:
    """A report in one language: what it says, and what is printed."""

    locale: Locale
    document: Document
    story: Story
    theme: Theme


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


def close(inputs: Inputs, reports: Collection[Built], diagnostics: Diagnostics) -> None:
    """Check what is only known when all languages are built: which indicators nothing prints."""
    printed = frozenset[str]().union(*(printed_indicators(built.document) for built in reports))
    reconcile_printed(inputs.dataset, printed, diagnostics)


def build(inputs: Inputs, locale: Locale, make: Translator, diagnostics: Diagnostics) -> Built:
    """Make a report in one language. Faults are added to the diagnostics; what is built in spite of them is a sketch.

    Raises ReportError where they leave nothing to build.
    """
    project, dataset = inputs.project, inputs.dataset
    catalogues = load_catalogues(project, locale, diagnostics)
    translate = make(project, locale, languages(inputs.files), catalogues, diagnostics)
    marks = {file.id: file.plain_numbers for file in inputs.files}
    translate = watched(translate, project, dataset, marks, diagnostics)
    read = read_sections(project, inputs.files, inputs.templates.signatures, translate, diagnostics)
    sections = placed(read, dataset, inputs.charts, inputs.frameworks, diagnostics)
    index = _index(inputs, sections, diagnostics)
    seen = view(project, dataset, inputs.charts, index, locale, translate)
    document = compose(project, locale, sections, inputs.templates, seen, translate, diagnostics)
    document = number(bind(outline(document), dataset, project, locale, diagnostics), diagnostics)
    document = resolve(document, diagnostics)
    lint(document, diagnostics)
    theme = load_theme(project, locale, diagnostics)
    if theme is None:
        raise ReportError(diagnostics)
    return Built(locale, document, lower(document, theme), theme)


def _index(
    inputs: Inputs, sections: Mapping[str, Section], diagnostics: Diagnostics
) -> dict[str, tuple[IndexRow, ...]]:
    """Return the rows of each framework. What was not read whole is not blamed for disclosing nothing."""
    own = Diagnostics()
    rows = {
        framework.id: disclose(
            sections.values(), inputs.dataset, inputs.charts, framework, inputs.explanations[framework.id], own
        )
        for framework in inputs.frameworks
    }
    whole = inputs.complete and not diagnostics.failed
    diagnostics.extend(found for found in own if whole or found.code is not Code.PROVISION_UNANSWERED)
    return rows
