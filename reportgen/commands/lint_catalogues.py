"""`reportgen translate lint`: what is wrong with the translations, without building the report."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator
from pathlib import Path

from reportgen.diagnostics import Code, Diagnostic, Diagnostics, fail, suggest
from reportgen.i18n.catalogue_files import read_catalogues
from reportgen.i18n.glossary import load_glossary, terms_for
from reportgen.i18n.lint.catalogue import Languages, lint_beyond_build, lint_catalogue
from reportgen.i18n.po_file import PoFile
from reportgen.load.front_matter import load_section
from reportgen.load.project import load_project
from reportgen.model.locale import LOCALES, Locale
from reportgen.model.project import Project

_Lint = Callable[[PoFile, Languages], Iterator[Diagnostic]]


def lint_catalogues(root: Path, locales: Collection[str], names: Collection[str], diagnostics: Diagnostics) -> None:
    """Check the catalogues of the languages and sections named, of all where none is.

    Raises ReportError where there is no report, or no such language or catalogue.
    """
    project = load_project(root, diagnostics)
    _lint(project, _languages(project), locales, names, lint_catalogue, diagnostics)


def lint_for_check(project: Project, languages: dict[str, str], diagnostics: Diagnostics) -> None:
    """Check all catalogues for what building does not find; ``languages`` are of the domains, as `Sources` has them."""
    found = Diagnostics()
    _lint(project, languages, (), (), lint_beyond_build, found)
    # A catalogue that cannot be read was reported when it was read for building.
    diagnostics.extend(finding for finding in found if finding.code is not Code.CATALOGUE_BROKEN)


def _lint(
    project: Project,
    languages: dict[str, str],
    locales: Collection[str],
    names: Collection[str],
    lint: _Lint,
    diagnostics: Diagnostics,
) -> None:
    terms = load_glossary(project, diagnostics)
    known: set[str] = set()
    for locale in project.locales:
        if locales and locale.id not in locales:
            continue
        for domain, file in read_catalogues(project, locale, diagnostics):
            known.add(domain)
            if file is not None and (not names or domain in names):
                source = LOCALES[languages.get(domain, project.source.id)]
                if source is not locale:
                    own = terms_for(terms, domain, source.id)
                    diagnostics.extend(lint(file, Languages(source, locale, own)))
    _check_names(project.locales, locales, names, known)


def _check_names(
    available: Collection[Locale], locales: Collection[str], names: Collection[str], known: Collection[str]
) -> None:
    for asked, there in ((locales, [locale.id for locale in available]), (names, sorted(known))):
        for name in asked:
            if name not in there:
                hint = suggest(name, there) or f"there are {', '.join(f'`{other}`' for other in there)}"
                raise fail(Code.WRONG_VALUE, f"there is no catalogue `{name}`", None, hint)


def _languages(project: Project) -> dict[str, str]:
    """Return the language of each section by its id; a section that cannot be read is for `check` to report."""
    quiet = Diagnostics()
    paths = (path for chapter in project.chapters for path in chapter.sections)
    files = (load_section(path, project, quiet) for path in paths)
    return {file.id: file.language.id for file in files if file is not None}
