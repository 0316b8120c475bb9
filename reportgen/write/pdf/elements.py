"""Structure elements (ISO 32000-1, 14.7): how one is made below another, and what tables and lists say of theirs."""

from __future__ import annotations

from reportgen.model.flow import Cell
from reportgen.write.pdf.parts import Element


def add(parent: Element, tag: str, **entries: str) -> Element:
    """Return a new last child of ``parent``. ``entries`` are its attributes (`O`, `Scope`, ...)."""
    element = Element(tag, parent, attributes=dict(entries))
    parent.kids.append(element)
    return element


def add_header(row: Element, cell: Cell, scope: str, headers: tuple[str, ...] = ()) -> Element:
    """Return a header cell of a table's row; ``scope`` is ``Column`` or ``Row``, ``headers`` name its own headers."""
    return add(row, "TH", O="/Table", Scope=f"/{scope}", **_attributes(cell, headers))


def add_data(row: Element, cell: Cell, headers: tuple[str, ...] = ()) -> Element:
    """Return a data cell of a table's row; ``headers`` name its headers."""
    attributes = _attributes(cell, headers)
    element = add(row, "TD", O="/Table", **attributes) if attributes else add(row, "TD")
    element.alternative = cell.spoken
    return element


def _attributes(cell: Cell, headers: tuple[str, ...]) -> dict[str, str]:
    spans = {}
    if cell.columns > 1:
        spans["ColSpan"] = str(cell.columns)
    if cell.rows > 1:
        spans["RowSpan"] = str(cell.rows)
    if headers:
        spans["Headers"] = f"[{''.join(f'({header})' for header in headers)}]"
    return spans
