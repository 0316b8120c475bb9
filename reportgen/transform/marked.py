"""The marks of a report, each with the place that it makes an answer.

A heading answers where it is marked, a table or chart where it prints a marked indicator. An indicator that no table or
chart prints answers where prose prints it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from reportgen.model.block import Directive, Heading, Section
from reportgen.model.dataset import Dataset, GroupOf, RowOf, TableOf
from reportgen.model.figure import ChartOf
from reportgen.model.index import Answer, Marked, PlaceKind
from reportgen.model.inline import Ref
from reportgen.model.walk import walk
from reportgen.transform.placed import what_is_named


def row_anchor(table: str, indicator: str) -> str:
    """Return the anchor of an indicator's row in a table."""
    return f"{table}--{indicator}"


def marked_places(sections: Iterable[Section], dataset: Dataset, charts: Mapping[str, ChartOf]) -> tuple[Marked, ...]:
    """Return the marks in the report's order.

    ``sections`` are read, their directives name what is there and are not yet expanded.
    """
    found: list[Marked] = []
    in_prose: dict[str, Answer] = {}
    for section in sections:
        found += _of_section(section, dataset, charts, in_prose)
    printed = {marked.indicator for marked in found}
    for id, answer in in_prose.items():
        if id not in printed:
            found += [Marked(mark, answer, id) for mark in dataset.indicators[id].discloses]
    return tuple(found)


def _of_section(
    section: Section, dataset: Dataset, charts: Mapping[str, ChartOf], in_prose: dict[str, Answer]
) -> Iterator[Marked]:
    """Yield a section's marks; note in ``in_prose`` the first place where prose prints each indicator."""
    here = Answer(section.heading.anchor, section.id)
    for node in walk((section.heading, section.blocks), Heading, Directive, Ref):
        match node:
            case Heading(level=level, discloses=marks, anchor=anchor):
                here = Answer(anchor, section.id, PlaceKind.SECTION if level <= 2 else PlaceKind.HEADING)
                yield from (Marked(mark, here) for mark in marks)
            case Directive(argument=argument):
                what = what_is_named(node)
                # A table is known by its title; a chart's is a sentence, so the heading above stands for it.
                for id in dict.fromkeys(_printed(what, argument, dataset.tables, charts)):
                    row = Answer(argument, section.id, PlaceKind.TABLE, row_anchor(argument, id))
                    place = row if what == "table" else here
                    yield from (Marked(mark, place, id) for mark in dataset.indicators[id].discloses)
            case Ref(id=id) if id in dataset.indicators:
                in_prose.setdefault(id, here)


def _printed(what: str, argument: str, tables: Mapping[str, TableOf], charts: Mapping[str, ChartOf]) -> Iterator[str]:
    """Yield the indicators that a directive prints, by the table or chart that it names."""
    match what:
        case "chart":
            yield from (category.indicator for category in charts[argument].categories)
        case "table":
            yield from _in_rows(tables[argument])


def _in_rows(table: TableOf) -> Iterator[str]:
    for row in table.rows:
        match row:
            case RowOf(indicator):
                yield indicator
            case GroupOf(rows=rows):
                yield from (inner.indicator for inner in rows)
