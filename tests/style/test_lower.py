"""From the document to the story: names of styles are chosen by what a piece is."""

from __future__ import annotations

from decimal import Decimal

import pytest
from msgspec.structs import replace

from reportgen.diagnostics import Span
from reportgen.model import flow
from reportgen.model.block import (
    BackCover,
    Block,
    Card,
    CardGroup,
    Cards,
    Cell,
    ChapterBlock,
    Chart,
    Contact,
    ContactLine,
    Diagram,
    DiagramBox,
    Document,
    Heading,
    Issue,
    IssueGroup,
    Landscape,
    Matrix,
    Note,
    Opening,
    Paragraph,
    Row,
    Section,
    Series,
    Table,
)
from reportgen.model.dataset import Exact, Fact
from reportgen.model.inline import Bound, Inline, NoteRef, Ref, Strong, Text
from reportgen.model.theme import Box, Density, Page, TableStyle, Theme
from reportgen.style.lower import lower
from reportgen.style.tables import lower_table

HERE = Span("content/sections/a.md")
PADDING = (1.0, 1.0, 1.0, 1.0)
STATISTICS = TableStyle(
    "statistics",
    *("table-head", "table-cell", "table-group", "table-total", "table-quiet", "table-number"),
    PADDING,
    PADDING,
    12,
    "rows",
)
PAGE = Page(595, 842, 57, 68, 773, 482, 139, 400, 71, 41, 34, 798)
PLACES = {
    "contact": (Box("name", 57, 746, 150, "cover-name"), Box("codes", 427, 746, 112, "cover-line")),
    "back-cover": (Box("title", 57, 746, 300, "back-cover-line"),),
}
THEME = Theme(PAGE, {}, {}, {}, {"statistics": STATISTICS}, {}, PLACES, {}, 15)


def text(words: str) -> tuple[Inline, ...]:
    return (Text(words),)


def bound(words: str, value: str, occurrence: int = 0) -> Bound:
    fact = Fact("energy", "current", Exact(Decimal(value)), HERE)
    return Bound(words, Ref("energy", "", "value", HERE), (fact,), occurrence)


def cell(*inlines: Inline, columns: int = 1, role: str = "") -> Cell:
    return Cell((Paragraph(inlines, HERE),), HERE, 1, columns, role)


def story(*blocks: Block) -> tuple[flow.Flow, ...]:
    section = Section("energy", Heading(2, text("Energy"), "energy", HERE), blocks, (), HERE)
    opening = Opening(text("We save."), text("In this chapter"), HERE)
    chapter = ChapterBlock(
        "green", "06", "environment", Heading(1, text("Green"), "green", HERE), (opening, section), HERE
    )
    return lower(Document("en", (), (), (), (chapter,)), THEME).flows


def test_a_chapter_with_a_number_opens_with_its_sections() -> None:
    chapter, heading, prose = story(Paragraph((Text("Sun "), Strong(text("and wind"))), HERE))
    assert isinstance(chapter, flow.Chapter)
    assert (chapter.number, chapter.heading.style, chapter.heading.level) == ("06", "opening-title", 1)
    assert [entry.anchor for entry in chapter.entries] == ["energy"]
    assert heading == flow.Paragraph("h2", (flow.Run("Energy"),), "environment", 2, "energy")
    assert prose == flow.Paragraph("prose", (flow.Run("Sun "), flow.Run("and wind", strong=True)), "environment")


def test_a_tables_cells_take_their_style_from_row_column_and_role() -> None:
    group = Row(((0, cell(Text("Water"), columns=3)),), HERE)
    total = Row(((0, cell(Text("All"), role="total")), (1, cell(Text("MWh"))), (2, cell(bound("5.30", "5.30")))), HERE)
    total = Row(total.cells, HERE, "total")
    table = Table("statistics", ("text", "unit", "current"), (), (), (), (), (group, total), (), "t", HERE)
    lowered = story(table)[2]
    assert isinstance(lowered, flow.Table)
    assert [row.role for row in lowered.body] == ["group", "total"]
    styles = [part.style for row in lowered.body for c in row.cells for part in c.content if part]
    assert styles == ["table-group", "table-total", "table-unit", "table-current"]


def test_a_cell_that_is_a_mere_sign_has_words_to_be_read_aloud() -> None:
    sign = replace(bound("–", "5"), spoken="not available")
    mark = NoteRef("late", HERE, number=1, table=True)
    row = Row(((0, cell(Text("Water"))), (1, cell(sign)), (2, cell(sign, mark)), (3, cell(Text("–")))), HERE)
    table = Table("statistics", ("text", *("number",) * 3), (), (), (), (), (row,), (), "t", HERE)
    lowered = lower_table(table, "environment", THEME)
    assert [each.spoken for each in lowered.body[0].cells] == ["", "not available", "", ""]


def test_a_figures_unit_is_set_apart_from_its_number() -> None:
    cards = Cards((Card((bound("105 tonnes", "105"),), text("of water")),), HERE)
    lowered = story(cards)[2]
    assert isinstance(lowered, flow.Cards)
    assert lowered.cards[0].figure is not None
    assert [(run.text, run.unit) for run in lowered.cards[0].figure.pieces if isinstance(run, flow.Run)] == [
        ("105", False),
        (" tonnes", True),
    ]


def test_a_charts_points_keep_the_exact_value_beside_the_printed_one() -> None:
    chart = Chart(
        "columns",
        text("Rising"),
        (),
        (),
        text("Chart: rising"),
        (text("Scope 1"), text("Scope 3")),
        (Series(text("2023"), ((bound("66.57", "66.57", 4),), text("–"))),),
        "c",
        HERE,
    )
    lowered = story(chart)[2]
    assert isinstance(lowered, flow.Chart)
    assert lowered.series[0].points == (flow.Point("66.57", Decimal("66.57"), 4), flow.Point("–", None))
    assert lowered.alternative == "Chart: rising"


def test_what_follows_a_charts_number_is_its_name_and_marks_of_labels_are_numbers_in_brackets() -> None:
    chart = Chart(
        "stacked_bars",
        text("Staff"),
        (),
        (),
        text("Chart: staff"),
        ((Text("Gender"), NoteRef("n", HERE, 1, True)),),
        (Series((), ((bound("6,923", "6923", 4), Text(" Male")),)), Series((), ((),))),
        "c",
        HERE,
        (Note("n", text("At year end."), HERE, 1),),
    )
    lowered = story(chart)[2]
    assert isinstance(lowered, flow.Chart)
    assert lowered.categories == ("Gender\N{NO-BREAK SPACE}(1)",)
    assert [series.points[0] for series in lowered.series] == [
        flow.Point("6,923", Decimal("6923"), 4, " Male"),
        flow.Point("", None),
    ]
    assert [note.number for note in lowered.notes] == [1]


def test_note_marks_stay_at_headings_and_leave_the_contents() -> None:
    mark = NoteRef("n", HERE, 3)
    section = Section("s", Heading(2, (Text("Scope 3"), mark), "s", HERE), (), (), HERE)
    chapter = ChapterBlock("c", "", "brand", Heading(1, text("C"), "c", HERE), (section,), HERE)
    flows = lower(Document("en", (), (), (), (chapter,)), THEME).flows
    assert isinstance(flows[0], flow.Chapter)
    assert flows[0].entries[0].title == (flow.Run("Scope 3"),)
    assert flows[1] == flow.Paragraph("h2", (flow.Run("Scope 3"), flow.NoteMark(3, False, True)), "brand", 2, "s")


def of_columns(count: int) -> Table:
    cells = tuple((at, cell(Text(str(at)))) for at in range(count))
    row = Row(cells, HERE)
    return Table("statistics", ("text",) + ("number",) * (count - 1), (), (), (), (row,), (row,), (), "t", HERE)


DENSE = replace(
    THEME,
    densities=(Density("snug", 6, 8.5, 11.25, 5), Density("tight", 9, 8, 11.25, 3.75)),
    tables={
        f"statistics{density}": replace(STATISTICS, cell=f"table-cell{density}", number=f"table-number{density}")
        for density in ("", "-snug", "-tight")
    },
)


@pytest.mark.parametrize(("columns", "density"), [(5, ""), (6, "-snug"), (8, "-snug"), (9, "-tight"), (30, "-tight")])
def test_a_table_of_many_columns_is_set_closer(columns: int, density: str) -> None:
    table = lower_table(of_columns(columns), "environment", DENSE)
    assert table.style == f"statistics{density}"
    styles = [part.style for each in table.body[0].cells for part in each.content]
    assert set(styles) == {f"table-cell{density}", f"table-number{density}"}


def test_what_lies_on_its_side_has_room_for_more_columns() -> None:
    blocks = (Paragraph(text("Before"), HERE), Landscape((of_columns(8),), HERE), Paragraph(text("After"), HERE))
    section = Section("energy", Heading(2, text("Energy"), "energy", HERE), blocks, (), HERE)
    document = Document("en", text("Report"), text("Report"), text("Harbour Light"), (section,))
    flows = lower(document, DENSE).flows
    assert flows[2] == flow.Turn(landscape=True)
    assert isinstance(flows[3], flow.Table)
    assert flows[3].style == "statistics", "8 columns on 728 points are as 5.2 on 482"
    assert flows[4] == flow.Turn(landscape=False)


def test_the_mark_of_a_note_stands_at_the_word_before_it() -> None:
    mark = NoteRef("a", HERE, 1)
    (paragraph,) = story(Paragraph((Text("Lamps burn. "), mark, Text(" Oil "), mark), HERE))[2:3]
    assert isinstance(paragraph, flow.Paragraph)
    words = [piece.text if isinstance(piece, flow.Run) else "1" for piece in paragraph.pieces]
    assert words == ["Lamps burn.", "1", " Oil", "1"]


def named(number: str, name: str, said: str = "", head: str = "") -> flow.DiagramBox:
    """Return a lowered box; ``head`` is what the names of its styles begin with on the first level."""
    style = "diagram-head" if head else "diagram-name"
    return flow.DiagramBox(
        flow.Paragraph("diagram-number", (flow.Run(number),), "environment") if number else None,
        flow.Paragraph(style, (flow.Run(name),), "environment"),
        flow.Paragraph(head or "diagram-text", (flow.Run(said),), "environment") if said else None,
    )


def test_steps_are_numbered() -> None:
    rows = ((DiagramBox(text("Bought"), ()), DiagramBox(text("Lit"), text("at dusk"))),)
    lowered = story(Diagram("steps", text("The way"), text("Process: the way."), rows, "way", HERE))[2]
    assert lowered == flow.Diagram(
        "steps",
        flow.Paragraph("chart-title", (flow.Run("The way"),), "environment"),
        "Process: the way.",
        ((named("1", "Bought"), named("2", "Lit", "at dusk")),),
        "environment",
        "way",
    )


def test_steps_of_a_cycle_are_numbered_for_the_list_beside_it() -> None:
    rows = ((DiagramBox(text("Ebb"), ()), DiagramBox(text("Flow"), text("at dusk"))),)
    lowered = story(Diagram("cycle", text("Tide"), text("Cycle: tide."), rows, "tide", HERE))[2]
    assert isinstance(lowered, flow.Diagram)
    assert [[box.number for box in row] for row in lowered.rows] == [
        [flow.Paragraph("cycle-number", (flow.Run(number),), "environment") for number in "12"]
    ]
    assert [box.name.style for box in lowered.rows[0]] == ["diagram-name"] * 2


def test_the_first_of_several_levels_stands_out() -> None:
    keeper, lamps = DiagramBox(text("Keeper"), text("minds all")), DiagramBox(text("Lamps"), text("above"))
    both = story(Diagram("levels", text("House"), text("House."), ((keeper,), (lamps, lamps)), "", HERE))[2]
    alone = story(Diagram("levels", text("House"), text("House."), ((keeper, lamps),), "", HERE))[2]
    assert isinstance(both, flow.Diagram)
    assert isinstance(alone, flow.Diagram)
    assert both.rows == (
        (named("", "Keeper", "minds all", head="diagram-head-text"),),
        (named("", "Lamps", "above"), named("", "Lamps", "above")),
    )
    assert alone.rows == ((named("", "Keeper", "minds all"), named("", "Lamps", "above")),)


def test_issues_of_a_matrix_are_numbered_through_its_groups_each_in_colours_of_its_own() -> None:
    def issue(name: str) -> Issue:
        return Issue(text(name), Decimal(40), Decimal(75))

    def numbered(number: str, name: str, family: str) -> flow.Issue:
        numeral = flow.Paragraph("matrix-number", (flow.Run(number),), family)
        return flow.Issue(numeral, flow.Paragraph("matrix-issue", (flow.Run(name),), family), Decimal(40), Decimal(75))

    groups = (
        IssueGroup(text("Light"), "environment", (issue("Oil"), issue("Gas"))),
        IssueGroup(text("Keepers"), "people", (issue("Sleep"),)),
    )
    matrix = Matrix(text("Weight"), text("Up"), text("Across"), text("Matrix: weight."), groups, "weight", HERE)
    lowered = story(matrix)[2]
    assert lowered == flow.Matrix(
        flow.Paragraph("chart-title", (flow.Run("Weight"),), "environment"),
        "Matrix: weight.",
        flow.Paragraph("matrix-axis", (flow.Run("Up"),), "environment"),
        flow.Paragraph("matrix-axis", (flow.Run("Across"),), "environment"),
        (
            flow.IssueGroup(
                flow.Paragraph("matrix-group", (flow.Run("Light"),), "environment"),
                (numbered("1", "Oil", "environment"), numbered("2", "Gas", "environment")),
                "environment",
            ),
            flow.IssueGroup(
                flow.Paragraph("matrix-group", (flow.Run("Keepers"),), "people"),
                (numbered("3", "Sleep", "people"),),
                "people",
            ),
        ),
        "environment",
        "weight",
    )


def test_highlights_have_the_colours_of_their_chapter_wherever_they_stand() -> None:
    cards = (Card((bound("7 lamps", "7"),), text("lit")),)
    group = CardGroup("05", Heading(3, text("Talent"), "talent", HERE), "people", cards, (text("Dark by day"),), HERE)
    lowered = story(group)[2]
    assert lowered == flow.CardGroup(
        flow.Paragraph("group-number", (flow.Run("05"),), "people"),
        flow.Paragraph("group-name", (flow.Run("Talent"),), "people", 3, "talent"),
        (
            flow.Card(
                flow.Paragraph(
                    "card-number", (flow.Run("7", occurrence=0), flow.Run(" lamps", occurrence=0, unit=True)), "people"
                ),
                flow.Paragraph("card-label", (flow.Run("lit"),), "people"),
            ),
        ),
        flow.Items(
            False,
            ((flow.Paragraph("card-statement", (flow.Run("Dark by day"),), "people"),),),
            "card-statement",
            "people",
        ),
        "people",
    )
    without = story(CardGroup("", Heading(3, text("Talent"), "", HERE), "people", cards, (), HERE))[2]
    assert isinstance(without, flow.CardGroup)
    assert (without.number.pieces, without.statements) == ((), None)


def test_the_theme_names_the_styles_of_contact_page_and_back_cover() -> None:
    contact = Contact(
        Heading(1, text("Contact us"), "contact", HERE),
        (ContactLine(text("Mail"), text("a@b.example"), HERE),),
        (("name", text("Harbour Light")), ("codes", text("HKEX: 9999"))),
        HERE,
    )
    back = BackCover((("title", text("Report")),), HERE)
    assert lower(Document("en", (), (), (), (contact, back)), THEME).flows == (
        flow.Contact(
            flow.Paragraph("contact-title", (flow.Run("Contact us"),), "brand", 1, "contact"),
            (
                flow.ContactLine(
                    flow.Paragraph("contact-label", (flow.Run("Mail"),), "brand"),
                    flow.Paragraph("contact-text", (flow.Run("a@b.example"),), "brand"),
                ),
            ),
            (
                ("name", flow.Paragraph("cover-name", (flow.Run("Harbour Light"),), "brand")),
                ("codes", flow.Paragraph("cover-line", (flow.Run("HKEX: 9999"),), "brand")),
            ),
        ),
        flow.BackCover((("title", flow.Paragraph("back-cover-line", (flow.Run("Report"),), "brand")),)),
    )
