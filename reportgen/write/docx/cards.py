"""Writes key figures side by side: a table without rules, as its cells are no data but places."""

from __future__ import annotations

from collections.abc import Iterator

from reportgen.model.flow import Card, Cards
from reportgen.write.docx.body import Body
from reportgen.write.docx.markup import add, add_paragraph
from reportgen.write.docx.xml import Element, Node, attach, twips, w

_ACROSS = {1: 2, 2: 2, 3: 3, 4: 4, 5: 3, 6: 3}
"""How many cards stand side by side, by their number; from seven on four."""


def write_cards(body: Body, cards: Cards) -> None:
    """Write key figures, in rows of equal columns across the prose column."""
    across = _ACROSS.get(len(cards.cards), 4)
    page, gap = body.theme.page, body.theme.measures["chart-gap"]
    widths = [twips((page.prose_width + gap) / across)] * across
    body.opens = False
    table = add(body.root, "tbl")
    attach(table, _properties(page.prose_x - page.left, sum(widths), gap))
    attach(table, w("tblGrid", *(w("gridCol", w=width) for width in widths)))
    for row in _rows(cards.cards, across):
        made = add(table, "tr")
        attach(made, w("trPr", w("cantSplit")))
        for card, width in zip(row, widths, strict=True):
            cell = add(made, "tc")
            attach(cell, w("tcPr", w("tcW", w=width, type="dxa")))
            _card(body, cell, card, cards.family)
    body.gap = True


def _rows(cards: tuple[Card, ...], across: int) -> Iterator[list[Card | None]]:
    for begin in range(0, len(cards), across):
        row: list[Card | None] = list(cards[begin : begin + across])
        yield row + [None] * (across - len(row))


def _card(body: Body, cell: Element, card: Card | None, family: str) -> None:
    if card is None:
        add_paragraph(cell, body.styles.paragraph("figure-label", family))
        return
    if card.figure is not None:
        body.write(cell, card.figure)
    body.write(cell, card.label, "" if card.figure is not None else "alone")


def _properties(left: float, width: int, gap: float) -> Node:
    return w(
        "tblPr",
        w("tblW", w=width, type="dxa"),
        w("tblInd", w=twips(left), type="dxa"),
        w("tblLayout", type="fixed"),
        w("tblCellMar", w("left", w=0, type="dxa"), w("right", w=twips(gap), type="dxa")),
        w("tblLook", val="0000", firstRow=0, lastRow=0, firstColumn=0, lastColumn=0, noHBand=1, noVBand=1),
    )
