"""Which numbers of a published report are missing from the built PDFs.

Usage: python benchmarks/published_facts.py PUBLISHED.md ENGLISH.pdf CHINESE.pdf

The published text is in English and not part of this repository: the project and its tests do without it. Each of its
numbers (money, percentages, counts, dates, codes, telephone numbers, years; in digits or in words) is looked for in
both PDFs. A small number is found anywhere, so that in the English report the words around it are compared as well: a
number that stands only among other words is listed too. In Chinese a number that is found proves less; there the
placeholders of the catalogues bind it to its sentence (`reportgen translate lint`).
"""

from __future__ import annotations

import sys
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from published_numbers import Number, numbers_in_chinese, numbers_in_english
from published_text import Part, read_built, read_published, words

NEAR = 80
"""How far from a number in the published text, in characters, the words stand that are looked for in the PDF."""
AROUND = 240
"""How far from the number they may stand in the PDF."""
SHARED = 2
"""How many of them have to."""
STEM = 5
"""Shorter words say little; of longer ones as many letters are compared."""
COMMON = 12
"""Words in every twelfth line, such as the company's name, say little too."""
SHOWN = 60
"""How many characters are printed on each side of a number."""


@dataclass(frozen=True)
class Fact:
    """A number of the published text, with its line and the stems around it."""

    number: Number
    line: Part
    stems: frozenset[str]


@dataclass
class Built:
    """The numbers of a PDF: to each, the stems around every place where it stands."""

    places: defaultdict[str, list[frozenset[str]]] = field(default_factory=lambda: defaultdict(list))

    def has(self, fact: Fact) -> bool:
        return fact.number.value in self.places

    def has_among_its_words(self, fact: Fact) -> bool:
        needed = min(SHARED, len(fact.stems))
        return any(len(fact.stems & around) >= needed for around in self.places.get(fact.number.value, ()))


def main(published: Path, english: Path, chinese: Path) -> None:
    facts = list(read_facts(read_published(published)))
    print(f"{len(facts)} numbers in the published text, {len({fact.number.value for fact in facts})} of them different")
    in_english = read_numbers(read_built(english), numbers_in_english)
    in_chinese = read_numbers(read_built(chinese), numbers_in_chinese)
    show("Not in English", (fact for fact in facts if not in_english.has(fact)))
    elsewhere = (fact for fact in facts if in_english.has(fact) and not in_english.has_among_its_words(fact))
    show("In English, but among other words", elsewhere)
    show("Not in Chinese", (fact for fact in facts if not in_chinese.has(fact)))


def read_facts(lines: list[Part]) -> Iterator[Fact]:
    places = stems_of(lines)
    counts = Counter(stem for found in places.values() for stem in {stem for _, stem in found})
    common = {stem for stem, count in counts.items() if count * COMMON > len(lines)}
    for line in lines:
        for number in numbers_in_english(line.text):
            yield Fact(number, line, around(places[line.number], number.start, NEAR) - common)


def read_numbers(pages: list[Part], numbers_in: Callable[[str], Iterator[Number]]) -> Built:
    places, built = stems_of(pages), Built()
    for page in pages:
        for number in numbers_in(page.text):
            built.places[number.value].append(around(places[page.number], number.start, AROUND))
    return built


def stems_of(parts: list[Part]) -> dict[int, list[tuple[int, str]]]:
    """Return the stems of each part with their places, in order."""
    found: dict[int, list[tuple[int, str]]] = {part.number: [] for part in parts}
    for word in words(parts):
        if len(word.text) >= STEM and word.text.isalpha():
            found[word.part].append((word.start, word.text[:STEM]))
    return found


def around(places: list[tuple[int, str]], start: int, distance: int) -> frozenset[str]:
    first, last = bisect_left(places, (start - distance, "")), bisect_left(places, (start + distance, ""))
    return frozenset(stem for _, stem in places[first:last])


def show(title: str, facts: Iterable[Fact]) -> None:
    listed = list(facts)
    print(f"\n{title}: {len(listed)}")
    for fact in listed:
        start = max(fact.number.start - SHOWN, 0)
        print(f"{fact.line.number:>6}  {fact.number.value:<12} {fact.line.text[start : fact.number.start + SHOWN]}")


if __name__ == "__main__":
    main(*map(Path, sys.argv[1:]))
