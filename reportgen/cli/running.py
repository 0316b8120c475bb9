"""How every command runs: in which folder, and what becomes of its findings and of a person who stops it."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable
from pathlib import Path

import click

from reportgen.cli.report import report
from reportgen.diagnostics import Diagnostic, Diagnostics, ReportError

FAILED = 1
"""The exit status of a command that found an error."""
ROOT = click.option(
    "--project",
    "root",
    default=".",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    help="The folder of the report; the present one if not given.",
)
LOCALES = click.option("--locale", "locales", multiple=True, help="A language, such as en; all if not given.")
FORM = click.option(
    "--output-format",
    "form",
    type=click.Choice(["text", "json", "github"]),
    default="text",
    help="How to report findings.",
)
STRICT = click.option("--strict", is_flag=True, help="Exit 1 where there is a warning, too.")


def finish(
    run: Callable[[Diagnostics], None],
    root: Path,
    form: str,
    shown: Callable[[Diagnostics], Iterable[Diagnostic]] = tuple,
    strict: bool = False,
) -> None:
    """Run a command, print the findings that are to be ``shown``, and exit with 1 where an error is among them.

    ``strict`` exits so for a warning too.
    """
    found = Diagnostics()
    try:
        run(found)
    except ReportError as error:
        found.extend(error.diagnostics)
    except KeyboardInterrupt:
        click.echo("Stopped. What was in build/ is as it was, file by file.", err=True)
        sys.exit(FAILED)
    report(shown(found), root, form)
    if found.failed or (strict and len(found)):
        sys.exit(FAILED)
