"""Key figures to the flow: alone in the text, and as the highlights of a chapter."""

from __future__ import annotations

from reportgen.model import block, flow
from reportgen.model.flow import Run
from reportgen.style.figure_text import figure_pieces
from reportgen.style.pieces import pieces


def lower_cards(cards: block.Cards, family: str) -> flow.Cards:
    """Return key figures that stand in the text."""
    return flow.Cards(_cards(cards.cards, family, "figure"), family)


def lower_card_group(group: block.CardGroup) -> flow.CardGroup:
    """Return a chapter's highlights, in the colours of that chapter."""
    family = group.family
    statements = tuple((flow.Paragraph("card-statement", pieces(words), family),) for words in group.statements)
    return flow.CardGroup(
        flow.Paragraph("group-number", (Run(group.number),) if group.number else (), family),
        flow.Paragraph("group-name", pieces(group.name.inlines), family, group.name.level, group.name.anchor),
        _cards(group.cards, family, "card"),
        flow.Items(False, statements, "card-statement", family) if statements else None,
        family,
    )


def _cards(cards: tuple[block.Card, ...], family: str, style: str) -> tuple[flow.Card, ...]:
    return tuple(_card(card, family, style) for card in cards)


def _card(card: block.Card, family: str, style: str) -> flow.Card:
    figure = flow.Paragraph(f"{style}-number", figure_pieces(pieces(card.figure)), family) if card.figure else None
    return flow.Card(figure, flow.Paragraph(f"{style}-label", pieces(card.label), family))
