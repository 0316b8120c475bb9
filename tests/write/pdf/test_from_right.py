"""Words that are read from right to left: their direction, the forms of their letters, their place in a line."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
import uharfbuzz as hb

from reportgen.model import flow
from reportgen.model.locale import LOCALES
from reportgen.model.theme import Face, FontFile, TextStyle
from reportgen.style.foreign import runs_from_right
from reportgen.write.pdf.bidi import in_order, levels_of, visual
from reportgen.write.pdf.faces import Faces
from reportgen.write.pdf.parts import Line, Segment
from reportgen.write.pdf.setting import Typesetter
from reportgen.write.pdf.shaping import shaped

RTL = "justmytype_intl_rtl"
HEBREW = FontFile("hebrew", RTL, "fonts/ofl/notosanshebrew/NotoSansHebrew[wdth,wght].ttf", ())
ARABIC = FontFile("arabic", RTL, "fonts/ofl/notosansarabic/NotoSansArabic[wdth,wght].ttf", ())


def seen(text: str) -> str:
    """Return a text as it stands from left to right, without mirroring: capitals are Hebrew, small letters Latin."""
    hebrew = "".join(chr(0x5D0 + ord(each) - 65) if each.isupper() else each for each in text)
    return "".join(text[at] for at in in_order(levels_of(hebrew)))


@pytest.mark.parametrize(
    ("text", "order"),
    [
        ("plain words.", "plain words."),
        ("say ABC DEF now", "say FED CBA now"),
        ("ABC DEF.", ".FED CBA"),
        ("year ABC 2022 DEF ok", "year FED 2022 CBA ok"),
        ("ABC 1,234.5 DEF", "FED 1,234.5 CBA"),
        ("a (ABC DEF) b", "a (FED CBA) b"),
        ("a (ABC 12) b", "a (12 CBA) b"),
        ("AB (CD) x", ")DC( BA x"),
        ("says “ABC DEF.” And", "says “.FED CBA” And"),
        ("AB, CD and EF", "DC ,BA and FE"),
    ],
)
def test_the_order_in_which_characters_stand(text: str, order: str) -> None:
    assert seen(text) == order


def test_marks_of_notes_belong_to_the_sentence() -> None:
    text = "say אבג.1 Then"
    place = text.index("1")
    assert levels_of(text, {place})[place] == 0
    assert levels_of(text)[place] == 2


def test_a_paragraph_runs_from_the_right_where_it_has_no_other_letters() -> None:
    assert runs_from_right("אור 2022.")
    assert not runs_from_right("אור and light")
    assert not runs_from_right("2022.")
    assert visual([(1, 30.0), (2, 10.0), (1, 5.0)], 100.0) == [115.0, 105.0, 100.0]


@pytest.fixture
def arabic(tmp_path: Path) -> Any:
    return Faces(LOCALES["en"], tmp_path).face(ARABIC, 400, 10, han=False)


def drawn(face: Any, word: str) -> list[str]:
    return [face.font.glyph_to_string(face.glyph(glyph.code)) for glyph in shaped(face, word)]


def test_arabic_letters_stand_in_the_forms_in_which_they_join(arabic: Any) -> None:
    def form(character: str) -> str:
        return str(arabic.font.glyph_to_string(arabic.font.get_nominal_glyph(ord(character))))

    joined = [form(character) for character in "\ufe91\ufef4\ufe96"]  # initial beh, medial yeh, final teh
    assert drawn(arabic, "بيت") == joined
    assert drawn(arabic, "دار") == [form(character) for character in "\ufea9\ufe8d\ufead"], "none of them joins on"
    assert drawn(arabic, "ب\u200cت") == [form("\ufe8f"), form("\ufe95")], "a non-joiner does"


def test_what_is_copied_are_the_letters(arabic: Any) -> None:
    glyphs = shaped(arabic, "سلام")
    assert [arabic.codes.meaning(glyph.code) for glyph in glyphs] == ["س", "لا", "م"]


def test_points_are_set_off_their_place(arabic: Any) -> None:
    glyphs = shaped(arabic, "نُور")
    assert "".join(arabic.codes.meaning(glyph.code) for glyph in glyphs).replace("\u200d", "") == "نُور"
    (point,) = [glyph for glyph in glyphs if arabic.codes.meaning(glyph.code) == "\u064f"]
    assert point.advance == 0
    assert (point.right, point.up) != (0, 0)


def test_a_font_without_whole_forms_lets_harfbuzz_join_them(arabic: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    known = arabic.font.get_nominal_glyph
    monkeypatch.setattr(hb.Font, "get_nominal_glyph", lambda _, character: known(character) * (character < 0xFB50))
    glyphs = shaped(arabic, "بيت")
    assert "".join(arabic.codes.meaning(glyph.code) for glyph in glyphs).replace("\u200d", "") == "بيت"


@pytest.fixture
def lines(setting: Callable[[str], Any], tmp_path: Path) -> Callable[..., list[Line]]:
    """Break a paragraph in a face that has Hebrew."""

    def broken(text: str, width: float = 400) -> list[Line]:
        theme = setting("en").theme
        face = Face("sans", (*theme.styles["sans"].face.upright, HEBREW), (), (), "Arial", "Arial")
        theme.styles["sans"] = TextStyle("sans", face, 10, 15)
        typesetter = Typesetter(theme, LOCALES["en"], tmp_path)
        made = typesetter.lines(flow.Paragraph("sans", (flow.Run(text),), "brand"), width)
        assert typesetter.missing == {}
        return made

    return broken


def placed(line: Line) -> list[Segment]:
    return sorted(line.segments, key=lambda segment: segment.x)


def test_a_line_holds_its_segments_as_they_are_read_and_places_them_as_they_stand(
    lines: Callable[..., list[Line]],
) -> None:
    (line,) = lines("light אור 12 נמל here")
    assert [segment.said for segment in line.segments if segment.said] == ["אור ", "12", " נמל"]
    hebrew = [segment.said for segment in placed(line) if segment.said]
    assert hebrew == [" נמל", "12", "אור "]
    assert not line.from_right
    edges = [(segment.x, segment.x + segment.width) for segment in placed(line)]
    assert all(right == pytest.approx(left) for (_, right), (left, _) in pairwise(edges))


def test_a_paragraph_from_the_right_is_broken_as_it_is_read(lines: Callable[..., list[Line]]) -> None:
    first, second = lines("אור הנמל דולק כל הלילה", 70)
    assert first.from_right
    assert "".join(segment.said for segment in first.segments) == "אור הנמל דולק "
    assert "".join(segment.said for segment in second.segments) == "כל הלילה"
