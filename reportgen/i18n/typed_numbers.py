"""Numbers typed by hand: digits and number words in what is printed, in every language, that no reference binds.

They are found where words are translated, so that each has its place: in the source or in the catalogue. Digits that
are no reported numbers pass by rule (`plain_digits`); what else is meant to stay is listed once, under `plain_numbers`
of the section or of the report.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from decimal import Decimal
from functools import cache

from msgspec import Struct

from reportgen.diagnostics import Code, Diagnostic, Diagnostics
from reportgen.i18n.message import TOOL, has_digits
from reportgen.i18n.plain_digits import without_dates, without_names
from reportgen.model.dataset import Dataset, Exact
from reportgen.model.project import Project
from reportgen.model.words import Words, span_at

Translate = Callable[[str, Words], Words]
Marks = Mapping[str, tuple[str, ...]]
"""By section, the phrases whose numbers are meant as they stand."""

TYPED = frozenset({Code.TYPED_NUMBER, Code.TYPED_YEAR})
"""The findings that count as numbers typed by hand."""

_FEW_DIGITS = 3
"""A number with fewer digits says nothing of what it counts."""

_ONES = (
    "two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen"
    "|nineteen"
)
_TENS = "twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety"
_POWERS = "hundred|thousand|million|billion"
_WORD = f"(?:{_ONES}|{_TENS})"
_POWER = f"(?:{_POWERS})"
_KINDS = "star|way|factor|dimensional|sided|Year"
_CLASSIFIERS = "个個名家次项項位处處座间間份篇件条條层層类類种種组組支套辆輛台倍批届屆轮輪步年天周户笔筆人方部场場所小"
_HAN = "零〇一二三四五六七八九十百千万亿两兩"
_DIGITS = re.compile(r"[+−-]?\d+(?:[.,]\d+)*(?:\s?[%％‰])?")
_ENGLISH = frozenset("|".join((_ONES, _TENS, _POWERS)).encode().split(b"|"))
_CHINESE = re.compile("[一二三四五六七八九十两兩百千万]")
_APART = bytes(code if chr(code).isalpha() else ord(" ") for code in range(128)).lower().ljust(256)
"""Makes lower-case letters of ASCII's, and spaces of all else."""
_AFTER = r"[ \u00a0]?(?:[A-Za-z’-]+|[\u4e00-\u9fff]{1,2})"
_BEFORE = r"(?:[A-Za-z’-]+|[\u4e00-\u9fff]{1,2})[ \u00a0]?$"


class Typed(Struct, frozen=True):
    """A number typed by hand: where it begins in its text, and its characters."""

    start: int
    text: str
    code: Code


def watched(
    translate: Translate, project: Project, dataset: Dataset, marks: Marks, diagnostics: Diagnostics
) -> Translate:
    """Return a function that translates, and reports the numbers typed by hand in what it returns.

    Warnings: TYPED_YEAR for a year of the report's own series, TYPED_NUMBER for all others.
    """
    own = (project.periods[id] for id in ("current", "prior") if id in project.periods)
    years = {period.label: period.id for period in own if period.label}
    values = _values(dataset)

    def translated(domain: str, words: Words) -> Words:
        printed = translate(domain, words)
        if domain == TOOL:
            return printed
        for typed in typed_numbers(printed.text, (*project.plain_numbers, *marks.get(domain, ())), years):
            span = span_at(printed, typed.start, len(typed.text))
            message, hint = _advice(typed, printed.text, years, values, domain in marks)
            diagnostics.warning(typed.code, message, span, hint)
        return printed

    return translated


def count_typed(findings: Iterable[Diagnostic]) -> int:
    """Return how many numbers typed by hand are among findings."""
    return sum(finding.code in TYPED for finding in findings)


def typed_numbers(text: str, plain: Iterable[str] = (), years: Iterable[str] = ()) -> Iterator[Typed]:
    """Yield the numbers typed by hand in a text of Markdown, years first, digits before words.

    ``plain`` are the phrases that are meant as they stand, ``years`` the labels that are years of the own series.
    """
    if not has_digits(text) and next(_number_words(text), None) is None:
        return
    rest = without_names(text, plain)
    for year in years:
        for match in re.finditer(rf"(?<![\d-]){re.escape(year)}(?![\d-])", rest):
            yield Typed(match.start(), year, Code.TYPED_YEAR)
            rest = f"{rest[: match.start()]}{' ' * len(year)}{rest[match.end() :]}"
    rest = without_dates(rest)
    for match in (*_DIGITS.finditer(rest), *_number_words(rest)):
        yield Typed(match.start(), match.group(), Code.TYPED_NUMBER)


def _number_words(text: str) -> Iterator[re.Match[str]]:
    """Yield the number words of a text, English before Chinese.

    Most texts have no word that could begin one, and to look for such words first halves the time of the whole search.
    """
    if not _ENGLISH.isdisjoint(text.encode("ascii", "replace").translate(_APART).split()):
        yield from _english_words().finditer(text)
    if not text.isascii() and _CHINESE.search(text):
        yield from _chinese_words().finditer(text)


@cache
def _english_words() -> re.Pattern[str]:
    return re.compile(
        rf"\b(?:{_WORD}|(?:a|one) {_POWER})(?:(?:[- ]| and ){_WORD}|-one| {_POWER})*\b(?!-(?:{_KINDS})\b)(?!s\b)",
        re.IGNORECASE,
    )


@cache
def _chinese_words() -> re.Pattern[str]:
    return re.compile(
        rf"(?<![第{_HAN}])(?![一二][{_CLASSIFIERS}])(?!三位一体|五年规划)"
        rf"[一二三四五六七八九十两兩][{_HAN}]*[多余餘几幾]?[{_CLASSIFIERS}]"
        rf"|(?:百|千|万)分之[{_HAN}点]+"
    )


def _advice(
    typed: Typed, text: str, years: Mapping[str, str], values: Mapping[Decimal, str], section: bool
) -> tuple[str, str]:
    """Return what is to be said of a number typed by hand, and what to do."""
    if typed.code is Code.TYPED_YEAR:
        period = f"`{{{years[typed.text]}}}`"
        return (
            f"the year {typed.text} is typed as digits",
            f"write {period}, so that next year's report needs no new translation",
        )
    reference = values.get(_decimal(typed.text)) or "a reference"
    hint = f"write {reference} instead, or {_mark(_phrase(typed, text), section)}"
    return f"the number `{typed.text}` is typed by hand", hint


def _mark(phrase: str, section: bool) -> str:
    """Return how a number is marked as meant: by a phrase with a word, or as one of a table's."""
    if any(map(str.isalpha, phrase)):
        home = "the section's front matter" if section else "content/report.yaml"
        return f"list `{phrase}` under `plain_numbers` in {home}"
    return "write `numbers=plain` behind `::: table` if it is a cell" if section else f"put a word beside `{phrase}`"


def _phrase(typed: Typed, text: str) -> str:
    """Return a number with the word after it, or else with the one before it."""
    end = typed.start + len(typed.text)
    after = re.compile(_AFTER).match(text, end)
    before = re.compile(_BEFORE).search(text, 0, typed.start)
    return text[before.start() if before and not after else typed.start : after.end() if after else end]


def _values(dataset: Dataset) -> dict[Decimal, str]:
    """Return the references that print each filed number; numbers of few digits are left out."""
    values: dict[Decimal, str] = {}
    for indicator in dataset.indicators.values():
        for period, fact in indicator.facts.items():
            if isinstance(fact.value, Exact) and len(fact.value.value.as_tuple().digits) >= _FEW_DIGITS:
                place = "" if period == "current" else f"[{period}]"
                values.setdefault(fact.value.value, f"`{{{indicator.id}{place}}}`")
    return values


def _decimal(text: str) -> Decimal:
    """Return the number of typed digits, or zero, which no reference is known for."""
    digits = text.strip("+−-%％‰ \u00a0").replace(",", "")
    return Decimal(digits) if re.fullmatch(r"\d+(\.\d+)?", digits) else Decimal(0)
