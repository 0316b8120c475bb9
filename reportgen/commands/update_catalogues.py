"""`reportgen translate update`: brings every catalogue up to date with what was written."""

from __future__ import annotations

from pathlib import Path

from reportgen.diagnostics import Diagnostics, ReportError
from reportgen.i18n.update import Update, update
from reportgen.inputs import Inputs, load
from reportgen.read.extract import extract
from reportgen.transform.example import example_of
from reportgen.write.replace import replace_file


def update_catalogues(root: Path, diagnostics: Diagnostics) -> tuple[Update, ...]:
    """Merge the report's messages into its catalogues and write those that changed.

    Raises ReportError where the sources have faults: nothing is written then, lest messages seem to have vanished.
    """
    inputs = load(root, diagnostics)
    updates = _updates(inputs, diagnostics)
    for made in updates:
        if made.changed:
            replace_file(root / made.path, made.text.encode())
    return updates


def pending(root: Path, diagnostics: Diagnostics) -> tuple[Update, ...]:
    """Return the catalogues as they should be, without writing.

    Raises ReportError where the sources have faults.
    """
    return _updates(load(root, diagnostics), diagnostics)


def _updates(inputs: Inputs, diagnostics: Diagnostics) -> tuple[Update, ...]:
    project = inputs.project
    domains = extract(project, inputs.files, inputs.templates, _data(inputs), diagnostics)
    updates = [
        made
        for locale in project.locales
        for made in update(project, locale, domains, example_of(inputs.dataset, project, locale), diagnostics)
    ]
    if diagnostics.failed:
        raise ReportError(diagnostics)
    return tuple(updates)


def _data(inputs: Inputs) -> dict[str, object]:
    return {"kpis": inputs.dataset, "figures": inputs.charts, "indices": inputs.explanations}
