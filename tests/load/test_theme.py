"""The theme file: what it says of the templates beside it."""

from __future__ import annotations

from pathlib import Path

import pytest

from reportgen.diagnostics import Diagnostics, show
from reportgen.load.theme import read_theme


@pytest.fixture
def root(tmp_path: Path) -> Path:
    (tmp_path / "templates").mkdir()
    return tmp_path


def write(root: Path, text: str) -> None:
    (root / "templates/theme.yaml").write_text(text, encoding="utf-8")


@pytest.mark.parametrize(
    ("text", "language"), [("language: zh_Hans\n", "zh_Hans"), ("step: {latin: 15, han: 17}\n", "")]
)
def test_it_may_say_what_the_templates_are_written_in(root: Path, text: str, language: str) -> None:
    write(root, text)
    found = Diagnostics()
    theme = read_theme(root, found)
    assert theme is not None
    assert theme.language == language
    assert not list(found)


def test_an_unknown_language_is_reported(root: Path) -> None:
    write(root, "language: zh-Hans\n")
    found = Diagnostics()
    theme = read_theme(root, found)
    assert theme is not None
    assert theme.language == ""
    assert [show(finding) for finding in found] == [
        "error[wrong-value]: unknown language `zh-Hans`\n"
        "  --> templates/theme.yaml:1:1\n"
        "  = hint: did you mean `zh_Hans`?"
    ]


def test_an_unknown_key_is_reported(root: Path) -> None:
    write(root, "langauge: en\n")
    found = Diagnostics()
    read_theme(root, found)
    assert [show(finding) for finding in found] == [
        "error[unknown-key]: the theme has no key `langauge`\n"
        "  --> templates/theme.yaml:1:1\n"
        "  = hint: did you mean `language`?"
    ]


def test_a_missing_file_is_reported(root: Path) -> None:
    found = Diagnostics()
    assert read_theme(root, found) is None
    assert [finding.message for finding in found] == ["`templates/theme.yaml` does not exist"]
