"""The pipeline: a project and a language in, the document and the story that the writers set out.

`load_inputs.load` reads what the languages are made of, once; `build` makes one language of it. Neither writes a file.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable

from msgspec import Struct
from msgspec.structs import replace

from reportgen.diagnostics import Code, Diagnostic, Diagnostics, ReportError, Severity
from reportgen.i18n.glossary import whole_words
from reportgen.i18n.message import TOOL
from reportgen.i18n.naming import naming
from reportgen.i18n.translate import Translate, Translations, draft_translator, translator
from reportgen.i18n.typed_numbers import watched
from reportgen.inputs import Inputs
from reportgen.model.block import Document
from reportgen.model.flow import Story
from reportgen.model.index import Framework, IndexRow, Marked, Office
from reportgen.model.locale import Locale
from reportgen.model.theme import Theme
from reportgen.read.compose import compose
from reportgen.read.sections import read_sections
from reportgen.style.lower import lower
from reportgen.transform.bind import bind
from reportgen.transform.capitals import capitals
from reportgen.transform.disclose import check_codes, check_rows, disclose
from reportgen.transform.index_checks import check_index
from reportgen.transform.index_checks.explanations import empty_explanations
from reportgen.transform.index_checks.seen import Seen
from reportgen.transform.lint import lint
from reportgen.transform.marked import marked_places
from reportgen.transform.number import number
from reportgen.transform.outline import outline
from reportgen.transform.placed import named, placed
from reportgen.transform.reconcile.printed import reconcile_printed
from reportgen.transform.resolve import resolve
from reportgen.transform.view import view


class Purpose(Struct, frozen=True):
    """What a report is built for: what its words are translated by, and which errors are only warnings for it."""

    translator: Callable[[Translations, Diagnostics], Translate]
    forgiven: frozenset[Code] = frozenset()


PUBLISHED = Purpose(translator)
"""Whoever publishes wants every message translated and every provision answered: what is not is an error."""
DRAFT = Purpose(draft_translator, frozenset((Code.PROVISION_UNANSWERED,)))
"""Whoever drafts wants to see the pages: what is not translated is marked on them."""


class Built(Struct, frozen=True):
    """A report in one language: what it says, and what is printed; ``terms`` are short words that stay whole there."""

    locale: Locale
    document: Document
    story: Story
    theme: Theme
    terms: frozenset[str] = frozenset()


def close(inputs: Inputs, printed: Iterable[frozenset[str]], diagnostics: Diagnostics) -> None:
    """Check what is only known when all languages are built: which indicators none of them prints."""
    reconcile_printed(inputs.dataset, frozenset[str]().union(*printed), diagnostics)


def build(inputs: Inputs, locale: Locale, purpose: Purpose, diagnostics: Diagnostics) -> Built:
    """Make a report in one language. Faults are added to the diagnostics; what is built in spite of them is a sketch.

    Raises ReportError where they leave nothing to build.
    """
    project, dataset = inputs.project, inputs.dataset
    catalogues = inputs.catalogues[locale.id].told(diagnostics)
    languages = {**inputs.languages, TOOL: locale.id}
    translations = Translations(locale, project.source.id, languages, catalogues)
    translate = purpose.translator(translations, diagnostics)
    marks = {file.id: file.plain_numbers for file in inputs.files}
    translate = watched(translate, project, dataset, marks, diagnostics)
    signed = naming(translate)
    read = read_sections(project, inputs.files, inputs.templates.signatures, signed, diagnostics)
    sections = placed(read, named(dataset, inputs.charts, inputs.diagrams, inputs.frameworks), diagnostics)
    marked = marked_places(sections.values(), dataset, inputs.charts)
    index = _index(inputs, marked, translate, purpose, diagnostics)
    seen = view(project, dataset, inputs.charts, inputs.diagrams, index, inputs.goals, locale, signed)
    document = compose(project, locale, sections, inputs.templates, seen, signed, diagnostics)
    document = bind(outline(document), dataset, project, locale, diagnostics)
    document = resolve(number(capitals(document), diagnostics), diagnostics)
    lint(document, diagnostics)
    theme = inputs.themes[locale.id].told(diagnostics)
    if theme is None:
        raise ReportError(diagnostics)
    return Built(locale, document, lower(document, theme), theme, whole_words(project, locale))


def _index(
    inputs: Inputs, marked: tuple[Marked, ...], translate: Translate, purpose: Purpose, diagnostics: Diagnostics
) -> list[tuple[Framework, tuple[IndexRow, ...]]]:
    """Return the rows of each framework. What was not read whole is not blamed for disclosing nothing."""
    own = Diagnostics()
    whole = inputs.complete and not diagnostics.failed
    index: list[tuple[Framework, tuple[IndexRow, ...]]] = []
    for framework in (*inputs.frameworks, *inputs.mentioned):
        check_codes(marked, framework, inputs.offices.get(framework.id, Office()), own)
    for framework in inputs.frameworks:
        office = inputs.offices.get(framework.id, Office())
        rows = disclose(marked, framework, inputs.offices, inputs.project)
        check_rows(rows, framework, own)
        if whole:
            own.extend(check_index(rows, framework, office, Seen(inputs.dataset, inputs.project)))
        own.extend(empty_explanations(rows, translate))
        index.append((framework, rows))
    judged = (_judged(found, purpose) for found in own if whole or found.code is not Code.PROVISION_UNANSWERED)
    diagnostics.extend(judged)
    return index


def _judged(found: Diagnostic, purpose: Purpose) -> Diagnostic:
    return replace(found, severity=Severity.WARNING) if found.code in purpose.forgiven else found
