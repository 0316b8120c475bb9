"""Key figures that begin with a word begin with a capital; digits and labels stay as they are."""

from __future__ import annotations

from reportgen.diagnostics import Span
from reportgen.model.block import Card, CardGroup, Cards, Document, Heading
from reportgen.model.inline import Bound, Inline, Ref, Strong, Text
from reportgen.transform.capitals import capitals

HERE = Span("content/sections/a.md")


def bound(text: str) -> Bound:
    return Bound(text, Ref("fires", "", "words", HERE), (), 3)


def figures(*made: tuple[Inline, ...]) -> list[tuple[Inline, ...]]:
    cards = tuple(Card(figure, (Text("fires"),)) for figure in made)
    name = Heading(3, (Text("quays"),), "", HERE)
    document = Document(
        "en", (), (), (), (Cards(cards, HERE), CardGroup("01", name, "brand", cards, ((Text("at night"),),), HERE))
    )
    alone, group = capitals(document).blocks
    assert isinstance(alone, Cards)
    assert isinstance(group, CardGroup)
    assert alone.cards == group.cards
    assert [card.label for card in alone.cards] == [(Text("fires"),)] * len(made)
    assert (group.name, group.statements) == (name, ((Text("at night"),),))
    return [card.figure for card in alone.cards]


def test_a_figure_that_begins_with_a_word_begins_with_a_capital() -> None:
    assert figures((bound("zero"),), (Text("over "), bound("five"))) == [
        (bound("Zero"),),
        (Text("Over "), bound("five")),
    ]


def test_digits_chinese_and_cards_without_figure_stay() -> None:
    kept: list[tuple[Inline, ...]] = [(bound("904"),), (bound("七"), Text("项")), (), (Strong((Text("all"),)),)]
    assert figures(*kept) == kept
