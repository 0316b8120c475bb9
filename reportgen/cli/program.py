"""Runs the program as a process of its own, from its first to its last step."""

from __future__ import annotations

import os
import sys
from contextlib import suppress
from typing import NoReturn

from reportgen.cli.reader import READS, begin_reader


def run() -> NoReturn:
    """Run the command that was asked for, and end the process with its exit status.

    What the process holds is not taken apart piece by piece first: all files are closed by then, and the system takes
    the memory back as a whole.
    """
    reader = begin_reader() if sys.argv[1:2] == [READS] else None
    from reportgen.cli.main import main

    status = 0
    try:
        main(obj=reader)
    except SystemExit as end:
        status = end.code if isinstance(end.code, int) else int(end.code is not None)
    for stream in (sys.stdout, sys.stderr):
        with suppress(BrokenPipeError):  # nobody reads on: what was to be done is done
            stream.flush()
    os._exit(status)
