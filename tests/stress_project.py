"""Small fictional projects written from compact sources, and built.

Harbour Light Holdings does not exist, nor do its lamps.
"""

from __future__ import annotations

import shutil
from collections.abc import Mapping
from functools import partial
from pathlib import Path

from msgspec import Struct, field
from PIL import Image, ImageDraw

from reportgen.build import PUBLISHED
from reportgen.commands.build_report import Outcome, build_report
from reportgen.commands.formats import FORMATS
from reportgen.commands.languages import Wanted
from reportgen.commands.read_report import read
from reportgen.diagnostics import Code, Diagnostics, show

SAMPLE = Path(__file__).parent.parent
ID = "harbour-light"

_REPORT = """\
id: harbour-light
title: {title}
short_title: {short}
company:
  name: {company}
  other_name: {company}
  short_name: {brand}
  incorporation: {incorporation}
  codes: ["HLH: 1234"]
periods:
  current: {{label: 2023, from: 2023-01-01, to: 2023-12-31}}
  prior: {{label: 2022, from: 2022-01-01, to: 2022-12-31}}
source: {locale}
locales: [{locale}]
prevails: {locale}
chapters:
"""
_NAMES = {
    "en": {
        "title": "Sustainability Report",
        "short": "Harbour Light Report",
        "company": "Harbour Light Holdings",
        "brand": "Harbour Light",
        "incorporation": "A company of no country",
    },
    "zh_Hans": {
        "title": "可持续发展报告",
        "short": "海港明灯报告",
        "company": "海港明灯控股",
        "brand": "海港明灯",
        "incorporation": "并不存在的公司",
    },
}


class Chapter(Struct, frozen=True):
    """A chapter: its title, its number or none, its sections as Markdown by their title, its notes by name.

    A numbered chapter's introduction is its title if there is no other.
    """

    title: str
    number: str
    sections: Mapping[str, str]
    introduction: str = ""
    notes: Mapping[str, str] = field(default_factory=dict)


class StressReport(Struct, frozen=True):
    """A report: its chapters, its language, files to add (path to content), and edits of the theme."""

    chapters: tuple[Chapter, ...]
    locale: str = "en"
    files: Mapping[str, str] = field(default_factory=dict)
    pictures: int = 0
    theme: tuple[tuple[str, str], ...] = ()


class Built(Struct, frozen=True):
    """A report that was built: its folder, what building said, its findings. Its numbers are meant to be typed."""

    root: Path
    locale: str
    outcome: Outcome
    findings: list[str]

    def file(self, form: str) -> Path:
        return self.root / f"build/{ID}.{self.locale}.{form}"


def built(report: StressReport, root: Path) -> Built:
    """Write a report into a folder and build it."""
    write(report, root)
    found = Diagnostics()
    outcome = build_report(partial(read, root), Wanted((), FORMATS, PUBLISHED), found, lambda words: None)
    return Built(
        root, report.locale, outcome, [show(finding) for finding in found if finding.code is not Code.TYPED_NUMBER]
    )


def write(report: StressReport, root: Path) -> None:
    """Write a report's project into a folder."""
    shutil.copytree(SAMPLE / "templates", root / "templates")
    if report.locale != "en":
        folder = root / f"locales/{report.locale}/LC_MESSAGES"
        folder.mkdir(parents=True)
        shutil.copy(SAMPLE / f"locales/{report.locale}/LC_MESSAGES/templates.po", folder)
    text = _REPORT.format(locale=report.locale, **_NAMES[report.locale])
    (root / "content/sections").mkdir(parents=True)
    for at, chapter in enumerate(report.chapters):
        text += _chapter(chapter, at, root)
    (root / "content/report.yaml").write_text(text, encoding="utf-8")
    theme = root / "templates/theme.yaml"
    for old, new in report.theme:
        words = theme.read_text(encoding="utf-8")
        assert old in words
        theme.write_text(words.replace(old, new, 1), encoding="utf-8")
    for path, content in report.files.items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_text(content, encoding="utf-8")
    for number in range(report.pictures):
        _picture(root / f"assets/lamp-{number}.png", number)


def _chapter(chapter: Chapter, at: int, root: Path) -> str:
    ids = []
    for number, (title, body) in enumerate(chapter.sections.items()):
        ids.append(f"s{at}_{number}")
        head = f"---\nid: {ids[-1]}\ntitle: {title}\n---\n"
        (root / f"content/sections/{ids[-1]}.md").write_text(head + body + "\n", encoding="utf-8")
    lines = [f"  - id: c{at}", f'    title: "{chapter.title}"', "    family: environment"]
    if chapter.number:
        introduction = chapter.introduction or chapter.title
        lines += [f'    number: "{chapter.number}"', f"    introduction: {introduction}"]
    if chapter.notes:
        lines += ["    notes:", *(f"      {name}: {text}" for name, text in chapter.notes.items())]
    return "\n".join([*lines, f"    sections: [{', '.join(ids)}]", ""])


def _picture(path: Path, number: int) -> None:
    """Draw a lamp, of a height of its own."""
    path.parent.mkdir(exist_ok=True)
    image = Image.new("RGB", (600, 300 + 60 * (number % 5)), "#EAF5F0")
    pen = ImageDraw.Draw(image)
    pen.rectangle((280, 120, 320, image.height), fill="#1B7A58")
    pen.ellipse((230, 30, 370, 170), fill="#D3963C")
    image.save(path)
