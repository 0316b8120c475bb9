"""Each filed value stands in the tables of both languages, with unit, notes and digits as filed."""

from __future__ import annotations

import re

import pikepdf
import pytest
from reading_docx import tables

ENVIRONMENT = """
Total comprehensive energy consumption(1) | MWh | 50,637.58 | 82,274.99(2)
Direct energy consumption | MWh | 209.37 | 258.21
Indirect energy consumption | MWh | 50,428.21 | 82,016.78
Comprehensive energy consumption per unit of revenue | MWh/RMB million | 6.19 | 11.67
Tap water consumption(3) | Tonne | 132,785.40 | 147,188.78
Tap water consumption per unit of revenue | Tonne/RMB million | 16.23 | 20.89
Total GHG emissions(1) (Scope 1 and 2)(2) | tCO₂e | 35,850.34 | 59,007.89(3)
Scope 1 GHG emissions | tCO₂e | 53.43 | 66.57
Scope 2 GHG emissions | tCO₂e | 35,796.91 | 58,941.32
Total GHG emissions per unit of revenue (Scope 1 and 2) | tCO₂e/RMB million | 4.38 | 8.37
Scope 3 GHG emissions | tCO₂e | – | 133,245.19
Including: Purchased goods and services | tCO₂e | – | 81,695.21
Capital goods | tCO₂e | – | 46,103.44
Employee commuting | tCO₂e | – | 3,898.23
Business travel | tCO₂e | – | 743.04
Fuel- and energy-related activities not included in Scope 1 or Scope 2 | tCO₂e | – | 805.27
Non-hazardous waste | Tonne | 329.54 | 426.75
Non-hazardous waste per unit of revenue | Tonne/RMB million | 0.04 | 0.06
Hazardous waste | Tonne | 0.897 | 0.049
Hazardous waste per unit of revenue | Tonne/RMB million | 0.0001 | 0.000007
Compliance disposal rate of hazardous waste | % | 100 | 100
"""
PEOPLE = """
Full-time | Person | 10,493
Other categories(2) | Person | 529
Male | Person | 6,923
Female | Person | 3,570
Under 30 years old | Person | 6,278
Between 30 and 50 years old | Person | 4,184
Over 50 years old | Person | 31
Chinese mainland | Person | 10,473
Hong Kong, Macao and Taiwan of China | Person | 3
International (outside China) | Person | 17
Total turnover rate(3) | % | 5.32
Male | % | 5.05
Female | % | 5.84
Under 30 years old | % | 4.73
Between 30 and 50 years old | % | 6.38
Over 50 years old | % | 4.08
Chinese mainland | % | 5.30
Hong Kong, Macao and Taiwan of China | % | 16.67
International (outside China) | % | 12.50
Male | % | 91.28
Female | % | 84.68
Management | % | 96.51
Non-management | % | 88.60
Average training hours of employees | Hour | 16.88
Male | Hour | 22.15
Female | Hour | 7.45
Management | Hour | 50.95
Non-management | Hour | 15.47
Work-related fatalities(1) | Person | 0 | 0 | 0
Working days lost to work injuries(2) | Day | – | – | 96
"""
SUPPLIERS = """
Total number of suppliers | 2,742
Chinese mainland | 2,668
Other countries and regions | 74
"""
FILED = [line.split(" | ") for line in (ENVIRONMENT + PEOPLE + SUPPLIERS).split("\n") if line]
VALUE = re.compile(r"[\d,]+(?:\.\d+)?|–")
UNITS = {
    "MWh": "兆瓦时",
    "MWh/RMB million": "兆瓦时/人民币百万元",
    "Tonne": "吨",
    "Tonne/RMB million": "吨/人民币百万元",
    "tCO₂e": "tCO₂e",
    "tCO₂e/RMB million": "tCO₂e/人民币百万元",
    "%": "%",
    "Person": "人",
    "Hour": "小时",
    "Day": "日",
}


def printed(report, language):
    """Return the rows of the statistics tables, the name of a group left out."""
    rows = [row for table in tables(report.file(language, "docx")) for row in table]
    wide = [[cell for cell in row if cell] for row in rows]
    return [row for row in wide if len(row) > 1 and VALUE.fullmatch(row[-1].split("(")[0])]


@pytest.fixture(scope="module")
def english(sample):
    return printed(sample, "en")


def test_there_are_71_values_and_eight_dashes():
    values = [cell.split("(")[0] for row in FILED for cell in row if VALUE.fullmatch(cell.split("(")[0])]
    assert len(values) == 71 + 8
    assert values.count("–") == 8


@pytest.mark.parametrize("filed", FILED, ids=lambda row: f"{row[0]} {row[-1]}")
def test_a_filed_value_stands_in_english_with_unit_and_notes(english, filed):
    assert [row for row in english if row[-len(filed) :] == filed]


def test_the_chinese_tables_have_the_same_values_and_units_in_the_same_order(sample, english):
    chinese = printed(sample, "zh_Hans")
    assert [values(row) for row in chinese] == [values(row) for row in english]
    for row, other in zip(english, chinese, strict=True):
        units = [UNITS[cell] for cell in row if cell in UNITS]
        assert [cell for cell in other if cell in UNITS.values()] == units


@pytest.mark.parametrize(("language", "words"), [("en", "not available"), ("zh_Hans", "暂无数据")])
def test_the_eight_dashes_are_read_aloud_in_words(sample, language, words):
    with pikepdf.open(sample.file(language, "pdf")) as pdf:
        cells = [each for each in pdf.objects if isinstance(each, pikepdf.Dictionary) and each.get("/S") == "/TD"]
        assert [str(cell.Alt) for cell in cells if "/Alt" in cell] == [words] * 8


def values(row):
    """Return a row's numbers, and the marks of notes in all of it."""
    return [cell for cell in row if VALUE.fullmatch(cell.split("(")[0])], re.findall(r"\(\d\)", " ".join(row))
