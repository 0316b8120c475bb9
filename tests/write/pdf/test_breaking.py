"""Where lines end: in Chinese by CLREQ, in English between words."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reportgen.model import flow
from reportgen.write.pdf.breaking import Breaker, Measured, Stretch, natural
from reportgen.write.pdf.chain import BY_LANGUAGE
from reportgen.write.pdf.classes import NOT_AT_END, NOT_AT_START, Classes
from reportgen.write.pdf.hyphenation import hyphenation

HAN = Classes(BY_LANGUAGE)
LATIN = Classes(frozenset())
HYPHEN = 5.0
NO_END = float("inf")


def measured(text: str, *, spare: dict[int, float] | None = None, glued: set[int] | None = None) -> Measured:
    """Chinese characters 10 points wide, all others 5; so are the line widths below easy to count."""
    running = [0.0]
    for code in text:
        running.append(running[-1] + (10.0 if HAN[code] & 1 else 5.0))
    return Measured(text, running, {}, frozenset(glued or ()), spare or {})


def broken(text: str, width: float, classes: Classes = HAN, **places: Any) -> list[str]:
    lines = Breaker(classes, hyphenation).lines(measured(text, **places), width, width, HYPHEN)
    return [text[line.start : line.end] + "-" * line.hyphen for line in lines]


def test_words_stay_whole_and_spaces_vanish_at_the_end() -> None:
    assert broken("a lazy dog sleeps", 50, LATIN) == ["a lazy dog", "sleeps"]


def test_latin_words_stay_whole_in_chinese() -> None:
    assert broken("我们在Beijing工作", 50) == ["我们在", "Beijing", "工作"]


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("温室气体，排放", ["温室气", "体，排放"]),  # no comma at a line's start
        ("温室气（体排放", ["温室气", "（体排放"]),  # no opening mark at a line's end
        ("温室气体”。排放", ["温室气", "体”。排", "放"]),
        ("见《“环境”》章", ["见《“环", "境”》章"]),
        ("排放10%的", ["排放10%", "的"]),
        ("气体——排放", ["气体——", "排放"]),
        ("温室气体……排", ["温室气", "体……排"]),
    ],
)
def test_marks_that_may_not_begin_or_end_a_line(text: str, lines: list[str]) -> None:
    assert broken(text, 40) == lines


def test_a_closing_mark_is_squeezed_where_that_makes_it_fit() -> None:
    text = "温室气体，排放"
    lines = Breaker(HAN, hyphenation).lines(measured(text, spare={4: 5.0}), 45, 45, HYPHEN)
    assert [text[line.start : line.end] for line in lines] == ["温室气体，", "排放"]
    assert [line.squeezed for line in lines] == [5.0, 0.0]


def test_a_notes_mark_stays_with_its_word() -> None:
    assert broken("温室气体1排放", 40, glued={4}) == ["温室气", "体1排放"]


def test_no_break_space_holds_number_and_unit_together() -> None:
    assert broken("emits 12\u00a0kg now", 45, LATIN) == ["emits", "12\u00a0kg now"]


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("a well-known case", ["a well-", "known case"]),
        ("of COVID-19 cases", ["of", "COVID-19", "cases"]),
        ("from 2021–2023 on", ["from", "2021–2023", "on"]),
        ("men / women", ["men /", "women"]),
    ],
)
def test_breaks_after_marks_that_part_two_words(text: str, lines: list[str]) -> None:
    assert broken(text, 50, LATIN) == lines


def test_a_word_longer_than_its_column_is_hyphenated() -> None:
    assert broken("responsibility", 40, LATIN) == ["respon-", "sibility"]


def test_an_address_is_broken_after_its_marks() -> None:
    lines = broken("https://www.example.com/reports/2023.html", 80, LATIN)
    assert lines == ["https://www.", "example.com/", "reports/2023.", "html"]


def test_what_cannot_be_broken_is_cut() -> None:
    assert broken("9999999999", 20, LATIN) == ["9999", "9999", "99"]


def test_hard_breaks_end_lines_and_all_lines_of_one_are_last() -> None:
    lines = Breaker(LATIN, hyphenation).lines(measured("one\ntwo"), NO_END, NO_END, HYPHEN)
    assert lines == [Stretch(0, 3, last=True), Stretch(4, 7, last=True)]


def test_the_first_line_may_be_wider() -> None:
    text = "aaa bbb ccc ddd"
    lines = Breaker(LATIN, hyphenation).lines(measured(text), 55, 35, HYPHEN)
    assert [text[line.start : line.end] for line in lines] == ["aaa bbb ccc", "ddd"]


def test_pieces_are_what_cannot_be_broken() -> None:
    breaker = Breaker(HAN, hyphenation)
    assert list(breaker.pieces(measured("ab cdef"))) == [10.0, 20.0]
    assert list(breaker.pieces(measured("温，（室）"))) == [20.0, 30.0]


MIXED = st.text(alphabet="温室气体排放，。、（）《》“”！—…%12ab -/", max_size=60)


@settings(max_examples=300, deadline=None)
@given(MIXED, st.integers(60, 200))
def test_no_line_begins_or_ends_with_what_may_not(text: str, width: int) -> None:
    source = measured(text)
    breaker = Breaker(HAN, hyphenation)
    lines = breaker.lines(source, width, width, HYPHEN)
    for before, line in pairwise(lines):
        if any(breaker.permitted(source, place) for place in range(before.start + 1, before.end + 1)):
            assert not HAN[text[line.start]] & NOT_AT_START
            assert before.end < line.start or not HAN[text[before.end - 1]] & NOT_AT_END


@settings(max_examples=300, deadline=None)
@given(MIXED, st.integers(20, 200))
def test_nothing_is_lost_and_no_line_is_too_wide(text: str, width: int) -> None:
    source = measured(text)
    lines = Breaker(HAN, hyphenation).lines(source, width, width, HYPHEN)
    assert "".join(text[line.start : line.end] for line in lines).replace(" ", "") == text.replace(" ", "")
    assert all(natural(source, line) <= width + 0.01 for line in lines)


def test_english_is_ragged_and_chinese_fills_its_lines(
    setting: Callable[[str], Any], paragraph: Callable[..., flow.Paragraph]
) -> None:
    words = "本集团于2023年持续推进节能减排，通过ISO 14001认证的数据中心达到五个，（详见“环境”一章）。" * 3
    lines = setting("zh_Hans").typesetter.lines(paragraph(words, style="han"), 300)
    assert all(line.width == pytest.approx(300, abs=0.3) for line in lines[:-1])
    assert lines[-1].width < 300
    ragged = setting("en").typesetter.lines(paragraph("The quick brown fox jumps. " * 9), 200)
    assert len({round(line.width, 2) for line in ragged}) > 1
    assert all(line.width <= 200 for line in ragged)


def test_scripts_stand_a_quarter_em_apart(
    setting: Callable[[str], Any], paragraph: Callable[..., flow.Paragraph]
) -> None:
    typesetter = setting("zh_Hans").typesetter

    def width(words: str) -> float:
        return float(typesetter.measure(paragraph(words, style="han")).natural)

    assert width("共12项") == pytest.approx(width("共项") + width("12") + 2 * 2.5)
    assert width("共，12") == pytest.approx(width("共，") + width("12"))


def test_two_marks_in_a_row_close_up_by_half_an_em(
    setting: Callable[[str], Any], paragraph: Callable[..., flow.Paragraph]
) -> None:
    typesetter = setting("zh_Hans").typesetter
    assert typesetter.measure(paragraph("）（", style="han")).natural == pytest.approx(15)
    assert typesetter.measure(paragraph("，“", style="han")).natural == pytest.approx(15)
    assert typesetter.measure(paragraph("（环", style="han")).natural == pytest.approx(20)


def test_headings_get_lines_of_like_length(
    setting: Callable[[str], Any], paragraph: Callable[..., flow.Paragraph]
) -> None:
    heading = paragraph("Health, safety and wellbeing of all our staff", style="heading", level=2)
    first, second = setting("en").typesetter.lines(heading, 400)
    assert abs(first.width - second.width) < 80


def test_hanging_lines_begin_further_in(
    setting: Callable[[str], Any], paragraph: Callable[..., flow.Paragraph]
) -> None:
    lines = setting("en").typesetter.lines(paragraph("Some words of a note. " * 6, style="footnote"), 150)
    assert [line.segments[0].x for line in lines] == [0.0] + [12.0] * (len(lines) - 1)
    assert all(line.width <= 150 for line in lines)


def test_no_chinese_character_is_alone_on_a_last_line() -> None:
    assert broken("温室气体排放总量上升。", 90) == ["温室气体排放总量", "上升。"]
    assert broken("温室气体排放总量上升", 90) == ["温室气体排放总量", "上升"]
    assert broken("温室气体排放总量上升了", 90) == ["温室气体排放总量上", "升了"]


def test_no_words_no_lines(setting: Callable[[str], Any], paragraph: Callable[..., flow.Paragraph]) -> None:
    assert setting("en").typesetter.lines(paragraph(), 100) == []
    assert setting("en").typesetter.lines(paragraph(""), 100) == []
