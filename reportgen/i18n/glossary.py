"""The glossary, `locales/glossary.csv`: which words are agreed for a term in each language, and which are not."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator
from functools import lru_cache
from io import StringIO

from msgspec import Struct

from reportgen.diagnostics import Code, Diagnostics, Span, suggest
from reportgen.load.source import read_text
from reportgen.model.locale import LOCALES, Locale, Script
from reportgen.model.project import Project

PATH = "locales/glossary.csv"
_FORBIDDEN = "not_"
_SHORT = 4
"""So many characters has a Chinese term that is one word; a longer one is made of words."""
_COLUMNS = (*LOCALES, *(f"{_FORBIDDEN}{id}" for id in LOCALES), "where", "note")


class Term(Struct, frozen=True):
    """A term: the words allowed for it by locale id, the preferred first, and those forbidden.

    ``where`` are the catalogues that it is for; none means all.
    """

    words: dict[str, tuple[str, ...]]
    forbidden: dict[str, tuple[str, ...]]
    where: frozenset[str]
    line: int


def load_glossary(project: Project, diagnostics: Diagnostics) -> tuple[Term, ...]:
    """Return the terms in the file's order, none where there is no file. Faults are reported (GLOSSARY_BROKEN)."""
    if not (project.root / PATH).is_file():
        return ()
    text = read_text(project.root, PATH, diagnostics)
    if text is None:
        return ()
    rows = csv.reader(StringIO(text), strict=True)
    terms: list[Term] = []
    try:
        head = next(rows, [])
        if _known(head, diagnostics):
            for row in rows:
                terms += _term(head, row, rows.line_num, terms, diagnostics)
    except csv.Error as error:
        hint = "see whether a quotation mark is missing"
        _report(diagnostics, rows.line_num, f"the glossary cannot be read: {error}", hint)
    return tuple(terms)


def whole_words(project: Project, locale: Locale) -> frozenset[str]:
    """Return the short words that lines should not part: those of Chinese, in which no space stands between words.

    Faults of the file are `load_glossary`'s to report: what it has is taken as far as it goes.
    """
    if locale.script is not Script.HAN:
        return frozenset()
    words = (word for term in load_glossary(project, Diagnostics()) for word in term.words.get(locale.id, ()))
    return frozenset(word for word in words if len(word) <= _SHORT)


def terms_for(terms: tuple[Term, ...], domain: str, locale: str) -> tuple[Term, ...]:
    """Return the terms that apply to a catalogue, those with the longest words in a language first."""
    here = [term for term in terms if not term.where or domain in term.where]
    return tuple(sorted(here, key=lambda term: -max(map(len, term.words.get(locale, ("",))), default=0)))


def occurrences(word: str, text: str, locale: str) -> Iterator[tuple[int, int]]:
    """Yield where a word stands in a text: in Latin script as a whole word, its plural too, in either case."""
    if LOCALES[locale].script is Script.HAN:
        yield from spans_of(word, text)
    elif word.partition(" ")[0].lower() in text.lower():  # most terms are in no given text: no pattern is tried
        yield from (match.span() for match in _pattern(word).finditer(text))


def spans_of(word: str, text: str) -> Iterator[tuple[int, int]]:
    """Yield where a text has a word, whatever stands around it."""
    start = text.find(word)
    while start >= 0:
        yield start, start + len(word)
        start = text.find(word, start + len(word))


def said(word: str, text: str, locale: str) -> bool:
    """Say whether a text has a word: in Latin script in any regular form, ``networked`` for ``network``."""
    if LOCALES[locale].script is Script.HAN:
        return word in text
    return word.partition(" ")[0][:-1].lower() in text.lower() and _forms(word).search(text) is not None


@lru_cache(maxsize=4096)
def _forms(word: str) -> re.Pattern[str]:
    stem, endings = _endings(word)
    parts = r"[\s-]+".join(map(re.escape, stem.split()))
    return re.compile(rf"(?<![A-Za-z]){parts}(?:{endings})(?![A-Za-z])", 0 if word.isupper() else re.IGNORECASE)


def _endings(word: str) -> tuple[str, str]:
    """Return what of a word stays in all its regular forms, and the endings that they have."""
    match word[-1]:
        case _ if word.isupper():
            return word, "|e?s"
        case "e":
            return word[:-1], "e|es|ed|ing"
        case "y":
            return word[:-1], "y|ys|yed|ying|ies|ied"
        case last:
            return word, f"|e?s|{re.escape(last)}?(?:ed|ing)"


@lru_cache(maxsize=4096)
def _pattern(word: str) -> re.Pattern[str]:
    parts = r"[\s-]+".join(map(re.escape, word.split()))
    flags = 0 if word.isupper() else re.IGNORECASE
    return re.compile(rf"(?<![A-Za-z]){parts}(?:s|es)?(?![A-Za-z])", flags)


def _known(head: list[str], diagnostics: Diagnostics) -> bool:
    unknown = [name for name in head if name not in _COLUMNS]
    for name in unknown:
        hint = suggest(name, _COLUMNS) or f"the columns are {', '.join(_COLUMNS)}"
        _report(diagnostics, 1, f"the glossary has no column `{name}`", hint)
    if len(set(head) & set(LOCALES)) < 2:
        _report(diagnostics, 1, "the glossary needs a column for each of two languages", "begin it with `en,zh_Hans`")
        return False
    return not unknown


def _term(head: list[str], row: list[str], line: int, before: list[Term], diagnostics: Diagnostics) -> Iterator[Term]:
    if not any(row):
        return
    if len(row) != len(head):
        message = f"this row has {len(row)} cells, the head {len(head)}"
        _report(diagnostics, line, message, "put words with a comma in quotation marks")
        return
    cells = {
        name: tuple(word.strip() for word in cell.split("|") if word.strip())
        for name, cell in zip(head, row, strict=True)
    }
    words = {id: cells[id] for id in LOCALES if cells.get(id)}
    forbidden = {id: cells[_FORBIDDEN + id] for id in LOCALES if cells.get(_FORBIDDEN + id)}
    if len(words) + len(forbidden) < 2:
        _report(diagnostics, line, "this row names a term in one language only", "give its word in another")
        return
    where = frozenset(cells.get("where", ()))
    for other in before:
        if other.words == words and other.where == where:
            _report(diagnostics, line, f"this term stands in line {other.line} too", "keep one of them")
    yield Term(words, forbidden, where, line)


def _report(diagnostics: Diagnostics, line: int, message: str, hint: str) -> None:
    diagnostics.error(Code.GLOSSARY_BROKEN, message, Span(PATH, line), hint)
