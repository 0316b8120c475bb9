"""`reportgen translate setup-git`: git shows and merges catalogues message by message, in this clone."""

from __future__ import annotations

import shlex
import sys
from collections.abc import Iterator
from pathlib import Path

from reportgen.diagnostics import Code, Diagnostics
from reportgen.load.revision import git, in_repository
from reportgen.write.replace import replace_file

ATTRIBUTES = ".gitattributes"
NAME = "reportgen-po"
LINE = f"locales/**/*.po diff={NAME} merge={NAME}"


def set_up_git(root: Path, diagnostics: Diagnostics) -> tuple[str, ...]:
    """Name the catalogues in `.gitattributes` and this clone's drivers in its own configuration; return what was done.

    Nothing outside the clone is changed. NO_GIT where there is no repository, FILE_UNWRITABLE where git refuses.
    """
    if not in_repository(root, diagnostics):
        return ()
    done = list(_add_line(root))
    for key, value in _settings().items():
        if _setting(root, key) != value:
            if git(root, "config", "--local", key, value) is None:
                _refused(key, diagnostics)
                return tuple(done)
            done.append(f"git config {key}")
    return tuple(done)


def undo(root: Path, diagnostics: Diagnostics) -> tuple[str, ...]:
    """Take away what `set_up_git` added, but not a line that is committed, and everybody's; return what was done."""
    if not in_repository(root, diagnostics):
        return ()
    done = list(_remove_line(root))
    for section in (f"diff.{NAME}", f"merge.{NAME}"):
        if git(root, "config", "--local", "--remove-section", section) is not None:
            done.append(f"git config {section}, removed")
    return tuple(done)


def _settings() -> dict[str, str]:
    return {
        f"diff.{NAME}.command": _driver("git-diff", 'echo "reportgen has moved: run setup-git again" >&2; exit 0'),
        f"diff.{NAME}.xfuncname": r"^#\. ([^{].*)$",
        f"diff.{NAME}.wordRegex": r"\{[^}]*\}|[A-Za-z0-9_]+|[^[:space:]]",
        f"merge.{NAME}.name": "catalogues, message by message",
        f"merge.{NAME}.driver": _driver("git-merge", 'exec git merge-file "$2" "$1" "$3"') + " %O %A %B %P",
    }


def _driver(command: str, otherwise: str) -> str:
    """Return a command for git's shell: this program, or what is done where it is no longer there."""
    # -P: what stands in the working tree is no module of ours.
    there = '"$0" -P -c "import reportgen" 2>/dev/null'
    script = f'if {there}; then exec "$0" -P -m reportgen translate {command} "$@"; fi; {otherwise}'
    return f"sh -c {shlex.quote(script)} {shlex.quote(sys.executable)}"


def _setting(root: Path, key: str) -> str:
    found = git(root, "config", "--local", "--get", key)
    return (found or b"").decode().removesuffix("\n")


def _refused(key: str, diagnostics: Diagnostics) -> None:
    hint = "look whether `.git/config` is locked or read-only, then run this again"
    diagnostics.error(Code.FILE_UNWRITABLE, f"git does not take the setting `{key}`", None, hint)


def _add_line(root: Path) -> Iterator[str]:
    lines = _lines(root)
    if LINE not in lines:
        replace_file(
            root / ATTRIBUTES, "".join(f"{line}\n" for line in (*lines, LINE)).encode(errors="surrogateescape")
        )
        yield f"{ATTRIBUTES}: {LINE}"


def _remove_line(root: Path) -> Iterator[str]:
    lines = _lines(root)
    rest = [line for line in lines if line != LINE]
    if rest == lines or LINE in _committed(root):
        return
    if rest:
        replace_file(root / ATTRIBUTES, "".join(f"{line}\n" for line in rest).encode(errors="surrogateescape"))
    else:
        (root / ATTRIBUTES).unlink()
    yield f"{ATTRIBUTES}: line removed"


def _committed(root: Path) -> list[str]:
    return (git(root, "show", f"HEAD:./{ATTRIBUTES}") or b"").decode(errors="surrogateescape").splitlines()


def _lines(root: Path) -> list[str]:
    file = root / ATTRIBUTES
    return file.read_text(encoding="utf-8", errors="surrogateescape").splitlines() if file.is_file() else []
