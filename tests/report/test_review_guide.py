"""`docs/review.md` and `docs/review.zh.md`: what they tell people to type works, and both tell the same."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

import pytest
from click.testing import CliRunner
from harbour import ROOT, Harbour
from reviewing import Reviewer

from reportgen.cli.main import main
from reportgen.cli.review import STATES

GUIDES = [(ROOT / "docs" / name).read_text(encoding="utf-8") for name in ("review.md", "review.zh.md")]


def commands(guide: str) -> list[str]:
    return re.findall(r"^\.venv/bin/reportgen (.*)$", guide, re.MULTILINE)


def blocks(guide: str) -> set[str]:
    return set(re.findall(r"^```\n(.*?)^```$", guide, re.MULTILINE | re.DOTALL))


def test_both_guides_show_the_same() -> None:
    assert blocks(GUIDES[0]) == blocks(GUIDES[1])
    assert len(commands(GUIDES[0])) == 3


@pytest.mark.parametrize("guide", GUIDES, ids=["en", "zh"])
def test_what_may_stand_behind_a_message_is_explained(guide: str) -> None:
    assert re.findall(r"^\| ([a-z ]+) \|", guide, re.MULTILINE)[-len(STATES) :] == list(STATES.values())


def test_each_command_works(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    report = Harbour(tmp_path)
    report.commit()
    report.commit()
    monkeypatch.chdir(tmp_path)
    for command in commands(GUIDES[0]):
        if "reviewed.docx" in command:
            Reviewer(report.file("en")).save(tmp_path / "reviewed.docx")
        result = CliRunner().invoke(main, shlex.split(command))
        assert result.exit_code == 0, result.output
    assert report.file("en.redline").exists()
