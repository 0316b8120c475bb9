"""`reportgen build`: every language and format into `build/`, each language by itself."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator
from functools import partial

from msgspec import Struct

from reportgen.build import Built, close
from reportgen.commands.formats import FOLDER, FORMATS
from reportgen.commands.languages import Wanted, build_languages, chosen, numbers_of
from reportgen.commands.ledgers import Ledgers, write_ledgers
from reportgen.commands.outputs import Output, get_ready
from reportgen.commands.reading import Reading, finished
from reportgen.diagnostics import Diagnostic, Diagnostics, ReportError
from reportgen.i18n.typed_numbers import count_typed
from reportgen.inputs import Inputs
from reportgen.model.locale import Locale
from reportgen.model.project import Project
from reportgen.transform.reconcile.printed import printed_indicators
from reportgen.write.ledger import Entries, encoded, ledger_entries
from reportgen.write.replace import replace_file

Progress = Callable[[str], None]


class Language(Struct, frozen=True):
    """What is left of a language when it is built.

    ``written`` are the paths of its files, ``unwritten`` says why others are not. ``numbers`` is how many numbers it
    prints, ``indicators`` are of which.
    """

    id: str
    written: tuple[str, ...]
    unwritten: tuple[Diagnostic, ...]
    numbers: int
    entries: Entries
    indicators: frozenset[str]


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

    Raises ReportError where nothing can be built at all, or a ledger cannot be written.
    """
    get_ready(wanted.formats)
    inputs = finished(reading, diagnostics)
    publishable = not diagnostics.failed  # a fault in what the languages share stops them all
    locales = chosen(inputs.project, wanted.locales)
    for locale in locales:
        progress(f"Building {locale.id} ...")
    keep = partial(_write, inputs) if publishable else _leave
    languages = [one for one in build_languages(inputs, locales, wanted, diagnostics, keep) if one is not None]
    diagnostics.extend(finding for language in languages for finding in language.unwritten)
    if len(languages) == len(locales):
        close(inputs, [language.indicators for language in languages], diagnostics)
    entries = {language.id: language.entries for language in languages if language.written}
    ledgers = write_ledgers(inputs.project, entries, _kept(inputs.project, entries)) if entries else Ledgers()
    written = [path for language in languages for path in language.written]
    return Outcome(
        (*written, *ledgers.written),
        tuple(_stale(inputs.project, locales, wanted.formats, written)),
        ledgers.unlisted,
        sum(language.numbers for language in languages if language.written),
        count_typed(diagnostics),
    )


def _write(inputs: Inputs, built: Built, output: Output) -> Language:
    """Write the files of a language. One that cannot be written, such as one that is open, keeps no other from it."""
    project, id_ = inputs.project, built.locale.id
    written, unwritten = [], Diagnostics()
    for form, content in output.files.items():
        path = _path(project, id_, form)
        try:
            replace_file(project.root / path, content)
            written.append(path)
        except ReportError as error:
            unwritten.extend(error.diagnostics)
    numbers = numbers_of(project, built, output)
    entries = encoded(ledger_entries(project, inputs.dataset, numbers))
    indicators = printed_indicators(built.document)
    return Language(id_, tuple(written), unwritten.everything(), len(numbers), entries, indicators)


def _leave(built: Built, output: Output) -> None:
    """Write nothing: what the languages share has an error."""


def _stale(
    project: Project, locales: Collection[Locale], formats: Collection[str], written: Collection[str]
) -> Iterator[str]:
    for locale in locales:
        for form in FORMATS:
            path = _path(project, locale.id, form)
            if form in formats and path not in written and (project.root / path).exists():
                yield path


def _kept(project: Project, built: Collection[str]) -> tuple[str, ...]:
    """Return the languages of the report that have files from an earlier build and none of this one."""
    others = [locale.id for locale in project.locales if locale.id not in built]
    return tuple(id for id in others if any((project.root / _path(project, id, form)).exists() for form in FORMATS))


def _path(project: Project, locale: str, form: str) -> str:
    return f"{FOLDER}/{project.id}.{locale}.{form}"
