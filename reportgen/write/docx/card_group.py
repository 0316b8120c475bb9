"""Writes a chapter's highlights: its number and name as a heading, a row of tinted cells, further statements below."""

from __future__ import annotations

from dataclasses import replace

from reportgen.model.flow import Card, CardGroup, Run
from reportgen.write.docx import characters
from reportgen.write.docx.body import Body
from reportgen.write.docx.cards import across_of, card_rows, figures_fit
from reportgen.write.docx.lists import write_items
from reportgen.write.docx.markup import add_paragraph, add_text, space_paragraph
from reportgen.write.docx.tiles import Tiles, add_tiles, begin_tiles, keep_tiles, tile_width
from reportgen.write.docx.xml import Element, twips

LARGE, SMALL = "card-number", "card-number-small"


def write_card_group(body: Body, group: CardGroup) -> None:
    """Write a chapter's highlights."""
    _write_name(body, group)
    if group.cards:
        _write_cards(body, group)
    if group.statements is not None:
        begin = len(body.root)
        write_items(body, body.root, group.statements)
        if begin < len(body.root):
            space_paragraph(body.root[begin], before=twips(body.theme.measures["card-statements-gap"]))


def _write_name(body: Body, group: CardGroup) -> None:
    """Write a group's number in the colour of its family, and its name."""
    number = "".join(piece.text for piece in group.number.pieces if isinstance(piece, Run))
    made = add_paragraph(body.root, body.styles.paragraph(group.name.style, group.family))
    add_text(made, f"{number} ", body.styles.character(characters.ACCENT, group.family))
    body.fill(made, group.name)
    body.gap = body.opens = False


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
    keep_tiles(table)


def _card(body: Body, cell: Element, card: Card, style: str) -> None:
    assert card.figure is not None, "what has no figure is a statement"
    body.write(cell, replace(card.figure, style=style))
    body.write(cell, card.label)
