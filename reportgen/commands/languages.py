"""A report's languages, each built by itself, and side by side where there are processors for it."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from typing import TypeVar

from msgspec import Struct

from reportgen.build import Built, Purpose, build
from reportgen.commands.at_once import at_once
from reportgen.commands.outputs import Output, outputs
from reportgen.diagnostics import Code, Diagnostic, Diagnostics, ReportError, fail, suggest
from reportgen.inputs import Inputs
from reportgen.model.locale import Locale
from reportgen.model.project import Project
from reportgen.write.printed_numbers import Printed, PrintedNumber, printed_numbers

K = TypeVar("K")
R = TypeVar("R")


class Wanted(Struct, frozen=True):
    """What is to be built: languages by id (none: all of the report), formats, and what for."""

    locales: Collection[str]
    formats: Collection[str]
    purpose: Purpose


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


def build_languages(
    inputs: Inputs,
    locales: Sequence[Locale],
    wanted: Wanted,
    diagnostics: Diagnostics,
    keep: Callable[[Built, Output], K],
) -> list[K]:
    """Return what is kept of each language built, in their order, without those that have an error.

    ``keep`` is called beside the others, in the process in which its language was built.
    """

    def one(locale: Locale) -> tuple[K | None, tuple[Diagnostic, ...]]:
        own = Diagnostics()
        made = build_language(inputs, locale, wanted, own)
        return made and keep(*made), own.everything()

    languages: list[K] = []
    for kept, found in at_once(one, locales):
        diagnostics.extend(found)
        if kept is not None:
            languages.append(kept)
    return languages


def build_language(
    inputs: Inputs, locale: Locale, wanted: Wanted, diagnostics: Diagnostics
) -> tuple[Built, Output] | None:
    """Return a language built, with all that it was made of, or ``None`` where it has an error."""
    built = build_unwritten(inputs, locale, wanted.purpose, diagnostics)
    if built is None:
        return None
    output = _sound(lambda own: outputs(built, inputs.project.root, wanted.formats, own), diagnostics)
    return None if output is None else (built, output)


def build_unwritten(inputs: Inputs, locale: Locale, purpose: Purpose, diagnostics: Diagnostics) -> Built | None:
    """Return a language built and not yet laid out, or ``None`` where it has an error."""
    return _sound(lambda own: build(inputs, locale, purpose, own), diagnostics)


def _sound(make: Callable[[Diagnostics], R], diagnostics: Diagnostics) -> R | None:
    """Return what is made, or ``None`` where an error is found in it. All that is found is added to the diagnostics."""
    own = Diagnostics()
    made = None
    try:
        made = make(own)
    except ReportError as error:
        own.extend(error.diagnostics)
    diagnostics.extend(own)
    return None if own.failed else made


def numbers_of(project: Project, built: Built, output: Output) -> tuple[PrintedNumber, ...]:
    """Return the numbers that a language prints, in reading order."""
    return printed_numbers(project, {built.locale.id: Printed(built.document, output.pages)})
