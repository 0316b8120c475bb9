"""What charts say to those who do not see them: written from the data, in both languages."""

from __future__ import annotations

from reading_pdf import read_structure


def alternatives(sample, language):
    figures = read_structure(sample.file(language, "pdf")).all("Figure")
    return [figure.alternative for figure in figures if figure.alternative]


def test_each_kind_of_chart_says_its_values_in_english(sample):
    said = alternatives(sample, "en")
    assert (
        "Chart: Both data centers stayed below their PUE limits. "
        "Annual average PUE in 2023, and the limits for 2023 and 2024. "
        "Category Yizhuang: 1.362 in 2023 and a limit of 1.365 in 2023 and a limit of 1.355 in 2024. "
        "Category Tianjin: 1.379 in 2023 and a limit of 1.40 in 2023 and a limit of 1.350 in 2024."
    ) in [text.strip() for text in said]
    assert any(
        "Group Age group: under 30 with 6,278 and 30 to 50 with 4,184 and over 50 with 31. " in text for text in said
    )
    assert any("Category Scope 2: 35,796.91\N{NO-BREAK SPACE}tCO₂e in 2022 and" in text for text in said)


def test_each_kind_of_chart_says_its_values_in_chinese(sample):
    said = "".join(alternatives(sample, "zh_Hans"))
    assert "图表：全职员工多数在30岁以下。2023年末全职员工人数。合计10,493人。分组" in said
    assert "类别“亦庄”：2023年1.362，2023年上限1.365，2024年上限1.355。" in said
    assert "分组“年龄段”：30岁以下6,278，30至50岁4,184，50岁以上31。" in said
