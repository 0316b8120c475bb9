"""Structure elements (ISO 32000-1, 14.7): how one is made below another, and what tables and lists say of theirs."""

from __future__ import annotations

from reportgen.model.flow import Cell
from reportgen.write.pdf.parts import Element


def add(parent: Element, tag: str, **entries: str) -> Element:
    """Return a new last child of ``parent``. ``entries`` are its attributes (`O`, `Scope`, ...)."""
    element = Element(tag, parent, attributes=dict(entries))
    parent.kids.append(element)
    return element


def add_header(row: Element, cell: Cell, scope: str) -> Element:
    """Return a header cell of a table's row; ``scope`` is ``Column`` or ``Row``."""
    return add(row, "TH", O="/Table", Scope=f"/{scope}", **_spans(cell))


def add_data(row: Element, cell: Cell) -> Element:
    """Return a data cell of a table's row."""
    spans = _spans(cell)
    return add(row, "TD", O="/Table", **spans) if spans else add(row, "TD")


def _spans(cell: Cell) -> dict[str, str]:
    spans = {}
    if cell.columns > 1:
        spans["ColSpan"] = str(cell.columns)
    if cell.rows > 1:
        spans["RowSpan"] = str(cell.rows)
    return spans
