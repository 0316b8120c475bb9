"""The contents: on one page where they can be, closer where they must; lists of tables and figures."""

from __future__ import annotations

import pytest

from reportgen.model.flow import Contents, Entry, Run

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


@pytest.fixture
def contents(p):
    """Makes contents of so many chapters with so many sections each."""

    def make(chapters, sections):
        below = tuple(Entry("", (Run(f"Section {at}"),), f"s{at}", "brand") for at in range(sections))
        entries = tuple(Entry(f"{at:02}", (Run("Chapter"),), f"c{at}", "brand", below) for at in range(chapters))
        return Contents(p("contents-title", "Contents"), entries)

    return make


def style(written, name):
    (found,) = (
        s for s in written.root("word/styles.xml").iter(f"{W}style") if s.find(f"{W}name").get(f"{W}val") == name
    )
    return found


def spacing(written, name, side):
    return int(style(written, name).find(f"{W}pPr/{W}spacing").get(f"{W}{side}")) / 20


def height(written, chapters, sections, theme):
    """How high the contents are by their styles, without what a font adds."""
    rule = style(written, "toc 1").find(f"{W}pPr/{W}pBdr/{W}top")
    chapter = spacing(written, "toc 1", "line") + spacing(written, "toc 1", "before") + int(rule.get(f"{W}space"))
    title = theme.styles["contents-title"].leading + spacing(written, "TOC Heading", "after")
    return title + chapters * chapter + chapters * sections * spacing(written, "toc 2", "line")


def test_contents_that_have_room_stand_as_the_theme_says(write, contents, theme):
    written = write(contents(5, 2))
    assert spacing(written, "toc 2", "line") == theme.styles["contents-section"].leading
    assert spacing(written, "TOC Heading", "after") == theme.measures["contents-title-after"]


@pytest.mark.parametrize(("chapters", "sections"), [(8, 4), (13, 2), (11, 3)])
def test_contents_that_have_none_stand_closer_on_one_page(write, contents, theme, chapters, sections):
    written = write(contents(chapters, sections))
    assert spacing(written, "toc 2", "line") <= theme.styles["contents-section"].leading
    assert height(written, chapters, sections, theme) < theme.page.bottom - theme.page.top
    for name in ("toc 1", "toc 2"):
        assert style(written, name).find(f"{W}pPr/{W}spacing").get(f"{W}lineRule") == "exact"


def test_contents_of_many_pages_do_not_close_up_without_end(write, contents, theme):
    written = write(contents(20, 6))
    assert spacing(written, "toc 2", "line") == pytest.approx(theme.styles["contents-section"].size * 1.2, abs=0.05)


def test_pages_stand_at_the_right_after_dots(write, contents, theme):
    tab = style(write(contents(2, 2)), "toc 2").find(f"{W}pPr/{W}tabs/{W}tab")
    assert (tab.get(f"{W}val"), tab.get(f"{W}leader")) == ("right", "dot")
    assert int(tab.get(f"{W}pos")) == round(theme.page.frame_width * 20)


@pytest.mark.parametrize(
    ("of", "counted", "instruction"),
    [
        ("tables", True, 'TOC \\h \\z \\c "Table"'),
        ("figures", True, 'TOC \\h \\z \\c "Figure"'),
        ("tables", False, 'TOC \\h \\z \\t "Caption,1"'),
        ("figures", False, 'TOC \\h \\z \\t "Chart Title,1"'),
    ],
)
def test_a_list_of_captions_is_words_own(write, p, of, counted, instruction):
    number = (Run("Table "), Run("1", counts=of), Run("\N{EN SPACE}")) if counted else ()
    entry = Entry("", (*number, Run("Energy")), "energy", "brand")
    written = write(
        Contents(p("contents-title", "Tables"), (entry,), of), p("table-caption", "Energy", anchor="energy")
    )
    root = written.root()
    assert [words.text.strip() for words in root.iter(f"{W}instrText")] == [instruction]
    assert written.text("table of figures") == ["Table 1\N{EN SPACE}Energy05" if counted else "Energy05"]
    assert not [f for f in root.iter(f"{W}fldSimple") if "SEQ" in f.get(f"{W}instr")], "it counts nothing itself"
