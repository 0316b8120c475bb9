"""Numbers typed by hand are found, in digits and in words, in both languages; names and dates are not numbers."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from reportgen.diagnostics import Diagnostics
from reportgen.i18n.catalogue_files import load_catalogues
from reportgen.i18n.translate import Translations, draft_translator, translator
from reportgen.i18n.typed_numbers import Translate, count_typed, typed_numbers, watched
from reportgen.model.dataset import Dataset, Exact, Fact, Indicator, Kind
from reportgen.model.locale import LOCALES
from reportgen.model.project import Period, Project

from .conftest import Catalogue, shown, words

ALLOWED = [
    # references, notes, links, addresses on the net
    "Scope 2 emissions were {ghg_scope2[prior].over_30}.[^note1] See [](#scope3 \"page\") and <ir@example2.org>.",
    "[www.example.org/esg2023](https://example.org/esg2023), ir2@example.org",
    # dates and years, in both languages
    "January 1 to December 31, {current}", "on 31 December 2019, at 9:30 a.m.", "May 2021", "2020-12-31",
    "carbon neutrality by 2050", "since 2019 we have", "the 2019 target", "in 2019–2021", "the 2020s", "mid-2019",
    "{current}年1月1日至12月31日", "2019年5月", "2050年前实现碳中和", "2019至2021年", "2019年度", "3月底",
    "二〇一九年十二月三十一日",
    # standards, laws, editions, names with digits
    "ISO 27001, ISO/IEC 27701:2019 and ISO 14001", "GB50174-2017", "GB/T 22239-2019", "CQC1312-2017", "IFRS S2",
    "Web 2.0", "tCO₂e, CO2 and tCO2e", "5G", "24/7", "COVID-19",
    "7×24 consultation", "help 24×7", "7×24小时服务", "7 × 24 小时", "version 1.0 of it", "the versions 2.1 and 3.0",
    "1.0版本、2.1版", "Version 2", "2019 Edition", "2019年版", "指南2.0的要求",
    "the *Plan for 30 Parks*", "《五项30条》", "“3060” Dual-Carbon goals", "“3060”双碳目标",
    # numbering
    "Rule 2.07A", "Appendix C2", "附录C2", "Sections 3 and 4", "第2.07A条", "Tier III/IV", "A1.2", "Goal 13",
    "Scope 1, 2 and 3", "Scope 1 and 2 emissions", "范围1、2及3", "范围1及范围2", "范围3类别11",
    "(1) first, (2) second",
    "Form 20-F", "见表2", "第3章",
    # codes, telephones, addresses
    "HKEX: 3896", "股份代号：3896", "+86 10 6292 7777", "(852) 2123 4567", "400-810-1234", "电话：010-62927777",
    "010-62927777 6356", "010-62927777-6356", "+86 10 6292 7777 ext. 63", "(852) 2123 4567, extension 6356",
    "Hotline: 010-62927777 ext. 6356", "举报热线：010-62927777转6356",
    "400-810-1234转8", "010-62927777 分机：6356", "postal code 100085", "Postal code: 100085", "Zip code 10001",
    "33 Xiaoying West Road", "No. 33, Building 5", "小营西路33号", "17/F", "Beijing 100085", "Beijing\u00a0100085",
    "邮编：100085", "KY1-1111",
    # words that count nothing
    "one of our aims", "third-party", "hundreds of", "two-star certification", "the Five-Year Plan", "五年规划",
    "zero carbon",
    "一项措施", "第三方", "第二次", "二次分类", "三位一体", "统一管理", "一一核实", "双碳", "两者均",
]  # fmt: skip
FOUND = [
    ("1,300 hospitals", ["1,300"]),
    ("rose by 64.7%, from 35 to 58,941.32", ["64.7%", "35", "58,941.32"]),
    ("RMB 7,047.5 million and RMB500", ["7,047.5", "500"]),
    ("a PUE of 1.362, PUE1.36, PUE 2.0 t", ["1.362", "1.36", "2.0"]),
    ("2,022 employees and 2022.5 hours", ["2,022", "2022.5"]),
    ("employed 2019 people", ["2019"]),
    ("within 3 years, over 12 months", ["3", "12"]),
    ("a 10 kV system", ["10"]),
    ("30", ["30"]),
    ("共1300余家医院，增长64.7%", ["1300", "64.7%"]),
    ("12个月内，3年间，共5日", ["12", "3"]),
    ("代表3家公司，范围30家", ["3", "30"]),
    ("目标为1.365", ["1.365"]),
    ("7×240 sites, 17×24, 7×24.5", ["7", "240", "17", "24", "7", "24.5"]),
    ("010-62927777 300 employees, 010-62927777 1,300", ["300", "1,300"]),
    ("2个版本，共30版面", ["2", "30"]),
    ("version of 100 pages", ["100"]),
    ("seven directors and twenty-one others", ["seven", "twenty-one"]),
    ("Two hundred and five sites; a million trees", ["Two hundred and five", "a million"]),
    ("七名董事、两座数据中心、十二项措施、三十余家", ["七名", "两座", "十二项", "三十余家"]),
    ("百分之三十五", ["百分之三十五"]),
    ("兩個版本", ["兩個"]),
]


@pytest.mark.parametrize("text", ALLOWED)
def test_what_is_no_reported_number_passes(text: str) -> None:
    assert [typed.text for typed in typed_numbers(text)] == []


@pytest.mark.parametrize(("text", "numbers"), FOUND, ids=[text for text, _ in FOUND])
def test_digits_and_number_words_are_found_with_their_place(text: str, numbers: list[str]) -> None:
    found = list(typed_numbers(text))
    assert [typed.text for typed in found] == numbers
    assert all(text[typed.start :].startswith(typed.text) for typed in found)


def test_a_phrase_that_is_meant_covers_itself_and_nothing_more() -> None:
    text = "Thirty channels, 30 channels, 130 channels, 30 channels5"
    assert [typed.text for typed in typed_numbers(text, ["30  Channels", "thirty channels"])] == ["130", "30"]
    assert [typed.text for typed in typed_numbers("30,000 and 30.5 and 30 kV", ["30 kV"])] == ["30,000", "30.5"]


def test_a_year_of_the_own_series_is_found_wherever_it_is_no_name() -> None:
    text = "In 2023, on 31 December 2022, “2023 Prize”, *2023 Annual Report*, 2021-2023, 2050"
    assert [(typed.start, typed.text) for typed in typed_numbers(text, (), ["2023", "2022"])] == [
        (3, "2023"),
        (24, "2022"),
    ]


@given(st.text(alphabet="0123456789,.%*《》“”{}[]()年月日第家两七 abISO-–/\n", max_size=60))
def test_any_text_is_read_and_every_place_is_in_it(text: str) -> None:
    for typed in typed_numbers(text, ["7家"], ["2023"]):
        assert text[typed.start : typed.start + len(typed.text)] == typed.text


@given(st.integers(10_000, 10**9))
def test_a_grouped_number_is_always_found(number: int) -> None:
    assert f"{number:,}" in [typed.text for typed in typed_numbers(f"We planted {number:,} trees in {{current}}.")]


PLACE = words("", "content/kpis/a.yaml").span
SUPPLIERS = Fact("suppliers", "prior", Exact(Decimal(2742)), PLACE)
DATASET = Dataset(
    {},
    {"suppliers": Indicator("suppliers", words("Suppliers"), "count", Kind.STOCK, PLACE, facts={"prior": SUPPLIERS})},
    {},
    {},
    {},
)
CHINESE = 'msgid "We have {suppliers} suppliers."\nmsgstr "我们有{suppliers}家供应商，分布在7个国家。"\n'


def watching(
    project: Project, found: Diagnostics, make: object = translator, marks: dict[str, tuple[str, ...]] | None = None
) -> Translate:
    catalogues = load_catalogues(project, LOCALES["zh_Hans"], found)
    translate = make(Translations(LOCALES["zh_Hans"], "en", {"a": "en", "b": "zh_Hans"}, catalogues), found)  # type: ignore[operator]
    return watched(translate, project, DATASET, {"a": (), "b": ()} if marks is None else marks, found)


def test_a_number_in_the_translation_is_reported_in_the_catalogue(project: Project, catalogue: Catalogue) -> None:
    catalogue("a", CHINESE)
    found = Diagnostics()
    assert watching(project, found)("a", words("We have {suppliers} suppliers.")).text.endswith("7个国家。")
    assert shown(found) == (
        "warning[typed-number]: the number `7` is typed by hand\n"
        "  --> locales/zh_Hans/LC_MESSAGES/a.po:6:31\n"
        "  = hint: write a reference instead, or list `7个国` under `plain_numbers` in the section's front matter"
    )
    assert count_typed(found) == 1


def test_the_hint_names_the_indicator_that_has_the_value(project: Project) -> None:
    found = Diagnostics()
    watching(project, found)("b", words("共2,742家"))
    assert shown(found) == (
        "warning[typed-number]: the number `2,742` is typed by hand\n"
        "  --> content/sections/a.md:3:2\n"
        "  = hint: write `{suppliers[prior]}` instead, or list `2,742家` under `plain_numbers` in the section's "
        "front matter"
    )


def test_a_period_without_a_label_is_no_year(project: Project) -> None:
    found = Diagnostics()
    unlabelled = replace(project, periods={"current": Period("current", "", date.min, date.max, PLACE)})
    watching(unlabelled, found)("b", words("共2742家"))
    assert [finding.code.value for finding in found] == ["typed-number"]


def test_words_of_the_report_are_marked_in_report_yaml(project: Project, catalogue: Catalogue) -> None:
    catalogue("kpis", 'msgid "Under 30"\nmsgstr "30岁以下"\n')
    found = Diagnostics()
    watching(project, found)("kpis", words("Under 30", "content/kpis/a.yaml"))
    assert shown(found) == (
        "warning[typed-number]: the number `30` is typed by hand\n"
        "  --> locales/zh_Hans/LC_MESSAGES/kpis.po:6:9\n"
        "  = hint: write a reference instead, or list `30岁以` under `plain_numbers` in content/report.yaml"
    )


def test_a_number_without_a_word_is_no_phrase_to_be_listed(project: Project) -> None:
    found = Diagnostics()
    watching(project, found)("b", words("120"))
    watching(project, found)("kpis", words("130", "content/kpis/a.yaml"))
    assert [finding.hint for finding in found] == [
        "write a reference instead, or put a word beside `130`",
        "write a reference instead, or write `numbers=plain` behind `::: table` if it is a cell",
    ]


def test_marks_hold_in_their_section(project: Project) -> None:
    found = Diagnostics()
    translate = watching(project, found, marks={"b": ("7个国家",)})
    translate("b", words("分布在7个国家"))
    assert shown(found) == ""


def test_drafts_are_watched_too(project: Project) -> None:
    found = Diagnostics()
    watching(project, found, draft_translator)("a", words("We have 12 suppliers."))
    assert [(finding.span and finding.span.column, finding.code.value) for finding in found] == [(9, "typed-number")]
