"""The program as a process: its exit status, and that nothing which was printed is lost at its end."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest


def run(*arguments: str, stdout: int = subprocess.PIPE) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "reportgen", *arguments]
    return subprocess.run(command, stdout=stdout, stderr=subprocess.PIPE, text=True, encoding="utf-8", check=False)


@pytest.mark.parametrize(
    ("arguments", "status"),
    [(["--version"], 0), (["build", "--help"], 0), (["check"], 1), (["build", "--colour"], 2), (["publish"], 2)],
)
def test_tells_the_system_how_it_went(arguments: list[str], status: int, tmp_path: Path) -> None:
    folder = ["--project", str(tmp_path)] if arguments == ["check"] else []
    assert run(*arguments, *folder).returncode == status


def test_all_that_was_printed_arrives_in_a_file(tmp_path: Path) -> None:
    with (tmp_path / "help.txt").open("wb") as file:
        assert run("--help", stdout=file.fileno()).returncode == 0
    assert "Show this message and exit." in (tmp_path / "help.txt").read_text("utf-8")


def test_is_silent_where_nobody_reads_on() -> None:
    out, into = os.pipe()
    os.close(out)
    assert run("--help", stdout=into).stderr == ""
    os.close(into)


ALONE = (
    "from reportgen.commands import forked; forked.processors = lambda: 1; from reportgen.cli.program import run; run()"
)


@pytest.mark.parametrize(
    "arguments", [(), ("--draft",), ("--redline", "HEAD"), ("--bilingual",), ("--locale", "fr"), ("--no",)]
)
def test_a_process_that_reads_ahead_changes_nothing_that_is_told(arguments: tuple[str, ...], tmp_path: Path) -> None:
    asked = ("build", "--project", str(tmp_path), *arguments)
    command = [sys.executable, "-c", ALONE, *asked]
    alone = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=False)
    told = run(*asked)
    assert (told.returncode, told.stdout) == (alone.returncode, alone.stdout)
    assert told.stderr.replace("python -m reportgen", "reportgen") == alone.stderr.replace("-c", "reportgen")
    assert told.stderr
