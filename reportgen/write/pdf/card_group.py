"""A chapter's highlights: beside its number and name its key figures on tinted cards, and further statements.

A group stands on one page; groups that take several fill the last two alike. One card alone is half as wide as the
column, and the statements stand beside it.
"""

from __future__ import annotations

from msgspec import Struct
from msgspec.structs import replace

from reportgen.model.flow import Card, CardGroup, Paragraph
from reportgen.style.card_placing import MOST_ACROSS, cards_across
from reportgen.write.pdf.elements import add
from reportgen.write.pdf.items import Column, list_strips
from reportgen.write.pdf.page import Page
from reportgen.write.pdf.paragraph import followed, notes_of
from reportgen.write.pdf.parts import Element
from reportgen.write.pdf.press import Press
from reportgen.write.pdf.record import words_of
from reportgen.write.pdf.strip import Strip
from reportgen.write.pdf.text import SetText

SMALL = "card-number-small"
"""The style of all numbers of a row of four, or of one with a number wider than its card."""


class _SetCard(Struct, frozen=True):
    """A card set; ``left`` and ``top`` are its place below the group's rule."""

    figure: SetText
    label: SetText
    left: float
    top: float


class _Cards(Struct, frozen=True):
    """All cards of a group: their width, the heights of their rows by top."""

    cards: tuple[_SetCard, ...]
    width: float
    heights: dict[float, float]

    @property
    def bottom(self) -> float:
        return max((top + height for top, height in self.heights.items()), default=0.0)


def flow_card_group(press: Press, group: CardGroup) -> None:
    """Stack a chapter's highlights."""
    press.stack.add(_strip(press, group))


def _strip(press: Press, group: CardGroup) -> Strip:
    measures = press.theme.measures
    element = add(press.parent, "Sect")
    depth = press.depth(group.name.level)
    heading = add(element, f"H{depth}")
    page = press.theme.page
    number = SetText(press, followed(group.number), page.side_width, heading) if group.number.pieces else None
    name = SetText(press, group.name, page.side_width, heading)
    name_top = measures["card-top"] + (number.height + measures["group-name-gap"] if number else 0.0)
    cards = _set_cards(press, group, element)
    texts = [name, *(text for card in cards.cards for text in (card.figure, card.label))]
    notes = [note for text in texts for note in notes_of(text)]
    press.notes.declare(tuple(notes), element)
    statements, beside = _statements(press, group, element, alone=len(group.cards) == 1)
    below = measures["card-top"] if beside or not group.cards else cards.bottom + measures["card-statements-gap"]
    ends = below + sum(strip.height + strip.after for strip in statements) if statements else 0.0
    height = max(name_top + name.height, cards.bottom, ends)

    def paint(sheet: Page, top: float) -> None:
        _paint_rule(press, group, sheet, top)
        words = f"{words_of(group.number.pieces)} {words_of(group.name.pieces)}".strip()
        press.record.bookmark(depth, words, sheet, top)
        press.record.anchor(group.name.anchor, sheet, top)
        if number:
            number.paint_all(sheet, page.left, top + measures["card-top"])
        name.paint_all(sheet, page.left, top + name_top)
        _paint_cards(press, group, cards, sheet, top)
        y = top + below
        for strip in statements:
            strip.paint(sheet, y)
            y += strip.height + strip.after

    notes += [note for strip in statements for note in strip.notes]
    gap = measures["group-gap"]
    numbers = tuple(dict.fromkeys(notes))
    return Strip(height, paint, before=gap, after=gap, notes=numbers, prose=True, evenly=True)


def _set_cards(press: Press, group: CardGroup, element: Element) -> _Cards:
    measures, page = press.theme.measures, press.theme.page
    across = cards_across(len(group.cards))
    gap = measures["chart-gap"]
    width = (page.prose_width - gap * (across - 1)) / across
    inner = width - 2 * measures["card-padding-side"]
    figures = [_figure(card) for card in group.cards]
    small = across >= MOST_ACROSS or any(press.typesetter.measure(figure).natural > inner for figure in figures)
    top, cards, heights = measures["card-top"], [], {}
    for begin in range(0, len(group.cards), across):
        row = [
            (
                SetText(press, replace(figure, style=SMALL) if small else figure, inner, add(element, "P")),
                SetText(press, card.label, inner, add(element, "P")),
            )
            for figure, card in zip(figures[begin : begin + across], group.cards[begin : begin + across], strict=True)
        ]
        tallest = max(figure.height + label.height for figure, label in row)
        padding = measures["card-padding-top"] + measures["card-padding-bottom"]
        heights[top] = max(tallest + padding, measures["card-height"])
        cards += [_SetCard(*texts, page.prose_x + at * (width + gap), top) for at, texts in enumerate(row)]
        top += heights[top] + gap
    return _Cards(tuple(cards), width, heights)


def _figure(card: Card) -> Paragraph:
    assert card.figure is not None, "what has no figure is a statement"
    return card.figure


def _statements(press: Press, group: CardGroup, element: Element, *, alone: bool) -> tuple[list[Strip], bool]:
    """Return the strips of the statements, and whether they stand beside a card that is ``alone``."""
    if group.statements is None:
        return [], False
    page = press.theme.page
    half = (page.prose_width - press.theme.measures["chart-gap"]) / 2
    column = Column(page.prose_x, page.prose_width, element)
    if alone:
        column = Column(page.prose_x + page.prose_width - half, half, element)
    return list(list_strips(press, group.statements, column)), alone


def _paint_rule(press: Press, group: CardGroup, sheet: Page, top: float) -> None:
    measures, page = press.theme.measures, press.theme.page
    rule, base = press.colour("rule", group.family), press.colour("base", group.family)
    sheet.paint(sheet.ink.rule(page.left, top, page.frame_width, measures["rule"], rule))
    sheet.paint(sheet.ink.rule(page.left, top, measures["section-bar-width"], measures["section-bar"], base))


def _paint_cards(press: Press, group: CardGroup, cards: _Cards, sheet: Page, top: float) -> None:
    measures, tint = press.theme.measures, press.colour("tint", group.family)
    for card in cards.cards:
        y = top + card.top
        sheet.paint(sheet.ink.rectangle(card.left, y, cards.width, cards.heights[card.top], tint))
        x = card.left + measures["card-padding-side"]
        card.figure.paint_all(sheet, x, y + measures["card-padding-top"])
        card.label.paint_all(sheet, x, y + measures["card-padding-top"] + card.figure.height)
