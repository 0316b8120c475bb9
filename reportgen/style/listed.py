"""Fills the lists of tables and of figures: what has a caption and a place to lead to, in order."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec.structs import replace

from reportgen.model.flow import Chart, Contents, Diagram, Entry, Flow, Matrix, NoteMark, Paragraph, Picture, Table

TABLES, FIGURES = "tables", "figures"
"""What is counted and listed: tables; pictures, charts and diagrams."""
LISTS = (TABLES, FIGURES)


def listed(flow: Flow, flows: tuple[Flow, ...]) -> Flow:
    """Return a list of tables or figures with its entries; anything else as it is."""
    if not isinstance(flow, Contents) or flow.of not in LISTS:
        return flow
    return replace(flow, entries=tuple(_entries(flow.of, flows)))


def _entries(kind: str, flows: tuple[Flow, ...]) -> Iterator[Entry]:
    for flow in flows:
        match flow:
            case Table(caption=Paragraph() as caption) if kind == TABLES:
                pass
            case Chart(title=caption) | Diagram(title=caption) | Matrix(title=caption) if kind == FIGURES:
                pass
            case Picture(caption=Paragraph() as caption) if kind == FIGURES:
                pass
            case _:
                continue
        if flow.anchor:
            title = tuple(piece for piece in caption.pieces if not isinstance(piece, NoteMark))
            yield Entry("", title, flow.anchor, flow.family)
