"""A catalogue's translations checked: each fault at its character, mutes honoured."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from msgspec import Struct

from reportgen.diagnostics import Code, Diagnostic, Severity, Span, suggest
from reportgen.i18n.glossary import Term
from reportgen.i18n.lint import BEYOND_BUILD, CHECKS, Check
from reportgen.i18n.lint.pair import Fault, Pair
from reportgen.i18n.po_entry import PoEntry
from reportgen.i18n.po_file import PoFile, translation_words
from reportgen.model.locale import Locale
from reportgen.model.words import span_at

_MUTE = re.compile(r"lint:\s*ignore\s*=\s*([\w, -]*)")
MUTABLE = frozenset(
    {
        Code.REFERENCE_LOST,
        Code.NUMBER_DIFFERS,
        Code.WRONG_PUNCTUATION,
        Code.STOP_DIFFERS,
        Code.DOUBLED,
        Code.WRONG_SCRIPT,
        Code.BROKEN_MARKUP,
        Code.SAME_AS_SOURCE,
        Code.LENGTH_DIFFERS,
        Code.FORBIDDEN_TERM,
        Code.TERM_MISSING,
        Code.BLANKS_DIFFER,
    }
)
"""What a translator may say is meant, for one message."""
_NAMES = {name: code for code in MUTABLE for name in (code.value, code.value.partition("-")[0])} | {
    "number": Code.NUMBER_DIFFERS,
    "punctuation": Code.WRONG_PUNCTUATION,
    "script": Code.WRONG_SCRIPT,
    "markup": Code.BROKEN_MARKUP,
    "term": Code.TERM_MISSING,
}


class Languages(Struct, frozen=True):
    """What a catalogue is translated from and to, and the terms that apply to it, longest first."""

    source: Locale
    target: Locale
    terms: tuple[Term, ...]


def lint_catalogue(file: PoFile, languages: Languages) -> Iterator[Diagnostic]:
    """Yield what is wrong with a catalogue: with its head, its translations, its mutes."""
    yield from _head(file, languages.target)
    for entry in file.live:
        yield from _entry(file, entry, languages, CHECKS)


def lint_beyond_build(file: PoFile, languages: Languages) -> Iterator[Diagnostic]:
    """Yield what building does not find by itself."""
    yield from _head(file, languages.target)
    for entry in file.live:
        yield from _entry(file, entry, languages, BEYOND_BUILD)


def _entry(file: PoFile, entry: PoEntry, languages: Languages, checks: Iterable[Check]) -> Iterator[Diagnostic]:
    muted, unknown = _mutes(entry)
    used: set[Code] = set()
    if entry.finished:
        pair = Pair(entry.source, entry.translation, languages.source, languages.target, languages.terms)
        for fault in (fault for check in checks for fault in check(pair)):
            if fault.code in muted:
                used.add(fault.code)
            else:
                yield _placed(file, entry, fault)
    for name in unknown:
        hint = suggest(name, _NAMES) or f"it may be {', '.join(sorted(code.value for code in MUTABLE))}"
        yield _at(file, entry, Code.WRONG_MUTE, f"nothing is called `{name}` that could be ignored", hint)
    if entry.finished and Code.REFERENCE_LOST not in muted:
        for code in sorted(muted - used, key=lambda code: code.value):
            message = f"there is no `{code.value}` here that `lint: ignore` could hide"
            yield _at(file, entry, Code.WRONG_MUTE, message, "take it out of the comment")


def _mutes(entry: PoEntry) -> tuple[set[Code], list[str]]:
    """Return the codes that a message's notes mute, and the names that are none."""
    names = [name.strip() for match in _MUTE.finditer(entry.notes) for name in match[1].split(",") if name.strip()]
    return {_NAMES[name] for name in names if name in _NAMES}, [name for name in names if name not in _NAMES]


def _placed(file: PoFile, entry: PoEntry, fault: Fault) -> Diagnostic:
    words = translation_words(file, entry)
    span = span_at(words, max(fault.start, 0), max(fault.length, 1))
    return Diagnostic(fault.code, fault.message, span, fault.hint, fault.severity)


def _at(file: PoFile, entry: PoEntry, code: Code, message: str, hint: str) -> Diagnostic:
    return Diagnostic(code, message, Span(file.path, entry.line), hint, Severity.WARNING)


def _head(file: PoFile, locale: Locale) -> Iterator[Diagnostic]:
    """Yield what a catalogue's head must say, or gettext's tools refuse it."""
    head = file.text.partition("\n\n")[0]
    for field, value in (("Content-Type", "text/plain; charset=UTF-8"), ("Language", locale.id)):
        if f'"{field}: ' not in head:
            message, hint = f"the catalogue's head has no `{field}`", "run `reportgen translate fmt`"
            yield Diagnostic(Code.WRONG_HEAD, message, Span(file.path), hint)
        elif field == "Language" and f'"{field}: {value}\\n"' not in head:
            message, hint = (
                f"the catalogue's head names another language than `{value}`",
                "run `reportgen translate fmt`",
            )
            yield Diagnostic(Code.WRONG_HEAD, message, Span(file.path), hint)
