"""`reportgen data export`: the databook as Excel and JSON, and the last build's ledger as Excel."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

from reportgen.commands.data import Data, load_data
from reportgen.commands.formats import FOLDER
from reportgen.commands.printed_places import printed_places, read_ledger
from reportgen.diagnostics import Diagnostics, ReportError
from reportgen.i18n.catalogue_files import load_catalogues
from reportgen.i18n.translate import Translations, translator
from reportgen.model.databook import Databook, joined
from reportgen.transform.databook import databook, published
from reportgen.transform.plain_words import PlainWords
from reportgen.write.databook import databook_json
from reportgen.write.replace import replace_file
from reportgen.write.xlsx.databook import databook_xlsx
from reportgen.write.xlsx.ledger import ledger_xlsx, published_ledger_xlsx


def export_internal(root: Path, diagnostics: Diagnostics) -> tuple[str, ...]:
    """Write the databook and ledger with all that is known, for those who work on the report; return the paths.

    What is not translated stands as it was written. Raises ReportError where the data have faults, or the extra is
    not installed.
    """
    data = load_data(root, diagnostics)
    ledger = read_ledger(data.project)
    book = data_book(data, ledger, Diagnostics())
    files = {"databook.xlsx": databook_xlsx(book), "databook.json": databook_json(book).encode()}
    if ledger:
        files["ledger.xlsx"] = ledger_xlsx(ledger, joined(book.title), joined(book.company), book.locales)
    return tuple(_written(data, files))


def export_public(root: Path, diagnostics: Diagnostics) -> tuple[str, ...]:
    """Write the databook and ledger without owners, paths and internal notes; return the paths.

    Raises ReportError where something is not translated, where the data have faults, or the extra is not installed.
    """
    data = load_data(root, diagnostics)
    ledger = read_ledger(data.project)
    own = Diagnostics()
    book = published(data_book(data, ledger, own))
    if own.failed:
        raise ReportError(own)
    files = {"databook.public.xlsx": databook_xlsx(book), "databook.public.json": databook_json(book).encode()}
    if ledger:
        title, company = joined(book.title), joined(book.company)
        files["ledger.public.xlsx"] = published_ledger_xlsx(ledger, title, company, book.locales)
    return tuple(_written(data, files))


def data_book(data: Data, ledger: Mapping[str, object], diagnostics: Diagnostics) -> Databook:
    """Return the databook in all languages of the report; what is not translated is a finding."""
    return databook(data.project, data.dataset, languages_of(data, diagnostics), printed_places(ledger))


def languages_of(data: Data, diagnostics: Diagnostics) -> dict[str, PlainWords]:
    """Return what puts words into each language of the report, by locale id."""
    project = data.project
    made: dict[str, PlainWords] = {}
    for locale in project.locales:
        catalogues = load_catalogues(project, locale, diagnostics)
        translate = translator(Translations(locale, project.source.id, {}, catalogues), diagnostics)
        made[locale.id] = PlainWords(project, data.dataset, locale, translate)
    return made


def _written(data: Data, files: Mapping[str, bytes]) -> Iterator[str]:
    for name, content in files.items():
        path = f"{FOLDER}/{data.project.id}.{name}"
        replace_file(data.project.root / path, content)
        yield path
