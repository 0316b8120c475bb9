"""Where the last build printed each value, as its ledger says; a file that is no ledger says nothing."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from ledgers import ENTRY, FACT, ledger_of
from msgspec.structs import replace

from reportgen.commands.printed_places import printed_places, read_ledger
from reportgen.diagnostics import Span
from reportgen.model.locale import LOCALES
from reportgen.model.project import Company, Project
from reportgen.model.words import Words

HERE = Span("content/report.yaml")
NAME = Words("Harbour Light", HERE)
NUMBER = {**ENTRY, "pages": ["7", "9"], "facts": [FACT, {**FACT, "period": "prior", "value": {"none": "nil"}}]}


@pytest.fixture
def project(tmp_path: Path) -> Project:
    (tmp_path / "build").mkdir()
    company = Company(NAME, NAME, NAME, NAME, ())
    english = LOCALES["en"]
    return Project(tmp_path, "harbour", NAME, NAME, company, {}, english, (english,), english, (), (), HERE)


def read(project: Project, content: str) -> Any:
    (project.root / "build/harbour.ledger.json").write_text(content, encoding="utf-8")
    return read_ledger(project)


def test_every_value_of_a_number_is_printed_on_its_pages(project: Project) -> None:
    ledger = read(project, ledger_of(NUMBER))
    assert printed_places(ledger) == {
        ("power", "current"): {"en": ("7", "9")},
        ("power", "prior"): {"en": ("7", "9")},
    }


@pytest.mark.parametrize(
    "content",
    [
        "",
        "{",
        "3",
        "[" * 100_000,
        "{}",
        ledger_of(NUMBER).replace('"format": 2', '"format": 1'),
        ledger_of(3),
        ledger_of().replace("[]", "3"),
        ledger_of({**ENTRY, "facts": [3]}),
        ledger_of({**ENTRY, "pages": 7}),
        ledger_of({**ENTRY, "facts": [{**FACT, "source": "a file"}]}),
    ],
)
def test_what_is_no_ledger_is_read_as_an_empty_one(project: Project, content: str) -> None:
    assert read(project, content) == {}


def test_without_a_build_nothing_is_printed(project: Project) -> None:
    assert printed_places(read_ledger(replace(project, id="another"))) == {}
