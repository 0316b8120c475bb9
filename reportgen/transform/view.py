"""What templates see: the report, its chapters, its tables, charts and index rows, in one language.

Words are translated `Words`, which templates print as they are; numbers are references, never values.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from msgspec import Struct

from reportgen.diagnostics import Span
from reportgen.model.dataset import Dataset
from reportgen.model.figure import ChartOf, DiagramOf, MatrixOf
from reportgen.model.index import Framework, IndexRow, Provision
from reportgen.model.locale import Locale
from reportgen.model.project import ContactLine, Project
from reportgen.model.words import Words
from reportgen.transform.view_chapters import view_chapter
from reportgen.transform.view_charts import view_chart
from reportgen.transform.view_diagrams import view_diagram
from reportgen.transform.view_index import view_index
from reportgen.transform.view_tables import view_table

Translate = Callable[[str, Words], Words]
_NOWHERE = Span("")


class ReportView(Struct, frozen=True):
    """The report's own words, for the cover and the foot."""

    title: Words
    short_title: Words
    name: Words
    other_name: Words
    short_name: Words
    incorporation: Words
    codes: tuple[Words, ...]
    contact: tuple[ContactLine, ...]


def view(
    project: Project,
    dataset: Dataset,
    charts: Mapping[str, ChartOf],
    diagrams: Mapping[str, DiagramOf | MatrixOf],
    index: Iterable[tuple[Framework, tuple[IndexRow, ...]]],
    goals: Mapping[str, Provision],
    locale: Locale,
    translate: Translate,
) -> dict[str, object]:
    """Return what templates see of a report, by name.

    The names are ``report``, ``chapters``, ``tables``, ``charts``, ``diagrams`` and ``index``, which has the rows of
    each framework that the report follows.
    """
    chapters = tuple(view_chapter(chapter, goals, locale, translate) for chapter in project.chapters)
    homes = {id: chapter for chapter in chapters for id in chapter.sections}
    return {
        "report": _report(project, translate),
        "chapters": chapters,
        "tables": {id: view_table(table, dataset, locale, translate) for id, table in dataset.tables.items()},
        "charts": {id: view_chart(chart, dataset, translate) for id, chart in charts.items()},
        "diagrams": {id: view_diagram(diagram, translate) for id, diagram in diagrams.items()},
        "index": {framework.id: view_index(framework, rows, homes, locale, translate) for framework, rows in index},
    }


def _report(project: Project, translate: Translate) -> ReportView:
    company = project.company

    def word(words: Words) -> Words:
        return translate("report", words)

    return ReportView(
        word(project.title),
        word(project.short_title),
        word(company.name),
        word(company.other_name),
        word(company.short_name),
        word(company.incorporation),
        tuple(word(code) for code in company.codes),
        tuple(ContactLine(word(line.label), word(line.text)) for line in project.contact),
    )
