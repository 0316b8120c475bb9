"""Notes, bookmarks, links and the contents: everything that leads somewhere leads to what is there."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from reportgen.model.flow import Cell, Chapter, NoteMark, PageNumber, Row, Run, Table, Turn
from reportgen.model.theme_names import BY_CHAPTER
from reportgen.write.docx.pieces import bookmark_name

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"


KEPT = " \\* MERGEFORMAT "


def fields(root):
    """The fields of a part without what keeps the look of their results, and these."""
    return [
        (f.get(f"{W}instr").removesuffix(KEPT).strip(), "".join(t.text or "" for t in f.iter(f"{W}t")))
        for f in root.iter(f"{W}fldSimple")
    ]


@pytest.mark.parametrize("report", ["english", "chinese"])
def test_every_link_and_field_leads_to_a_bookmark(report, request):
    root = request.getfixturevalue(report).root()
    names = [mark.get(f"{W}name") for mark in root.iter(f"{W}bookmarkStart")]
    assert len(names) == len(set(names))
    targets = {link.get(f"{W}anchor") for link in root.iter(f"{W}hyperlink")} - {None}
    targets |= {instruction.split()[1] for instruction, _ in fields(root)}
    assert targets <= set(names)


def test_bookmarks_begin_and_end(english):
    root = english.root()
    begun = [mark.get(f"{W}id") for mark in root.iter(f"{W}bookmarkStart")]
    ended = [mark.get(f"{W}id") for mark in root.iter(f"{W}bookmarkEnd")]
    assert sorted(begun) == sorted(ended)
    assert len(begun) == len(set(begun))


def test_the_contents_is_words_field_filled_with_the_pages_of_the_pdf(english):
    root = english.root()
    instructions = [i.text.strip() for i in root.iter(f"{W}instrText")]
    assert instructions == ['TOC \\o "1-2" \\h \\z \\u']
    assert english.text("toc 1") + english.text("Toc 1 Environment") == [
        "About the Report02",
        "01Green Development03",
        "02Talent07",
    ]
    assert english.text("toc 2") == ["GHG Emissions Inventory04", "Statistics05", "Staff08"]
    kinds = [mark.get(f"{W}fldCharType") for mark in root.iter(f"{W}fldChar")]
    assert kinds == ["begin", "separate", "end"]


def test_an_openings_list_leads_to_its_sections(english):
    assert english.text("Chapter List") == ["04GHG Emissions Inventory", "05Statistics", "08Staff"]


def test_a_page_number_is_a_field_with_the_page_of_the_pdf(english):
    assert ("PAGEREF ghg_inventory \\h", "04") in fields(english.root())


def test_the_result_of_a_field_keeps_its_look_when_it_is_updated(english):
    parts = [name for name in english.names() if name.startswith(("word/document", "word/header", "word/footer"))]
    instructions = [f.get(f"{W}instr") for name in parts for f in english.root(name).iter(f"{W}fldSimple")]
    assert {each.split()[0] for each in instructions} == {"PAGEREF", "NOTEREF", "STYLEREF", "PAGE"}
    assert all(each.endswith(KEPT) for each in instructions)


def test_an_address_is_a_relationship(english):
    targets = {
        relation.get("Target")
        for relation in english.root("word/_rels/document.xml.rels")
        if relation.get("TargetMode") == "External"
    }
    assert targets == {"mailto:esg@example.com", "https://example.com/a%20b?c=d"}
    links = english.root("word/_rels/footnotes.xml.rels")
    assert [link.get("Target") for link in links] == ["https://example.com/guide"]


def test_footnotes_are_words_own_in_the_storys_numbering(english):
    marks = [mark.get(f"{W}id") for mark in english.root().iter(f"{W}footnoteReference")]
    assert marks == ["1", "2"]
    notes = [n for n in english.root("word/footnotes.xml") if n.get(f"{W}type") is None]
    assert [n.get(f"{W}id") for n in notes] == ["1", "2"]
    assert "".join(notes[1].itertext()) == "See the guide."


def test_the_rule_above_notes_is_short_and_begins_where_prose_does(english, theme):
    separators = [note for note in english.root("word/footnotes.xml") if note.get(f"{W}type") is not None]
    assert len(separators) == 2
    page = theme.page
    for separator in separators:
        indent = separator.find(f"{W}p/{W}pPr/{W}ind")
        left, hanging, right = (int(indent.get(f"{W}{side}")) / 20 for side in ("left", "hanging", "right"))
        assert (page.left + left - hanging, hanging) == (pytest.approx(page.prose_x, abs=0.05), 0)
        width = page.frame_width - left - right
        assert width == pytest.approx(theme.measures["footnote-rule-width"], abs=0.1)


def test_a_note_marked_again_refers_to_its_first_mark(english):
    assert ("NOTEREF _Note1 \\f \\h", "1") in fields(english.root())


def test_notes_counted_by_chapter_begin_anew_where_a_chapter_does(write, p, theme):
    def chapter(number, *marks):
        style = "opening-title" if number else "h1"
        introduction = p("opening-introduction", "All.") if number else None
        return Chapter(number, (Run("Light"),), p(style, "Light", *marks, level=1), introduction, None, (), "brand")

    flows = (
        *(chapter(""), p("prose", "Oil", NoteMark(1, False, True))),
        *(chapter("01", NoteMark(2, False, True, 1)), p("prose", "Gas", NoteMark(3, False, True, 1)), Turn(True)),
        *(p("prose", "Light", NoteMark(2, False, False, 1)), Turn(False), p("prose", "Day")),
    )
    notes = {1: "Whale.", 2: "Lamp.", 3: "Coal."}
    written = write(*flows, notes=notes, theme=replace(theme, footnotes=BY_CHAPTER))
    root = written.root()
    restarts = [each.get(f"{W}val") for each in root.iter(f"{W}numRestart")]
    assert restarts == ["eachSect", "eachSect", "continuous", "continuous", "continuous"]
    assert fields(root) == [("NOTEREF _Note2 \\f \\h", "1")], "it is the first of its chapter"
    assert [mark.get(f"{W}id") for mark in root.iter(f"{W}footnoteReference")] == ["1", "2", "3"], "they stay distinct"
    assert not list(write(*flows, notes=notes).root().iter(f"{W}footnotePr"))


def test_a_mark_has_the_colour_of_the_words_that_it_stands_at(write, p):
    heading = p("opening-title", "Light", NoteMark(1, False, True), family="environment", level=1)
    written = write(heading, p("prose", "Oil", NoteMark(1, False, False)), notes={1: "Whale."})
    raised = [run.find(f"{W}rPr") for run in written.root().iter(f"{W}r") if run.find(f"{W}rPr") is not None]
    looks = [[(part.tag.removeprefix(W), part.get(f"{W}val")) for part in look] for look in raised]
    names = written.styles()
    assert [[(key, names.get(value, value)) for key, value in look] for look in looks] == [
        [("rStyle", "Accent Environment")],
        [("rStyle", "Accent Environment"), ("vertAlign", "superscript")],
        [("rStyle", "footnote reference")],
    ]


def test_a_footnote_may_stand_in_a_table_and_is_opened_once(write, p):
    def cell(text, first):
        return Cell(0, (p("table-cell", text, NoteMark(1, False, first)),))

    rows = (Row((cell("a", True),), ""), Row((cell("b", False),), ""))
    table = Table("text", ("text",), (), None, (), (), rows, (), "brand")
    written = write(table, notes={1: "The note."})
    assert len(list(written.root().iter(f"{W}footnoteReference"))) == 1
    assert fields(written.root()) == [("NOTEREF _Note1 \\f \\h", "1")]


def test_a_reference_leads_to_a_cell(write, p):
    row = Row((Cell(0, (p("table-cell", "Scope 2"),), anchor="scope2"),), "")
    table = Table("text", ("text",), (), None, (), (), (row,), (), "brand")
    root = write(table, p("prose", "See page ", PageNumber("scope2"), ".")).root()
    (mark,) = (mark for mark in root.iter(f"{W}bookmarkStart") if mark.get(f"{W}name") == "scope2")
    assert "".join(t.text or "" for t in mark.getparent().iter(f"{W}t")) == "Scope 2"


def test_an_anchor_that_no_page_is_known_of_leaves_its_number_open(write, p):
    written = write(
        p("prose", "See page ", PageNumber("elsewhere"), "."), p("h3", "Elsewhere", anchor="elsewhere", level=3)
    )
    assert fields(written.root()) == [("PAGEREF elsewhere \\h", "")]


@pytest.mark.parametrize(
    ("anchor", "expected"),
    [
        ("ghg_inventory", "ghg_inventory"),
        ("fn-1", "a8d27c8ae_fn_1"),
        ("2023", "a2a3b3c3e_2023"),
        ("排放", "a0d4e4a3c___"),
    ],
)
def test_a_bookmarks_name_is_one_that_word_allows(anchor, expected):
    name = bookmark_name(anchor)
    assert name.isascii()
    assert name.replace("_", "").isalnum()
    assert name[0].isalpha()
    assert name.endswith(expected.partition("_")[2]) if name != anchor else name == expected


def test_long_anchors_keep_apart():
    first, second = bookmark_name("a" * 60 + "1"), bookmark_name("a" * 60 + "2")
    assert first != second
    assert len(first) == len(second) == 40


def test_a_strong_run_in_a_link_keeps_the_links_style(write, p):
    written = write(p("prose", Run("here", link="https://example.com", strong=True)))
    properties = next(written.root().iter(f"{W}rPr"))
    assert [part.tag.partition("}")[2] for part in properties] == ["rStyle", "b", "bCs"]


def test_strong_words_in_a_bold_style_are_not_marked_again(write, p):
    written = write(p("h3", Run("Bold", strong=True), level=3))
    assert not list(written.root().iter(f"{W}rStyle"))


def test_words_to_be_translated_are_marked(english):
    runs = [r for r in english.root().iter(f"{W}r") if r.find(f"{W}rPr/{W}rStyle") is not None]
    drafts = ["".join(r.itertext()) for r in runs if r.find(f"{W}rPr/{W}rStyle").get(f"{W}val") == "Draft"]
    assert drafts == [" Not yet translated."]


def test_characters_that_xml_forbids_are_left_out(write, p):
    assert write(p("prose", "a\x00b\x0bc")).text("Body Text") == ["abc"]


def test_a_link_in_the_words_of_its_place_is_a_reference_that_word_keeps_up_to_date(write, p):
    named = Run("Waste", link="#waste")
    other = Run("what we throw away", link="#waste")
    written = write(p("h3", "Waste", level=3, anchor="waste"), p("prose", "See ", named, " and ", other, "."))
    assert fields(written.root()) == [("REF waste \\h", "Waste")]
    jumps = [("".join(link.itertext()), link.get(f"{W}anchor")) for link in written.root().iter(f"{W}hyperlink")]
    assert jumps == [("what we throw away", "waste")]
    assert written.marked("Hyperlink") == ["Waste", "what we throw away"]
    assert written.text("Body Text") == ["See Waste and what we throw away."]


def test_a_link_to_a_title_with_a_note_is_no_reference_which_would_bring_the_note_along(write, p):
    title = p("h3", "Waste", NoteMark(1, False, True), level=3, anchor="waste")
    written = write(title, p("prose", Run("Waste", link="#waste")), notes={1: "Of all kinds."})
    assert fields(written.root()) == []
    assert [link.get(f"{W}anchor") for link in written.root().iter(f"{W}hyperlink")] == ["waste"]


def test_a_bookmark_is_around_the_whole_title_that_is_referred_to(english):
    root = english.root()
    starts = {mark.get(f"{W}name"): mark for mark in root.iter(f"{W}bookmarkStart")}
    for instruction, words in fields(root):
        if instruction.startswith("REF "):
            paragraph = starts[instruction.split()[1]].getparent()
            assert "".join(t.text or "" for t in paragraph.iter(f"{W}t")) == words
