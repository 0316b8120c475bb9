"""Findings as they are printed."""

from __future__ import annotations

from pathlib import Path

import pytest

from reportgen.cli.report import report
from reportgen.diagnostics import Code, Diagnostic, Diagnostics, Span
from reportgen.load.source import read_text


def test_an_annotation_is_one_command_whatever_its_text_and_file(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    span = Span("content/100%,a:b\n::warning::.md", 3, 7)
    finding = Diagnostic(Code.WRONG_VALUE, "expected 100%: found `a,\r\n::error::b`", span, "write\n::stop-commands::c")
    report([finding], tmp_path, "github")
    assert capsys.readouterr().err == (
        "::error file=content/100%25%2Ca%3Ab%0A%3A%3Awarning%3A%3A.md,line=3,col=7::[wrong-value] "
        "expected 100%25: found `a,%0D%0A::error::b` (write%0A::stop-commands::c)\n"
    )


def test_the_line_that_is_shown_is_the_one_that_was_counted(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "a.md").write_bytes("\ufeffone\x0b\x0c\x85\u2028\u2029\r\ntwo\rthree\n".encode())
    text = read_text(tmp_path, "a.md", Diagnostics())
    assert text is not None
    for number, line in enumerate(text.split("\n"), 1):
        report([Diagnostic(Code.WRONG_VALUE, "found", Span("a.md", number))], tmp_path)
        assert f"\n{number} | {line}\n" in capsys.readouterr().err
