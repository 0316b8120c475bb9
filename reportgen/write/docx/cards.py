"""Writes key figures side by side: tiles under rules, as their cells are no data but places."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from reportgen.model.flow import Card, Cards, Paragraph, Run
from reportgen.write.docx.body import Body
from reportgen.write.docx.extent import em_width
from reportgen.write.docx.tiles import Tiles, add_tiles, begin_tiles, keep_tiles, tile_width

LARGE, SMALL = "figure-number", "figure-number-small"

_ACROSS = {1: 2, 2: 2, 3: 3, 4: 4, 5: 3, 6: 3}
_MOST = 4
"""How many cards stand side by side, by their number; from seven on four."""


def write_cards(body: Body, cards: Cards) -> None:
    """Write key figures, in rows of equal columns across the prose column."""
    measures, base = body.theme.measures, body.palette(cards.family).base
    across = across_of(len(cards.cards))
    padding = (measures["figure-gap"], 0.0, measures["figure-gap"])
    tiles = Tiles(across, measures["chart-gap"], padding, rule=(measures["figure-rule"], base))
    style = LARGE if figures_fit(body, cards.cards, LARGE, across, tile_width(body, tiles)) else SMALL
    body.make_room()
    body.opens = False
    table = begin_tiles(body, tiles)
    for row in card_rows(cards.cards, across):
        cells = add_tiles(body, table, tiles, [card is not None for card in row])
        for cell, card in zip(cells, (card for card in row if card), strict=True):
            if card.figure is not None:
                body.write(cell, replace(card.figure, style=style))
            body.write(cell, card.label)
    keep_tiles(table)
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
