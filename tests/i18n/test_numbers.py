"""Numbers, quantities and words in each language."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportgen.i18n.cldr import numerals
from reportgen.i18n.number_wording import MINUS
from reportgen.i18n.numbers import format_compact, format_number, format_signed
from reportgen.i18n.quantities import format_quantity, format_value, qualified, with_unit
from reportgen.i18n.spelled_numbers import LARGEST, spell, spell_ordinal
from reportgen.load.units import load_units
from reportgen.model.dataset import Absent, Exact, Qualifier, Range, Reason
from reportgen.model.locale import LOCALES, Locale

EN, HANS, HANT = LOCALES["en"], LOCALES["zh_Hans"], LOCALES["zh_Hant"]
UNITS = load_units()

DECIMALS = st.decimals(allow_nan=False, allow_infinity=False, min_value=-(10**15), max_value=10**15, places=4)


def spaced(text: str) -> str:
    """Return a text with plain spaces in place of the no-break ones."""
    return text.replace("\N{NO-BREAK SPACE}", " ")


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ("0", "0"),
        ("5.30", "5.30"),
        ("0.000007", "0.000007"),
        ("82274.99", "82,274.99"),
        ("1000000", "1,000,000"),
        ("-94.5", "−94.5"),
        ("-0.0", "0.0"),
        ("1E+6", "1,000,000"),
    ],
)
def test_a_number_has_the_digits_it_was_typed_with(typed: str, printed: str) -> None:
    for locale in LOCALES.values():
        assert format_number(Decimal(typed), locale) == printed


def test_signs() -> None:
    assert [format_signed(Decimal(typed), EN) for typed in ("1.5", "-1.5", "0.0")] == ["+1.5", "−1.5", "0.0"]


@given(DECIMALS)
def test_a_printed_number_reads_back_as_the_same(value: Decimal) -> None:
    read = Decimal(format_number(value, EN).replace(",", "").replace(MINUS, "-"))
    assert read == value
    assert value == 0 or read.as_tuple() == value.as_tuple()


@pytest.mark.parametrize(
    ("locale", "names"),
    [
        (EN, [(6, "{} million"), (9, "{} billion"), (12, "{} trillion")]),
        (HANS, [(4, "{}万"), (8, "{}亿"), (12, "{}万亿")]),
        (HANT, [(4, "{}萬"), (8, "{}億"), (12, "{}兆")]),
    ],
    ids=lambda value: getattr(value, "id", ""),
)
def test_signs_and_names_of_large_numbers(locale: Locale, names: list[tuple[int, str]]) -> None:
    found = numerals(locale)
    assert (found.decimal, found.group) == (".", ",")
    assert [(power, spaced(pattern)) for power, pattern in found.scales] == names


@pytest.mark.parametrize(
    ("typed", "english", "chinese", "traditional"),
    [
        ("7047500000", "7 billion", "70亿", "70億"),
        ("2400000000", "2.4 billion", "24亿", "24億"),
        ("1000000", "1 million", "100万", "100萬"),
        ("875000", "875,000", "87.5万", "87.5萬"),
        ("9999", "9,999", "9,999", "9,999"),
        ("999600", "999,600", "100万", "100萬"),
        ("999999999", "1 billion", "10亿", "10億"),
        ("1250000000000", "1.25 trillion", "1.25万亿", "1.25兆"),
        ("-3456789", "−3.5 million", "−346万", "−346萬"),
        ("0", "0", "0", "0"),
    ],
)
def test_compact_numbers(typed: str, english: str, chinese: str, traditional: str) -> None:
    printed = [spaced(format_compact(Decimal(typed), locale)) for locale in (EN, HANS, HANT)]
    assert printed == [english, chinese, traditional]


@pytest.mark.parametrize(
    ("typed", "unit", "english", "chinese"),
    [
        ("1234.5", "MWh", "1,234.5 MWh", "1,234.5兆瓦时"),
        ("12.5", "%", "12.5%", "12.5%"),
        ("147188.78", "t", "147,188.78 tonnes", "147,188.78吨"),
        ("1", "t", "1 tonne", "1吨"),
        ("1.0", "t", "1.0 tonnes", "1.0吨"),
        ("10493", "person", "10,493", "10,493"),
        ("1.362", "one", "1.362", "1.362"),
        ("7047.5", "RMBm", "RMB 7,047.5 million", "人民币7,047.5百万元"),
        ("58941.32", "tCO2e", "58,941.32 tCO₂e", "58,941.32 tCO₂e"),
        ("11.67", "MWh/RMBm", "11.67 MWh/RMB million", "11.67兆瓦时/人民币百万元"),
        ("0.7", "tce", "0.7 tonnes of standard coal", "0.7吨标准煤"),
    ],
)
def test_a_quantity_in_a_sentence(typed: str, unit: str, english: str, chinese: str) -> None:
    value = Exact(Decimal(typed))
    assert [spaced(format_quantity(value, UNITS[unit], locale)) for locale in (EN, HANS)] == [english, chinese]


def test_ranges() -> None:
    value = Range(Decimal("1.5"), Decimal(3))
    assert [format_value(value, locale) for locale in (EN, HANS)] == ["1.5–3", "1.5至3"]
    assert [spaced(format_quantity(value, UNITS["year"], locale)) for locale in (EN, HANS)] == [
        "1.5–3 years",
        "1.5至3年",
    ]
    assert [format_quantity(value, UNITS["%"], locale) for locale in (EN, HANS)] == ["1.5–3%", "1.5%至3%"]


def test_absence_in_a_table_and_in_a_sentence() -> None:
    reasons = (Reason.NOT_AVAILABLE, Reason.NOT_APPLICABLE, Reason.NIL)
    for locale, in_table, in_sentence in (
        (EN, ["–", "n/a", "0"], ["not available", "n/a", "zero"]),
        (HANS, ["–", "不适用", "0"], ["暂无数据", "不适用", "零"]),
    ):
        assert [format_value(Absent(reason), locale) for reason in reasons] == in_table
        assert [format_quantity(Absent(reason), UNITS["t"], locale) for reason in reasons] == in_sentence


@pytest.mark.parametrize(
    ("qualifier", "english", "chinese"),
    [
        (None, "1,300", "1,300"),
        (Qualifier.OVER, "over 1,300", "超过1,300"),
        (Qualifier.NEARLY, "nearly 1,300", "近1,300"),
        (Qualifier.AT_LEAST, "at least 1,300", "至少1,300"),
        (Qualifier.AT_MOST, "not higher than 1,300", "不高于1,300"),
        (Qualifier.UP_TO, "up to 1,300", "最多1,300"),
        (Qualifier.ABOUT, "about 1,300", "约1,300"),
    ],
)
def test_qualifiers(qualifier: Qualifier | None, english: str, chinese: str) -> None:
    assert [qualified("1,300", qualifier, locale) for locale in (EN, HANS)] == [english, chinese]


@pytest.mark.parametrize(
    ("number", "english", "chinese"),
    [
        (0, "zero", "零"),
        (2, "two", "两"),
        (7, "seven", "七"),
        (10, "ten", "十"),
        (12, "twelve", "十二"),
        (20, "twenty", "二十"),
        (42, "forty-two", "四十二"),
        (105, "one hundred and five", "一百零五"),
        (110, "one hundred and ten", "一百一十"),
        (1000, "one thousand", "一千"),
        (1005, "one thousand and five", "一千零五"),
        (1050, "one thousand and fifty", "一千零五十"),
        (2301, "two thousand three hundred and one", "二千三百零一"),
        (9999, "nine thousand nine hundred and ninety-nine", "九千九百九十九"),
    ],
)
def test_numbers_in_words(number: int, english: str, chinese: str) -> None:
    assert [spell(number, locale) for locale in (EN, HANS)] == [english, chinese]


def test_two_in_traditional_characters() -> None:
    assert spell(2, HANT) == "兩"


@pytest.mark.parametrize(
    ("number", "english", "chinese"),
    [(1, "1st", "第一"), (2, "2nd", "第二"), (3, "3rd", "第三"), (4, "4th", "第四"), (11, "11th", "第十一"),
     (12, "12th", "第十二"), (13, "13th", "第十三"), (22, "22nd", "第二十二"), (101, "101st", "第一百零一"),
     (1112, "1,112th", "第一千一百一十二")],
)  # fmt: skip
def test_ordinals(number: int, english: str, chinese: str) -> None:
    assert [spell_ordinal(number, locale) for locale in (EN, HANS)] == [english, chinese]


@given(st.lists(st.integers(0, LARGEST), min_size=2, max_size=2, unique=True))
def test_different_numbers_have_different_words(numbers: list[int]) -> None:
    for locale in (EN, HANS):
        assert spell(numbers[0], locale) != spell(numbers[1], locale)


def test_a_unit_around_any_text() -> None:
    assert with_unit("7 billion", UNITS["RMB"], HANS) == "人民币7 billion元"
