"""Where in the sources a character stands that a reviewer saw, and which numbers a change touches."""

from __future__ import annotations

import pytest

from reportgen.diagnostics import Span
from reportgen.model.passage import Number
from reportgen.model.review import Kind, Paragraph, Revision, Stretch
from reportgen.model.words import Turn, Words
from reportgen.transform.reviewed_words import changes, offset_before, place_of, stretch_in, touched

PATH = "content/sections/a.md"
SPAN = Span("content/kpis/a.yaml", 3)


@pytest.mark.parametrize(
    ("seen", "place"),
    [("Our", (7, 1)), ("lamps", (7, 7)), ("4,200", (7, 20)), ("less", (8, 1)), ("before", (8, 11))],
)
def test_a_printed_character_is_found_where_it_is_written(seen: str, place: tuple[int, int]) -> None:
    text = "Our **lamps** take {power}, less than before[^a]."
    words = Words(text, Span(PATH, 7, 1), (Turn(text.index("less"), 8, 1),))
    printed = "Our lamps take 4,200 kWh, less than before."
    found = place_of(words, printed, printed.index(seen))
    assert (found.path, found.line, found.column) == (PATH, *place)


NUMBERS = (Number("4,200\u00a0kWh", "{power}", SPAN), Number("12%", "{share}", SPAN), Number("12%", "{other}", SPAN))


@pytest.mark.parametrize(
    ("start", "end", "inserted", "references"),
    [
        ("took", "4", "", []),
        ("4,200", " kWh", "4,300", ["{power}"]),
        ("00 kWh", "00 kWh", "1", ["{power}"]),
        ("4,200", "4,200", "1", ["{power}"]),
        ("4,200", "4,200", "about ", []),
        ("or 12%", ".", "", ["{other}"]),
        ("took", ".", "", ["{power}", "{share}", "{other}"]),
    ],
)
def test_a_change_touches_the_numbers_within_or_beside_it(
    start: str, end: str, inserted: str, references: list[str]
) -> None:
    before = "The lamps took 4,200 kWh, 12% or 12%."
    found = touched(before, NUMBERS, before.index(start), before.index(end, before.index(start)), inserted)
    assert [number.reference for number in found] == references


@pytest.mark.parametrize(
    ("words", "place"),
    [("4,200 kWh", "4,310 kWh"), ("4,200", "4,310"), ("200", "310"), ("took", "took"), ("less.", "less.")],
)
def test_words_are_found_in_what_took_their_place(words: str, place: str) -> None:
    before, now = "The lamps took 4,200 kWh, less.", "All lamps took 4,310 kWh, much less."
    start = before.index(words)
    first, last = stretch_in(now, before, start, start + len(words))
    assert now[first:last] == place


def revised(kind: Kind, author: str = "Legal") -> tuple[Revision, ...]:
    return (Revision(kind, author, ""),)


def test_changes_side_by_side_are_one_and_another_author_s_is_another() -> None:
    stretches = (
        Stretch("a"),
        Stretch("b", revised(Kind.DELETED)),
        Stretch("c", revised(Kind.INSERTED)),
        Stretch("d", revised(Kind.INSERTED, "Board Office")),
    )
    found = [
        (change.author, change.deleted, change.inserted, change.start, change.end) for change in changes(stretches)
    ]
    assert found == [("Legal", "b", "c", 1, 2), ("Board Office", "", "d", 2, 2)]


def test_offsets_of_the_whole_text_become_offsets_before_the_review() -> None:
    stretches = (
        Stretch("ab"),
        Stretch("new", revised(Kind.INSERTED)),
        Stretch("cd", revised(Kind.DELETED)),
        Stretch("e"),
    )
    paragraph = Paragraph("body", "", (), (), stretches)
    assert [offset_before(paragraph, offset) for offset in (1, 2, 4, 5, 6, 7, 8)] == [1, 2, 2, 2, 3, 4, 5]
