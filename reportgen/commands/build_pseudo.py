"""`reportgen translate pseudo`: the report in a pseudo-language, to find what cannot be translated."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from reportgen.build import Purpose
from reportgen.commands.build_report import Progress
from reportgen.commands.formats import FOLDER
from reportgen.commands.languages import Wanted, build_language, chosen
from reportgen.diagnostics import Code, Diagnostic, Diagnostics, Severity
from reportgen.i18n.pseudo import pseudo_translator
from reportgen.load_inputs import load
from reportgen.model.locale import Locale
from reportgen.model.project import Project
from reportgen.transform.hard_coded import hard_coded
from reportgen.write.replace import replace_file

PSEUDO = Purpose(pseudo_translator)
"""Whoever looks for words that cannot be translated wants all others disguised."""


def build_pseudo(root: Path, wanted: Wanted, diagnostics: Diagnostics, progress: Progress) -> tuple[str, ...]:
    """Build each language into ``build/<id>.<locale>.pseudo.<format>``; return the paths.

    Hard-coded words are errors (HARD_CODED), and do not keep a file from being written; other errors do. Of the
    warnings only NO_ROOM is told: the others are about the real words and data, and left to `check`. Raises ReportError
    where nothing can be built.
    """
    progress("Reading the report ...")
    shared = Diagnostics()
    inputs = load(root, shared, wanted.locales)
    diagnostics.extend(_told(shared))
    written: list[str] = []
    for locale in chosen(inputs.project, wanted.locales):
        progress(f"Building {locale.id} in the pseudo-language ...")
        own = Diagnostics()
        made = build_language(inputs, locale, wanted, own)
        diagnostics.extend(_told(own))
        if made is None:
            continue
        built, output = made
        hard_coded(built.document, inputs.templates, diagnostics)
        if not shared.failed:
            written += _write(inputs.project, locale, output.files)
    return tuple(written)


def _write(project: Project, locale: Locale, files: Mapping[str, bytes]) -> Iterator[str]:
    for form, content in files.items():
        path = f"{FOLDER}/{project.id}.{locale.id}.pseudo.{form}"
        replace_file(project.root / path, content)
        yield path


def _told(found: Iterable[Diagnostic]) -> list[Diagnostic]:
    return [finding for finding in found if finding.severity is Severity.ERROR or finding.code is Code.NO_ROOM]
