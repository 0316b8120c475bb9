"""What templates see of a chapter."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import PurePosixPath

from msgspec import Struct

from reportgen.diagnostics import Span
from reportgen.i18n.message import TOOL
from reportgen.model.index import Provision
from reportgen.model.locale import Locale
from reportgen.model.project import Chapter
from reportgen.model.words import Words
from reportgen.transform.without_marks import without_marks

Translate = Callable[[str, Words], Words]


class GoalView(Struct, frozen=True):
    """A Sustainable Development Goal that a chapter names: its number, its name, its official colour ``#RRGGBB``."""

    code: str
    name: Words
    colour: str


class ChapterView(Struct, frozen=True):
    """A chapter; ``number`` is empty for front matter and appendices."""

    id: str
    number: str
    title: Words
    introduction: Words | None
    sections: tuple[str, ...]
    goals: tuple[GoalView, ...]


def view_chapter(chapter: Chapter, goals: Mapping[str, Provision], locale: Locale, translate: Translate) -> ChapterView:
    """Return a chapter in the language of ``translate``."""
    introduction = chapter.introduction and translate("report", chapter.introduction)
    shown = tuple(_goal(goals[mark.code], locale, translate) for mark in chapter.goals if mark.code in goals)
    sections = tuple(PurePosixPath(path).stem for path in chapter.sections)
    title = without_marks(translate("report", chapter.title))
    return ChapterView(chapter.id, chapter.number, title, introduction, sections, shown)


def _goal(goal: Provision, locale: Locale, translate: Translate) -> GoalView:
    """Return a goal with its name in a language: of the framework's words, its requirement is the goal's title."""
    name = goal.requirement.get(locale.id) or goal.requirement["en"]
    return GoalView(goal.code, translate(TOOL, Words(name, Span(""))), goal.colour)
