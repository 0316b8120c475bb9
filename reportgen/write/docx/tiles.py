"""Tables whose cells are places, not data: tiles side by side, set off from one another by broad white rules.

They are in no table style, by which Word and screen readers know that they are laid out and have no head.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from reportgen.write.docx.body import Body
from reportgen.write.docx.markup import PARAGRAPH, add, add_paragraph, keep_paragraph
from reportgen.write.docx.xml import Element, Node, attach, clean, twips, w


@dataclass(frozen=True, slots=True)
class Tiles:
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
    table = add(body.root, "tbl")
    attach(table, _properties(body, tiles, page.prose_x - page.left, words))
    attach(table, w("tblGrid", *(w("gridCol", w=twips(_width(body, tiles, at))) for at in range(tiles.across))))
    return table


def add_tiles(body: Body, table: Element, tiles: Tiles, filled: Iterable[bool]) -> list[Element]:
    """Add a row and return the cells to be filled; those that are not get an empty paragraph."""
    row = add(table, "tr")
    height = [w("trHeight", val=twips(tiles.height), hRule="atLeast")] if tiles.height else []
    attach(row, w("trPr", w("cantSplit"), *height))
    cells = []
    for at, full in enumerate(filled):
        cell = add(row, "tc")
        width = w("tcW", w=twips(_width(body, tiles, at)), type="dxa")
        attach(cell, w("tcPr", width, *(_look(body, tiles, at) if full else ())))
        if full:
            cells.append(cell)
        else:
            add_paragraph(cell, body.styles.paragraph("table-cell", ""))
    return cells


def keep_tiles(table: Element) -> None:
    """Keep a table of tiles on one page: every row but the last with the next."""
    for row in list(table)[2:-1]:
        for paragraph in row.iter(PARAGRAPH):
            keep_paragraph(paragraph)


def _width(body: Body, tiles: Tiles, at: int) -> float:
    """Return the width of a column: a tile, and half a gap at each side where another tile stands."""
    tile = (body.theme.page.prose_width + tiles.gap) / tiles.across - tiles.gap
    return tile + tiles.gap / 2 * (int(at > 0) + int(at < tiles.across - 1))


def _look(body: Body, tiles: Tiles, at: int) -> list[Node]:
    scheme, look = body.design.scheme, []
    if tiles.rule is not None:
        look.append(w("tcBorders", scheme.rule("top", *tiles.rule)))
    if tiles.tint:
        look.append(scheme.shade(tiles.tint))
    sides = {"left": at > 0, "right": at < tiles.across - 1}
    padding = [(side, tiles.padding[1] + tiles.gap / 2) for side, beside in sides.items() if beside]
    if padding:
        look.append(w("tcMar", *(w(side, w=twips(size), type="dxa") for side, size in padding)))
    return look


def _properties(body: Body, tiles: Tiles, left: float, words: str) -> Node:
    white = body.theme.colours["white"]
    between = (body.design.scheme.rule(side, tiles.gap, white) for side in ("insideH", "insideV"))
    top, side, bottom = (twips(length) for length in tiles.padding)
    margins = {"top": top, "left": side, "bottom": bottom, "right": side}
    said = [w("tblDescription", val=clean(words))] if words else []
    return w(
        "tblPr",
        w("tblW", w=twips(body.theme.page.prose_width), type="dxa"),
        w("tblInd", w=twips(left), type="dxa"),
        w("tblBorders", *between),
        w("tblLayout", type="fixed"),
        w("tblCellMar", *(w(edge, w=wide, type="dxa") for edge, wide in margins.items())),
        w("tblLook", val="0600", firstRow=0, lastRow=0, firstColumn=0, lastColumn=0, noHBand=1, noVBand=1),
        *said,
    )
