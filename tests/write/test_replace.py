"""A file is replaced as a whole or not at all."""

from __future__ import annotations

from pathlib import Path

import pytest

from reportgen.diagnostics import ReportError, show
from reportgen.write.replace import replace_file


def test_a_file_is_replaced_and_nothing_is_left_beside_it(tmp_path: Path) -> None:
    file = tmp_path / "build" / "a.pdf"
    replace_file(file, b"old")
    replace_file(file, b"new")
    assert file.read_bytes() == b"new"
    assert [path.name for path in file.parent.iterdir()] == ["a.pdf"]


def test_a_place_that_cannot_be_written_is_named_and_what_is_there_stays(tmp_path: Path) -> None:
    (tmp_path / "build").write_text("a file where the folder should be", encoding="utf-8")
    with pytest.raises(ReportError) as caught:
        replace_file(tmp_path / "build" / "a.pdf", b"new")
    assert [show(finding).splitlines() for finding in caught.value.diagnostics] == [
        [
            "error[file-unwritable]: `a.pdf` cannot be written: file exists",
            "  = hint: close the file if another program has it open, or make room; what was there is untouched",
        ]
    ]
    assert (tmp_path / "build").read_text(encoding="utf-8") == "a file where the folder should be"
