"""Chinese in Word: languages, faces of signs that both scripts share, line breaking, lines that do not open wide."""

from __future__ import annotations

import pytest

from reportgen.model.flow import Cell, Paragraph, Row, Run, Table

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def languages(written):
    found = written.root("word/styles.xml").find(f"{W}docDefaults//{W}lang")
    return found.get(f"{W}val"), found.get(f"{W}eastAsia")


def test_each_script_has_its_language_whatever_the_reports(english, chinese, chinese_with, p):
    traditional = chinese_with(p("prose", "報告"), locale="zh_Hant")
    assert languages(english) == ("en-US", "zh-CN"), "Chinese names in English are spelt as Chinese"
    assert languages(chinese) == ("en-US", "zh-CN")
    assert languages(traditional) == ("en-US", "zh-HK")
    fonts = traditional.root("word/styles.xml").find(f"{W}docDefaults//{W}rFonts")
    assert fonts.get(f"{W}eastAsia") == "Microsoft JhengHei"


def test_lines_break_and_marks_close_up_as_chinese_wants(chinese):
    settings = chinese.root("word/settings.xml")
    assert settings.find(f"{W}characterSpacingControl").get(f"{W}val") == "compressPunctuation"
    start, end = settings.find(f"{W}noLineBreaksBefore"), settings.find(f"{W}noLineBreaksAfter")
    assert start.get(f"{W}lang") == end.get(f"{W}lang") == "zh-CN"
    assert set("，。、；：！？）》”’") <= set(start.get(f"{W}val"))
    assert set("（《“‘") <= set(end.get(f"{W}val"))
    defaults = chinese.root("word/styles.xml").find(f"{W}docDefaults/{W}pPrDefault/{W}pPr")
    on = {part.tag.removeprefix(W) for part in defaults if part.get(f"{W}val") is None}
    assert {"kinsoku", "overflowPunct", "autoSpaceDE", "autoSpaceDN", "wordWrap"} <= on
    assert defaults.find(f"{W}snapToGrid").get(f"{W}val") == "0"
    compat = {part.tag.removeprefix(W) for part in settings.find(f"{W}compat")}
    assert "doNotExpandShiftReturn" in compat, "a line that is ended by hand is not driven apart"


def test_marks_that_both_scripts_share_are_chinese_but_for_those_of_numbers(chinese_with, p):
    written = chinese_with(p("prose", "“双碳”排放133,245.19 tCO₂e，升5–7%"))
    runs = [("".join(run.itertext()), run.find(f"{W}rPr/{W}rStyle")) for run in written.root().iter(f"{W}r")]
    assert [words for words, style in runs if style is not None] == ["tCO₂e", "5–7%"]
    assert written.marked("Latin") == ["tCO₂e", "5–7%"]
    styles = {s.get(f"{W}styleId"): s for s in written.root("word/styles.xml").iter(f"{W}style")}
    assert styles["Latin"].find(f"{W}rPr/{W}rFonts").get(f"{W}hint") == "default"
    hint = written.root("word/styles.xml").find(f"{W}docDefaults//{W}rFonts").get(f"{W}hint")
    assert hint == "eastAsia"


def test_signs_in_words_that_are_marked_otherwise_say_so_themselves(chinese_with, p):
    written = chinese_with(p("prose", Run("全天7×24小时", strong=True)))
    signs = next(run for run in written.root().iter(f"{W}r") if "".join(run.itertext()) == "7×24")
    assert signs.find(f"{W}rPr/{W}rStyle").get(f"{W}val") == "Strong"
    assert signs.find(f"{W}rPr/{W}rFonts").get(f"{W}hint") == "default"


def test_units_and_numbers_of_tables_are_latin_by_their_styles(chinese_with, p):
    row = Row((Cell(0, (p("table-unit", "tCO₂e"),)), Cell(1, (p("table-number", "–"),))), "")
    written = chinese_with(Table("statistics", ("unit", "number"), (), None, (), (), (row,), (), "brand"))
    assert not list(written.root().iter(f"{W}rFonts"))
    styles = {s.get(f"{W}styleId"): s for s in written.root("word/styles.xml").iter(f"{W}style")}
    assert styles["Quiet"].find(f"{W}rPr/{W}rFonts").get(f"{W}hint") == "default"
    assert styles["TableNumber"].find(f"{W}rPr/{W}rFonts").get(f"{W}hint") is None


@pytest.mark.parametrize(
    ("words", "side"),
    [("网址为https://www.example.com/a，欢迎访问", "left"), ("依ISO 27001与PUE", None), ("纯中文的一行", None)],
)
def test_lines_with_an_address_are_not_justified(chinese_with, p, words, side):
    properties = next(chinese_with(p("prose", words)).root().iter(f"{W}pPr"))
    found = properties.find(f"{W}jc")
    assert (None if found is None else found.get(f"{W}val")) == side


def test_what_is_not_justified_needs_no_care(english, p, write):
    assert isinstance(p("prose", "x"), Paragraph)
    written = write(p("prose", "See https://www.example.com/a-long-address"))
    assert written.root().find(f".//{W}jc") is None
