from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from reportgen.diagnostics import Diagnostics, Span
from reportgen.load import source
from reportgen.load.source import list_files, read_text


def read(folder: Any, path: str) -> tuple[str | None, str]:
    diagnostics = Diagnostics()
    text = read_text(folder.root, path, diagnostics, Span("content/report.yaml", 1, 5, 7))
    return text, folder.shown(diagnostics)


PLACE = """\
  --> content/report.yaml:1:5
  |
1 | id: harbour-light-2023
  |     ^^^^^^^
"""


def test_a_file_is_read_without_byte_order_mark_and_carriage_returns(folder: Any) -> None:
    folder.write("content/a.md", "\ufeffone\r\ntwo\r\n")
    assert read(folder, "content/a.md") == ("one\ntwo\n", "")


def test_a_missing_file(folder: Any) -> None:
    folder.write("content/sections/about_us.md", "")
    assert read(folder, "content/sections/about.md") == (
        None,
        "error[file-missing]: `content/sections/about.md` does not exist\n"
        + PLACE
        + "  = hint: did you mean `content/sections/about_us.md`?",
    )


def test_a_file_of_another_name_in_the_same_folder_is_not_suggested(folder: Any) -> None:
    folder.write("templates/case.md.j2", "")
    assert read(folder, "templates/theme.yaml") == (
        None,
        ("error[file-missing]: `templates/theme.yaml` does not exist\n" + PLACE).rstrip("\n"),
    )


@pytest.mark.parametrize("path", ["../secret.md", "/etc/passwd", "content/link.md"])
def test_a_file_outside_the_project(folder: Any, path: str) -> None:
    (folder.root / "content/link.md").symlink_to("/etc/passwd")
    assert read(folder, path) == (
        None,
        f"error[file-outside]: `{path}` is outside the project\n"
        + PLACE
        + "  = hint: move the file into the project and name it relative to the project's folder",
    )


def test_a_file_that_is_too_large(folder: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(source, "TEXT_LIMIT", 1000)
    folder.write("content/a.md", "x" * 2345)
    assert read(folder, "content/a.md") == (
        None,
        "error[file-too-large]: `content/a.md` has 2,345 bytes, more than the 1,000 that are read\n"
        + PLACE
        + "  = hint: split it or make it smaller",
    )


def test_a_folder_is_no_file(folder: Any) -> None:
    assert read(folder, "content") == (
        None,
        "error[file-unreadable]: `content` is no file\n" + PLACE + "  = hint: name a file, not a folder",
    )


def test_a_file_that_is_not_utf_8(folder: Any) -> None:
    folder.write("content/a.md", "")
    (folder.root / "content/a.md").write_bytes("第一行\n温室".encode() + "气体".encode("gb18030"))
    text, shown = read(folder, "content/a.md")
    assert text is None
    assert shown.startswith(
        "error[file-unreadable]: `content/a.md` is not UTF-8: byte 0xC6 begins no character\n  --> content/a.md:2:3\n"
    )
    assert shown.endswith("  = hint: save the file as UTF-8")


def test_a_file_that_may_not_be_read(folder: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(_: Path) -> bytes:
        raise PermissionError(13, "Permission denied")

    folder.write("content/a.md", "x")
    monkeypatch.setattr(Path, "read_bytes", refuse)
    assert read(folder, "content/a.md") == (
        None,
        "error[file-unreadable]: `content/a.md` cannot be read: permission denied\n" + PLACE.rstrip("\n"),
    )


@pytest.mark.parametrize("path", ["content/\0.md", "content/loop.md"])
def test_names_that_the_system_refuses(folder: Any, path: str) -> None:
    (folder.root / "content/loop.md").symlink_to("loop.md")
    text, shown = read(folder, path)
    assert text is None
    assert shown.startswith("error[file-")


def test_files_are_listed_by_name_without_hidden_ones(tmp_path: Path) -> None:
    for name in ("b.yaml", "a.yaml", ".a.yaml.swp", "~a.yaml", ".c.yaml", "a.txt"):
        (tmp_path / name).touch()
    assert list_files(tmp_path, ".", ".yaml") == ("./a.yaml", "./b.yaml")
    assert list_files(tmp_path, "none", ".yaml") == ()
