"""`reportgen build`: every language and format into `build/`, each language by itself."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator

from msgspec import Struct

from reportgen.build import close
from reportgen.commands.formats import FOLDER, FORMATS
from reportgen.commands.languages import Language, Wanted, build_languages, chosen, numbers_of
from reportgen.commands.ledgers import Ledgers, write_ledgers
from reportgen.commands.outputs import get_ready
from reportgen.commands.reading import Reading, finished
from reportgen.diagnostics import Diagnostics
from reportgen.i18n.typed_numbers import count_typed
from reportgen.model.locale import Locale
from reportgen.model.project import Project
from reportgen.write.replace import replace_file

Progress = Callable[[str], None]


class Outcome(Struct, frozen=True):
    """What was written, and which older files stay though the sources have changed; paths relative to the root.

    ``unlisted`` are languages with older files whose numbers no ledger tells any more. ``bound`` numbers come from the
    data, in all languages built; ``typed`` ones are typed by hand.
    """

    written: tuple[str, ...]
    stale: tuple[str, ...]
    unlisted: tuple[str, ...]
    bound: int
    typed: int


def build_report(reading: Reading, wanted: Wanted, diagnostics: Diagnostics, progress: Progress) -> Outcome:
    """Build a report that is being read. A language with an error is not written; its older files stay.

    Raises ReportError where nothing can be built at all, or a file cannot be written.
    """
    get_ready(wanted.formats)
    inputs = finished(reading, diagnostics)
    publishable = not diagnostics.failed  # a fault in what the languages share stops them all
    locales = chosen(inputs.project, wanted.locales)
    for locale in locales:
        progress(f"Building {locale.id} ...")
    languages = [one for one in build_languages(inputs, locales, wanted, diagnostics) if publishable]
    written = [path for language in languages for path in _write(inputs.project, language)]
    if len(languages) == len(locales):
        close(inputs, [language.indicators for language in languages], diagnostics)
    numbers = numbers_of(inputs.project, languages)
    ledgers = write_ledgers(inputs, numbers, _kept(inputs.project, languages)) if languages else Ledgers()
    return Outcome(
        (*written, *ledgers.written),
        tuple(_stale(inputs.project, locales, wanted.formats, written)),
        ledgers.unlisted,
        len(numbers),
        count_typed(diagnostics),
    )


def _write(project: Project, language: Language) -> Iterator[str]:
    for form, content in language.files.items():
        path = _path(project, language.id, form)
        replace_file(project.root / path, content)
        yield path


def _stale(
    project: Project, locales: Collection[Locale], formats: Collection[str], written: Collection[str]
) -> Iterator[str]:
    for locale in locales:
        for form in FORMATS:
            path = _path(project, locale.id, form)
            if form in formats and path not in written and (project.root / path).exists():
                yield path


def _kept(project: Project, built: Iterable[Language]) -> tuple[str, ...]:
    """Return the languages of the report that have files from an earlier build and none of this one."""
    others = [locale.id for locale in project.locales if locale.id not in {language.id for language in built}]
    return tuple(id for id in others if any((project.root / _path(project, id, form)).exists() for form in FORMATS))


def _path(project: Project, locale: str, form: str) -> str:
    return f"{FOLDER}/{project.id}.{locale}.{form}"
