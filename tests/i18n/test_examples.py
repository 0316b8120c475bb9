"""What translators are told of references: how each prints, once, and without noise."""

from __future__ import annotations

from reportgen.i18n.examples import examples, with_examples, without_examples

PRINTS = {"{energy}": "5.30 MWh", "{current}": "2023"}


def prints(reference: str) -> str:
    return PRINTS.get(reference, "")


def test_each_reference_has_a_line_below_the_headings() -> None:
    comment = with_examples("Energy > Use", ["{energy}", "{current}"], "", prints)
    assert comment == "Energy > Use\n{energy} = 5.30 MWh\n{current} = 2023"
    assert examples(comment) == PRINTS
    assert without_examples(comment) == "Energy > Use"


def test_a_reference_that_prints_nothing_has_none() -> None:
    assert with_examples("Energy", ["{unknown}"], "", prints) == "Energy"
    assert with_examples("", [], "", prints) == ""


def test_an_example_stays_as_long_as_its_message_does() -> None:
    before = "Old heading\n{energy} = 4.10 MWh\n{gone} = 7"
    assert with_examples("Energy", ["{energy}", "{current}"], before, prints) == (
        "Energy\n{energy} = 4.10 MWh\n{current} = 2023"
    )
