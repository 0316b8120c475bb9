"""What each check lets pass and what it finds, in both directions."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportgen.i18n.glossary import Term
from reportgen.i18n.lint import CHECKS
from reportgen.i18n.lint.pair import Pair
from reportgen.i18n.spelled_numbers import spell
from reportgen.model.locale import LOCALES

ENGLISH, CHINESE, TAIWAN = LOCALES["en"], LOCALES["zh_Hans"], LOCALES["zh_Hant"]


def messages(source: str, translation: str, to: str = "zh_Hans") -> list[str]:
    language = CHINESE if to == "en" else ENGLISH
    pair = Pair(source, translation, language, LOCALES[to])
    return [fault.message for check in CHECKS for fault in check(pair)]


@pytest.mark.parametrize(
    ("source", "translation"),
    [
        ("We planted 10,000 trees.", "我们种植了1万棵树。"),
        ("We planted 50,000 trees.", "我们种植了5万棵树。"),
        ("RMB 7 billion was invested.", "投资70亿元人民币。"),
        ("Revenue was RMB7,047 million.", "收入为70.47亿元人民币。"),
        ("Three measures were taken.", "我们采取了三项措施。"),
        ("Twenty-five sessions were held.", "共举办二十五场活动。"),
        ("It fell by 30% in May.", "5月下降百分之三十。"),
        ("It fell by 30 per cent in two years.", "两年内下降30%。"),
        ("It fell by 3.05%.", "下降百分之三点〇五。"),
        ("It fell by 3%, and ten sites closed.", "下降百分之三点十个站点关闭。"),
        ("On 1 May 2023 we began.", "我们于2023年5月1日启动。"),
        ("The 3rd phase begins in the second quarter.", "第三阶段于第二季度启动。"),
        ("We keep improving all of it.", "我们进一步统一各项做法，持续改进。"),
        ("One of our first steps.", "这是我们的第一步举措之一。"),
        ("Half of them are women.", "其中50%为女性。"),
        ("ISO 27001 and GB50174-2017 apply.", "适用ISO 27001及GB50174-2017。"),
        ("Call +86 10 6292 7777 for help.", "求助请致电+86-10-62927777。"),
        ("The PUE was 1.3 (limit 1.4).", "PUE为1.3（上限1.4）。"),
        ("**Strong words** are kept here.", "此处保留**重要文字**。"),
        ("The *Energy Law* is observed.", "我们遵守《节约能源法》。"),
        ("Kingsoft Cloud", "Kingsoft Cloud"),
        ("PUE", "PUE"),
        ("Write to us at esg@example.org.", "来信请寄esg@example.org。"),
        ("1.5-degree scenario", "1.5摄氏度情景"),
    ],
)
def test_these_are_right(source: str, translation: str) -> None:
    assert messages(source, translation) == []


@pytest.mark.parametrize(
    ("source", "translation"),
    [
        ("我们种植了1万棵树。", "We planted 10,000 trees."),
        ("共举办25场活动。", "In all, 25 events were held."),
        ("“3060”双碳目标", "the “3060” Dual-Carbon goals"),
        ("遵守《环境保护法》。", "The *Environmental Protection Law* (《环境保护法》) is observed."),
        ("金山云（3896.HK）", "Kingsoft Cloud (3896.HK)"),
    ],
)
def test_these_are_right_in_english(source: str, translation: str) -> None:
    assert messages(source, translation, "en") == []


@pytest.mark.parametrize(
    ("source", "translation", "message"),
    [
        ("5,000 trees were planted.", "种植了5万棵树。", "the source says `5,000`, the translation `5`"),
        ("10,000 trees were planted.", "种植了10万棵树。", "the source says `10,000`, the translation `10`"),
        ("It fell by 30%.", "下降30%至20%。", "the translation says `20%`, which the source does not"),
        ("It rose to 12 sites.", "增至若干个站点。", "the translation lacks the number `12`"),
        ("30% of them.", "其中30。", "the source says `30%`, the translation `30`"),
        ("Seven days.", "9天。", "the translation says `9`, which the source does not"),
    ],
)
def test_numbers_are_compared_by_value(source: str, translation: str, message: str) -> None:
    assert messages(source, translation) == [message]


def terms(words: dict[str, tuple[str, ...]], source: str, translation: str, to: str) -> list[str]:
    pair = Pair(
        source, translation, CHINESE if to == "en" else ENGLISH, LOCALES[to], (Term(words, {}, frozenset(), 2),)
    )
    return [fault.message for check in CHECKS for fault in check(pair)]


@pytest.mark.parametrize(
    ("english", "translation"),
    [
        ("network", "The networks are managed."),
        ("network", "Management is networked."),
        ("network", "Networking is managed."),
        ("plan", "It was planned."),
        ("manage", "We go on managing it."),
        ("policy", "Our policies hold."),
        ("data center", "Two data centers run."),
        ("bus", "All buses run."),
        ("PUE", "The PUE fell."),
    ],
)
def test_a_term_may_stand_in_any_of_its_regular_forms(english: str, translation: str) -> None:
    assert terms({"en": (english,), "zh_Hans": ("词",)}, "词条在此。", translation, "en") == []


@pytest.mark.parametrize(
    ("english", "translation"),
    [("network", "A networker manages it."), ("plan", "The planet is green."), ("PUE", "He spoke of pue.")],
)
def test_another_word_that_begins_alike_is_not_the_term(english: str, translation: str) -> None:
    assert terms({"en": (english,), "zh_Hans": ("词",)}, "词条在此。", translation, "en") == [
        f"`词` is `{english}` in the glossary"
    ]


def test_a_chinese_term_may_be_part_of_a_longer_word() -> None:
    words = {"en": ("network",), "zh_Hans": ("网络",)}
    assert terms(words, "The network is managed.", "管理网络化。", "zh_Hans") == []
    assert terms(words, "The network is managed.", "管理有序。", "zh_Hans") == ["`network` is `网络` in the glossary"]
    assert terms(words, "It is a networked world.", "世界相连。", "zh_Hans") == [], "asked for is the word itself"


def test_simplified_characters_in_traditional_text() -> None:
    assert messages("Employees", "员工", "zh_Hant") == [
        "the Simplified character `员` in a Traditional text",
    ]
    assert messages("Employees", "員工", "zh_Hant") == []


@given(st.integers(0, 9_999))
def test_numbers_as_we_write_them_ourselves_never_alarm(number: int) -> None:
    for source in (f"{number} sites", f"{number:,} sites", f"{spell(number, ENGLISH)} sites"):
        for translation in (f"{number}个站点", f"{number:,}个站点", f"{spell(number, CHINESE)}个站点"):
            assert messages(source, translation) == []


TEXTS = st.text(st.sampled_from('aA1 ,.%*{}[]()^<>|\\"“”，。（）中的一万三百分之点十两半〇亿 \n'), max_size=40)


@given(TEXTS, TEXTS, st.sampled_from(["en", "zh_Hans", "zh_Hant"]))
def test_any_text_can_be_checked(source: str, translation: str, to: str) -> None:
    pair = Pair(source, translation, CHINESE if to == "en" else ENGLISH, LOCALES[to])
    for fault in (fault for check in CHECKS for fault in check(pair)):
        assert 0 <= fault.start <= max(len(translation), 1)
