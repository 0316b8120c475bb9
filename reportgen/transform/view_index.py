"""What templates see of a framework's index: rows with the places that answer them, in one language."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping

from msgspec import Struct

from reportgen.diagnostics import Span
from reportgen.i18n.message import TOOL
from reportgen.model.index import Framework, IndexRow, PlaceKind, Wording
from reportgen.model.locale import Locale
from reportgen.model.words import Words
from reportgen.transform.view_chapters import ChapterView

Translate = Callable[[str, Words], Words]
_NOWHERE = Span("")


class AnswerView(Struct, frozen=True):
    """A place that answers a provision.

    ``turns`` where its chapter is to be named before it; ``section`` is the anchor of the section to be named before a
    table, empty for a place that is named itself. ``page`` is the anchor whose page is printed: of a table's row.
    """

    anchor: str
    page: str
    number: str
    chapter: Words
    turns: bool
    section: str


class IndexRowView(Struct, frozen=True):
    """A row of an index. ``new_part``, ``new_area`` and ``new_aspect`` say where group rows belong.

    ``kind`` is the explanation's: ``not_applicable``, ``not_disclosed`` or empty. What is not ``confirmed`` is printed
    as to be confirmed.
    """

    code: str
    label: Words
    requirement: Words
    part: Words
    area: Words
    aspect: Words
    new_part: bool
    new_area: bool
    new_aspect: bool
    obligation: Words
    confirmed: bool
    answers: tuple[AnswerView, ...]
    kind: str
    explanation: Words | None


class IndexView(Struct, frozen=True):
    """The index of a framework: its title, whose words the requirements are, and the rows that are printed."""

    id: str
    title: Words
    wording: Words
    rows: tuple[IndexRowView, ...]


def view_index(
    framework: Framework,
    rows: Iterable[IndexRow],
    homes: Mapping[str, ChapterView],
    locale: Locale,
    translate: Translate,
) -> IndexView:
    """Return the index of a framework. ``homes`` has the chapter of each section."""
    views: list[IndexRowView] = []
    for row in rows:
        if row.printed:
            views.append(_row(row, views[-1] if views else None, framework, homes, locale, translate))
    title, wording = (translate(TOOL, _words(words, locale)) for words in (framework.title, framework.wording))
    return IndexView(framework.id, title, wording, tuple(views))


def _words(wording: Wording, locale: Locale) -> Words:
    """Return a wording in a language, in English where it has none there."""
    return Words(wording.get(locale.id) or wording.get("en", ""), _NOWHERE)


def _row(
    row: IndexRow,
    before: IndexRowView | None,
    framework: Framework,
    homes: Mapping[str, ChapterView],
    locale: Locale,
    translate: Translate,
) -> IndexRowView:
    own = row.provision

    def said(wording: Wording) -> Words:
        return translate(TOOL, _words(wording, locale))

    part, area, aspect = (said(wording) for wording in (own.part, own.area, own.aspect))
    new_part = before is None or before.part != part
    new_area = bool(area.text) and (new_part or before is None or before.area != area)
    return IndexRowView(
        code=own.code,
        label=said(own.label),
        requirement=said(own.requirement),
        part=part,
        area=area,
        aspect=aspect,
        new_part=new_part,
        new_area=new_area,
        new_aspect=bool(aspect.text) and (new_part or new_area or before is None or before.aspect != aspect),
        obligation=said(framework.obligations.get(row.obligation, {})),
        confirmed=row.confirmed,
        answers=tuple(_answers(row, homes)),
        kind=row.explanation.kind if row.explanation else "",
        explanation=translate("indices", row.explanation.words) if row.explanation else None,
    )


def _answers(row: IndexRow, homes: Mapping[str, ChapterView]) -> Iterator[AnswerView]:
    """Yield the answers; a chapter is named before the first of its places, unless it is one section itself.

    Such a section comes first: below another chapter's name it would be taken for a part of that.
    """
    before = named = ""
    for answer in sorted(row.answers, key=lambda answer: not _whole(homes[answer.section])):
        chapter = homes[answer.section]
        own = answer.kind in (PlaceKind.SECTION, PlaceKind.HEADING)
        section = "" if own or named == answer.section else answer.section
        page, turns = answer.row or answer.anchor, chapter.id != before and not _whole(chapter)
        yield AnswerView(answer.anchor, page, chapter.number, chapter.title, turns, section)
        before, named = chapter.id, answer.section


def _whole(chapter: ChapterView) -> bool:
    return not chapter.number and len(chapter.sections) == 1
