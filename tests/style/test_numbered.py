"""Numbers of headings and captions: the same in every output, as the theme and the templates ask."""

from __future__ import annotations

from decimal import Decimal

from reportgen.model.flow import (
    Chapter,
    Chart,
    Contents,
    Entry,
    Flow,
    Matrix,
    NoteMark,
    Paragraph,
    Picture,
    Piece,
    Point,
    Run,
    Series,
    Story,
    Table,
)
from reportgen.style.numbered import numbered

EN = "\N{EN SPACE}"


def heading(level: int, words: str, *, raised: bool = False) -> Paragraph:
    return Paragraph(f"h{level}", (Run(words),), "brand", level - int(raised), words)


def chapter(number: str, *sections: str) -> Chapter:
    title = Paragraph("opening-title", (Run("Lamps"),), "brand", 1, "lamps")
    entries = tuple(Entry("", (Run(section),), section, "brand") for section in sections)
    return Chapter(number, (Run("Lamps"),), title, None, None, entries, "brand")


def table(words: str, anchor: str = "") -> Table:
    caption = (
        Paragraph("table-caption", (Run(words), NoteMark(1, True, True)), "brand", anchor=anchor) if words else None
    )
    return Table("text", (), (), caption, (), (), (), (), "brand", anchor)


def chart(words: str, anchor: str = "") -> Chart:
    title = Paragraph("chart-title", (Run(words),), "brand")
    return Chart("bars", title, None, None, "", ("a",), (Series("", (Point("1", Decimal(1)),)),), "brand", anchor)


def made(*flows: Flow, headings: tuple[str, ...] = (), **labels: str) -> tuple[Flow, ...]:
    words = {kind: (Run(label),) for kind, label in labels.items()}
    return numbered(Story("en", "R", "R", "H", flows), headings, words).flows


def text(pieces: tuple[Piece, ...]) -> str:
    return "".join(piece.text for piece in pieces if isinstance(piece, Run))


def printed(flows: tuple[Flow, ...]) -> list[str]:
    return [text(flow.pieces) for flow in flows if isinstance(flow, Paragraph)]


def test_nothing_is_numbered_that_nobody_asked_for() -> None:
    flows = (chapter("01", "A"), heading(2, "A"), table("Energy"), chart("Waste"))
    assert made(*flows) == flows


def test_sections_are_numbered_within_their_chapter() -> None:
    flows = (
        *(chapter("01", "A", "B"), heading(2, "A"), heading(3, "a"), heading(3, "b"), heading(2, "B"), heading(3, "c")),
        *(chapter("02", "C"), heading(2, "C"), heading(4, "small")),
    )
    assert printed(made(*flows, headings=("h2", "h3"))) == [
        *(f"1.1{EN}A", f"1.1.1{EN}a", f"1.1.2{EN}b", f"1.2{EN}B", f"1.2.1{EN}c"),
        *(f"2.1{EN}C", "small"),
    ]


def test_a_number_is_a_run_of_its_own_that_says_what_it_counts() -> None:
    _, found = made(chapter("01", "A"), heading(2, "A"), headings=("h2",))
    assert isinstance(found, Paragraph)
    assert found.pieces == (Run(f"1.1{EN}", counts="heading"), Run("A"))


def test_a_chapter_without_a_number_and_a_section_without_a_title_have_none() -> None:
    flows = (chapter("", "A"), heading(2, "A"), chapter("01"), heading(3, "raised", raised=True), heading(3, "deep"))
    assert printed(made(*flows, headings=("h2", "h3"))) == ["A", "raised", "deep"]


def test_the_contents_and_an_openings_list_have_the_same_numbers() -> None:
    opening = chapter("03", "A", "B")
    entry = Entry("03", (Run("Lamps"),), "lamps", "brand", opening.entries)
    contents = Contents(Paragraph("contents-title", (Run("Contents"),), "brand"), (entry,))
    first, second = made(contents, opening, headings=("h2",))
    assert isinstance(first, Contents)
    assert isinstance(second, Chapter)
    assert first.entries[0].entries == second.entries
    assert [text(entry.title) for entry in second.entries] == [f"3.1{EN}A", f"3.2{EN}B"]


def test_captions_are_counted_by_kind_through_the_report() -> None:
    picture = Picture("a.png", "", Paragraph("caption", (Run("The pier"),), "brand"), "brand")
    flows = made(
        *(table("Energy"), table(""), chart("Waste"), table("Water"), picture),
        tables="Table #",
        figures="Figure #",
    )
    captions = [text(flow.caption.pieces) for flow in flows if isinstance(flow, Table) and flow.caption]
    assert captions == [f"Table 1{EN}Energy", f"Table 2{EN}Water"]
    assert [text(flow.title.pieces) for flow in flows if isinstance(flow, Chart)] == [f"Figure 1{EN}Waste"]
    assert [text(flow.caption.pieces) for flow in flows if isinstance(flow, Picture) and flow.caption] == [
        f"Figure 2{EN}The pier"
    ]


def test_a_matrix_is_counted_and_listed_as_a_figure() -> None:
    def words(text: str) -> Paragraph:
        return Paragraph("chart-title", (Run(text),), "brand")

    matrix = Matrix(words("Weight"), "", words("Up"), words("Across"), (), "brand", "weight")
    listed, _, found = made(Contents(words("Figures"), (), "figures"), chart("Waste"), matrix, figures="Figure #")
    assert isinstance(found, Matrix)
    assert text(found.title.pieces) == f"Figure 2{EN}Weight"
    assert isinstance(listed, Contents)
    assert [(text(entry.title), entry.anchor) for entry in listed.entries] == [(f"Figure 2{EN}Weight", "weight")]


def test_a_label_may_go_around_its_number() -> None:
    (found,) = made(table("能源"), tables="第#表")
    assert isinstance(found, Table)
    assert found.caption is not None
    assert found.caption.pieces[:4] == (Run("第"), Run("1", counts="tables"), Run("表"), Run(EN))


def test_lists_hold_what_has_a_caption_and_a_place_without_its_notes() -> None:
    title = Paragraph("contents-title", (Run("Tables"),), "brand")
    lists = (Contents(title, (), "tables"), Contents(title, (), "figures"))
    flows = made(*lists, table("Energy", "energy"), table("Nowhere"), chart("Waste", "waste"), tables="Table #")
    tables, figures = flows[:2]
    assert isinstance(tables, Contents)
    assert isinstance(figures, Contents)
    assert [(text(entry.title), entry.anchor) for entry in tables.entries] == [(f"Table 1{EN}Energy", "energy")]
    assert [(text(entry.title), entry.anchor) for entry in figures.entries] == [("Waste", "waste")]
