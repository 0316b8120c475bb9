"""Kerning, which moves glyphs and never changes them."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from reportgen.model import flow
from reportgen.write.pdf.faces import Face

TABULAR = "\ud800"


@pytest.fixture
def face(setting: Callable[[str], Any], paragraph: Callable[..., flow.Paragraph]) -> Face:
    """Inter, regular."""
    typesetter = setting("en").typesetter
    typesetter.lines(paragraph("x", style="sans"), 100)
    face: Face = typesetter.fonts.used()[0]
    return face


def test_pairs_are_moved_together(face: Face) -> None:
    advances, kerns = face.kerned("AVA")
    assert [place for place, _ in kerns] == [1, 2]
    assert all(move < 0 for _, move in kerns)
    assert sum(advances) == sum(face.advances[code] for code in "AVA") + sum(move for _, move in kerns)


def test_kerning_does_not_depend_on_what_was_met_before(face: Face) -> None:
    words = ("To", "Yes", "AV", "office", "To Yes, AV office")
    before = [face.kerned(word) for word in words]
    face._kerning.clear()
    assert before == [face.kerned(word) for word in reversed(words)][::-1]


def test_a_letter_is_kerned_before_a_space_and_not_after_one(face: Face) -> None:
    moved = [place for place, _ in face.kerned("T. A AV")[1]]
    assert 1 in moved
    assert 6 in moved
    assert not {3, 5} & set(moved)


def test_words_with_private_codes_are_left_as_they_are(face: Face) -> None:
    assert [place for place, _ in face.kerned(f"AV AV{TABULAR} AV")[1]] == [1, 8]


@pytest.mark.parametrize("word", ["office", "fi", "->", "1x2", "e\u0301"])
def test_a_code_is_a_glyph_whatever_the_font_would_join(face: Face, word: str) -> None:
    assert len(face.kerned(word)[0]) == len(word)


def test_digits_for_columns_are_of_one_width_and_unkerned(setting: Callable[[str], Any]) -> None:
    made = setting("en")
    style = made.theme.styles["sans"]
    widths = {made.typesetter.tabular(digits, style, False, "ink").width for digits in ("111", "470", "888")}
    assert len(widths) == 1
    proportional = {made.typesetter.plain(digits, style, "ink").width for digits in ("111", "470", "888")}
    assert len(proportional) == 3


def test_marks_between_digits_keep_their_own_width(setting: Callable[[str], Any]) -> None:
    made = setting("en")
    style = made.theme.styles["sans"]
    number = made.typesetter.tabular("1,234", style, False, "ink")
    digits = made.typesetter.tabular("1234", style, False, "ink")
    assert number.width - digits.width == pytest.approx(made.typesetter.plain(",", style, "ink").width)


def test_tracking_is_for_latin_and_does_not_stand_after_the_last(
    setting: Callable[[str], Any], paragraph: Callable[..., flow.Paragraph]
) -> None:
    typesetter = setting("en").typesetter
    one = typesetter.lines(paragraph("2", style="tight"), 999)[0].width
    four = typesetter.lines(paragraph("2222", style="tight"), 999)[0].width
    assert four == pytest.approx(4 * one - 3 * 5)
    assert typesetter.lines(paragraph("环境", style="tight"), 999)[0].width == pytest.approx(200)
