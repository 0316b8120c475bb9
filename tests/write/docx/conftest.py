"""A small fictional report in each language with every kind of piece, and the report's own theme."""

from __future__ import annotations

import struct
import zlib
from decimal import Decimal
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest
from lxml import etree
from msgspec import Struct

from reportgen.diagnostics import Diagnostics
from reportgen.load.theme import read_theme, theme_in
from reportgen.model.flow import (
    Boxed,
    Card,
    Cards,
    Cell,
    Chapter,
    Chart,
    Contents,
    Cover,
    Entry,
    Flow,
    Footnote,
    Items,
    LineBreak,
    NoteMark,
    PageNumber,
    Paragraph,
    Picture,
    Piece,
    Point,
    Row,
    Run,
    Series,
    Story,
    Table,
    TableNote,
)
from reportgen.model.locale import LOCALES
from reportgen.model.theme import Theme
from reportgen.write.docx import write_docx

REPOSITORY = Path(__file__).parents[3]
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
PAGES = {
    "about": "02",
    "green": "03",
    "ghg_inventory": "04",
    "energy": "05",
    "scope3": "06",
    "talent": "07",
    "staff": "08",
}


def p(style: str, *pieces: str | Piece, family: str = "brand", level: int = 0, anchor: str = "") -> Paragraph:
    """A paragraph of runs (texts) and other pieces."""
    runs = tuple(Run(piece) if isinstance(piece, str) else piece for piece in pieces)
    return Paragraph(style, runs, family, level, anchor)


def e(style: str, *pieces: str | Piece, family: str = "environment", level: int = 0, anchor: str = "") -> Paragraph:
    """A paragraph of the chapter on the environment."""
    return p(style, *pieces, family=family, level=level, anchor=anchor)


class Written(Struct, frozen=True):
    """A document that was written, for looking into."""

    data: bytes

    def names(self) -> list[str]:
        return ZipFile(BytesIO(self.data)).namelist()

    def read(self, name: str) -> bytes:
        return ZipFile(BytesIO(self.data)).read(name)

    def root(self, name: str = "word/document.xml") -> etree._Element:
        return etree.fromstring(self.read(name))

    def styles(self) -> dict[str, str]:
        """Names of the styles by id."""
        return {
            s.get(f"{W}styleId"): s.find(f"{W}name").get(f"{W}val")
            for s in self.root("word/styles.xml").iter(f"{W}style")
        }

    def paragraphs(self) -> list[tuple[str, str]]:
        """The body's paragraphs, as the names of their styles and their texts."""
        names = self.styles()
        return [
            (names[made.find(f"{W}pPr/{W}pStyle").get(f"{W}val")], "".join(t.text or "" for t in made.iter(f"{W}t")))
            for made in self.root().iter(f"{W}p")
        ]

    def text(self, style: str) -> list[str]:
        return [text for name, text in self.paragraphs() if name == style]

    def marked(self, style: str) -> list[str]:
        """The words in a character style."""
        runs = [run for run in self.root().iter(f"{W}r") if run.find(f"{W}rPr/{W}rStyle") is not None]
        ids = {name: key for key, name in self.styles().items()}
        return [
            "".join(t.text or "" for t in run.iter(f"{W}t"))
            for run in runs
            if run.find(f"{W}rPr/{W}rStyle").get(f"{W}val") == ids.get(style)
        ]

    def tables(self, *, data: bool) -> list[etree._Element]:
        """The tables in a table style, which hold data; or those in none, which lay words out."""
        made = list(self.root().iter(f"{W}tbl"))
        return [table for table in made if (table.find(f"{W}tblPr/{W}tblStyle") is not None) is data]


def theme_of(locale: str) -> Theme:
    diagnostics = Diagnostics()
    file = read_theme(REPOSITORY, diagnostics)
    assert file is not None
    theme = theme_in(file, LOCALES[locale], diagnostics)
    assert not list(diagnostics)
    assert theme is not None
    return theme


@pytest.fixture(scope="session")
def theme() -> Theme:
    return theme_of("en")


@pytest.fixture(scope="session")
def write(theme: Theme, tmp_path_factory: pytest.TempPathFactory):
    """Writes flows, with footnotes by number, as a document in English."""
    folder = tmp_path_factory.mktemp("project")

    def make(*flows: Flow, notes: dict[int, str] | None = None, theme: Theme = theme) -> Written:
        footnotes = {n: Footnote(n, p("footnote", text)) for n, text in (notes or {}).items()}
        story = Story("en", "Report", "Short", "Harbour Light", flows, footnotes)
        return Written(write_docx(story, theme, LOCALES["en"], PAGES, folder, "1.0"))

    return make


@pytest.fixture(scope="session")
def chinese_with(tmp_path_factory: pytest.TempPathFactory):
    """Writes flows as a document in a Chinese language."""
    folder = tmp_path_factory.mktemp("project")

    def make(*flows: Flow, locale: str = "zh_Hans") -> Written:
        story = Story(locale, "报告", "报告", "港灯", flows)
        return Written(write_docx(story, theme_of(locale), LOCALES[locale], {}, folder, "1.0"))

    return make


@pytest.fixture(scope="session")
def written_with():
    """Writes a story in English with its theme, the folder of its pictures and the labels of its pages."""
    return lambda story, theme, folder, pages: Written(write_docx(story, theme, LOCALES["en"], pages, folder, "1.0"))


@pytest.fixture(scope="session")
def picture_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("pictures")
    (folder / "assets").mkdir()
    (folder / "assets" / "turbine.png").write_bytes(png(320, 160))
    return folder


def png(width: int, height: int) -> bytes:
    """A plain green picture."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    rows = (b"\0" + b"\x1b\x7a\x58" * width) * height
    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(rows)) + chunk(b"IEND", b"")


@pytest.fixture(scope="session", name="p")
def p_fixture():
    """The maker of paragraphs."""
    return p


@pytest.fixture(scope="session")
def story() -> Story:
    return english_story()


@pytest.fixture(scope="session")
def pages() -> dict[str, str]:
    return PAGES


@pytest.fixture(scope="session")
def english(picture_folder: Path) -> Written:
    return Written(write_docx(english_story(), theme_of("en"), LOCALES["en"], PAGES, picture_folder, "1.0"))


@pytest.fixture(scope="session")
def chinese(picture_folder: Path) -> Written:
    return Written(write_docx(chinese_story(), theme_of("zh_Hans"), LOCALES["zh_Hans"], PAGES, picture_folder, "1.0"))


def row(role: str, *cells: tuple[str, str | Paragraph | Items | tuple[Piece, ...]]) -> Row:
    made = []
    for column, (style, content) in enumerate(cells):
        if style == "skip":
            continue
        block = (
            content
            if isinstance(content, Paragraph | Items)
            else p(style, *((content,) if isinstance(content, str) else content))
        )
        made.append(Cell(column, (block,)))
    return Row(tuple(made), role)


def energy_table(words: dict[str, str], family: str = "environment") -> Table:
    def line(role: str, name: str, unit: str, prior: str, current: str, mark: int = 0) -> Row:
        label: tuple[Piece, ...] = (Run(words[name]),) + ((NoteMark(mark, True, True),) if mark else ())
        return row(
            role,
            ("table-total" if role == "total" else "table-cell", label),
            ("table-unit", words.get(unit, unit)),
            ("table-number", prior),
            ("table-current", current),
        )

    head = row(
        "head",
        ("table-head", words["indicator"]),
        ("table-head", words["unit"]),
        ("table-head", "2022"),
        ("table-head", "2023"),
    )
    return Table(
        "statistics",
        ("text", "unit", "number", "current"),
        (),
        e("table-caption", words["energy"], anchor="energy"),
        (Run("(continued)"),),
        (head,),
        (
            line("total", "total", "MWh", "50,637.58", "82,274.99", 1),
            line("child", "direct", "MWh", "209.37", "258.21"),
            line("child", "indirect", "MWh", "50,428.21", "82,016.78"),
            line("", "waste", "t", "–", "0.000007"),
        ),
        (TableNote(1, e("table-note", words["note"])),),
        family,
        "energy",
    )


ENGLISH = {
    "indicator": "Indicator",
    "unit": "Unit",
    "energy": "Energy and waste",
    "total": "Total comprehensive energy consumption",
    "direct": "Direct energy consumption",
    "indirect": "Indirect energy consumption",
    "waste": "Hazardous waste per unit of revenue",
    "note": "Calculated with the conversion factors of the national standard; indirect energy is bought.",
    "t": "t/RMB million",
}
CHINESE = {
    "indicator": "指标",
    "unit": "单位",
    "energy": "能源与废弃物",
    "total": "综合能源消耗总量",
    "direct": "直接能源消耗量",
    "indirect": "间接能源消耗量",
    "waste": "单位营收有害废弃物",
    "note": "按国家标准《综合能耗计算通则》所列的折算系数计算；间接能源为外购电力。",
    "MWh": "兆瓦时",
    "t": "吨/人民币百万元",
}


def emissions_chart(titles: tuple[str, str, str], categories: tuple[str, ...], kind: str = "columns") -> Chart:
    prior = (Point("53.43", Decimal("53.43")), Point("35,796.91", Decimal("35796.91")), Point("–", None))
    current = (
        Point("66.57", Decimal("66.57")),
        Point("58,941.32", Decimal("58941.32")),
        Point("133,245.19", Decimal("133245.19")),
    )
    series = (Series("2022", prior), Series("2023", current)) if kind == "columns" else (Series("2023", current),)
    title, subtitle, source = (
        p(f"chart-{n}", t, family="environment") for n, t in zip(("title", "subtitle", "source"), titles, strict=True)
    )
    return Chart(
        kind, title, subtitle, source, f"{titles[0]}: {kind}", categories, series, "environment", f"chart_{kind}"
    )


def stakeholder_table() -> Table:
    def items(*words: str) -> Items:
        return Items(
            False, tuple((p("table-list", word, family="governance"),) for word in words), "table-list", "governance"
        )

    head = Row(
        tuple(
            Cell(i, (p("table-head", word, family="governance"),))
            for i, word in enumerate(("Group", "Concerns", "Ways"))
        ),
        "head",
    )
    first = Row(
        (
            Cell(0, (p("table-total", "Clients"),), rows=2),
            Cell(1, (items("Privacy", "Quality of the harbour's lamps"),)),
            Cell(2, (items("Visits", "Survey"),)),
        ),
        "",
    )
    second = Row((Cell(1, (p("table-cell", "A cell that spans two columns"),), columns=2),), "")
    group = Row((Cell(0, (p("table-group", "Others", family="governance"),), columns=3),), "group")
    third = Row(
        (
            Cell(0, (p("table-cell", "Public"),)),
            Cell(1, (p("table-achieved", "Achieved"),), role="achieved"),
            Cell(2, ()),
        ),
        "",
    )
    return Table(
        "text",
        ("text", "text", "text"),
        (2, 3, 3),
        None,
        (),
        (head,),
        (first, second, group, third),
        (),
        "governance",
        "groups",
    )


def english_story() -> Story:
    family = "environment"
    introduction = "Harbour Light complies with the law of its harbours. We govern climate-related risks."
    contents = (
        Entry("", (Run("About the Report"),), "about", "brand"),
        Entry(
            "01",
            (Run("Green Development"),),
            "green",
            family,
            (
                Entry("", (Run("GHG Emissions Inventory"),), "ghg_inventory", family),
                Entry("", (Run("Statistics"),), "energy", family),
            ),
        ),
        Entry("02", (Run("Talent"),), "talent", "people", (Entry("", (Run("Staff"),), "staff", "people"),)),
    )
    flows: tuple[Flow, ...] = (
        Cover(
            (
                ("brand", p("cover-brand", "Harbour Light")),
                ("year", p("cover-year", "2023")),
                ("title", p("cover-title", "Environmental, Social and Governance Report")),
                ("name", p("cover-name", "Harbour Light Holdings Limited")),
                ("other-name", p("cover-line", "港灯控股有限公司")),
                ("incorporation", p("cover-line", "Incorporated nowhere with limited liability")),
                ("codes", p("cover-line", "HKEX: 0000", LineBreak(), "NASDAQ: HLH")),
            )
        ),
        Contents(p("contents-title", "Contents"), contents),
        Chapter(
            "",
            (Run("About the Report"),),
            p("h1", "About the Report", level=1, anchor="about"),
            None,
            None,
            (),
            "brand",
        ),
        p(
            "prose",
            "This report was made for the ",
            Run("harbour", strong=True),
            " and follows the ",
            Run("Guide of Lights", emphasis=True),
            ". Write to ",
            Run("esg@example.com", link="mailto:esg@example.com"),
            " or see ",
            Run("the inventory", link="#ghg_inventory"),
            ", page ",
            PageNumber("ghg_inventory"),
            ".",
        ),
        p("h3", "Reporting Period", level=3, anchor="period"),
        p("prose", "From January to December.", NoteMark(1, False, True), " The rest follows."),
        Items(
            False,
            (
                (
                    p(
                        "list",
                        "A first point that is long enough to run over the end of its line and to show how it hangs",
                    ),
                    Items(True, ((p("list", "nested"),), (p("list", "again"),)), "list", "brand"),
                ),
                (p("list", "Second point"), p("list", "and its second paragraph")),
            ),
            "list",
            "brand",
        ),
        Items(True, ((p("list", "one"),), (p("list", "two"),)), "list", "brand"),
        stakeholder_table(),
        Chapter(
            "01",
            (Run("Green Development"),),
            e("opening-title", "Green Development", level=1, anchor="green"),
            e("opening-introduction", introduction),
            e("opening-label", "In this chapter"),
            contents[1].entries,
            family,
        ),
        e("h2", "GHG Emissions Inventory", level=2, anchor="ghg_inventory"),
        e(
            "prose",
            "This year we undertook an inventory of Scope 3 emissions",
            NoteMark(2, False, True),
            " under the ",
            Run("Protocol", emphasis=True),
            ", and set targets on its results; the period is that of the report.",
            NoteMark(1, False, False),
        ),
        emissions_chart(
            ("Scope 1 and 2 rose with a full year", "GHG emissions by scope, tCO₂e", "Source: Statistics"),
            ("Scope 1", "Scope 2", "Scope 3"),
        ),
        Boxed(
            "pledge",
            (e("pledge", "Harbour Light pledges to reach carbon neutrality across operation by 2050."),),
            family,
        ),
        Cards(
            (
                Card(e("figure-number", "112"), e("figure-label", "lamps added in 2023")),
                Card(e("figure-number", "98.90", Run("%", unit=True)), e("figure-label", "answered within 30 minutes")),
                Card(None, e("figure-label", "Words alone, without any number")),
            ),
            family,
        ),
        e("prose", "After the cards the text goes on."),
        Boxed(
            "case",
            (
                e("case-label", "Case"),
                e("case-title", "“QZHOU”: answers for the keepers"),
                e("case-text", "In 2023 we introduced a system that answers the keepers' questions."),
                Items(
                    False,
                    (
                        (e("case-text", "A point in a box whose second line shows where the box's text begins"),),
                        (e("case-text", "Another"),),
                    ),
                    "case-text",
                    family,
                ),
                e("case-text", "And a closing paragraph."),
            ),
            family,
        ),
        e("h4", "Scope 3", level=4, anchor="scope3"),
        e("prose", "Directly after a heading of the fourth level.", Run(" Not yet translated.", unfinished=True)),
        Boxed(
            "callout",
            (e("callout", "Learn more about our ", Run("policy", link="https://example.com/a b?c=d"), "."),),
            family,
        ),
        emissions_chart(
            ("Purchased goods lead", "tCO₂e", "Source: the same"),
            ("Purchased goods and services", "Capital goods", "Business travel"),
            "bars",
        ),
        Picture(
            "assets/turbine.png",
            "A turbine before the harbour",
            e("caption", "The turbine of 2023."),
            family,
            "turbine",
        ),
        e("h2", "Statistics", level=2, anchor="statistics"),
        energy_table(ENGLISH),
        e("prose", "Text directly after a table and its notes."),
        Chapter(
            "02",
            (Run("Talent"),),
            p("opening-title", "Talent", family="people", level=1, anchor="talent"),
            p("opening-introduction", "People keep the light.", family="people"),
            p("opening-label", "In this chapter", family="people"),
            contents[2].entries,
            "people",
        ),
        p("h2", "Staff", family="people", level=2, anchor="staff"),
        p("prose", "Two persons.", family="people"),
    )
    notes = {
        1: Footnote(1, p("footnote", "Unless stated otherwise, all figures are those of the year.")),
        2: Footnote(2, p("footnote", "See ", Run("the guide", link="https://example.com/guide"), ".")),
    }
    return Story(
        "en",
        "2023 Environmental, Social and Governance Report",
        "Harbour Light ESG Report 2023",
        "Harbour Light Holdings Limited",
        flows,
        notes,
    )


def chinese_story() -> Story:
    family = "environment"
    entries = (Entry("", (Run("温室气体盘查"),), "ghg_inventory", family),)
    flows: tuple[Flow, ...] = (
        Cover(
            (
                ("brand", p("cover-brand", "港灯")),
                ("year", p("cover-year", "2023")),
                ("title", p("cover-title", "环境、社会及管治报告")),
                ("name", p("cover-name", "港灯控股有限公司")),
                ("other-name", p("cover-line", "Harbour Light Holdings Limited")),
            )
        ),
        Contents(p("contents-title", "目录"), (Entry("01", (Run("绿色发展"),), "green", family, entries),)),
        Chapter(
            "01",
            (Run("绿色发展"),),
            e("opening-title", "绿色发展", level=1, anchor="green"),
            e(
                "opening-introduction",
                "港灯遵守所在港口的法律法规，响应国家“双碳”目标，识别并管理气候相关风险，持续改善排放管理。",
            ),
            e("opening-label", "本章内容"),
            entries,
            family,
        ),
        e("h2", "温室气体盘查", level=2, anchor="ghg_inventory"),
        e("h3", "盘查范围", level=3),
        e(
            "prose",
            "本年度，我们依据",
            Run("《温室气体核算体系》", emphasis=True),
            "开展范围3排放盘查",
            NoteMark(1, False, True),
            "，共有",
            Run("904", strong=True),
            "项“灯塔”数据（2022年：513项）纳入统计——较上年增加76.2%，为减排目标的设定提供依据。",
        ),
        emissions_chart(
            ("范围1与范围2排放随全年运营上升", "按范围划分的温室气体排放量（tCO₂e）", "数据来源：环境数据"),
            ("范围1", "范围2", "范围3"),
        ),
        Boxed(
            "case",
            (
                e("case-label", "案例"),
                e("case-title", "“QZHOU”：守灯人的问答助手"),
                e("case-text", "2023年，我们推出问答系统，协助守灯人高效解决70%的咨询。"),
            ),
            family,
        ),
        energy_table(CHINESE),
        e("h4", "数据说明", level=4),
        e("prose", "正文继续。"),
    )
    notes = {1: Footnote(1, p("footnote", "指各类别排放经核查后首次披露；能够获得实测数据的采用实测值。"))}
    return Story("zh_Hans", "2023年环境、社会及管治报告", "港灯2023年ESG报告", "港灯控股有限公司", flows, notes)
