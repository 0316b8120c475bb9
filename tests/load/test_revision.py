"""What git has at a revision is copied into a folder, and nothing beside it."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

import pytest
from git_settings import SOMEBODY

from reportgen.diagnostics import Diagnostics
from reportgen.load.revision import copy_at


@pytest.mark.skipif(os.name == "nt", reason="Windows cannot hold files of such names")
def test_files_that_windows_would_put_beside_the_folder_are_not_copied(tmp_path: Path) -> None:
    root, copy = tmp_path / "project", tmp_path / "copy"
    for path in (
        r"content/a.md",
        r"assets/b.png",
        r"content/x\..\..\c.md",
        r"..\d.png",
        r"C:e.png",
        r"content/C:\f.md",
    ):
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_text(path, encoding="utf-8")
    for command in (("init", "-q"), ("add", "."), ("commit", "-q", "-m", "one")):
        subprocess.run(["git", *command], cwd=root, check=True, env={**os.environ, **SOMEBODY})
    assert copy_at(root, "HEAD", copy, Diagnostics())
    copied = {path.relative_to(copy).as_posix(): path.read_text("utf-8") for path in copy.rglob("*") if path.is_file()}
    assert copied == {"content/a.md": "content/a.md", "assets/b.png": "assets/b.png"}
