"""A file is replaced as a whole or not at all."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

import reportgen.write.replace
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


def test_a_link_beside_a_file_is_not_followed(tmp_path: Path) -> None:
    kept = tmp_path / "kept"
    kept.write_bytes(b"kept")
    folder = tmp_path / "build"
    folder.mkdir()
    (folder / ".a.pdf.new").symlink_to(kept)
    replace_file(folder / "a.pdf", b"new")
    assert (folder / "a.pdf").read_bytes() == b"new"
    assert kept.read_bytes() == b"kept"


def test_a_name_beside_a_file_that_is_taken_is_not_written_to(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    kept = tmp_path / "kept"
    kept.write_bytes(b"kept")
    monkeypatch.setattr(reportgen.write.replace.os, "urandom", bytes)
    (tmp_path / f".{'0' * 16}.new").symlink_to(kept)
    with pytest.raises(ReportError, match=r"`a\.pdf` cannot be written: file exists"):
        replace_file(tmp_path / "a.pdf", b"new")
    assert kept.read_bytes() == b"kept"


def test_a_file_that_two_write_at_once_is_whole_and_neither_fails(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    replace, others = os.replace, [b"of the other"]

    def meanwhile(old: Path, new: Path) -> None:
        if others:
            replace_file(new, others.pop())
        replace(old, new)

    monkeypatch.setattr(reportgen.write.replace.os, "replace", meanwhile)
    replace_file(tmp_path / "a.pdf", b"own")
    assert (tmp_path / "a.pdf").read_bytes() == b"own"
    assert not others


def test_a_new_file_may_be_read_by_whom_any_new_file_may(tmp_path: Path) -> None:
    (tmp_path / "any").write_bytes(b"")
    replace_file(tmp_path / "a.pdf", b"new")
    assert (tmp_path / "a.pdf").stat().st_mode == (tmp_path / "any").stat().st_mode


def test_what_was_written_beside_is_removed_where_the_file_cannot_be_replaced(tmp_path: Path) -> None:
    (tmp_path / "a.pdf").mkdir()
    with pytest.raises(ReportError, match=r"`a\.pdf` cannot be written"):
        replace_file(tmp_path / "a.pdf", b"new")
    assert [path.name for path in tmp_path.iterdir()] == ["a.pdf"]
