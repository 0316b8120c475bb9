"""`reportgen check`: all that building does, and what is wrong with the translations, without writing anything."""

from __future__ import annotations

from pathlib import Path

from reportgen.build import close
from reportgen.commands.build_report import Wanted, build_language, chosen
from reportgen.commands.lint_catalogues import lint_for_check
from reportgen.diagnostics import Diagnostics
from reportgen.inputs import load


def check_report(root: Path, wanted: Wanted, diagnostics: Diagnostics) -> None:
    """Do all that building does, but write nothing.

    Raises ReportError where faults leave nothing to check.
    """
    inputs = load(root, diagnostics)
    made = [build_language(inputs, locale, wanted, diagnostics) for locale in chosen(inputs.project, wanted.locales)]
    reports = [one[0] for one in made if one is not None]
    lint_for_check(inputs.project, dict(inputs.languages), diagnostics)
    if len(reports) == len(made):
        close(inputs, reports, diagnostics)
