"""Writes key figures side by side: a table without rules, as its cells are no data but places."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec.structs import replace

from reportgen.model.flow import Card, Cards, Paragraph, Run
from reportgen.write.docx.body import Body
from reportgen.write.docx.extent import em_width
from reportgen.write.docx.markup import add, add_paragraph
from reportgen.write.docx.xml import Element, Node, attach, twips, w

LARGE, SMALL = "figure-number", "figure-number-small"

_ACROSS = {1: 2, 2: 2, 3: 3, 4: 4, 5: 3, 6: 3}
_MOST = 4
"""How many cards stand side by side, by their number; from seven on four."""


def write_cards(body: Body, cards: Cards) -> None:
    """Write key figures, in rows of equal columns across the prose column."""
    across = across_of(len(cards.cards))
    page, gap = body.theme.page, body.theme.measures["chart-gap"]
    widths = [twips((page.prose_width + gap) / across)] * across
    body.opens = False
    style = LARGE if figures_fit(body, cards.cards, LARGE, across, page.prose_width / across - gap) else SMALL
    table = add(body.root, "tbl")
    attach(table, _properties(page.prose_x - page.left, sum(widths), gap))
    attach(table, w("tblGrid", *(w("gridCol", w=width) for width in widths)))
    for row in card_rows(cards.cards, across):
        made = add(table, "tr")
        attach(made, w("trPr", w("cantSplit")))
        for card, width in zip(row, widths, strict=True):
            cell = add(made, "tc")
            attach(cell, w("tcPr", w("tcW", w=width, type="dxa")))
            _card(body, cell, card, cards.family, style)
    body.gap = True


def across_of(count: int) -> int:
    """Return how many of so many cards stand side by side."""
    return _ACROSS.get(count, _MOST)


def figures_fit(body: Body, cards: tuple[Card, ...], name: str, across: int, width: float) -> bool:
    """Say whether cards ``width`` points wide have room for their numbers in a style; in rows of four none has."""
    style = body.theme.styles[name]
    figures = [card.figure for card in cards if card.figure is not None]
    return across < _MOST and max((_width(body, figure) for figure in figures), default=0.0) * style.size <= width


def _width(body: Body, figure: Paragraph) -> float:
    """Return a figure's width in em of its style."""
    runs = [piece for piece in figure.pieces if isinstance(piece, Run)]
    return sum(em_width(run.text) * (body.theme.measures["unit-ratio"] if run.unit else 1.0) for run in runs)


def card_rows(cards: tuple[Card, ...], across: int) -> Iterator[list[Card | None]]:
    """Yield the rows of cards, the last one filled up with ``None``."""
    for begin in range(0, len(cards), across):
        row: list[Card | None] = list(cards[begin : begin + across])
        yield row + [None] * (across - len(row))


def _card(body: Body, cell: Element, card: Card | None, family: str, style: str) -> None:
    if card is None:
        add_paragraph(cell, body.styles.paragraph("figure-label", family))
        return
    if card.figure is not None:
        body.write(cell, replace(card.figure, style=style))
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
