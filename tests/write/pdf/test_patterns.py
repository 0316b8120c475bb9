"""Where words may be cut, by patterns of letters."""

from __future__ import annotations

from pyphen import LANGUAGES, Pyphen

from reportgen.write.pdf.patterns import Patterns

WORDS = (
    "hyphenation report sustainability Governance committee's Kingsoft EMISSIONS greenhouse résumé naïveté associate "
    "project present table tables a an ab consolidated disclosures stakeholders materiality"
)


def test_an_odd_digit_allows_a_cut_and_a_higher_even_one_forbids_it() -> None:
    assert Patterns("LEFTHYPHENMIN 2\na1b").cuts("abcab") == [1, 4]
    assert Patterns("a1b\na2bc").cuts("abcab") == [4]
    assert Patterns("a1b\na2bc\na3bca").cuts("abcab") == [1, 4]


def test_a_full_stop_is_a_words_beginning_or_end() -> None:
    assert Patterns("a1b\n.a2b").cuts("abcab") == [4]
    assert Patterns("a1b\na2b.").cuts("abcab") == [1]


def test_english_words_are_cut_as_by_pyphen() -> None:
    patterns = Patterns(LANGUAGES["en_US"].read_text("utf-8"))
    pyphen = Pyphen(lang="en_US", left=0, right=0)
    for word in WORDS.split():
        assert patterns.cuts(word) == [int(place) for place in pyphen.hd.positions(word)], word
