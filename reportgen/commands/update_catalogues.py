"""`reportgen translate update`: brings every catalogue up to date with what was written."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from reportgen.diagnostics import Diagnostics, ReportError
from reportgen.i18n.examples import Example
from reportgen.i18n.update import Update, update
from reportgen.model.locale import Locale
from reportgen.read.extract import extract
from reportgen.sources import Sources, load_sources
from reportgen.write.replace import replace_file


def update_catalogues(root: Path, diagnostics: Diagnostics) -> tuple[Update, ...]:
    """Merge the report's messages into its catalogues and write those that changed; return the catalogues.

    Where the sources have faults, a translated message may only seem to have vanished: its catalogue stays as it is
    then, and is not among those returned. Raises ReportError where the sources cannot be read at all.
    """
    updates = tuple(made for made in _updates(root, diagnostics) if not (diagnostics.failed and made.loses))
    for made in updates:
        if made.changed:
            replace_file(root / made.path, made.text.encode())
    return updates


def pending(root: Path, diagnostics: Diagnostics) -> tuple[Update, ...]:
    """Return the catalogues as they should be, without writing.

    Raises ReportError where the sources have faults.
    """
    updates = _updates(root, diagnostics)
    if diagnostics.failed:
        raise ReportError(diagnostics)
    return updates


def _updates(root: Path, diagnostics: Diagnostics) -> tuple[Update, ...]:
    sources = load_sources(root, diagnostics)
    project = sources.project
    domains = extract(project, sources.files, sources.templates, sources.data, diagnostics)
    made = (update(project, locale, domains, _example(sources, locale), diagnostics) for locale in project.locales)
    return tuple(one for catalogues in made for one in catalogues)


def _example(sources: Sources, locale: Locale) -> Example:
    """Return the function that says how a reference prints; nothing is computed before it is asked."""

    @cache
    def made() -> Example:
        from reportgen.transform.compute import compute
        from reportgen.transform.example import example_of

        dataset = compute(sources.dataset, sources.project.periods, Diagnostics())
        return example_of(dataset, sources.project, locale)

    def example(reference: str) -> str:
        return made()(reference)

    return example
