"""The pipeline: a project and a language in, the document and the story that the writers set out.

`inputs.load` reads what all languages share, once; `build` makes one language of it. Neither writes a file.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass

from reportgen.diagnostics import Code, Diagnostics, ReportError
from reportgen.i18n.catalogue import load_catalogues
from reportgen.i18n.message import TOOL
from reportgen.i18n.pseudo import pseudo_translator
from reportgen.i18n.translate import Translate, Translations, draft_translator, translator
from reportgen.i18n.typed_numbers import watched
from reportgen.inputs import Inputs
from reportgen.load.theme import theme_in
from reportgen.model.block import Document, Section
from reportgen.model.flow import Story
from reportgen.model.index import IndexRow
from reportgen.model.locale import Locale
from reportgen.model.theme import Theme
from reportgen.read.compose import compose
from reportgen.read.sections import read_sections
from reportgen.style.lower import lower
from reportgen.transform.bind import bind
from reportgen.transform.disclose import disclose
from reportgen.transform.lint import lint
from reportgen.transform.number import number
from reportgen.transform.outline import outline
from reportgen.transform.placed import placed
from reportgen.transform.reconcile import printed_indicators, reconcile_printed
from reportgen.transform.resolve import resolve
from reportgen.transform.view import view

Translator = Callable[[Translations, Diagnostics], Translate]
PUBLISHED: Translator = translator
"""Whoever publishes wants every message translated: what is not is an error."""
DRAFT: Translator = draft_translator
"""Whoever drafts wants to see the pages: what is not translated is marked on them."""
PSEUDO: Translator = pseudo_translator
"""Whoever looks for words that cannot be translated wants all others disguised."""


@dataclass(frozen=True, slots=True)
class Built:
    """A report in one language: what it says, and what is printed."""

    locale: Locale
    document: Document
    story: Story
    theme: Theme


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
    languages = {**inputs.languages, TOOL: locale.id}
    translate = make(Translations(locale, project.source.id, languages, catalogues), diagnostics)
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
    theme = theme_in(inputs.theme, locale, diagnostics)
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
