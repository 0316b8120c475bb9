"""Tables whose cells are places, not data: in no table style, by which Word and screen readers know that."""

from __future__ import annotations

from collections.abc import Iterable

from reportgen.write.docx.xml import Node, clean, w


def laid_out(
    width: int, indent: int, *, borders: Iterable[Node] = (), margins: Iterable[Node] = (), words: str = ""
) -> Node:
    """Return the properties of a table whose columns are fixed and which has no head; lengths in twips.

    Its cells have no ``margins`` at their sides unless some are given. ``words`` tell what it shows to those who do not
    see it.
    """
    rules, sides = list(borders), list(margins) or [w("left", w=0, type="dxa"), w("right", w=0, type="dxa")]
    return w(
        "tblPr",
        w("tblW", w=width, type="dxa"),
        w("tblInd", w=indent, type="dxa"),
        *([w("tblBorders", *rules)] if rules else []),
        w("tblLayout", type="fixed"),
        w("tblCellMar", *sides),
        w("tblLook", val="0600", firstRow=0, lastRow=0, firstColumn=0, lastColumn=0, noHBand=1, noVBand=1),
        *([w("tblDescription", val=clean(words))] if words else []),
    )
