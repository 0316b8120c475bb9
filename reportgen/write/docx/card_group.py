"""Writes a chapter's highlights: in a row its number and name and its key figures; further statements below."""

from __future__ import annotations

from msgspec.structs import replace

from reportgen.model.flow import CardGroup, Run
from reportgen.write.docx.body import Body
from reportgen.write.docx.cards import across_for, card_rows, figures_fit, write_card
from reportgen.write.docx.lists import write_items
from reportgen.write.docx.markup import space_paragraph
from reportgen.write.docx.tiles import Tiles, add_tiles, begin_tiles, keep_tiles, leave_empty, tile_width
from reportgen.write.docx.xml import Element, twips

LARGE, SMALL = "card-number", "card-number-small"


def write_card_group(body: Body, group: CardGroup) -> None:
    """Write a chapter's highlights; where there are no key figures, the heading stands over the statements."""
    if group.cards:
        _write_cards(body, group)
    else:
        number = (Run(f"{piece.text} ") for piece in group.number.pieces if isinstance(piece, Run))
        body.flow(replace(group.name, pieces=(*number, *group.name.pieces)))
    if group.statements is not None:
        begin = len(body.root)
        write_items(body, body.root, group.statements)
        space_paragraph(body.root[begin], before=twips(body.theme.measures["card-statements-gap"]))


def _write_cards(body: Body, group: CardGroup) -> None:
    tiles = _tiles(body, group)
    style = LARGE if figures_fit(body, group.cards, LARGE, tiles.across, tile_width(body, tiles)) else SMALL
    body.make_room()
    table = begin_tiles(body, tiles)
    for at, row in enumerate(card_rows(group.cards, tiles.across)):
        side, *cells = add_tiles(body, table, tiles, [card is not None for card in row])
        _name(body, side, group, first=at == 0)
        for cell, card in zip(cells, row, strict=True):
            write_card(body, cell, card, style)
    keep_tiles(table, whole=group.statements is not None)
    body.gap = True


def _tiles(body: Body, group: CardGroup) -> Tiles:
    measures, palette = body.theme.measures, body.palette(group.family)
    padding = (measures["card-padding-top"], measures["card-padding-side"], measures["card-padding-bottom"])
    across, bar = across_for(body, group.cards, padding[1]), (measures["section-bar"], palette.base)
    return Tiles(across, measures["chart-gap"], padding, palette.tint, height=measures["card-height"], side=bar)


def _name(body: Body, side: Element, group: CardGroup, *, first: bool) -> None:
    """Write a group's number and name into the side column."""
    if not first:
        leave_empty(body, side)
        return
    if group.number.pieces:
        body.write(side, group.number)
    body.write(side, group.name)
