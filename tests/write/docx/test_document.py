"""The document as a whole: what Word finds in the package, and in which order the words stand."""

from __future__ import annotations

import struct
import zlib
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import docx
import pytest
from msgspec.structs import replace

from reportgen.diagnostics import ReportError
from reportgen.model.flow import Boxed, Cell, Picture, Row, Table
from reportgen.model.locale import LOCALES
from reportgen.write.docx import write_docx
from reportgen.write.docx.xml import hexa

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"


def test_the_same_story_gives_the_same_bytes(english, story, theme, picture_folder, pages):
    assert write_docx(story, theme, LOCALES["en"], pages, picture_folder, "1.0") == english.data


def test_the_archive_holds_its_parts_in_order_with_one_date(english):
    with ZipFile(BytesIO(english.data)) as package:
        names = package.namelist()
        assert names[:2] == ["[Content_Types].xml", "_rels/.rels"]
        assert names[2:] == sorted(names[2:])
        assert {info.date_time for info in package.infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_python_docx_opens_it_and_finds_its_properties(english):
    document = docx.Document(BytesIO(english.data))
    assert document.core_properties.title == "2023 Environmental, Social and Governance Report"
    assert document.core_properties.author == "Harbour Light Holdings Limited"
    assert document.core_properties.language == "en-US"
    assert len(document.sections) == 7


def test_the_words_stand_in_the_storys_order(english):
    texts = [text for _, text in english.paragraphs() if text]
    expected = [
        "Harbour Light",
        "Contents",
        "This report was made for the harbour and follows the Guide of Lights. Write to esg@example.com or see "
        "the inventory, page 04.",
        "Reporting Period",
        "Clients",
        "In this chapter",
        "Scope 1 and 2 rose with a full year",
        "112",
        "lamps added in 2023",
        "Case",
        "Learn more about our policy.",
        "The turbine of 2023.",
        "Energy and waste",
        "(1)Calculated with the conversion factors of the national standard; indirect energy is bought.",
        "Text directly after a table and its notes.",
        "People keep the light.",
    ]
    places = [texts.index(text) for text in expected]
    assert places == sorted(places)


def test_headings_are_words_own_with_their_outline_levels(english):
    assert english.text("heading 1") == ["About the Report"]
    assert english.text("Heading 1 Chapter") == ["Green Development", "Talent"]
    assert english.text("Heading 2 Environment") == ["GHG Emissions Inventory", "Statistics"]
    assert english.text("heading 3") == ["Reporting Period"]
    assert english.text("heading 4") == ["Scope 3"]
    levels = {
        style.get(f"{W}styleId"): style.find(f"{W}pPr/{W}outlineLvl").get(f"{W}val")
        for style in english.root("word/styles.xml").iter(f"{W}style")
        if style.find(f"{W}pPr/{W}outlineLvl") is not None
    }
    assert levels == {"Heading1": "0", "Heading2": "1", "Heading3": "2", "Heading4": "3"}


def test_runs_are_formatted_by_styles_but_for_units(english, chinese):
    def directly(written):
        looked = [r for r in written.root().iter(f"{W}r") if {p.tag for p in r.iterfind(f"{W}rPr/*")} - {f"{W}rStyle"}]
        return ["".join(t.text or "" for t in run.iter(f"{W}t")) for run in looked]

    assert directly(english) == ["%"], "a unit beside its figure"
    assert directly(chinese) == []


@pytest.mark.parametrize("report", ["english", "chinese"])
def test_every_style_that_is_used_is_defined_and_every_style_is_based_on_one(report, request):
    written = request.getfixturevalue(report)
    defined = written.styles()
    for name in written.names():
        if name.startswith("word/") and name.endswith(".xml"):
            for tag in ("pStyle", "rStyle", "tblStyle", "basedOn", "next"):
                assert {part.get(f"{W}val") for part in written.root(name).iter(f"{W}{tag}")} <= set(defined)


def test_every_drawing_has_an_alternative_text(english):
    drawings = list(english.root().iter(f"{WP}docPr"))
    assert len(drawings) == 6
    assert all(drawing.get("descr") for drawing in drawings)
    assert len({drawing.get("id") for drawing in drawings}) == 6


def test_every_relationship_leads_to_a_part(english):
    names = set(english.names())
    for name in names:
        if name.endswith(".rels") and name != "_rels/.rels":
            for relation in english.root(name):
                if relation.get("TargetMode") != "External":
                    folder = Path(name).parent.parent
                    target = (Path("/") / folder / relation.get("Target")).resolve()
                    assert str(target).lstrip("/") in names


def test_the_language_and_the_east_asian_face_are_set(english, chinese):
    def defaults(written):
        look = written.root("word/styles.xml").find(f"{W}docDefaults/{W}rPrDefault/{W}rPr")
        language, fonts = look.find(f"{W}lang"), look.find(f"{W}rFonts")
        return language.get(f"{W}val"), language.get(f"{W}eastAsia"), fonts.get(f"{W}eastAsia"), fonts.get(f"{W}hint")

    assert defaults(english) == ("en-US", "zh-CN", "Microsoft YaHei", None)
    assert defaults(chinese) == ("en-US", "zh-CN", "Microsoft YaHei", "eastAsia")


def test_emphasis_is_slanted_in_english_only(english, chinese):
    def slanted(written):
        return [
            s.find(f"{W}rPr/{W}i") is not None
            for s in written.root("word/styles.xml")
            if s.get(f"{W}styleId") == "Emphasis"
        ]

    assert slanted(english) == [True]
    assert slanted(chinese) == [False]


def test_the_reader_is_not_asked_to_update_fields(english):
    settings = english.root("word/settings.xml")
    assert settings.find(f"{W}updateFields") is None
    modes = {s.get(f"{W}name"): s.get(f"{W}val") for s in settings.iter(f"{W}compatSetting")}
    assert modes["compatibilityMode"] == "15"


def words(written, section, kind, side="default"):
    """The words of a section's head or foot."""
    relations = {r.get("Id"): r.get("Target") for r in written.root("word/_rels/document.xml.rels")}
    reference = next(r for r in section.findall(f"{W}{kind}Reference") if r.get(f"{W}type") == side)
    return "".join(written.root(f"word/{relations[reference.get(f'{R}id')]}").itertext())


def test_only_pages_of_text_carry_a_head_and_pages_are_roman_before_the_body(english):
    sections = list(english.root().iter(f"{W}sectPr"))
    numbers = [(s.find(f"{W}pgNumType").get(f"{W}fmt"), s.find(f"{W}pgNumType").get(f"{W}start")) for s in sections]
    assert numbers == [("lowerRoman", None)] * 2 + [("decimalZero", "1")] + [("decimalZero", None)] * 4
    assert [words(english, s, "header", "even") for s in sections] == [
        "",
        "",
        "About the Report",
        "",
        "01\N{EM SPACE}Green Development",
        "",
        "02\N{EM SPACE}Talent",
    ]
    foot = "\N{EM SPACE}Harbour Light ESG Report 2023"
    feet = ["", f"ii{foot}", f"01{foot}", "", f"01{foot}", "", f"01{foot}"]
    assert [words(english, s, "footer", "even") for s in sections] == feet


def test_heads_and_feet_stand_at_the_outer_edges(english):
    section = list(english.root().iter(f"{W}sectPr"))[2]
    short = "Harbour Light ESG Report 2023"
    assert words(english, section, "footer") == f"{short}\N{EM SPACE}01", "odd pages are right-hand pages"
    assert words(english, section, "footer", "even") == f"01\N{EM SPACE}{short}"
    assert english.root("word/settings.xml").find(f"{W}evenAndOddHeaders") is not None


def test_a_chapters_opening_has_its_colour_at_the_edge_and_no_foot(english, theme):
    root, relations = english.root(), english.root("word/_rels/document.xml.rels")
    targets = {each.get("Id"): f"word/{each.get('Target')}" for each in relations}
    openings = [section for section in root.iter(f"{W}sectPr") if section.find(f"{W}titlePg") is not None]
    assert openings
    for section in openings:
        firsts = {each.tag: each for each in section if each.get(f"{W}type") == "first"}
        assert set(firsts) == {f"{W}headerReference", f"{W}footerReference"}, "what is not said is another page's"
        relation = {tag: reference.get(f"{R}id") for tag, reference in firsts.items()}
        head, foot = (english.root(targets[relation[f"{W}{kind}Reference"]]) for kind in ("header", "footer"))
        (strip,) = head.iter(f"{WP}anchor")
        assert strip.get("behindDoc") == "1"
        assert [strip.find(f"{WP}position{way}/{WP}posOffset").text for way in "HV"] == ["0", "0"]
        assert not "".join(text.text or "" for part in (head, foot) for text in part.iter(f"{W}t"))


def test_a_running_head_finds_its_chapter_in_a_word_of_any_language(english):
    instructions = [
        field.get(f"{W}instr").strip()
        for name in english.names()
        if name.startswith("word/header")
        for field in english.root(name).iter(f"{W}fldSimple")
    ]
    assert instructions == [
        *["STYLEREF 1 \\* MERGEFORMAT"] * 2,
        *['STYLEREF "Heading 1 Chapter" \\* MERGEFORMAT'] * 4,
    ]


def test_a_picture_that_is_none_is_reported(write, tmp_path_factory):
    with pytest.raises(ReportError) as error:
        write(Picture("missing.png", "A picture", None, "brand"))
    assert str(error.value) == "the picture `missing.png` cannot be read: No such file or directory"


def test_a_file_that_is_no_picture_is_reported(story, theme, tmp_path):
    (tmp_path / "assets").mkdir()
    (tmp_path / "assets" / "turbine.png").write_text("no picture")
    with pytest.raises(ReportError) as error:
        write_docx(story, theme, LOCALES["en"], {}, tmp_path, "1.0")
    assert str(error.value) == "`assets/turbine.png` is no picture that can be printed"
    assert error.value.diagnostics[0].hint == "save it as PNG or JPEG"


def test_a_picture_of_less_than_a_dot_an_inch_is_as_large_as_one_that_says_nothing(
    story, theme, tmp_path, picture_folder, written_with
):
    path = "assets/turbine.png"
    data = (picture_folder / path).read_bytes()
    (tmp_path / "assets").mkdir()
    density = b"pHYs" + struct.pack(">IIB", 10, 10, 1)  # dots a metre
    chunk = struct.pack(">I", 9) + density + struct.pack(">I", zlib.crc32(density))
    (tmp_path / path).write_bytes(data[:33] + chunk + data[33:])
    picture = replace(story, flows=(Picture(path, "A picture", None, "brand"),))
    usual, sparse = (written_with(picture, theme, folder, {}).root() for folder in (picture_folder, tmp_path))
    assert usual.find(f".//{WP}extent").attrib == sparse.find(f".//{WP}extent").attrib


def test_a_name_with_characters_that_xml_cannot_hold_is_written_without_them(
    story, theme, picture_folder, written_with
):
    written = written_with(replace(story, author="Kestrel\x01\uffff Power"), theme, picture_folder, {})
    assert written.root("word/theme/theme1.xml").get("name") == "Kestrel Power"


def test_a_story_without_anything_is_a_document_too(write):
    written = write()
    assert docx.Document(BytesIO(written.data)).paragraphs == []


def test_a_report_that_ends_in_a_table_ends_with_the_paragraph_that_word_wants_after_one(write, p):
    table = Table("text", ("text",), (), None, (), (), (Row((Cell(0, (p("table-cell", "x"),)),), ""),), (), "brand")
    body = write(p("prose", "a"), table).root().find(f"{W}body")
    assert [part.tag.partition("}")[2] for part in body] == ["p", "tbl", "p", "sectPr"]
    assert body[2].find(f"{W}pPr/{W}spacing").get(f"{W}lineRule") == "exact", "it has no height"


def kept(written):
    """Of each paragraph whether its lines are kept together, and whether it is kept with the next."""
    return [
        tuple(paragraph.find(f"{W}pPr/{W}{tag}") is not None for tag in ("keepLines", "keepNext"))
        for paragraph in written.root().iter(f"{W}p")
    ]


def test_a_low_box_is_not_parted(write, p):
    titled = (p("case-label", "Case"), p("case-title", "The New Lamp"))
    low, high = p("case-text", "It burns. " * 20), p("case-text", "It burns. " * 200)
    assert kept(write(Boxed("case", (*titled, low), "brand"))) == [(True, True), (True, True), (True, False)]
    assert kept(write(Boxed("case", (*titled, high), "brand"))) == [(False, True), (False, True), (False, False)]


def test_two_cases_in_a_row_have_a_gap_between_their_grounds(write, p, theme):
    boxes = [Boxed("case", (p("case-text", words),), "brand") for words in ("It burns.", "It glows.", "It fades.")]
    written = write(*boxes)
    made = [paragraph for paragraph in written.root().iter(f"{W}p") if list(paragraph.iter(f"{W}t"))]
    fills = [shade.get(f"{W}fill") if (shade := each.find(f"{W}pPr/{W}shd")) is not None else "" for each in made]
    tint = theme.families["brand"].tint.lstrip("#")
    assert fills == ["", f"{int(tint, 16) ^ 1:06X}", ""], "LibreOffice makes one of grounds alike"
    indents = [indent.get(f"{W}right") if (indent := each.find(f"{W}pPr/{W}ind")) is not None else "" for each in made]
    assert indents[0] == indents[2] != indents[1], "Word makes one of paragraphs alike"


def test_the_arrow_of_a_callout_has_the_colour_of_its_chapter(write, p, theme):
    family = list(theme.families)[1]
    flows = [Boxed("callout", (p("callout", "See page 2.", family=each),), each) for each in ("brand", family)]
    first, second = (written := write(*flows)).root().iter(f"{W}p")
    assert first.find(f"{W}pPr/{W}numPr") is None, "by its style"
    number = second.find(f"{W}pPr/{W}numPr/{W}numId").get(f"{W}val")
    root = written.root("word/numbering.xml")
    (found,) = (each for each in root.iter(f"{W}num") if each.get(f"{W}numId") == number)
    definition = found.find(f"{W}abstractNumId").get(f"{W}val")
    (level, *_) = (
        each.find(f"{W}lvl") for each in root.iter(f"{W}abstractNum") if each.get(f"{W}abstractNumId") == definition
    )
    assert level.find(f"{W}lvlText").get(f"{W}val") == "→"
    assert level.find(f"{W}rPr/{W}color").get(f"{W}val") == hexa(theme.families[family].base)
