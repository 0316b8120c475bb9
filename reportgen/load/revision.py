"""Files of the project as git has them at a revision, asked of the git program, without a shell between.

Findings: NO_GIT where the program or a repository is missing, UNKNOWN_REVISION for a name that git does not know.
"""

from __future__ import annotations

import os
import subprocess
from collections.abc import Iterator
from pathlib import Path

from reportgen.diagnostics import Code, Diagnostics
from reportgen.load.source import TEXT_LIMIT

_GIT = ("git", "--no-pager", "-c", "core.quotePath=false", "-c", "core.fsmonitor=false")
_SECONDS = 60
_KEPT = frozenset(("GIT_CONFIG_GLOBAL", "GIT_CONFIG_NOSYSTEM", "GIT_SSL_CAINFO"))


def files_at(root: Path, revision: str, folder: str, suffix: str, diagnostics: Diagnostics) -> dict[str, str] | None:
    """Return the texts of a folder's files with a suffix at a revision, by path relative to the project's root.

    ``None`` where git cannot say, with a finding. A file that is no UTF-8, or too large, is left out.
    """
    commit = _commit(root, revision, diagnostics)
    if commit is None:
        return None
    listed = git(root, "ls-tree", "-r", "-z", "--name-only", commit, "--", f"{folder}/")
    paths = (listed or b"").decode("utf-8", "replace").split("\0")
    return dict(_texts(root, commit, [path for path in paths if path.endswith(suffix)]))


def git(root: Path, *arguments: str) -> bytes | None:
    """Return what a git command prints, run in the project's folder; ``None`` where it fails."""
    # A hook of git's own has set these for its repository, which need not be the project's.
    environment = {name: value for name, value in os.environ.items() if not name.startswith("GIT_") or name in _KEPT}
    try:
        done = subprocess.run(
            [*_GIT, "-C", str(root), *arguments],
            capture_output=True,
            check=False,
            timeout=_SECONDS,
            stdin=subprocess.DEVNULL,
            env=environment,
        )
    except (OSError, subprocess.TimeoutExpired):
        return None
    return done.stdout if done.returncode == 0 else None


def in_repository(root: Path, diagnostics: Diagnostics) -> bool:
    """Whether the project is in a git repository; if not, say what is missing (NO_GIT)."""
    if git(root, "--version") is None:
        hint = "install git, and see that `git --version` works in this terminal"
        diagnostics.error(Code.NO_GIT, "git is not installed", None, hint)
        return False
    if git(root, "rev-parse", "--git-dir") is None:
        hint = "run this in a clone of the report's repository"
        diagnostics.error(Code.NO_GIT, "the report's folder is in no git repository", None, hint)
        return False
    return True


def _commit(root: Path, revision: str, diagnostics: Diagnostics) -> str | None:
    if not in_repository(root, diagnostics):
        return None
    found = git(root, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{revision}^{{commit}}")
    if found is None:
        hint = "name a commit, branch or tag, such as HEAD~5 or main; a shallow clone needs `git fetch --unshallow`"
        diagnostics.error(Code.UNKNOWN_REVISION, f"git knows no revision `{revision}`", None, hint)
        return None
    return found.decode().strip()


def _texts(root: Path, commit: str, paths: list[str]) -> Iterator[tuple[str, str]]:
    for path in paths:
        data = git(root, "cat-file", "blob", f"{commit}:./{path}")
        if data is not None and len(data) <= TEXT_LIMIT:
            try:
                yield path, data.decode("utf-8-sig").replace("\r\n", "\n")
            except UnicodeDecodeError:
                continue
