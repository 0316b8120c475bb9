"""Charts: native, editable, labelled with the numbers as they print."""

from __future__ import annotations

from decimal import Decimal
from io import BytesIO
from zipfile import ZipFile

import pytest
from lxml import etree

from reportgen.model.flow import Point
from reportgen.write.docx.number_format import number_format
from reportgen.write.docx.workbook import column_letter

C = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
S = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"


def test_a_chart_is_a_part_with_a_workbook(english):
    charts = [name for name in english.names() if name.startswith("word/charts/chart")]
    books = [name for name in english.names() if name.startswith("word/embeddings/")]
    assert len(charts) == len(books) == 2


def first_chart(written):
    return written.root(min(name for name in written.names() if name.startswith("word/charts/chart")))


def first_book(written):
    return ZipFile(BytesIO(written.read(min(name for name in written.names() if name.startswith("word/embeddings/")))))


def test_series_are_in_the_familys_colours_the_current_one_strongest(english, theme):
    palette = theme.families["environment"]
    colours = [s.find(f"{C}spPr/{A}solidFill/{A}srgbClr").get("val") for s in first_chart(english).iter(f"{C}ser")]
    assert colours == [palette.light.lstrip("#"), palette.base.lstrip("#")]


def test_values_are_labelled_directly_with_their_series_and_without_a_legend(english):
    root = first_chart(english)
    assert root.find(f".//{C}legend") is None
    assert {shown.get("val") for shown in root.iter(f"{C}showVal")} == {"1"}
    assert {shown.get("val") for shown in root.iter(f"{C}showSerName")} == {"1"}


def test_a_missing_value_prints_its_dash_and_is_not_in_the_workbook(english):
    prior = next(first_chart(english).iter(f"{C}ser"))
    points = prior.findall(f"{C}val/{C}numRef/{C}numCache/{C}pt")
    assert points[2].get("formatCode") == '"–"'
    sheet = etree.fromstring(first_book(english).read("xl/worksheets/sheet1.xml"))
    values = {cell.get("r"): cell.findtext(f"{S}v") for cell in sheet.iter(f"{S}c") if cell.get("t") is None}
    assert values == {"B2": "53.43", "C2": "66.57", "B3": "35796.91", "C3": "58941.32", "C4": "133245.19"}


def test_the_workbook_names_categories_and_series(english):
    sheet = etree.fromstring(first_book(english).read("xl/worksheets/sheet1.xml"))
    words = {cell.get("r"): "".join(cell.itertext()) for cell in sheet.iter(f"{S}c") if cell.get("t") == "inlineStr"}
    assert words == {"B1": "2022", "C1": "2023", "A2": "Scope 1", "A3": "Scope 2", "A4": "Scope 3"}


def test_all_text_of_a_chart_has_its_faces_set(chinese):
    for look in first_chart(chinese).iter(f"{A}defRPr"):
        assert look.find(f"{A}latin").get("typeface") == "Arial"
        assert look.find(f"{A}ea").get("typeface") == "Microsoft YaHei"


@pytest.mark.parametrize(
    ("text", "value", "expected"),
    [
        ("133,245.19", "133245.19", "#,##0.00"),
        ("53.43", "53.43", "#,##0.00"),
        ("904", "904", "#,##0"),
        ("1234", "1234", "0"),
        ("5.3%", "5.3", '#,##0.0"%"'),
        ("RMB 2.4", "2.4", '"RMB "#,##0.0'),
        ("−5.0", "-5.0", "#,##0.0"),
        ("0.000007", "0.000007", "#,##0.000000"),
        ("8.2万", "82000", '"8.2万"'),
        ("nearly 500", "498", '"nearly 500"'),
        ("1.5–3", "1.5", '"1.5–3"'),
    ],
)
def test_a_value_prints_as_its_text(text, value, expected):
    assert number_format(Point(text, Decimal(value))) == expected


def test_a_dash_is_a_format_of_its_own():
    assert number_format(Point("–", None)) == '"–"'


@pytest.mark.parametrize(("number", "letters"), [(0, "A"), (25, "Z"), (26, "AA"), (701, "ZZ"), (702, "AAA")])
def test_columns_are_named_as_excel_names_them(number, letters):
    assert column_letter(number) == letters
