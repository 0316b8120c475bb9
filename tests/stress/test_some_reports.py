"""What single stress reports are for, read back from their files."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Callable
from typing import Any

import pikepdf
import pypdfium2
import pytest
from checking_pdf import faults
from lxml import etree
from reading_pdf import Node, read_structure
from stress_project import Built
from stress_reports import ARABIC, HEBREW

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
Build = Callable[[str], Built]


def pages(report: Built) -> list[str]:
    return [page.get_textpage().get_text_range() for page in pypdfium2.PdfDocument(report.file("pdf"))]


def outline(report: Built) -> list[tuple[int, str]]:
    return [(entry.level + 1, entry.get_title()) for entry in pypdfium2.PdfDocument(report.file("pdf")).get_toc()]


def headings(tree: Node) -> list[tuple[int, str]]:
    return [(int(node.tag[1:]), node.text()) for node in tree.all("H1", "H2", "H3", "H4")]


def test_three_hundred_headings_are_in_the_structure_and_in_the_outline(build_report: Build) -> None:
    report = build_report("three_hundred_headings")
    found = headings(read_structure(report.file("pdf")))
    assert len(found) == 1 + 4 + 20 + 100 + 200, "contents, chapters, sections, and below them"
    assert {level for level, _ in found} == {1, 2, 3, 4}
    assert [level for level, _ in outline(report)] == [level for level, _ in found]


def test_a_note_of_a_heading_is_printed_once_and_not_in_the_contents(build_report: Build) -> None:
    report = build_report("notes_everywhere")
    text = pages(report)
    assert sum(page.count("The note of a section's title.") for page in text) == 1
    assert text[1].rstrip().endswith("02 Notes")
    assert (2, "Notes") in outline(report)


def test_a_note_that_is_marked_twice_is_one_note(build_report: Build) -> None:
    tree = read_structure(build_report("notes_everywhere").file("pdf"))
    notes = [node for node in tree.all("Note") if "Marked twice" in node.text()]
    assert len(notes) == 1
    marks = [node.text() for node in tree.all("Reference") if node.text() == "2"]
    assert len(marks) == 2, "two marks of it"


def test_a_long_note_is_one_element_over_its_pages(build_report: Build) -> None:
    report = build_report("notes_everywhere")
    on = [at for at, page in enumerate(pages(report)) if "A note that goes on and on." in page]
    assert len(on) > 1
    tree = read_structure(report.file("pdf"))
    (note,) = [node for node in tree.all("Note") if "goes on and on" in node.text()]
    assert note.text().count("A note that goes on and on.") == 240


KINDS = {
    "paragraph": ("P", "body", "Body Text"),
    "heading": ("H3", "body", "heading 3"),
    "item": ("L LI LBody P", "body", "List Paragraph"),
    "title": ("Sect Sect P", "body", "Case Environment"),
    "box": ("Sect Sect P", "body", "Case Environment"),
    "caption": ("Table Caption P", "body", "caption"),
    "head": ("Table THead TR TH P", "tc", "Table Text"),
    "cell": ("Table TBody TR TD P", "tc", "Table Text"),
    "listed": ("TBody TR TD L LI LBody P", "tc", "Table List"),
    "pledge": ("Sect Sect P", "body", "Pledge"),
    "inner": ("L LI LBody L LI LBody P", "body", "List Paragraph"),
}
"""Where a note may be marked: in which elements of the PDF, in what of the Word file, in a paragraph of which style."""


def word(report: Built, part: str) -> Any:
    """The root of a part of the Word file."""
    with zipfile.ZipFile(report.file("docx")) as package:
        return etree.fromstring(package.read(f"word/{part}.xml"))


def paragraph_style(paragraph: Any) -> str:
    """The id of a paragraph's style, empty where it has none."""
    style = paragraph.find(f"{W}pPr/{W}pStyle")
    return "" if style is None else str(style.get(f"{W}val"))


def first_marks(part: Node) -> dict[str, tuple[str, str]]:
    """What each mark of a chapter stands in where it comes first, outermost first, and on which page."""
    found: dict[str, tuple[str, str]] = {}
    waiting = [(part, "")]
    while waiting:
        node, above = waiting.pop()
        if node.tag == "Reference" and node.text().isdigit():
            found.setdefault(node.text(), (above, next(node.all()).page))
        inner = [kid for kid in node.parts if isinstance(kid, Node) and kid.tag != "TOC"]
        waiting.extend((kid, f"{above} {node.tag}") for kid in reversed(inner))
    return found


@pytest.mark.parametrize("kind", KINDS)
def test_a_note_of_any_kind_of_place_stands_on_its_page_and_after_its_words(build_report: Build, kind: str) -> None:
    part = list(read_structure(build_report("notes_by_chapter").file("pdf")).all("Part"))[2]
    (note,) = [node for node in part.all("Note") if node.text().endswith(f"Of the {kind}.")]
    (label,) = note.all("Lbl")
    above, page = first_marks(part)[label.text()]
    assert above.endswith(f" {KINDS[kind][0]}")
    assert label.page == page, "at the foot of the page of its mark"


@pytest.mark.parametrize("kind", KINDS)
def test_a_note_of_any_kind_of_place_is_words_own(build_report: Build, kind: str) -> None:
    body, notes, styles = (word(build_report("notes_by_chapter"), part) for part in ("document", "footnotes", "styles"))
    (note,) = [note for note in notes if "".join(note.itertext()).endswith(f"Of the {kind}.")]
    (mark,) = [each for each in body.iter(f"{W}footnoteReference") if each.get(f"{W}id") == note.get(f"{W}id")]
    paragraph = next(mark.iterancestors(f"{W}p"))
    names = {style.get(f"{W}styleId"): style.find(f"{W}name").get(f"{W}val") for style in styles.iter(f"{W}style")}
    style = names[paragraph_style(paragraph)]
    assert (paragraph.getparent().tag.removeprefix(W), style) == KINDS[kind][1:]


def test_notes_counted_by_chapter_begin_with_one_in_each(build_report: Build) -> None:
    tree = read_structure(build_report("notes_by_chapter").file("pdf"))
    labels = [[label.text() for note in part.all("Note") for label in note.all("Lbl")] for part in tree.all("Part")]
    counted = [[label for label in chapter if label.isdigit()] for chapter in labels]
    assert counted == [[str(number) for number in range(1, last + 1)] for last in (3, 8, 15, 3)]


def test_marks_lead_to_the_note_of_their_chapter(build_report: Build) -> None:
    with pikepdf.open(build_report("notes_by_chapter").file("pdf")) as pdf:
        sheets = {page.objgen: at for at, page in enumerate(pdf.pages)}
        links = [
            (at, sheets[link.Dest[0].objgen])
            for at, page in enumerate(pdf.pages)
            for link in page.get("/Annots", pikepdf.Array())
            if str(link.get("/Contents")) == "1"
        ]
    assert sorted(set(links)) == [(2, 2), (3, 3), (8, 8), (10, 10)], "of four notes, each on the page of its mark"


def test_a_chapters_title_has_its_note_on_its_page_and_nowhere_else(build_report: Build) -> None:
    report = build_report("notes_by_chapter")
    sheets = pages(report)
    assert [at for at, sheet in enumerate(sheets) if "Of the chapter." in sheet] == [3], "the opening page"
    assert [at for at, sheet in enumerate(sheets) if "Of the last chapter." in sheet] == [10], "its first page of text"
    assert [title for level, title in outline(report) if level == 1] == [
        *("Contents", "About", "01 Light", "02 Dark", "After")
    ]
    assert not re.search(r"(About|Light|After)\d", sheets[1]), "not in the contents"
    heads = [sheet.splitlines()[0] for sheet in (sheets[2], *sheets[4:7])]
    assert heads == ["About", *["01 Light"] * 3]
    entries = [each for each in word(report, "document").iter(f"{W}p") if "Toc" in paragraph_style(each)]
    said = ["".join(text.text or "" for text in entry.iter(f"{W}t")) for entry in entries]
    assert [entry for entry in said if re.search("About|Light|After", entry)] == ["About01", "01Light02", "After09"]
    assert not [mark for entry in entries for mark in entry.iter(f"{W}footnoteReference")]
    headers = zipfile.ZipFile(report.file("docx"))
    heads = [headers.read(name) for name in headers.namelist() if name.startswith("word/header")]
    assert not [head for head in heads if b"footnoteReference" in head or b"Light1" in head]


def test_a_long_note_of_an_opening_page_goes_on_with_the_text(build_report: Build) -> None:
    sheets = pages(build_report("notes_by_chapter"))
    assert [at for at, sheet in enumerate(sheets) if "Of the introduction." in sheet] == [3]
    assert [at for at, sheet in enumerate(sheets) if "The end." in sheet] == [4]


def test_in_word_a_chapters_first_section_begins_to_count_anew(build_report: Build) -> None:
    body = word(build_report("notes_by_chapter"), "document")
    restarts = [restart.get(f"{W}val") for restart in body.iter(f"{W}numRestart")]
    front, ends = ["continuous"] * 2, ["continuous"]
    light, dark = ["eachSect", *["continuous"] * 3], ["eachSect", "continuous"]
    assert restarts == [*front, "eachSect", *light, *dark, "eachSect", *ends]
    results = ["".join(each.itertext()) for each in body.iter(f"{W}fldSimple") if "NOTEREF" in each.get(f"{W}instr")]
    assert results == ["1", "2", "1", "4", "6", "1", "14", "2"], "as they print"


def test_rare_characters_are_copied_as_what_they_are(build_report: Build) -> None:
    assert any("𡐓 and 🖹" in page for page in pages(build_report("notes_everywhere")))
    assert any("𠮷、𠀋" in page for page in pages(build_report("mixed_scripts")))


def test_each_picture_has_its_words_and_its_caption_within(build_report: Build) -> None:
    tree = read_structure(build_report("a_picture_per_page").file("pdf"))
    figures = list(tree.all("Figure"))
    assert [figure.alternative for figure in figures] == [f"Lamp {at} of the harbour, lit" for at in range(12)]
    assert [next(figure.all("Caption")).text() for figure in figures] == [f"Lamp {at}, lit" for at in range(12)]


def test_a_paragraph_of_three_pages_is_one_paragraph(build_report: Build) -> None:
    report = build_report("a_paragraph_of_three_pages")
    (paragraph,) = [node for node in read_structure(report.file("pdf")).all("P") if "Sentence 0" in node.text()]
    assert "Sentence 129" in paragraph.text()
    assert sum("Sentence" in page for page in pages(report)) == 4, "a part of a page before it, then three"


def test_words_of_other_languages_say_which(build_report: Build) -> None:
    with pikepdf.open(build_report("mixed_scripts").file("pdf")) as pdf:
        spans = [(str(node.Lang), node) for node in elements(pdf.Root.StructTreeRoot.K) if node.S == "/Span"]
    assert {language for language, _ in spans} == {"en", "ja", "ko", "el"}


def test_a_table_of_many_columns_lies_on_its_side_in_both_files(build_report: Build) -> None:
    report = build_report("a_wide_table_on_a_landscape_page")
    sizes = [page.get_size() for page in pypdfium2.PdfDocument(report.file("pdf"))]
    lying = [width > height for width, height in sizes]
    assert (lying[0], lying[-1], sum(lying)) == (False, False, 4)
    with zipfile.ZipFile(report.file("docx")) as package:
        body = etree.fromstring(package.read("word/document.xml"))
    sections = [(size.get(f"{W}orient"), size.getparent()) for size in body.iter(f"{W}pgSz")]
    before, after = ["cover", "contents", "opening", "pages that stand"], ["pages that stand", "back cover"]
    assert [orient for orient, _ in sections] == [None for _ in before] + ["landscape"] + [None for _ in after]
    heads = [section.find(f"{W}headerReference").attrib.values()[-1] for _, section in sections[3:6]]
    assert len(set(heads)) == 1, "one running head, upright on each"


def test_what_runs_from_right_to_left_is_read_as_it_is_written(build_report: Build) -> None:
    report = build_report("a_quotation_from_right_to_left")
    with pikepdf.open(report.file("pdf")) as pdf:
        said = [
            (str(node.Lang), str(node.ActualText))
            for node in elements(pdf.Root.StructTreeRoot.K)
            if node.S == "/Span" and "/ActualText" in node
        ]
    assert {language for language, _ in said} == {"he", "ar"}
    assert ("he", HEBREW.rstrip(".")) in said
    assert ("ar", ARABIC.rstrip(".")) in said
    text = pages(report)[3]
    assert "אור הנמל דולק כל הלילה" in text
    assert "ضوء الميناء مضاء طوال الليل" in text


def test_runs_from_right_to_left_are_told_to_word(build_report: Build) -> None:
    with zipfile.ZipFile(build_report("a_quotation_from_right_to_left").file("docx")) as package:
        body = etree.fromstring(package.read("word/document.xml"))
    runs = {"".join(run.itertext()): run.find(f"{W}rPr") for run in body.iter(f"{W}r")}
    assert runs["הנמל החיצוני"].find(f"{W}rtl") is not None
    assert runs["הנמל החיצוני"].find(f"{W}lang").get(f"{W}bidi") == "he"
    turned = [paragraph for paragraph in body.iter(f"{W}p") if paragraph.find(f"{W}pPr/{W}bidi") is not None]
    assert len(turned) == 7, "two paragraphs, a pledge, two items, two cells"


def test_a_report_of_one_page_has_one(build_report: Build) -> None:
    report = build_report("one_page")
    assert len(pages(report)) == 1
    assert outline(report) == [(1, "The Harbour"), (2, "Its Lamps"), (3, "Oil")]


def test_sections_without_text_have_their_heading(build_report: Build) -> None:
    report = build_report("an_empty_section")
    assert [title for level, title in outline(report) if level == 2] == [
        *("Before", "Empty", "Full", "Empty Again", "Empty, Too", "Nothing")
    ]


def elements(node: Any) -> list[Any]:
    """Return all elements below one."""
    found, waiting = [], [node]
    while waiting:
        node = waiting.pop()
        if isinstance(node, pikepdf.Array):
            waiting.extend(node)
        elif isinstance(node, pikepdf.Dictionary) and "/S" in node:
            found.append(node)
            waiting.append(node.get("/K", pikepdf.Array()))
    return found


def test_the_checks_of_structure_see_what_is_wrong(build_report: Build, tmp_path: Any) -> None:
    with pikepdf.open(build_report("long_tables_with_spans").file("pdf")) as pdf:
        for node in elements(pdf.Root.StructTreeRoot.K):
            if node.S == "/H3":
                node.S = pikepdf.Name.H4
            if node.S == "/TH" and "/A" in node and "/Scope" in node.A:
                del node.A.Scope
            if node.S == "/LBody":
                node.S = pikepdf.Name.P
        page = pdf.pages[3]
        content = page.Contents.read_bytes().replace(b"/Artifact BMC", b"/P BMC", 1).replace(b"/MCID 4>>", b"/MCID 5>>")
        page.Contents = pdf.make_stream(content + b"\n0 0 9 9 re f")
        pdf.save(tmp_path / "broken.pdf")
    found = faults(tmp_path / "broken.pdf")
    for fault in (
        "a header cell has no scope",
        "an item holds ['Lbl', 'P']",
        "page 02: content marked /P has no number",
        "page 02: `f` paints what is not marked",
        "page 02 uses a number twice",
    ):
        assert fault in found
