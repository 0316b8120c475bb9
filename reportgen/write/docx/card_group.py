"""Writes a chapter's highlights: its number and name as a heading, a row of tinted cells, further statements below."""

from __future__ import annotations

from dataclasses import replace

from reportgen.model.flow import Card, CardGroup, Run
from reportgen.write.docx.body import Body
from reportgen.write.docx.cards import across_of, card_rows, figures_fit
from reportgen.write.docx.lists import write_items
from reportgen.write.docx.tiles import Tiles, add_tiles, begin_tiles, tile_width
from reportgen.write.docx.xml import Element

LARGE, SMALL = "card-number", "card-number-small"


def write_card_group(body: Body, group: CardGroup) -> None:
    """Write a chapter's highlights."""
    number = "".join(piece.text for piece in group.number.pieces if isinstance(piece, Run))
    body.flow(replace(group.name, pieces=(Run(f"{number} "), *group.name.pieces)) if number else group.name)
    if group.cards:
        _write_cards(body, group)
    if group.statements is not None:
        write_items(body, body.root, group.statements)


def _write_cards(body: Body, group: CardGroup) -> None:
    measures = body.theme.measures
    padding = (measures["card-padding-top"], measures["card-padding-side"], measures["card-padding-bottom"])
    across, tint = across_of(len(group.cards)), body.palette(group.family).tint
    tiles = Tiles(across, measures["chart-gap"], padding, tint, height=measures["card-height"])
    style = LARGE if figures_fit(body, group.cards, LARGE, across, tile_width(body, tiles)) else SMALL
    table = begin_tiles(body, tiles)
    for row in card_rows(group.cards, across):
        cells = add_tiles(body, table, tiles, [card is not None for card in row])
        for cell, card in zip(cells, (card for card in row if card), strict=True):
            _card(body, cell, card, style)
    body.gap = True


def _card(body: Body, cell: Element, card: Card, style: str) -> None:
    assert card.figure is not None, "what has no figure is a statement"
    body.write(cell, replace(card.figure, style=style))
    body.write(cell, card.label)
