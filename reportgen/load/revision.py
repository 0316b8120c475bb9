"""The project as git has it at a revision, asked of the git program, without a shell between.

Findings: NO_GIT where the program or a repository is missing, UNKNOWN_REVISION for a name that git does not know.
"""

from __future__ import annotations

import os
import subprocess
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path, PurePosixPath

from reportgen.diagnostics import Code, Diagnostics
from reportgen.load.source import TEXT_LIMIT

_GIT = ("git", "--no-pager", "-c", "core.quotePath=false", "-c", "core.fsmonitor=false")
_SECONDS = 60
_FILES = ("100644", "100755")
_FOLDERS = ("content/", "locales/", "templates/")
_PICTURES = (".png", ".jpg", ".jpeg")
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


def copy_at(root: Path, revision: str, folder: Path, diagnostics: Diagnostics) -> bool:
    """Copy what a report is made of, as it was at a revision, into a folder; ``False`` with a finding where git cannot.

    That are the files of ``content``, ``locales`` and ``templates``, and pictures anywhere; links, and what would come
    to stand outside the folder, are left out.
    """
    commit = _commit(root, revision, diagnostics)
    if commit is None:
        return False
    files = dict(_listed(git(root, "ls-tree", "-r", "-z", commit) or b""))
    contents = git(root, "cat-file", "--batch", given="\n".join(files.values()).encode() + b"\n") if files else b""
    for path, content in zip(files, _contents(contents or b""), strict=False):
        file = folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content)
    return True


def date_of(root: Path, revision: str) -> str:
    """Return when a revision was committed, as ISO 8601 in UTC; the beginning of 1970 where git cannot say."""
    seconds = git(root, "show", "--no-patch", "--format=%ct", "--end-of-options", revision) or b"0"
    return datetime.fromtimestamp(int(seconds), UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def _listed(listing: bytes) -> Iterator[tuple[str, str]]:
    """Yield the path and the name of the content of each file that a report may be made of."""
    for entry in listing.decode("utf-8", "replace").split("\0"):
        head, _, path = entry.partition("\t")
        mode, _, rest = head.partition(" ")
        own = path.startswith(_FOLDERS) or path.lower().endswith(_PICTURES)
        if mode in _FILES and own and _is_within(path):
            yield path, rest.rpartition(" ")[2]


def _is_within(path: str) -> bool:
    """Whether a path stays in the folder that it is joined to: on Windows, a backslash parts it, a colon leads out."""
    return ".." not in PurePosixPath(path).parts and not path.startswith("/") and not {"\\", ":"} & set(path)


def _contents(batch: bytes) -> Iterator[bytes]:
    """Yield the contents that `git cat-file --batch` prints one after the other; one that git lacks is empty."""
    at = 0
    while at < len(batch):
        line = batch.index(b"\n", at)
        head = batch[at:line].split()
        if len(head) < 3:  # a partial clone has the name alone: `... missing`
            yield b""
            at = line + 1
            continue
        size = int(head[2])
        yield batch[line + 1 : line + 1 + size]
        at = line + size + 2


def git(root: Path, *arguments: str, given: bytes = b"") -> bytes | None:
    """Return what a git command prints that is ``given`` an input in the project's folder; ``None`` where it fails."""
    # A hook of git's own has set these for its repository, which need not be the project's.
    environment = {name: value for name, value in os.environ.items() if not name.startswith("GIT_") or name in _KEPT}
    try:
        done = subprocess.run(
            [*_GIT, "-C", str(root), *arguments],
            capture_output=True,
            check=False,
            timeout=_SECONDS,
            input=given,
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
