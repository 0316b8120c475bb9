"""Where lines end: in Chinese by CLREQ, in English between words."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reportgen.model import flow
from reportgen.write.pdf.breaking import Breaker, Column, Measured, Stretch, natural
from reportgen.write.pdf.chain import BY_LANGUAGE
from reportgen.write.pdf.classes import NOT_AT_END, NOT_AT_START, Classes
from reportgen.write.pdf.codes import with_moves
from reportgen.write.pdf.han_words import within_terms, word_ends
from reportgen.write.pdf.hyphenation import hyphenation
from reportgen.write.pdf.opportunities import BEFORE_NUMBER, Finder

Ends = Callable[[str], frozenset[int]]

HAN = Classes(BY_LANGUAGE)
LATIN = Classes(frozenset())
HYPHEN = 5.0
NO_END = float("inf")


def measured(text: str, *, glued: set[int] | None = None, squeezed: bool = False) -> Measured:
    """Chinese characters 10 points wide, all others 5; so are the line widths below easy to count."""
    running = [0.0]
    for code in text:
        running.append(running[-1] + (10.0 if HAN.is_wide(code) else 5.0))
    left, right = running.copy(), running.copy()
    for place, code in enumerate(text if squeezed else ""):
        left[place] += 5.0 * (code in HAN.opening)
        right[place + 1] -= 5.0 * (code in HAN.closing)
    return Measured(text, running, left, right, frozenset(glued or ()))


def column(width: float, *, hyphens: bool = False, ragged: float = 30, least: float = 0, even: bool = False) -> Column:
    return Column(width, width, width if even else ragged, least, even=even, hyphen=HYPHEN, hyphens=hyphens)


def breaker_of(classes: Classes, words: Ends | None = None, terms: Ends | None = None) -> Breaker:
    """Make a breaker; without ``words``, each character is one, and without ``terms`` there are none."""
    every = words or (lambda text: frozenset(range(len(text) + 1)))
    return Breaker(classes, hyphenation, every, terms or (lambda text: frozenset()))


def lines_of(source: Measured, width: float, classes: Classes = HAN, **more: Any) -> list[Stretch]:
    return breaker_of(classes).lines(source, column(width, **more))


def broken(text: str, width: float, classes: Classes = HAN, *, glued: set[int] | None = None, **more: Any) -> list[str]:
    lines = lines_of(measured(text, glued=glued), width, classes, **more)
    return [text[line.start : line.end] + "-" * line.hyphen for line in lines]


def test_words_stay_whole_and_spaces_vanish_at_the_end() -> None:
    assert broken("a lazy dog sleeps", 50, LATIN) == ["a lazy dog", "sleeps"]


def test_latin_words_stay_whole_in_chinese() -> None:
    assert broken("我们在Beijing工作", 50, least=19) == ["我们在", "Beijing", "工作"]


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("温室气体，排放", ["温室气", "体，排放"]),  # no comma at a line's start
        ("温室气（体排放", ["温室气", "（体排放"]),  # no opening mark at a line's end
        ("温室气体”。排放", ["温室气", "体”。", "排放"]),
        ("见《“环境”》章", ["见《“环", "境”》章"]),
        ("排放10%的", ["排放10%", "的"]),
        ("气体——排放", ["气体——", "排放"]),
        ("温室气体……排", ["温室气", "体……排"]),
    ],
)
def test_marks_that_may_not_begin_or_end_a_line(text: str, lines: list[str]) -> None:
    assert broken(text, 40) == lines


def test_a_mark_loses_its_blank_half_at_a_lines_end_and_start() -> None:
    source = measured("温室气体，排放量（总量）", squeezed=True)
    lines = lines_of(source, 45)
    assert [source.text[line.start : line.end] for line in lines] == ["温室气体，", "排放量", "（总量）"]
    assert [natural(source, line) for line in lines] == [45, 30, 30]


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
    lines = lines_of(measured("one\ntwo"), NO_END, LATIN)
    assert lines == [Stretch(0, 3, last=True), Stretch(4, 7, last=True)]


def test_the_first_line_may_be_wider() -> None:
    text = "aaa bbb ccc ddd"
    lines = breaker_of(LATIN).lines(measured(text), Column(55, 35, 30, 0, even=False, hyphen=HYPHEN, hyphens=False))
    assert [text[line.start : line.end] for line in lines] == ["aaa bbb ccc", "ddd"]


def test_pieces_are_what_cannot_be_broken() -> None:
    breaker = breaker_of(HAN)
    assert list(breaker.pieces(measured("ab cdef"))) == [10.0, 20.0]
    assert list(breaker.pieces(measured("温，（室）"))) == [20.0, 30.0]


@pytest.mark.parametrize(
    ("text", "width", "lines"),
    [
        ("so much for Scope 3 now", 85, ["so much for", "Scope 3 now"]),
        ("it ended on 31 December", 75, ["it ended on", "31 December"]),
        ("they worked on it 36 hours", 100, ["they worked on it", "36 hours"]),
        ("it stands in Building D", 100, ["it stands in", "Building D"]),
    ],
)
def test_numbers_stay_with_their_words(text: str, width: float, lines: list[str]) -> None:
    assert broken(text, width, LATIN) == lines


@pytest.mark.parametrize(
    ("text", "width", "lines"),
    [
        ("载于上市规则附录C2的指引", 85, ["载于上市规则", "附录C2的指引"]),
        ("间接排放，范围2的排放量", 75, ["间接排放，", "范围2的排放量"]),
        ("公司的邮编：100085", 65, ["公司的", "邮编：100085"]),
        ("客户满意度逾60%，上升", 65, ["客户满意度", "逾60%，上升"]),
    ],
)
def test_numbers_stay_with_their_chinese_words(text: str, width: float, lines: list[str]) -> None:
    assert broken(text, width) == lines


def test_terms_stay_whole_though_words_may_end_in_them() -> None:
    text = "专业回收供应商处置"
    terms = partial(within_terms, terms=frozenset(["供应商"]))
    assert terms(text) == {5, 6}

    def lines(breaker: Breaker) -> list[str]:
        return [text[each.start : each.end] for each in breaker.lines(measured(text), column(55))]

    ends = partial(word_ends, han="hans")
    assert lines(breaker_of(HAN, ends)) == ["专业回收供", "应商处置"]
    assert lines(breaker_of(HAN, ends, terms)) == ["专业回收", "供应商处置"]


def test_two_numbers_stay_together_where_that_costs_little() -> None:
    assert broken("they are Scopes 1 and 2", 106, LATIN, ragged=100) == ["they are", "Scopes 1 and 2"]


def test_a_text_that_begins_between_two_numbers_has_but_one_there() -> None:
    costs = Finder(LATIN).places("or 5 parts of 12", frozenset(), 0, 16).costs
    assert costs[2] == BEFORE_NUMBER


def test_a_year_stays_with_its_word_where_that_costs_little() -> None:
    assert broken("温室气体排放总量2023年下降", 100) == ["温室气体排放总量", "2023年下降"]


def test_words_are_cut_only_where_lines_would_be_too_uneven() -> None:
    text = "a lamp of considerable size burns"
    assert broken(text, 100, LATIN, hyphens=True, ragged=50) == ["a lamp of", "considerable size", "burns"]
    assert broken(text, 100, LATIN, hyphens=True, ragged=20) == ["a lamp of consider-", "able size burns"]
    assert broken(text, 100, LATIN, ragged=20) == ["a lamp of", "considerable size", "burns"]


def test_names_and_short_words_are_not_cut() -> None:
    assert broken("a lamp at Strandhaven", 80, LATIN, hyphens=True, ragged=20) == ["a lamp at", "Strandhaven"]
    assert broken("many a lamp lovely lamps", 80, LATIN, hyphens=True, ragged=30) == ["many a lamp", "lovely lamps"]


def test_an_address_is_parted_where_a_line_would_be_too_loose() -> None:
    text = "see www.harbour.example.com/lamps now"
    assert broken(text, 120, LATIN, ragged=30) == ["see www.harbour.example.", "com/lamps now"]
    assert broken(text, 160, LATIN, ragged=400) == ["see", "www.harbour.example.com/lamps", "now"]


def test_a_last_line_is_no_short_word_where_another_break_costs_little() -> None:
    text = "the lamps of our old harbour now burn at"
    assert broken(text, 190, LATIN, least=0, ragged=60)[-1] == "at"
    assert broken(text, 190, LATIN, least=20, ragged=60)[-1] == "burn at"


def test_no_chinese_character_is_alone_on_a_last_line() -> None:
    assert broken("温室气体排放总量上升。", 90, least=21) == ["温室气体排放总量", "上升。"]
    assert broken("温室气体排放总量上升", 90, least=19) == ["温室气体排放总量", "上升"]


def unevenness(source: Measured, lines: list[Stretch], width: float) -> float:
    return sum((width - natural(source, line)) ** 3 for line in lines[:-1])


def first_fit(text: str, width: float) -> list[Stretch]:
    """Each line takes what words it can."""
    lines, start = [], 0
    while len(text) - start > width / 5:
        end = text.rfind(" ", start, start + int(width / 5) + 1)
        lines.append(Stretch(start, end, last=False))
        start = end + 1
    return [*lines, Stretch(start, len(text), last=True)]


WORDS = st.lists(st.text(alphabet="abc", min_size=1, max_size=9), min_size=1, max_size=60).map(" ".join)


@settings(max_examples=200)
@given(WORDS, st.integers(50, 200))
def test_lines_are_never_less_even_than_when_each_takes_what_it_can(text: str, width: int) -> None:
    source = measured(text)
    lines = lines_of(source, width, LATIN, ragged=1000)
    assert (
        unevenness(source, lines, width)
        <= unevenness(source, first_fit(text, width), width) + 0.1 * len(lines) * width**2
    )


MIXED = st.text(alphabet="温室气体排放，。、（）《》“”！—…%12ab -/", max_size=60)


@settings(max_examples=300)
@given(MIXED, st.integers(60, 200))
def test_no_line_begins_or_ends_with_what_may_not(text: str, width: int) -> None:
    source = measured(text)
    breaker = breaker_of(HAN)
    if max(breaker.pieces(source), default=0) > width:
        return
    for before, line in pairwise(breaker.lines(source, column(width))):
        assert text[line.start] not in NOT_AT_START
        assert before.end < line.start or text[before.end - 1] not in NOT_AT_END


@settings(max_examples=300)
@given(MIXED, st.integers(20, 200))
def test_nothing_is_lost_and_no_line_is_too_wide(text: str, width: int) -> None:
    source = measured(text)
    lines = lines_of(source, width)
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
    assert width("共，12") == pytest.approx(width("共，") + 5 + width("12")), "the comma has its own blank"


def test_a_latin_word_that_ends_with_a_point_stands_apart_too(
    setting: Callable[[str], Any], paragraph: Callable[..., flow.Paragraph]
) -> None:
    typesetter = setting("zh_Hans").typesetter
    together, latin, han = (
        typesetter.measure(paragraph(words, style="han")).natural for words in ("LTD.要求", "LTD.", "要求")
    )
    assert together == pytest.approx(latin + han + 2.5)


def test_a_unit_stands_a_quarter_of_its_own_em_from_its_number(
    setting: Callable[[str], Any], paragraph: Callable[..., flow.Paragraph]
) -> None:
    typesetter = setting("zh_Hans").typesetter
    number, unit = flow.Run("904"), flow.Run("项", unit=True)
    together, alone, beside = (
        typesetter.measure(paragraph(*pieces, style="han")).natural for pieces in ((number, unit), (number,), (unit,))
    )
    assert together == pytest.approx(alone + beside + 1.25), "the unit is half as large as its number"


def test_two_marks_in_a_row_close_up_by_half_an_em(
    setting: Callable[[str], Any], paragraph: Callable[..., flow.Paragraph]
) -> None:
    typesetter = setting("zh_Hans").typesetter
    assert typesetter.measure(paragraph("）（", style="han")).natural == pytest.approx(15)
    assert typesetter.measure(paragraph("，“", style="han")).natural == pytest.approx(15)
    assert typesetter.measure(paragraph("环（环", style="han")).natural == pytest.approx(30)


def test_a_notes_mark_stands_close_to_a_full_width_mark(
    setting: Callable[[str], Any], paragraph: Callable[..., flow.Paragraph]
) -> None:
    typesetter, mark = setting("zh_Hans").typesetter, flow.NoteMark(1, table=False, first=True)

    def width(*pieces: flow.Piece | str) -> float:
        return float(typesetter.measure(paragraph(*pieces, style="han")).natural)

    assert width("环", mark, "境") == pytest.approx(width("环境") + width(mark))
    assert width("环”", mark, "境") == pytest.approx(width("环境") + 5 + width(mark))


def test_headings_get_lines_of_like_length(
    setting: Callable[[str], Any], paragraph: Callable[..., flow.Paragraph]
) -> None:
    heading = paragraph("Health, safety and wellbeing of all our staff", style="heading", level=2)
    first, second = setting("en").typesetter.lines(heading, 400)
    assert abs(first.width - second.width) < 80


def test_lines_of_like_length_end_at_a_mark_where_one_is_near(
    setting: Callable[[str], Any], paragraph: Callable[..., flow.Paragraph]
) -> None:
    typesetter = setting("zh_Hans").typesetter
    clauses = ("截至二零二三年十二月末，", "管理层中的女性比例")
    lines = typesetter.lines(paragraph("".join(clauses), style="heading"), 300)
    widths = [typesetter.lines(paragraph(clause, style="heading"), 300)[0].width for clause in clauses]
    assert [line.width for line in lines] == pytest.approx(widths)


@pytest.mark.parametrize(
    ("text", "width", "lines"),
    [
        ("截至年末全球累计授权专利", 70, ["截至年末全球", "累计授权专利"]),
        ("天津数据中心太阳能每年可供的热量", 90, ["天津数据中心太阳能", "每年可供的热量"]),
        ("助力赤壁市智慧城市建设", 80, ["助力赤壁市", "智慧城市建设"]),
    ],
)
def test_lines_of_like_length_do_not_end_within_a_word(text: str, width: float, lines: list[str]) -> None:
    assert by_words(text, width) == lines


def test_a_word_is_parted_where_it_is_longer_than_a_line() -> None:
    assert by_words("全球暖化", 20) == ["全球", "暖化"]
    assert by_words("太阳能", 20) == ["太阳", "能"]


def by_words(text: str, width: float) -> list[str]:
    lines = breaker_of(HAN, partial(word_ends, han="hans")).lines(measured(text), column(width, even=True))
    return [text[line.start : line.end] for line in lines]


def test_a_heading_of_like_lines_has_no_word_cut(
    setting: Callable[[str], Any], paragraph: Callable[..., flow.Paragraph]
) -> None:
    first, second = setting("en").typesetter.lines(paragraph("Green Development", style="heading"), 140)
    assert not first.hyphen
    assert first.width < second.width


@pytest.mark.parametrize(("locale", "style", "before"), [("en", "prose", "see page "), ("zh_Hans", "han", "见第")])
def test_a_page_number_stays_with_the_word_before_it(
    setting: Callable[[str], Any], paragraph: Callable[..., flow.Paragraph], locale: str, style: str, before: str
) -> None:
    typesetter = setting(locale).typesetter
    for width in range(60, 120, 3):
        pieces = (f"lamps {before}", flow.PageNumber("lamps"), " and more ") * 4
        lines = typesetter.lines(paragraph(*pieces, style=style), width)
        assert not any(line.segments[0].page_of for line in lines)


def test_a_notes_mark_is_smaller_in_small_text(
    setting: Callable[[str], Any], paragraph: Callable[..., flow.Paragraph]
) -> None:
    typesetter, mark = setting("en").typesetter, flow.NoteMark(1, table=False, first=True)
    for style, size in (("prose", b" 7 Tf"), ("footnote", b" 5.6 Tf")):
        (line,) = typesetter.lines(paragraph("lamps", mark, style=style), 200)
        assert line.segments[-1].shows[0].state[0].endswith(size)


def test_hanging_lines_begin_further_in(
    setting: Callable[[str], Any], paragraph: Callable[..., flow.Paragraph]
) -> None:
    lines = setting("en").typesetter.lines(paragraph("Some words of a note. " * 6, style="footnote"), 150)
    assert [line.segments[0].x for line in lines] == [0.0] + [12.0] * (len(lines) - 1)
    assert all(line.width <= 150 for line in lines)


def test_no_words_no_lines(setting: Callable[[str], Any], paragraph: Callable[..., flow.Paragraph]) -> None:
    assert setting("en").typesetter.lines(paragraph(), 100) == ()
    assert setting("en").typesetter.lines(paragraph(""), 100) == ()


def test_an_opening_mark_begins_its_line_flush(
    setting: Callable[[str], Any], paragraph: Callable[..., flow.Paragraph]
) -> None:
    typesetter = setting("zh_Hans").typesetter
    (line,) = typesetter.lines(paragraph("“环境”一章", style="han"), 300)
    assert line.segments[0].shows[0].codes == with_moves("“环境”一章", {0: -500}), "moved left by its blank half"
    assert line.width == pytest.approx(55)


def test_no_line_of_chinese_is_opened_wide_before_a_long_figure(
    setting: Callable[[str], Any], paragraph: Callable[..., flow.Paragraph]
) -> None:
    words = "本集团对温室气体排放进行盘查。范围3排放量为133,245.19\u00a0tCO₂e，范围1及范围2合计为46,605.93\u00a0tCO₂e，"
    for line in setting("zh_Hans").typesetter.lines(paragraph(words * 3, style="han"), 400)[:-1]:
        opened = [float(show.state[1].split()[0]) for segment in line.segments for show in segment.shows]
        assert line.width == pytest.approx(400, abs=0.3)
        assert max(opened, default=0) < 1.0, "a tenth of an em"
