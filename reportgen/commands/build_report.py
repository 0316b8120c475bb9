"""`reportgen build`: every language and format into `build/`, each language by itself."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator

from msgspec import Struct

from reportgen.build import close
from reportgen.commands.formats import FOLDER, FORMATS
from reportgen.commands.languages import Language, Wanted, build_languages, chosen, numbers_of
from reportgen.commands.outputs import get_ready
from reportgen.commands.reading import Reading, finished
from reportgen.diagnostics import Diagnostics
from reportgen.i18n.typed_numbers import count_typed
from reportgen.inputs import Inputs
from reportgen.model.locale import Locale
from reportgen.model.project import Project
from reportgen.write.ledger import ledger, ledger_entries, public_ledger
from reportgen.write.printed_numbers import PrintedNumber
from reportgen.write.replace import replace_file

Progress = Callable[[str], None]


class Outcome(Struct, frozen=True):
    """What was written, and which older files stay though the sources have changed; paths relative to the root.

    ``bound`` numbers come from the data, in all languages together; ``typed`` ones are typed by hand.
    """

    written: tuple[str, ...]
    stale: tuple[str, ...]
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
    if languages:
        written += _write_ledgers(inputs, numbers)
    return Outcome(
        tuple(written),
        tuple(_stale(inputs.project, locales, wanted.formats, written)),
        len(numbers),
        count_typed(diagnostics),
    )


def _write(project: Project, language: Language) -> Iterator[str]:
    for form, content in language.files.items():
        path = f"{FOLDER}/{project.id}.{language.id}.{form}"
        replace_file(project.root / path, content)
        yield path


def _write_ledgers(inputs: Inputs, numbers: Collection[PrintedNumber]) -> Iterator[str]:
    """Write the ledger and its public form: the first never leaves the house, the second may go with the report."""
    entries = ledger_entries(inputs.project, inputs.dataset, numbers)
    for name, write in {"ledger": ledger, "ledger.public": public_ledger}.items():
        path = f"{FOLDER}/{inputs.project.id}.{name}.json"
        replace_file(inputs.project.root / path, write(inputs.project, entries).encode())
        yield path


def _stale(
    project: Project, locales: Collection[Locale], formats: Collection[str], written: Collection[str]
) -> Iterator[str]:
    for locale in locales:
        for form in FORMATS:
            path = f"{FOLDER}/{project.id}.{locale.id}.{form}"
            if form in formats and path not in written and (project.root / path).exists():
                yield path
