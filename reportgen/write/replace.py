"""Replaces a file as a whole: written beside, then moved over the old one."""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path

from reportgen.diagnostics import Code, ReportError, fail


def replace_file(path: Path, content: bytes) -> None:
    """Write ``content`` to ``path``; until it is complete, what was there stays.

    Raises ReportError where the disk is full or the folder may not be written.
    """
    # A name that nothing has: what is written side by side keeps apart, and no link that lies there is followed.
    beside = path.with_name(f".{os.urandom(8).hex()}.new")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with beside.open("xb") as new:
            new.write(content)
        os.replace(beside, path)  # noqa: PTH105 - Path.replace is the same call; os.replace says what it does
    except OSError as error:
        raise _unwritable(path, error) from error
    finally:
        with suppress(OSError):
            beside.unlink(missing_ok=True)


def _unwritable(path: Path, error: OSError) -> ReportError:
    return fail(
        Code.FILE_UNWRITABLE,
        f"`{path.name}` cannot be written: {(error.strerror or str(error)).lower()}",
        None,
        "close the file if another program has it open, or make room; what was there is untouched",
    )
