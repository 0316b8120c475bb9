"""Key figures to the flow: alone in the text, and as the highlights of a chapter."""

from __future__ import annotations

from reportgen.model import block, flow
from reportgen.model.flow import Run
from reportgen.style.figure_text import figure_pieces
from reportgen.style.pieces import messages, paragraph, pieces


def lower_cards(cards: block.Cards, family: str) -> flow.Cards:
    """Return key figures that stand in the text."""
    return flow.Cards(_cards(cards.cards, family, "figure"), family)


def lower_card_group(group: block.CardGroup) -> flow.CardGroup:
    """Return a chapter's highlights, in the colours of that chapter."""
    family = group.family
    statements = tuple((paragraph("card-statement", words, family),) for words in group.statements)
    return flow.CardGroup(
        flow.Paragraph("group-number", (Run(group.number),) if group.number else (), family),
        paragraph("group-name", group.name.inlines, family, group.name.level, group.name.anchor),
        _cards(group.cards, family, "card"),
        flow.Items(False, statements, "card-statement", family) if statements else None,
        family,
    )


def _cards(cards: tuple[block.Card, ...], family: str, style: str) -> tuple[flow.Card, ...]:
    return tuple(_card(card, family, style) for card in cards)


def _card(card: block.Card, family: str, style: str) -> flow.Card:
    label = paragraph(f"{style}-label", card.label, family)
    if not card.figure:
        return flow.Card(None, label)
    # A figure that is written before its label, as one text, is of the label's message.
    own = messages(card.figure) or label.messages
    return flow.Card(flow.Paragraph(f"{style}-number", figure_pieces(pieces(card.figure)), family, messages=own), label)
