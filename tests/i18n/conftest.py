"""A small project with catalogues, in a folder of the test's own."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from reportgen.diagnostics import Diagnostics, Span, show
from reportgen.model.locale import LOCALES
from reportgen.model.project import Company, Project
from reportgen.model.words import Words

HERE = Span("content/report.yaml")
Catalogue = Callable[[str, str], None]
FOLDER = "locales/zh_Hans/LC_MESSAGES"


def words(text: str, path: str = "content/sections/a.md", line: int = 3) -> Words:
    return Words(text, Span(path, line, 1, max(len(text), 1)))


@pytest.fixture
def project(tmp_path: Path) -> Project:
    name = words("Harbour Light")
    company = Company(name, name, name, name, ())
    locales = (LOCALES["en"], LOCALES["zh_Hans"])
    return Project(tmp_path, "harbour", name, name, company, {}, locales[0], locales, locales[1], (), (), HERE)


@pytest.fixture
def catalogue(tmp_path: Path) -> Catalogue:
    """Write a Chinese catalogue; the header is added."""

    def write(name: str, text: str) -> None:
        file = tmp_path / FOLDER / f"{name}.po"
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(
            f'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=UTF-8\\n"\n\n{text}', encoding="utf-8"
        )

    return write


def shown(diagnostics: Diagnostics) -> str:
    return "\n".join(map(show, diagnostics))
