"""What templates see: the report, its chapters, its tables, charts and index rows, in one language.

Words are translated `Words`, which templates print as they are; numbers are references, never values.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import PurePosixPath

from reportgen.diagnostics import Span
from reportgen.i18n.message import TOOL
from reportgen.model.dataset import Dataset
from reportgen.model.figure import ChartOf
from reportgen.model.index import IndexRow
from reportgen.model.locale import Locale
from reportgen.model.project import Chapter, Project
from reportgen.model.words import Words
from reportgen.transform.view_charts import view_chart
from reportgen.transform.view_tables import view_table

Translate = Callable[[str, Words], Words]
_NOWHERE = Span("")


@dataclass(frozen=True, slots=True)
class ReportView:
    """The report's own words, for the cover and the foot."""

    title: Words
    short_title: Words
    name: Words
    other_name: Words
    short_name: Words
    incorporation: Words
    codes: tuple[Words, ...]


@dataclass(frozen=True, slots=True)
class ChapterView:
    """A chapter; ``number`` is empty for front matter and appendices."""

    id: str
    number: str
    title: Words
    introduction: Words | None
    sections: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class AnswerView:
    """A place that answers a provision; ``turns`` where its chapter is to be named before it."""

    anchor: str
    number: str
    chapter: Words
    turns: bool


@dataclass(frozen=True, slots=True)
class IndexRowView:
    """A row of an index. ``new_part`` and ``new_aspect`` say where group rows belong."""

    code: str
    label: Words
    requirement: Words
    part: Words
    aspect: Words
    new_part: bool
    new_aspect: bool
    verified: bool
    answers: tuple[AnswerView, ...]
    kind: str
    explanation: Words | None


def view(
    project: Project,
    dataset: Dataset,
    charts: Mapping[str, ChartOf],
    index: Mapping[str, tuple[IndexRow, ...]],
    locale: Locale,
    translate: Translate,
) -> dict[str, object]:
    """Return what templates see of a report: ``report``, ``chapters``, ``tables``, ``charts``, ``index``."""
    chapters = tuple(_chapter(chapter, translate) for chapter in project.chapters)
    homes = {id: chapter for chapter in chapters for id in chapter.sections}
    return {
        "report": _report(project, translate),
        "chapters": chapters,
        "tables": {id: view_table(table, dataset, locale, translate) for id, table in dataset.tables.items()},
        "charts": {id: view_chart(chart, dataset, translate) for id, chart in charts.items()},
        "index": {id: _index(rows, homes, locale, translate) for id, rows in index.items()},
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
    )


def _chapter(chapter: Chapter, translate: Translate) -> ChapterView:
    introduction = chapter.introduction and translate("report", chapter.introduction)
    sections = tuple(PurePosixPath(path).stem for path in chapter.sections)
    return ChapterView(chapter.id, chapter.number, translate("report", chapter.title), introduction, sections)


def _index(
    rows: tuple[IndexRow, ...], homes: Mapping[str, ChapterView], locale: Locale, translate: Translate
) -> tuple[IndexRowView, ...]:
    views: list[IndexRowView] = []
    for row in rows:
        before = views[-1] if views else None
        views.append(_row(row, before, homes, locale, translate))
    return tuple(views)


def _row(
    row: IndexRow, before: IndexRowView | None, homes: Mapping[str, ChapterView], locale: Locale, translate: Translate
) -> IndexRowView:
    own = row.provision
    label, requirement, part, aspect = (
        translate(TOOL, Words(words.get(locale.id, words["en"]), _NOWHERE))
        for words in (own.label, own.requirement, own.part, own.aspect)
    )
    new_part = before is None or before.part != part
    return IndexRowView(
        own.code,
        label,
        requirement,
        part,
        aspect,
        new_part,
        bool(aspect.text) and (new_part or before is None or before.aspect != aspect),
        own.verified,
        _answers(row, homes),
        row.explanation.kind if row.explanation else "",
        translate("indices", row.explanation.words) if row.explanation else None,
    )


def _answers(row: IndexRow, homes: Mapping[str, ChapterView]) -> tuple[AnswerView, ...]:
    """Return the answers; a chapter is named before the first of its places, unless it is one section itself."""
    views: list[AnswerView] = []
    before = ""
    for answer in row.answers:
        chapter = homes[answer.section]
        whole = not chapter.number and len(chapter.sections) == 1
        views.append(AnswerView(answer.anchor, chapter.number, chapter.title, chapter.id != before and not whole))
        before = chapter.id
    return tuple(views)
