"""Tables whose cells are places, not data: tiles side by side, set off from one another by broad white rules."""

from __future__ import annotations

from collections.abc import Iterable

from msgspec import Struct

from reportgen.write.docx.body import Body
from reportgen.write.docx.markup import add, add_paragraph
from reportgen.write.docx.xml import Element, Node, attach, eighths, hexa, twips, w

_WHITE = "#FFFFFF"


class Tiles(Struct, frozen=True):
    """How tiles look: a gap between them, paddings (top, side, bottom), a tint or none, a rule over them or none.

    Lengths in points; ``rule`` is a weight and a colour. ``height`` is the least of a row.
    """

    across: int
    gap: float
    padding: tuple[float, float, float]
    tint: str = ""
    rule: tuple[float, str] | None = None
    height: float = 0.0


def tile_width(body: Body, tiles: Tiles) -> float:
    """Return the width of a tile without its padding, in points."""
    return (body.theme.page.prose_width + tiles.gap) / tiles.across - tiles.gap - 2 * tiles.padding[1]


def begin_tiles(body: Body, tiles: Tiles, words: str = "") -> Element:
    """Add a table of tiles across the prose column; ``words`` tell what it shows to those who do not see it."""
    page = body.theme.page
    width = (page.prose_width + tiles.gap) / tiles.across
    table = add(body.root, "tbl")
    attach(table, _properties(tiles, page.prose_x - page.left, width * tiles.across, words))
    attach(table, w("tblGrid", *(w("gridCol", w=twips(width)) for _ in range(tiles.across))))
    return table


def add_tiles(body: Body, table: Element, tiles: Tiles, filled: Iterable[bool]) -> list[Element]:
    """Add a row and return the cells to be filled; those that are not get an empty paragraph."""
    row = add(table, "tr")
    height = [w("trHeight", val=twips(tiles.height), hRule="atLeast")] if tiles.height else []
    attach(row, w("trPr", w("cantSplit"), *height))
    width = twips((body.theme.page.prose_width + tiles.gap) / tiles.across)
    cells = []
    for full in filled:
        cell = add(row, "tc")
        attach(cell, w("tcPr", w("tcW", w=width, type="dxa"), *(_look(tiles) if full else ())))
        if full:
            cells.append(cell)
        else:
            add_paragraph(cell, body.styles.paragraph("table-cell", ""))
    return cells


def _look(tiles: Tiles) -> list[Node]:
    look = []
    if tiles.rule is not None:
        weight, colour = tiles.rule
        look.append(w("tcBorders", w("top", val="single", sz=eighths(weight), space=0, color=hexa(colour))))
    if tiles.tint:
        look.append(w("shd", val="clear", color="auto", fill=hexa(tiles.tint)))
    return look


def _properties(tiles: Tiles, left: float, width: float, words: str) -> Node:
    between: dict[str, str | int] = {"val": "single", "sz": eighths(tiles.gap), "space": 0, "color": hexa(_WHITE)}
    top, side, bottom = (twips(length) for length in tiles.padding)
    margins = {"top": top, "left": side, "bottom": bottom, "right": side}
    said = [w("tblDescription", val=words)] if words else []
    return w(
        "tblPr",
        w("tblW", w=twips(width), type="dxa"),
        w("tblInd", w=twips(left), type="dxa"),
        w("tblBorders", w("insideH", **between), w("insideV", **between)),
        w("tblLayout", type="fixed"),
        w("tblCellMar", *(w(edge, w=wide, type="dxa") for edge, wide in margins.items())),
        w("tblLook", val="0000", firstRow=0, lastRow=0, firstColumn=0, lastColumn=0, noHBand=1, noVBand=1),
        *said,
    )
