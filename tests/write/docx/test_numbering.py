"""Headings and captions that Word counts by itself, with the numbers that the PDF prints."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from reportgen.model.flow import Chapter, Contact, Run, Story
from reportgen.write.docx.numbering import chapter_format

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


@pytest.fixture
def chapters(p):
    """Makes chapters with these numbers and opening pages, with a section each."""

    def make(*numbers):
        flows = []
        for at, number in enumerate(numbers):
            heading = p("opening-title", f"Chapter {at}", level=1, anchor=f"c{at}")
            introduction = p("opening-introduction", "Light.")
            flows.append(Chapter(number, (Run(f"Chapter {at}"),), heading, introduction, None, (), "brand"))
            flows.append(p("h2", f"Section {at}", level=2, anchor=f"s{at}"))
        return flows

    return make


def levels(written):
    """The list of headings: its levels by number, as format, text and linked style."""
    root = written.root("word/numbering.xml")
    number = next(n for n in root.iter(f"{W}num") if n.get(f"{W}numId") == "9000")
    definition = number.find(f"{W}abstractNumId").get(f"{W}val")
    (found,) = (d for d in root.iter(f"{W}abstractNum") if d.get(f"{W}abstractNumId") == definition)
    return [
        tuple(level.find(f"{W}{tag}").get(f"{W}val") for tag in ("numFmt", "lvlText", "pStyle"))
        for level in found.iter(f"{W}lvl")
    ]


def left_out(written):
    """Whether each heading is left out of what Word counts, by its style."""
    names = written.styles()
    found = {}
    for paragraph in written.root().iter(f"{W}p"):
        style = names[paragraph.find(f"{W}pPr/{W}pStyle").get(f"{W}val")]
        if style.lower().startswith("heading"):
            assert paragraph.find(f"{W}pPr/{W}numPr") is None, "no heading has a number of its own"
            found["".join(t.text for t in paragraph.iter(f"{W}t"))] = style.endswith(" Unnumbered")
    return found


def test_a_chapters_heading_is_counted_with_a_number_that_is_not_seen(write, chapters):
    written = write(*chapters("01", "02"))
    assert levels(written) == [("decimal", "0%1", "Heading1Chapter")]
    look = next(written.root("word/numbering.xml").iter(f"{W}lvl")).find(f"{W}rPr")
    assert look.find(f"{W}sz").get(f"{W}val") == "2", "the large one stands above it"
    assert not left_out(written)["Chapter 0"]


def test_a_chapter_that_does_not_come_next_is_not_counted(write, chapters, p):
    written = write(*chapters("01", "A", "03"), Contact(p("contact-title", "Write to us", level=1), (), ()))
    assert {words: out for words, out in left_out(written).items() if words.startswith(("Ch", "W"))} == {
        "Chapter 0": False,
        "Chapter 1": True,
        "Chapter 2": True,
        "Write to us": True,
    }
    named = {s.find(f"{W}name").get(f"{W}val"): s for s in written.root("word/styles.xml").iter(f"{W}style")}
    style = named["Heading 1 Chapter Unnumbered"]
    assert style.find(f"{W}basedOn").get(f"{W}val") == "Heading1Chapter"
    (own,) = style.find(f"{W}pPr")
    assert own.find(f"{W}numId").get(f"{W}val") == "0", "in all else it is the style that it is based on"


def test_the_running_head_takes_the_words_of_a_heading_by_the_style_that_it_has(write, chapters):
    written = write(*chapters("01", "A"))
    heads = [name for name in written.names() if name.startswith("word/header")]
    fields = {f.get(f"{W}instr").strip() for name in heads for f in written.root(name).iter(f"{W}fldSimple")}
    assert fields == {
        'STYLEREF "Heading 1 Chapter" \\* MERGEFORMAT',
        'STYLEREF "Heading 1 Chapter Unnumbered" \\* MERGEFORMAT',
    }


@pytest.mark.parametrize(
    ("numbers", "expected"),
    [
        (["01", "02"], ("decimal", "0%1")),
        (["1", "2"], ("decimal", "%1")),
        ([f"{number:02}" for number in range(1, 12)], ("decimalZero", "%1")),
        ([], ("decimal", "0%1")),
    ],
)
def test_chapters_are_counted_as_their_numbers_are_written(numbers, expected):
    assert chapter_format(numbers) == expected


def test_sections_are_counted_where_the_theme_numbers_them(theme, chapters, picture_folder, written_with, p):
    numbered = replace(theme, numbered=("h2", "h3"))
    first, second, *_ = chapters("01")
    titled = replace(second, pieces=(Run("1.1\N{EN SPACE}", counts="heading"), *second.pieces))
    flows = (p("h2", "Before", level=2), first, titled, p("h3", "Raised", level=2))
    written = written_with(Story("en", "R", "R", "H", flows), numbered, picture_folder, {})
    assert levels(written) == [
        ("decimal", "0%1", "Heading1Chapter"),
        ("decimal", "%1.%2\N{EN SPACE}", "Heading2"),
        ("decimal", "%1.%2.%3\N{EN SPACE}", "Heading3"),
    ]
    assert left_out(written) == {"Before": True, "Chapter 0": False, "Section 0": False, "Raised": True}, (
        "the number is no text, and what has none leaves the list"
    )
    assert written.text("Heading 2 Unnumbered") == ["Before"]
    assert written.text("Heading 3 Unnumbered") == ["Raised"]


def test_captions_are_counted_by_fields(write, p):
    caption = p("table-caption", "Table ", Run("3", counts="tables"), "\N{EN SPACE}Energy")
    title = p("chart-title", "Figure ", Run("1", counts="figures"), "\N{EN SPACE}Waste")
    written = write(caption, title)
    fields = [(f.get(f"{W}instr").strip(), "".join(f.itertext())) for f in written.root().iter(f"{W}fldSimple")]
    assert fields == [
        ("SEQ Table \\* ARABIC \\* MERGEFORMAT", "3"),
        ("SEQ Figure \\* ARABIC \\* MERGEFORMAT", "1"),
    ]
    assert written.text("caption") == ["Table 3\N{EN SPACE}Energy"]
