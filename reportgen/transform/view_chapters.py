"""What templates see of a chapter."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import PurePosixPath

from reportgen.model.project import Chapter
from reportgen.model.words import Words

Translate = Callable[[str, Words], Words]


@dataclass(frozen=True, slots=True)
class ChapterView:
    """A chapter; ``number`` is empty for front matter and appendices."""

    id: str
    number: str
    title: Words
    introduction: Words | None
    sections: tuple[str, ...]


def view_chapter(chapter: Chapter, translate: Translate) -> ChapterView:
    """Return a chapter in the language of ``translate``."""
    introduction = chapter.introduction and translate("report", chapter.introduction)
    sections = tuple(PurePosixPath(path).stem for path in chapter.sections)
    return ChapterView(chapter.id, chapter.number, translate("report", chapter.title), introduction, sections)
