"""Charts: native, editable, labelled with the numbers as they print."""

from __future__ import annotations

from colorsys import hls_to_rgb, rgb_to_hls
from decimal import Decimal
from io import BytesIO
from zipfile import ZipFile

import pytest
from lxml import etree

from reportgen.model.cell_names import column_letter
from reportgen.model.flow import Chart, Point, Series, TableNote
from reportgen.write.docx.number_format import named_format, number_format

C = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
S = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"


def test_a_chart_is_a_part_with_a_workbook(english):
    charts = [name for name in english.names() if name.startswith("word/charts/chart")]
    books = [name for name in english.names() if name.startswith("word/embeddings/")]
    assert len(charts) == len(books) == 2


def coloured(fill, written) -> str:
    """The colour that a colour of the scheme comes out as, by its changes in order."""
    slots = {slot.tag.removeprefix(A): slot[0].get("val") for slot in written.root("word/theme/theme1.xml")[0][0]}
    digits = slots[fill.get("val")]
    hue, light, strength = rgb_to_hls(*(int(digits[at : at + 2], 16) / 255 for at in (0, 2, 4)))
    for change in fill:
        share = int(change.get("val"))
        match change.tag.removeprefix(A):
            case "hueOff":
                hue += share / 60000 / 360
            case "satMod":
                strength *= share / 100000
            case "lumMod":
                light *= share / 100000
            case "lumOff":
                light += share / 100000
    return "#" + "".join(f"{round(part * 255):02X}" for part in hls_to_rgb(hue, light, strength))


def first_chart(written):
    return written.root(min(name for name in written.names() if name.startswith("word/charts/chart")))


def first_book(written):
    return ZipFile(BytesIO(written.read(min(name for name in written.names() if name.startswith("word/embeddings/")))))


def test_series_are_in_the_familys_colours_the_current_one_strongest(english, theme):
    palette = theme.families["environment"]
    fills = [s.find(f"{C}spPr/{A}solidFill/{A}schemeClr") for s in first_chart(english).iter(f"{C}ser")]
    assert [coloured(fill, english) for fill in fills] == [palette.light, palette.base]
    assert [fill.get("val") for fill in fills] == ["accent2", "accent2"], "both follow the theme's colour"


def test_values_are_labelled_directly_with_their_series_and_without_a_legend(english):
    root = first_chart(english)
    assert root.find(f".//{C}legend") is None
    assert {shown.get("val") for shown in root.iter(f"{C}showVal")} == {"1"}
    assert {shown.get("val") for shown in root.iter(f"{C}showSerName")} == {"1"}


def formatted(written) -> dict[str, tuple[str, str]]:
    """The numbers in the cells of the first workbook, each with its format."""
    book = first_book(written)
    styles = etree.fromstring(book.read("xl/styles.xml"))
    codes = {code.get("numFmtId"): code.get("formatCode") for code in styles.iter(f"{S}numFmt")}
    looks = [codes.get(look.get("numFmtId"), "") for look in styles.find(f"{S}cellXfs")]
    sheet = etree.fromstring(book.read("xl/worksheets/sheet1.xml"))
    cells = (cell for cell in sheet.iter(f"{S}c") if cell.get("t") is None)
    return {cell.get("r"): (cell.findtext(f"{S}v"), looks[int(cell.get("s"))]) for cell in cells}


def cached(written) -> dict[str, tuple[str, str]]:
    """The numbers that the first chart shows before its workbook is opened, by the cells that they come from."""
    return {
        f"{column_letter(at + 1)}{int(point.get('idx')) + 2}": (point.findtext(f"{C}v"), point.get("formatCode"))
        for at, series in enumerate(first_chart(written).iter(f"{C}ser"))
        for point in series.iter(f"{C}pt")
        if point.get("formatCode") is not None
    }


def test_a_missing_value_prints_its_dash_in_the_chart_and_in_the_workbook(english):
    assert formatted(english)["B4"] == ("0", '"–"')
    assert formatted(english)["C4"] == ("133245.19", "#,##0.00")


@pytest.mark.parametrize("kind", ["columns", "bars", "stacked_columns", "stacked_bars", "donut", "lines", "dots"])
def test_a_chart_shows_what_its_workbook_holds(written_plot, kind):
    written = written_plot(kind, ("A", "B", "C"), ("2023", (point("7", "x"), point("–", "y"), point(""))))
    gap = kind in ("lines", "dots")
    assert cached(written) == formatted(written) == {"B2": ("7", "#,##0")} | ({} if gap else {"B3": ("0", '"–"')})


def test_the_workbook_names_categories_and_series(english):
    sheet = etree.fromstring(first_book(english).read("xl/worksheets/sheet1.xml"))
    words = {cell.get("r"): "".join(cell.itertext()) for cell in sheet.iter(f"{S}c") if cell.get("t") == "inlineStr"}
    assert words == {"B1": "2022", "C1": "2023", "A2": "Scope 1", "A3": "Scope 2", "A4": "Scope 3"}


def test_series_whose_values_are_named_one_by_one_have_these_names_in_the_workbook(written_plot):
    first, second = (point("7", " Male"), point("6", " under 30")), (point("3", " Female"), point("", " over 30"))
    written = written_plot("stacked_bars", ("Gender", "Age"), ("", first), ("", second))
    sheet = etree.fromstring(first_book(written).read("xl/worksheets/sheet1.xml"))
    words = {cell.get("r"): "".join(cell.itertext()) for cell in sheet.iter(f"{S}c") if cell.get("t") == "inlineStr"}
    assert (words["B1"], words["C1"]) == ("Male / under 30", "Female")
    names = [series.findtext(f"{C}tx//{C}v") for series in first_chart(written).iter(f"{C}ser")]
    assert names == ["Male / under 30", "Female"]


def test_all_text_of_a_chart_has_its_faces_set(chinese):
    looks = list(first_chart(chinese).iter(f"{A}defRPr"))
    assert looks
    for look in looks:
        assert look.find(f"{A}latin").get("typeface") in ("+mj-lt", "+mn-lt")
        assert look.find(f"{A}ea").get("typeface") in ("+mj-ea", "+mn-ea")


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


def point(text: str, name: str = "") -> Point:
    return Point(text, Decimal(text.replace(",", "")) if text not in ("", "–") else None, -1, name)


@pytest.fixture
def written_plot(write, p):
    """Writes a chart of a kind."""

    def make(kind: str, categories: tuple[str, ...], *series: tuple[str, tuple[Point, ...]]):
        title = p("chart-title", "A title")
        made = tuple(Series(label, points) for label, points in series)
        return write(Chart(kind, title, None, None, "Alternative", categories, made, "people", "c"))

    return make


@pytest.fixture
def plot(written_plot):
    """Writes a chart of a kind; returns the root of its part."""
    return lambda *chart: first_chart(written_plot(*chart))


def moved(root) -> dict[tuple[str, str], tuple[float, float]]:
    """How far each label is moved from its default place, in shares of the chart, by series and point."""
    found = {}
    for series in root.iter(f"{C}ser"):
        for label in series.iter(f"{C}dLbl"):
            layout = label.find(f"{C}layout/{C}manualLayout")
            if layout is not None:
                x, y = (float(layout.find(f"{C}{axis}").get("val")) for axis in "xy")
                found[series.find(f"{C}idx").get("val"), label.find(f"{C}idx").get("val")] = (x, y)
    return found


def formats(root) -> list[str]:
    return [label.find(f"{C}numFmt").get("formatCode") for label in root.iter(f"{C}dLbl")]


def test_stacked_bars_are_of_one_length_and_labelled_above_with_live_values(plot):
    root = plot(
        "stacked_bars",
        ("Gender", "Region"),
        ("", (point("6,923", " Male"), point("10,473", " Mainland"))),
        ("", (point("3,570", " Female"), point("3", " Islands"))),
        ("", (point(""), point("17", " Abroad"))),
    )
    assert root.find(f".//{C}grouping").get("val") == "percentStacked"
    assert formats(root) == [
        '#,##0" Male"',
        '#,##0" Mainland"',
        '#,##0" Female"',
        '#,##0" Islands"',
        '#,##0" Abroad"',
    ]
    ways = moved(root).values()
    assert len(ways) == 5
    assert all(y < 0 for _, y in ways)
    third = list(root.iter(f"{C}ser"))[2]
    assert [pt.get("idx") for pt in third.findall(f"{C}val//{C}pt")] == ["1"], "what is no part is not stored"


def test_stacked_columns_are_labelled_at_their_right_and_named_at_the_last(plot):
    root = plot(
        "stacked_columns",
        ("2022", "2023"),
        ("Scope 1", (point("53.43"), point("66.57"))),
        ("Scope 2", (point("–"), point("58,941.32"))),
    )
    assert root.find(f".//{C}overlap").get("val") == "100"
    ways = moved(root).values()
    assert len(ways) == 4
    assert all(x > 0 for x, _ in ways)
    named = [[n.get("val") for n in s.iterfind(f".//{C}dLbl/{C}showSerName")] for s in root.iter(f"{C}ser")]
    assert named == [["0", "1"], ["0", "1"]]


def test_lines_have_dots_and_gaps_and_are_named_at_their_last_value(plot):
    root = plot(
        "lines",
        ("2021", "2022", "2023"),
        ("Yizhuang", (point("50"), point("53"), point("66"))),
        ("Tianjin", (point("10"), point("12"), point("–"))),
    )
    last = {s.findtext(f"{C}tx//{C}v"): s.findall(f"{C}val//{C}pt")[-1].get("idx") for s in root.iter(f"{C}ser")}
    assert last == {"Yizhuang": "2", "Tianjin": "1"}
    named = [[n.get("val") for n in s.iterfind(f".//{C}dLbl/{C}showSerName")] for s in root.iter(f"{C}ser")]
    assert named == [["0", "0", "1"], ["0", "1", "0"]]


def test_labels_of_lines_that_meet_stand_apart(plot):
    root = plot("lines", ("2022", "2023"), ("A", (point("50"), point("60"))), ("B", (point("49"), point("59"))))
    ways = moved(root)
    assert ways["1", "0"][1] > 0, "below its dot"
    assert ways["0", "1"][1] < 0, "above that of the line below"


def test_a_donut_is_a_ring_of_the_familys_colours_labelled_around_it(written_plot, theme):
    written = written_plot("donut", ("Goods", "Capital", "Waste"), ("2023", (point("30"), point("60"), point("–"))))
    root, palette = first_chart(written), theme.families["people"]
    parts = [coloured(p.find(f"{C}spPr/{A}solidFill/{A}schemeClr"), written) for p in root.iter(f"{C}dPt")]
    assert parts == [palette.base, palette.mid, palette.light]
    ways = moved(root)
    assert ways["0", "0"][0] > 0 > ways["0", "1"][0]
    assert root.find(f".//{C}catAx") is None


def test_dots_show_actual_values_and_limits_without_lines(plot):
    root = plot(
        "dots",
        ("Yizhuang",),
        ("2023", (point("1.362"),)),
        ("limit 2023", (point("1.365", " limit 2023"),)),
        ("limit 2024", (point("1.365", " limit 2024"),)),
    )
    assert [s.find(f"{C}marker/{C}symbol").get("val") for s in root.iter(f"{C}ser")] == ["circle", "dash", "dash"]
    assert all(s.find(f"{C}spPr/{A}ln/{A}noFill") is not None for s in root.iter(f"{C}ser"))
    assert formats(root) == ["#,##0.000", '#,##0.000" limit 2023"', '#,##0.000" limit 2024"']
    assert moved(root)["1", "0"][1] < 0, "above the other limit, which is the same"


@pytest.mark.parametrize("kind", ["stacked_columns", "stacked_bars", "lines", "donut", "dots", "columns", "bars"])
def test_every_kind_stands_even_without_values(plot, kind):
    assert plot(kind, ("One",), ("2023", (point("–"),))).find(f".//{C}plotArea") is not None


def test_a_charts_notes_stand_under_it_in_the_column_of_prose(write, p):
    note = TableNote(1, p("table-note", "Lit by hand."))
    series = (Series("2023", (point("5"),)),)
    written = write(
        Chart("bars", p("chart-title", "T"), None, None, "Alternative", ("A",), series, "brand", "c", (note,))
    )
    assert written.text("Table Note") == ["(1)Lit by hand."]
    note = written.root().findall(f".//{W}p")[-1]
    assert note.find(f"{W}pPr/{W}ind").get(f"{W}left") == "2004"


def test_a_name_follows_its_value_in_the_format():
    assert named_format(point("1,234", " persons")) == '#,##0" persons"'
