"""Writes key figures side by side: tiles under rules, as their cells are no data but places."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec.structs import replace

from reportgen.model.flow import Card, Cards, Paragraph, Run
from reportgen.style.card_placing import MOST_ACROSS, cards_across
from reportgen.write.docx.body import Body
from reportgen.write.docx.extent import em_width
from reportgen.write.docx.tiles import Tiles, add_tiles, begin_tiles, keep_tiles, leave_empty, rule_tile, tile_width
from reportgen.write.docx.xml import Element

LARGE, SMALL = "figure-number", "figure-number-small"

_BESIDE = 0.25
"""The space between a figure and its unit, in em."""


def write_cards(body: Body, cards: Cards) -> None:
    """Write key figures, in rows of equal columns across the prose column."""
    measures, base = body.theme.measures, body.palette(cards.family).base
    across = across_for(body, cards.cards, 0.0)
    padding = (measures["figure-gap"], 0.0, 0.0)
    tiles = Tiles(across, measures["chart-gap"], padding, rule=(measures["figure-rule"], base))
    style = LARGE if figures_fit(body, cards.cards, LARGE, across, tile_width(body, tiles)) else SMALL
    body.make_room()
    table = begin_tiles(body, tiles)
    for row in card_rows(cards.cards, across):
        cells = add_tiles(body, table, tiles, [card is not None for card in row])
        for cell, card in zip(cells, row, strict=True):
            write_card(body, cell, card, style)
            if card is not None:
                rule_tile(body, tiles, cell)
    keep_tiles(table)
    body.gap = True


def write_card(body: Body, cell: Element, card: Card | None, style: str) -> None:
    """Write a card, its figure in a style; ``None`` leaves its place empty."""
    if card is None:
        leave_empty(body, cell)
        return
    if card.figure is not None:
        body.write(cell, replace(card.figure, style=style))
    body.write(cell, card.label)


def across_for(body: Body, cards: tuple[Card, ...], padding: float) -> int:
    """Return how many cards stand side by side, padded at their sides: half as many where figures have no room."""
    across, page, gap = cards_across(len(cards)), body.theme.page, body.theme.measures["chart-gap"]
    width = (page.prose_width + gap) / across - gap - 2 * padding
    return across if across < MOST_ACROSS or _widest(body, cards, SMALL) <= width else across // 2


def figures_fit(body: Body, cards: tuple[Card, ...], name: str, across: int, width: float) -> bool:
    """Say whether cards ``width`` points wide have room for their numbers in a style; in rows of four none has."""
    return across < MOST_ACROSS and _widest(body, cards, name) <= width


def _widest(body: Body, cards: tuple[Card, ...], name: str) -> float:
    """Return the width of the widest of cards' numbers in a style, in points."""
    figures = [card.figure for card in cards if card.figure is not None]
    return max((_width(body, figure) for figure in figures), default=0.0) * body.theme.styles[name].size


def _width(body: Body, figure: Paragraph) -> float:
    """Return a figure's width in em of its style."""
    runs = [piece for piece in figure.pieces if isinstance(piece, Run)]
    words = sum(em_width(run.text) * (body.theme.measures["unit-ratio"] if run.unit else 1.0) for run in runs)
    return words + _BESIDE * (len(runs) - 1)


def card_rows(cards: tuple[Card, ...], across: int) -> Iterator[list[Card | None]]:
    """Yield the rows of cards, the last one filled up with ``None``."""
    for begin in range(0, len(cards), across):
        row: list[Card | None] = list(cards[begin : begin + across])
        yield row + [None] * (across - len(row))
