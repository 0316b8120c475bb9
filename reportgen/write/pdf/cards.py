"""Key figures side by side: a rule, the number set large, what it says; up to three across."""

from __future__ import annotations

from msgspec import Struct
from msgspec.structs import replace

from reportgen.model.flow import Card, Cards
from reportgen.write.pdf.elements import add
from reportgen.write.pdf.page import Page
from reportgen.write.pdf.paragraph import notes_of
from reportgen.write.pdf.parts import Element
from reportgen.write.pdf.press import Press
from reportgen.write.pdf.strip import Strip
from reportgen.write.pdf.text import SetText

SMALL = "figure-number-small"
"""The style of all numbers of a row in which one is wider than its card."""


class _SetCard(Struct, frozen=True):
    figure: SetText | None
    label: SetText


def flow_cards(press: Press, cards: Cards) -> None:
    """Stack key figures, row by row."""
    element = add(press.parent, "Sect")
    at = 0
    for count in rows_of(len(cards.cards)):
        press.stack.add(_row(press, cards, cards.cards[at : at + count], element))
        at += count


def rows_of(cards: int) -> list[int]:
    """Return how many cards stand in each row: three at most, and no card alone below others."""
    if cards <= 3:
        return [cards] if cards else []
    rows = -(-cards // 3)
    return [cards // rows + (1 if row < cards % rows else 0) for row in range(rows)]


def _row(press: Press, cards: Cards, row: tuple[Card, ...], element: Element) -> Strip:
    measures, page = press.theme.measures, press.theme.page
    gap = measures["chart-gap"]
    width = (page.prose_width - gap * (max(len(row), 2) - 1)) / max(len(row), 2)
    placed = _placed(press, row, width, element)
    numbers = max((card.figure.height for card in placed if card.figure), default=0.0)
    above = measures["figure-rule"] + measures["figure-gap"]
    labels = max(card.label.height for card in placed)
    height = max(above + numbers + labels, measures["figure-height"] if numbers else 0.0)

    def paint(sheet: Page, top: float) -> None:
        for number, card in enumerate(placed):
            x = page.prose_x + number * (width + gap)
            colour = press.colour("base", cards.family)
            sheet.paint(sheet.ink.rule(x, top, width, measures["figure-rule"], colour))
            if card.figure:
                card.figure.paint_all(sheet, x, top + above)
            card.label.paint_all(sheet, x, top + above + numbers)

    notes = tuple(n for card in placed for text in (card.figure, card.label) if text for n in notes_of(text))
    step = press.theme.step
    return Strip(height, paint, before=step, after=step, notes=notes, prose=True, grid=True)


def _placed(press: Press, row: tuple[Card, ...], width: float, element: Element) -> list[_SetCard]:
    figures = [card.figure for card in row if card.figure]
    small = any(press.typesetter.measure(figure).natural > width for figure in figures)
    placed = []
    for card in row:
        figure = card.figure
        if figure and small:
            figure = replace(figure, style=SMALL)
        number = SetText(press, figure, width, add(element, "P")) if figure else None
        label = SetText(press, card.label, width, add(element, "P"))
        for text in (number, label):
            if text:
                press.notes.declare(notes_of(text), element)
        placed.append(_SetCard(number, label))
    return placed
