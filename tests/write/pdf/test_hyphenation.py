"""Where words may be cut, and at what cost."""

from __future__ import annotations

import pytest

from reportgen.write.pdf.hyphenation import CUT, NAME, SHORT, hyphenation


def test_the_less_would_stand_apart_the_more_it_costs() -> None:
    assert hyphenation("a management") == {5: SHORT, 8: CUT}
    assert hyphenation("employees") == {6: SHORT}
    assert hyphenation("public lamps") == {3: SHORT}
    assert hyphenation("public management", CUT) == {13: CUT}


@pytest.mark.parametrize("text", ["the Management", "self-management", "eMANAGEMENT"])
def test_names_and_compounds_cost_most(text: str) -> None:
    assert set(hyphenation(text).values()) == {NAME}


@pytest.mark.parametrize("text", ["oil", "www.management.example", "mail@management.example", "/management/"])
def test_short_words_and_addresses_are_not_cut(text: str) -> None:
    assert hyphenation(text) == {}
