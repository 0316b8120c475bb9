"""The file as other programs read it: text, fonts, structure, outline, labels, links."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from io import BytesIO
from pathlib import Path
from typing import Any

import pikepdf
import pypdfium2
import pytest
from deflate import zlib_compress
from fontTools.cffLib import CFFFontSet
from msgspec import Struct
from msgspec.structs import replace
from reading_pdf import read_structure, to_glyphs, to_unicode
from uharfbuzz import SubsetFlags, SubsetInput, SubsetPlan

from reportgen.diagnostics import ReportError
from reportgen.model import flow
from reportgen.model.locale import LOCALES
from reportgen.model.theme import Face, FontFile, Theme
from reportgen.write.pdf.codes import SOFT_HYPHEN
from reportgen.write.pdf.content import END, Item, Mark, Text, content_of
from reportgen.write.pdf.file import begin_file
from reportgen.write.pdf.fontfile import open_font
from reportgen.write.pdf.parts import Bookmark, Element, Layout, LinkArea, Sheet
from reportgen.write.pdf.pdfobjects import Document, Stream, array, dictionary, name
from reportgen.write.pdf.setting import Typesetter

NOTO_SC = FontFile("noto", "manimgx_fonts_cjk", "NotoSansCJK-VF.otf.ttc", (), family="Noto Sans CJK SC")
LEFT, WIDTH, TOP, LEADING = 100, 400, 760, 20
STORY = flow.Story("en", "Report (draft) 报告", "Report", "Harbour Light Holdings", ())


class Made(Struct, frozen=True):
    data: bytes
    typesetter: Typesetter

    @property
    def text(self) -> str:
        pages = pypdfium2.PdfDocument(self.data)
        return "\n".join(page.get_textpage().get_text_bounded() for page in pages).replace("\r\n", "\n")

    def opened(self) -> pikepdf.Pdf:
        return pikepdf.open(BytesIO(self.data))


@pytest.fixture
def make(setting: Callable[[str], Any]) -> Callable[..., Made]:
    """Write a file with a page for each list of paragraphs, as simply as can be."""

    def made(*pages: list[flow.Paragraph], locale: str = "en", own: Typesetter | None = None) -> Made:
        typesetter: Typesetter = own or setting(locale).typesetter
        root = Element("Document")
        sheets = [page(typesetter, paragraphs, index, root) for index, paragraphs in enumerate(pages)]
        every = [(index, p) for index, paragraphs in enumerate(pages) for p in paragraphs]
        bookmarks = tuple(Bookmark(p.level, p.pieces[0].text, index, TOP) for index, p in every if p.level)
        anchors = {p.anchor: (index, float(TOP)) for index, p in every if p.anchor}
        layout = Layout(tuple(sheets), bookmarks, anchors, {}, root)
        return Made(begin_file(layout, typesetter, STORY, LOCALES[locale], "1.2.3")(), typesetter)

    return made


def page(typesetter: Typesetter, paragraphs: list[flow.Paragraph], index: int, root: Element) -> Sheet:
    items: list[Item] = []
    marked, links = [], []
    y = TOP
    for paragraph in paragraphs:
        own = Element(f"H{paragraph.level}" if paragraph.level else "P", root, id=paragraph.anchor)
        root.kids.append(own)
        for line in typesetter.lines(paragraph, WIDTH):
            y -= LEADING
            for segment in line.segments:
                element = own
                if segment.link:
                    element = Element("Link", own)
                    own.kids.append(element)
                    area = (LEFT + segment.x, y - 3.0, LEFT + segment.x + segment.width, y + 9.0)
                    links.append(LinkArea(area, segment.link, "where it leads", element))
                element.kids.append((index, len(marked)))
                mark = Mark(b"/%b<</MCID %d>>BDC\n" % (own.tag.encode(), len(marked)))
                items += [mark, Text(LEFT + segment.x, y, segment.shows), END]
                marked.append(element)
    return Sheet(content_of(items), tuple(marked), tuple(links), f"{index + 1:02}", 595.28, 841.89)


def test_text_comes_out_as_it_went_in(make: Callable[..., Made], paragraph: Callable[..., flow.Paragraph]) -> None:
    words = ["AVATAR emits 1,234.5 tCO₂e (± 5%) \\ don’t", "℃ ☑ é 本集团“环境”——《条例》，骨。", "rare: 🖹 done"]
    assert make([paragraph(line, style="sans") for line in words]).text == "\n".join(words)


def test_every_code_has_a_meaning_where_a_line_ends_between_two_faces(
    make: Callable[..., Made], paragraph: Callable[..., flow.Paragraph], tmp_path: Path
) -> None:
    strong = flow.Run("lamp", strong=True)
    made = make([paragraph("word " * count, strong, " goes on", style="sans") for count in range(10, 20)])
    (tmp_path / "made.pdf").write_bytes(made.data)
    read = [node.text() for node in read_structure(tmp_path / "made.pdf").all("P")]
    assert any(line.rstrip().endswith("lamp") for line in made.text.splitlines()), "a line ends there"
    assert read == ["word " * count + "lamp goes on" for count in range(10, 20)]


@pytest.mark.parametrize(
    ("locale", "above", "below", "read"),
    [
        ("en", "Environmental, Social", "and Governance", "Environmental, Social and Governance"),
        ("zh_Hans", "环境、社会", "及治理报告", "环境、社会及治理报告"),
        ("zh_Hans", "地址：", "北京", "地址：北京"),
        ("zh_Hans", "纳斯达克：KB", "香港联交所：9999", "纳斯达克：KB 香港联交所：9999"),
        ("en", "01", "", "01 "),
    ],
)
def test_a_hard_break_parts_words_by_a_space_and_chinese_by_none(
    make: Callable[..., Made],
    paragraph: Callable[..., flow.Paragraph],
    tmp_path: Path,
    locale: str,
    above: str,
    below: str,
    read: str,
) -> None:
    lines = paragraph(above, flow.LineBreak(), below, style="sans" if locale == "en" else "han")
    (tmp_path / "made.pdf").write_bytes(make([lines], locale=locale).data)
    (found,) = read_structure(tmp_path / "made.pdf").all("P")
    assert found.text() == read


def test_chinese_comes_out_without_spaces_that_nobody_typed(
    make: Callable[..., Made], paragraph: Callable[..., flow.Paragraph]
) -> None:
    words = "本集团于二零二三年持续推进节能减排，五个数据中心通过认证——（详见“环境”一章），骨角清晰……" * 3
    made = make([paragraph(words, style="han")], locale="zh_Hans")
    assert made.text.replace("\n", "") == words


def test_columns_digits_come_out_as_digits(make: Callable[..., Made], setting: Callable[[str], Any]) -> None:
    made = setting("en")
    segment = made.typesetter.tabular("1,234–567", made.theme.styles["sans"], False, "ink")
    element = Element("Document", kids=[(0, 0)])
    items = [Mark(b"/P<</MCID 0>>BDC\n"), Text(100, 700, segment.shows), END]
    sheet = Sheet(content_of(items), (element,), (), "1", 595.28, 841.89)
    layout = Layout((sheet,), (), {}, {}, element)
    data = begin_file(layout, made.typesetter, STORY, LOCALES["en"], "1")()
    assert Made(data, made.typesetter).text == "1,234–567"


def test_a_hyphen_added_at_a_lines_end_is_a_soft_one(
    make: Callable[..., Made], paragraph: Callable[..., flow.Paragraph], setting: Callable[[str], Any]
) -> None:
    line = setting("en").typesetter.lines(paragraph("internationalisation"), 60)[0]
    assert line.segments[0].shows[-1].codes.endswith(SOFT_HYPHEN)


def test_whatever_is_drawn_has_a_glyph_where_a_notes_mark_ends_a_line(
    make: Callable[..., Made], paragraph: Callable[..., flow.Paragraph]
) -> None:
    words = paragraph("a" * 50, flow.NoteMark(1, table=False, first=True), " " + "b" * 50)
    made = make([words])
    assert made.typesetter.lines(words, WIDTH)[0].segments[-1].note == 1
    with made.opened() as pdf:
        for name, cids in drawn(pdf.pages[0]):
            glyphs = pdf.pages[0].Resources.Font[name].DescendantFonts[0].CIDToGIDMap.read_bytes()
            assert all(any(glyphs[2 * cid : 2 * cid + 2]) for cid in cids)


def drawn(page: pikepdf.Page) -> Iterator[tuple[str, list[int]]]:
    """Yield the CIDs of each string, all of one byte, with the name of its font."""
    name = ""
    for operands, operator in pikepdf.parse_content_stream(page):
        if str(operator) == "Tf":
            name = str(operands[0])
        strings = operands[0] if str(operator) == "TJ" else operands if str(operator) == "Tj" else ()
        yield from ((name, list(bytes(part))) for part in strings if isinstance(part, pikepdf.String))


def test_fonts_are_embedded_subset_and_named_apart(
    make: Callable[..., Made], paragraph: Callable[..., flow.Paragraph]
) -> None:
    with make([paragraph("plain ", flow.Run("strong", strong=True), " 环境")]).opened() as pdf:
        fonts = pdf.pages[0].Resources.Font
        descriptors = [font.DescendantFonts[0].FontDescriptor for font in fonts.values()]
        names = [str(descriptor.FontName) for descriptor in descriptors]
        files = [descriptor.get("/FontFile2") or descriptor.FontFile3 for descriptor in descriptors]
        sizes = [len(file.read_bytes()) for file in files]
    assert sorted(name.split("+")[1] for name in names) == [
        "NotoSansCJKSC-wght400",
        "SourceSerif4-opsz11-wght400",
        "SourceSerif4-opsz11-wght600",
    ]
    assert len(set(names)) == 3
    assert all(0 < size < 10_000 for size in sizes)


@pytest.mark.parametrize("kind", ["variable", "static"])
def test_outlines_in_compact_format_are_embedded_as_such(
    kind: str,
    make: Callable[..., Made],
    paragraph: Callable[..., flow.Paragraph],
    theme: Theme,
    tmp_path: Path,
) -> None:
    words = "方⽅环境，又——也"  # two codes of one glyph
    font = NOTO_SC
    if kind == "static":
        (tmp_path / "own.otf").write_bytes(static(NOTO_SC, words))
        font = FontFile("own", "", "own.otf", ())
    style = replace(theme.styles["han"], face=Face("own", (font,), (font,), (font,), "", ""))
    typesetter = Typesetter(replace(theme, styles={**theme.styles, "han": style}), LOCALES["zh_Hans"], tmp_path)
    made = make([paragraph(words, style="han")], locale="zh_Hans", own=typesetter)
    assert typesetter.missing == {}
    assert made.text == words
    with made.opened() as pdf:
        (embedded,) = pdf.pages[0].Resources.Font.values()
        (descendant,) = embedded.DescendantFonts
        assert (descendant.Subtype, descendant.FontDescriptor.FontFile3.Subtype) == ("/CIDFontType0", "/CIDFontType0C")
        assert "/CIDToGIDMap" not in descendant
        outlines = CFFFontSet()
        outlines.decompile(BytesIO(descendant.FontDescriptor.FontFile3.read_bytes()), None)
        glyphs = to_glyphs(embedded.Encoding.read_bytes())
        read = to_unicode(embedded.ToUnicode.read_bytes())
    assert len(outlines[0].CharStrings) == len(set(glyphs.values())) + 1, "of each its own, and the missing glyph"
    assert set(glyphs) == set(read)
    assert {"方", "⽅"} <= set(read.values())


def static(font: FontFile, words: str) -> bytes:
    """Return a font with the outlines of a variable one at a weight, for some words: OpenType with the table `CFF `."""
    source = open_font(font, Path())
    wanted = SubsetInput()
    wanted.unicode_set.update(map(ord, words))
    wanted.layout_feature_tag_set.invert()
    wanted.flags = SubsetFlags.DOWNGRADE_CFF2
    wanted.pin_axis_location(source, "wght", 400)
    made = SubsetPlan(source, wanted).execute()
    assert "CFF " in made.table_tags
    return bytes(made.blob.data)


def test_widths_are_those_of_the_embedded_font(
    make: Callable[..., Made], paragraph: Callable[..., flow.Paragraph]
) -> None:
    made = make([paragraph("Width", style="sans")])
    (face,) = made.typesetter.fonts.used()
    with made.opened() as pdf:
        widths = pdf.pages[0].Resources.Font[f"/{face.key.decode()}"].DescendantFonts[0].W
        first = {int(widths[i]): int(widths[i + 1][0]) for i in range(0, len(widths), 2)}
    by_frequency = sorted("Width")
    assert first[1 + by_frequency.index("W")] == face.advances["W"]


def test_outline_has_all_levels_and_is_closed_below_sections(
    make: Callable[..., Made], paragraph: Callable[..., flow.Paragraph]
) -> None:
    headings = [("Environment", 1), ("Emissions", 2), ("Scope 3", 3), ("Travel", 4), ("Water", 2), ("People", 1)]
    made = make([paragraph(words, level=level) for words, level in headings])
    toc = list(pypdfium2.PdfDocument(made.data).get_toc())
    assert [(entry.get_title(), entry.level + 1) for entry in toc] == headings
    with made.opened() as pdf:
        first = pdf.Root.Outlines.First
        assert (int(pdf.Root.Outlines.Count), int(first.Count), int(first.First.Count)) == (4, 2, -1)


def test_an_outline_may_skip_a_level(make: Callable[..., Made], paragraph: Callable[..., flow.Paragraph]) -> None:
    made = make([paragraph("A", level=2), paragraph("B", level=4), paragraph("C", level=1)])
    toc = pypdfium2.PdfDocument(made.data).get_toc()
    assert [(entry.get_title(), entry.level) for entry in toc] == [("A", 0), ("B", 1), ("C", 0)]


def test_pages_have_the_labels_that_are_printed(
    make: Callable[..., Made], paragraph: Callable[..., flow.Paragraph]
) -> None:
    pages = pypdfium2.PdfDocument(make([paragraph("a")], [paragraph("b")]).data)
    assert [pages.get_page_label(index) for index in range(2)] == ["01", "02"]


def test_links_lead_to_places_and_addresses(
    make: Callable[..., Made], paragraph: Callable[..., flow.Paragraph]
) -> None:
    target = flow.Paragraph("prose", (flow.Run("Here"),), "brand", anchor="here")
    inner = flow.Run("inside", link="#here")
    outer = flow.Run("outside", link="https://example.com/资料?a=1#b")
    with make([paragraph(inner, " ", outer)], [target]).opened() as pdf:
        inside, outside = pdf.pages[0].Annots
        assert inside.Dest[0] == pdf.pages[1].obj
        assert float(inside.Dest[3]) == TOP
        assert str(outside.A.URI) == "https://example.com/%E8%B5%84%E6%96%99?a=1#b"
        assert [int(inside.F), str(inside.Contents)] == [4, "where it leads"]
        nums = pdf.Root.StructTreeRoot.ParentTree.Nums
        owners = {int(nums[i]): nums[i + 1] for i in range(0, len(nums), 2)}
        assert owners[int(inside.StructParent)].S == "/Link"
        assert owners[int(inside.StructParent)].K[1].Obj == inside


def test_a_link_to_nowhere_is_told(make: Callable[..., Made], paragraph: Callable[..., flow.Paragraph]) -> None:
    with pytest.raises(ReportError, match="a link leads to `#gone`, which is nowhere in the report"):
        make([paragraph(flow.Run("inside", link="#gone"))])


def test_what_the_file_says_of_itself(make: Callable[..., Made], paragraph: Callable[..., flow.Paragraph]) -> None:
    with make([paragraph("a")], locale="zh_Hans").opened() as pdf:
        assert str(pdf.Root.Lang) == "zh-Hans-CN"
        assert pdf.Root.MarkInfo.Marked
        assert pdf.Root.ViewerPreferences.DisplayDocTitle
        assert list(pdf.Root.OpenAction) == [pdf.pages[0].obj, "/Fit"]
        with pdf.open_metadata() as metadata:
            assert metadata["dc:title"] == str(pdf.docinfo.Title) == STORY.title
            assert metadata["dc:creator"] == [STORY.author]
            assert metadata["xmp:CreatorTool"] == str(pdf.docinfo.Creator) == "reportgen 1.2.3"
        assert "/CreationDate" not in pdf.docinfo


def test_it_claims_both_standards_and_describes_the_properties_that_pdf_a_does_not_know(
    make: Callable[..., Made], paragraph: Callable[..., flow.Paragraph]
) -> None:
    with make([paragraph("a")]).opened() as pdf, pdf.open_metadata() as metadata:
        assert (metadata["pdfaid:part"], metadata["pdfaid:conformance"]) == ("2", "A")
        assert metadata["{http://www.aiim.org/pdfua/ns/id/}part"] == "1"
        schema = pdf.Root.Metadata.read_bytes().decode()
        assert "<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>" in schema


def test_elements_are_found_from_the_pages_and_by_identifier(
    make: Callable[..., Made], paragraph: Callable[..., flow.Paragraph]
) -> None:
    anchored = flow.Paragraph("prose", (flow.Run("Anchored"),), "brand", anchor="note-1")
    with make([paragraph("Title", level=1), anchored]).opened() as pdf:
        root = pdf.Root.StructTreeRoot
        heading, note = root.K.K
        assert (heading.S, note.S, root.ParentTree.Nums[1][1]) == ("/H1", "/P", note)
        assert list(root.IDTree.Names) == [pikepdf.String("note-1"), note]


def test_the_same_layout_gives_the_same_bytes(
    make: Callable[..., Made], paragraph: Callable[..., flow.Paragraph], monkeypatch: pytest.MonkeyPatch
) -> None:
    first = make([paragraph("same 环境", level=1)])
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1")
    assert make([paragraph("same 环境", level=1)]).data == first.data


def test_the_end_of_a_stream_is_told_from_data_that_end_in_a_carriage_return() -> None:
    content = b"\x0c"
    assert zlib_compress(content, 6).endswith(b"\r")
    document = Document()
    document.add(Stream(content))
    pages = document.add(dictionary({"Type": name("Pages"), "Kids": array([]), "Count": 0}))
    catalog = document.add(dictionary({"Type": name("Catalog"), "Pages": pages}))
    data = document.begin(catalog, document.add(dictionary({})))()
    assert data.count(b"\r\r\nendstream") == 1
    with pikepdf.open(BytesIO(data)) as pdf:
        assert pdf.get_object(1, 0).read_bytes() == content
