"""Which tables stand together and are alike, so that their columns are the same: those of a section, of one make.

Where pages are turned, columns are anew.
"""

from __future__ import annotations

from collections.abc import Iterable

from reportgen.model.flow import Chapter, Flow, Paragraph, Table, Turn


def kin_of(flows: Iterable[Flow]) -> dict[int, tuple[Table, ...]]:
    """Return for each table, by its place among the flows, the tables that have its columns, itself among them."""
    groups: dict[tuple[object, ...], list[tuple[int, Table]]] = {}
    section = 0
    for place, flow in enumerate(flows):
        match flow:
            case Chapter() | Turn() | Paragraph(level=2):
                section += 1
            case Table(style, columns, widths):
                groups.setdefault((section, style, columns, widths), []).append((place, flow))
    return {place: tuple(table for _, table in group) for group in groups.values() for place, _ in group}
