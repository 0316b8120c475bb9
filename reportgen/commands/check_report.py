"""`reportgen check`: all that building does, and what is wrong with the translations, without writing anything."""

from __future__ import annotations

from pathlib import Path

from reportgen.build import Built, close
from reportgen.commands.languages import Wanted, build_languages, chosen
from reportgen.commands.lint_catalogues import lint_for_check
from reportgen.commands.outputs import Output
from reportgen.diagnostics import Diagnostics
from reportgen.load_inputs import load
from reportgen.transform.reconcile.printed import printed_indicators


def check_report(root: Path, wanted: Wanted, diagnostics: Diagnostics) -> None:
    """Do all that building does, but write nothing.

    Raises ReportError where faults leave nothing to check.
    """
    inputs = load(root, diagnostics, wanted.locales)
    locales = chosen(inputs.project, wanted.locales)
    printed = build_languages(inputs, locales, wanted, diagnostics, _printed)
    lint_for_check(inputs.project, dict(inputs.languages), diagnostics)
    if len(printed) == len(locales):
        close(inputs, printed, diagnostics)


def _printed(built: Built, output: Output) -> frozenset[str]:
    return printed_indicators(built.document)
