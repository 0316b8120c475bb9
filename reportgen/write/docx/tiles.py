"""Tables whose cells are places, not data: tiles side by side, set off from one another by broad white rules."""

from __future__ import annotations

from collections.abc import Iterable

from msgspec import Struct

from reportgen.write.docx.body import Body
from reportgen.write.docx.laid_out import laid_out
from reportgen.write.docx.markup import PARAGRAPH, ROW, add, add_paragraph, keep_paragraph, rule_paragraph
from reportgen.write.docx.table_styles import cell_margins
from reportgen.write.docx.xml import Element, Node, attach, twips, w


class Tiles(Struct, frozen=True):
    """How tiles look: a gap between them, paddings (top, side, bottom), a tint or none; lengths in points.

    ``height`` is the least of a row. With a ``side``, a bar of a weight and a colour, a cell stands in the side column
    under that bar, and the tiles beside it. A ``rule``, a weight and a colour, is drawn over the words of each tile.
    """

    across: int
    gap: float
    padding: tuple[float, float, float]
    tint: str = ""
    rule: tuple[float, str] | None = None
    height: float = 0.0
    side: tuple[float, str] | None = None


def tile_width(body: Body, tiles: Tiles) -> float:
    """Return the width of a tile without its padding, in points."""
    return (body.theme.page.prose_width + tiles.gap) / tiles.across - tiles.gap - 2 * tiles.padding[1]


def begin_tiles(body: Body, tiles: Tiles, words: str = "") -> Element:
    """Add a table of tiles across the prose column; ``words`` tell what it shows to those who do not see it."""
    body.opens = False
    table = add(body.root, "tbl")
    widths = [twips(width) for width in _widths(body, tiles)]
    attach(table, _properties(body, tiles, sum(widths), words))
    attach(table, w("tblGrid", *(w("gridCol", w=width) for width in widths)))
    return table


def add_tiles(body: Body, table: Element, tiles: Tiles, filled: Iterable[bool]) -> list[Element]:
    """Add a row and return its cells, that in the side column first; those that are not filled are without a look."""
    row = add(table, "tr")
    height = [w("trHeight", val=twips(tiles.height), hRule="atLeast")] if tiles.height else []
    attach(row, w("trPr", w("cantSplit"), *height))
    looks = [_look(body, tiles, at) if full else [] for at, full in enumerate(filled)]
    if tiles.side is not None:
        looks.insert(0, _side_look(body, tiles.side, first=len(table.findall(ROW)) == 1))
    cells = []
    for width, look in zip(_widths(body, tiles), looks, strict=True):
        cell = add(row, "tc")
        attach(cell, w("tcPr", w("tcW", w=twips(width), type="dxa"), *look))
        cells.append(cell)
    return cells


def rule_tile(body: Body, tiles: Tiles, cell: Element) -> None:
    """Draw the rule over the words of a tile: as the paragraph's, so that it ends where they do."""
    if tiles.rule is not None:
        weight, colour = tiles.rule
        first = cell.find(PARAGRAPH)
        assert first is not None
        rule_paragraph(first, body.design.scheme.rule("top", weight, colour, round(tiles.padding[0])))


def leave_empty(body: Body, cell: Element) -> None:
    """Write the paragraph that Word asks for in every cell."""
    add_paragraph(cell, body.styles.paragraph("table-cell", ""))


def keep_tiles(table: Element, *, whole: bool = False) -> None:
    """Keep a table of tiles on one page: every row but the last with the next, or the ``whole`` with what follows."""
    rows = table.findall(ROW)
    for row in rows if whole else rows[:-1]:
        for paragraph in row.iter(PARAGRAPH):
            keep_paragraph(paragraph)


def _widths(body: Body, tiles: Tiles) -> list[float]:
    """Return the widths of columns: the side column, and tiles, with half a gap at each side where another stands."""
    page = body.theme.page
    tile, last = (page.prose_width + tiles.gap) / tiles.across - tiles.gap, tiles.across - 1
    widths = [tile + tiles.gap / 2 * (int(at > 0) + int(at < last)) for at in range(tiles.across)]
    if tiles.side is None:
        return widths
    return [page.prose_x - page.left - tiles.gap / 2, widths[0] + tiles.gap / 2, *widths[1:]]


def _side_look(body: Body, bar: tuple[float, str], *, first: bool) -> list[Node]:
    bars = [w("tcBorders", body.design.scheme.rule("top", *bar))] if first else []
    return [w("vMerge", val="restart" if first else "continue"), *bars, w("tcMar", w("left", w=0, type="dxa"))]


def _look(body: Body, tiles: Tiles, at: int) -> list[Node]:
    scheme, look = body.design.scheme, []
    if tiles.side is not None:
        look.append(w("tcBorders", scheme.rule("top", tiles.side[0], body.theme.colours["white"])))
    if tiles.tint:
        look.append(scheme.shade(tiles.tint))
    sides = {"left": at > 0 or tiles.side is not None, "right": at < tiles.across - 1}
    padding = [(side, tiles.padding[1] + tiles.gap / 2) for side, beside in sides.items() if beside]
    if padding:
        look.append(w("tcMar", *(w(side, w=twips(size), type="dxa") for side, size in padding)))
    return look


def _properties(body: Body, tiles: Tiles, width: int, words: str) -> Node:
    page, white = body.theme.page, body.theme.colours["white"]
    between = (body.design.scheme.rule(side, tiles.gap, white) for side in ("insideH", "insideV"))
    top, side, bottom = tiles.padding
    indent = 0 if tiles.side else twips(page.prose_x - page.left)
    return laid_out(width, indent, borders=between, margins=cell_margins((top, side, bottom, side)), words=words)
