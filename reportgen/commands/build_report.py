"""`reportgen build`: every language and format into `build/`, each language by itself."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass
from pathlib import Path

from reportgen.build import Built, Purpose, build, close
from reportgen.commands.outputs import FORMATS, Output, outputs
from reportgen.diagnostics import Code, Diagnostics, ReportError, fail, suggest
from reportgen.i18n.typed_numbers import count_typed
from reportgen.inputs import Inputs, load
from reportgen.model.locale import Locale
from reportgen.model.project import Project
from reportgen.write.ledger import ledger, public_ledger
from reportgen.write.printed_numbers import Printed, PrintedNumber, printed_numbers
from reportgen.write.replace import replace_file

FOLDER = "build"

Progress = Callable[[str], None]


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is to be built: languages by id (none: all of the report), formats, and what for."""

    locales: Collection[str]
    formats: Collection[str]
    purpose: Purpose


@dataclass(frozen=True, slots=True)
class Outcome:
    """What was written, and which older files stay though the sources have changed; paths relative to the root.

    ``bound`` numbers come from the data, in all languages together; ``typed`` ones are typed by hand.
    """

    written: tuple[str, ...]
    stale: tuple[str, ...]
    bound: int
    typed: int


def build_report(root: Path, wanted: Wanted, diagnostics: Diagnostics, progress: Progress) -> Outcome:
    """Build a report. A language with an error is not written; its older files stay.

    Raises ReportError where nothing can be built at all, or a file cannot be written.
    """
    progress("Reading the report ...")
    inputs = load(root, diagnostics)
    publishable = not diagnostics.failed  # a fault in what the languages share stops them all
    locales = chosen(inputs.project, wanted.locales)
    made: list[tuple[Built, Output]] = []
    written: list[str] = []
    for locale in locales:
        progress(f"Building {locale.id} ...")
        one = build_language(inputs, locale, wanted, diagnostics)
        if one is not None and publishable:
            made.append(one)
            written += _write(inputs.project, one)
    if len(made) == len(locales):
        close(inputs, [built for built, _ in made], diagnostics)
    printed = {built.locale.id: Printed(built.document, output.pages) for built, output in made}
    numbers = printed_numbers(inputs.project, printed)
    if made:
        written += _write_ledgers(inputs, numbers)
    return Outcome(
        tuple(written),
        tuple(_stale(inputs.project, locales, wanted.formats, written)),
        len(numbers),
        count_typed(diagnostics),
    )


def chosen(project: Project, ids: Collection[str]) -> tuple[Locale, ...]:
    """Return the report's languages that are asked for; all where none is named.

    Raises ReportError for a language that the report is not made in.
    """
    known = {locale.id: locale for locale in project.locales}
    for id in ids:
        if id not in known:
            hint = suggest(id, known) or f"it is made in {', '.join(f'`{name}`' for name in known)}"
            raise fail(Code.WRONG_VALUE, f"the report is not made in `{id}`", None, hint)
    return tuple(known[id] for id in ids) or project.locales


def build_language(
    inputs: Inputs, locale: Locale, wanted: Wanted, diagnostics: Diagnostics
) -> tuple[Built, Output] | None:
    """Return a language built, or ``None`` where it has an error."""
    own = Diagnostics()
    try:
        built = build(inputs, locale, wanted.purpose, own)
        output = outputs(built, inputs.project.root, wanted.formats, own)
    except ReportError as error:
        own.extend(error.diagnostics)
    diagnostics.extend(own)
    return None if own.failed else (built, output)


def _write(project: Project, one: tuple[Built, Output]) -> Iterator[str]:
    built, output = one
    for form, content in output.files.items():
        path = f"{FOLDER}/{project.id}.{built.locale.id}.{form}"
        replace_file(project.root / path, content)
        yield path


def _write_ledgers(inputs: Inputs, numbers: Collection[PrintedNumber]) -> Iterator[str]:
    """Write the ledger and its public form: the first never leaves the house, the second may go with the report."""
    for name, write in {"ledger": ledger, "ledger.public": public_ledger}.items():
        path = f"{FOLDER}/{inputs.project.id}.{name}.json"
        replace_file(inputs.project.root / path, write(inputs.project, inputs.dataset, numbers).encode())
        yield path


def _stale(
    project: Project, locales: Collection[Locale], formats: Collection[str], written: Collection[str]
) -> Iterator[str]:
    for locale in locales:
        for form in FORMATS:
            path = f"{FOLDER}/{project.id}.{locale.id}.{form}"
            if form in formats and path not in written and (project.root / path).exists():
                yield path
