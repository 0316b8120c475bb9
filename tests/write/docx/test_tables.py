"""Tables, lists, key figures: what Word repeats, joins, numbers and aligns."""

from __future__ import annotations

from io import BytesIO

import docx
import pytest

from reportgen.model.flow import Card, Cards, Cell, Items, Paragraph, Row, Run, Table
from reportgen.write.docx.columns import column_widths

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def tables(written):
    return written.tables(data=True)


def test_a_head_is_repeated_and_no_row_is_cut(english):
    for table in tables(english):
        rows = table.findall(f"{W}tr")
        assert all(row.find(f"{W}trPr/{W}cantSplit") is not None for row in rows)
    heads = [len(list(table.iter(f"{W}tblHeader"))) for table in tables(english)]
    assert heads == [1, 1]


def test_spans_are_words_own(english):
    table = docx.Document(BytesIO(english.data)).tables[0]
    assert [cell.text for cell in table.rows[2].cells] == [
        "Clients",
        "A cell that spans two columns",
        "A cell that spans two columns",
    ]
    assert {cell.text for cell in table.rows[3].cells} == {"Others"}


def test_a_table_that_is_added_has_words_own_margins_and_those_of_the_report_have_theirs(english):
    styles = {s.get(f"{W}styleId"): s for s in english.root("word/styles.xml").iter(f"{W}style")}

    def sides(properties):
        return {side.tag.removeprefix(W): side.get(f"{W}w") for side in properties.iterfind(f"{W}tblCellMar/*")}

    assert sides(styles["TableNormal"].find(f"{W}tblPr")) == {"left": "108", "right": "108"}
    for table in english.root().iter(f"{W}tbl"):
        properties = table.find(f"{W}tblPr")
        style = properties.find(f"{W}tblStyle")
        inherited = {} if style is None else sides(styles[style.get(f"{W}val")].find(f"{W}tblPr"))
        assert {"left", "right"} <= {*sides(properties), *inherited}


def test_numbers_stand_at_the_right_below_their_heads(english):
    styles = english.styles()
    rows = tables(english)[1].findall(f"{W}tr")
    names = [[styles[p.get(f"{W}val")] for p in row.iter(f"{W}pStyle")] for row in rows]
    assert names == [["Table Text", "Table Text", "Table Number", "Table Number"]] * len(rows)
    assert "Total comprehensive energy consumption" in english.marked("Strong")
    assert english.marked("Quiet")[-4:] == ["MWh", "MWh", "MWh", "t/RMB million"]
    child = rows[2].find(f"{W}tc/{W}p/{W}pPr/{W}ind")
    assert child.get(f"{W}left") == "240"


def test_the_current_year_is_tinted_down_its_column(english, theme):
    look = tables(english)[1].find(f"{W}tblPr/{W}tblLook")
    assert (look.get(f"{W}firstRow"), look.get(f"{W}lastColumn"), look.get(f"{W}val")) == ("1", "1", "0720")
    assert not list(tables(english)[1].iter(f"{W}shd")), "the table style tints it, and sets it bold"
    style = next(s for s in english.root("word/styles.xml") if s.get(f"{W}styleId") == "ReportTableEnvironment")
    last = next(part for part in style.iter(f"{W}tblStylePr") if part.get(f"{W}type") == "lastCol")
    assert last.find(f"{W}rPr/{W}b") is not None
    assert last.find(f"{W}tcPr/{W}shd").get(f"{W}fill") == theme.families["environment"].tint.lstrip("#")


def test_a_current_year_before_other_columns_is_tinted_cell_by_cell(write, theme, p):
    row = Row((Cell(0, (p("table-current", "5"),)), Cell(1, (p("table-number", "6"),))), "")
    written = write(Table("targets", ("current", "number"), (), None, (), (), (row,), (), "brand"))
    fills = [shade.get(f"{W}fill") for shade in tables(written)[0].iter(f"{W}shd")]
    assert fills == [theme.families["brand"].tint.lstrip("#")]
    assert written.marked("Strong") == ["5"]


def test_a_table_says_its_caption_to_those_who_cannot_see_it_or_the_heading_that_it_stands_under(english):
    captions = [c.get(f"{W}val") for c in english.root().iter(f"{W}tblCaption")]
    assert captions == ["Reporting Period", "Energy and waste"]
    assert english.text("caption") == ["Energy and waste"]


def test_a_table_that_nothing_names_has_no_name(write, p):
    table = Table("text", ("text",), (), None, (), (), (Row((Cell(0, (p("table-cell", "x"),)),), ""),), (), "brand")
    assert not list(write(p("prose", "above"), table).root().iter(f"{W}tblCaption"))


def test_notes_stand_below_their_table_and_are_marked_in_it(english):
    assert english.text("Table Note")[0].startswith("(1)Calculated")
    assert "Total comprehensive energy consumption(1)" in english.text("Table Text")


def test_a_group_between_rules_says_so_by_its_borders(english):
    rows = tables(english)[0].findall(f"{W}tr")
    sides = [{b.tag.partition("}")[2] for borders in row.iter(f"{W}tcBorders") for b in borders} for row in rows]
    assert sides == [set(), {"bottom"}, {"top"}, {"bottom"}, set()]
    joined = [b.get(f"{W}val") for row in rows[1:3] for borders in row.iter(f"{W}tcBorders") for b in borders]
    assert set(joined) == {"nil"}, "no rule within what a cell joins; between other rows it is the style's"


def test_columns_fill_the_frame(english, theme):
    assert tables(english)
    for table in tables(english):
        widths = [int(column.get(f"{W}w")) for column in table.iter(f"{W}gridCol")]
        assert abs(sum(widths) - theme.page.frame_width * 20) < 4


def test_columns_are_as_wide_as_asked_for(theme, p):
    table = Table("text", ("text", "text"), (1, 3), None, (), (), (), (), "brand")
    first, second = column_widths(table, theme)
    assert second == 3 * first
    assert first + second == theme.page.frame_width


def test_columns_of_numbers_are_alike_and_texts_share_the_rest(theme, p):
    texts = ("A long indicator of which there is much to say", "tCO₂e", "1,234,567.89", "1")
    row = Row(tuple(Cell(at, (p("table-cell", text),)) for at, text in enumerate(texts)), "")
    table = Table("statistics", ("text", "unit", "number", "current"), (), None, (), (), (row,), (), "brand")
    text, unit, number, current = column_widths(table, theme)
    assert number == current
    assert text > number > unit
    assert abs(text + unit + number + current - theme.page.frame_width) < 0.001


def test_no_column_of_text_is_starved(theme, p):
    row = Row((Cell(0, (p("table-cell", "x" * 400),)), Cell(1, (p("table-cell", "y"),))), "")
    table = Table("text", ("text", "text"), (), None, (), (), (row,), (), "brand")
    first, second = column_widths(table, theme)
    assert abs(first - 3 * second) < 0.001


def test_an_empty_cell_holds_the_paragraph_that_word_asks_for(write, p):
    table = Table(
        "text",
        ("text", "text"),
        (),
        None,
        (),
        (),
        (Row((Cell(0, ()), Cell(1, (p("table-cell", "x"),))), ""),),
        (),
        "brand",
    )
    cells = list(write(table).root().iter(f"{W}tc"))
    assert len(cells) == 2
    assert all(cell.find(f"{W}p") is not None for cell in cells)


def test_lists_count_by_themselves(english):
    numbers = [
        (n.find(f"{W}ilvl").get(f"{W}val"), n.find(f"{W}numId").get(f"{W}val"))
        for n in english.root().iter(f"{W}numPr")
    ]
    bullets, nested, ordered = numbers[0], numbers[1], numbers[4]
    assert numbers[:6] == [bullets, nested, nested, bullets, ordered, ordered]
    assert (bullets[0], nested[0], ordered[0]) == ("0", "1", "0")
    assert len({bullets[1], nested[1], ordered[1]}) == 3
    defined = {n.get(f"{W}numId") for n in english.root("word/numbering.xml").iter(f"{W}num")}
    assert {number for _, number in numbers} <= defined


def test_an_ordered_list_begins_at_one_again(write, p):
    items = Items(True, ((p("list", "one"),), (p("list", "two"),)), "list", "brand")
    written = write(items, p("prose", "between"), items)
    ids = [n.get(f"{W}val") for n in written.root().iter(f"{W}numId")]
    assert ids == [ids[0], ids[0], ids[2], ids[2]]
    assert ids[0] != ids[2]
    assert len(list(written.root("word/numbering.xml").iter(f"{W}startOverride"))) == 2


def test_key_figures_stand_side_by_side(english):
    row = english.tables(data=False)[1].find(f"{W}tr")
    assert ["".join(cell.itertext()) for cell in row.findall(f"{W}tc")] == [
        "112lamps added in 2023",
        "98.90%answered within 30 minutes",
        "Words alone, without any number",
    ]
    rules = [cell.find(f"{W}p/{W}pPr/{W}pBdr/{W}top") for cell in row.findall(f"{W}tc")]
    assert {rule.get(f"{W}themeColor") for rule in rules} == {"accent2"}, "each under a rule of its own"


def test_five_key_figures_stand_in_two_rows(write, p):
    cards = Cards(tuple(Card(None, p("figure-label", str(n))) for n in range(5)), "brand")
    rows = write(cards).tables(data=False)[0].findall(f"{W}tr")
    assert [len(row.findall(f"{W}tc")) for row in rows] == [3, 3]


def test_key_figures_are_all_set_smaller_where_one_is_too_wide(write, p):
    def cards(*texts):
        return write(Cards(tuple(Card(p("figure-number", t), p("figure-label", "label")) for t in texts), "brand"))

    assert cards("112", "338", "4,560").text("Key Figure") == ["112", "338", "4,560"]
    assert cards("112", "338", "4,560,000,000").text("Key Figure Small") == ["112", "338", "4,560,000,000"]
    assert len(cards("1", "2", "3", "4").text("Key Figure Small")) == 4


@pytest.mark.parametrize(("style", "points"), [("figure-number", 24.5), ("figure-number-small", 19.5)])
def test_a_unit_is_as_much_smaller_as_its_figure_is(write, theme, style, points):
    numbers = "4,560,000,000" if style.endswith("small") else "112"
    figure = Paragraph("figure-number", (Run(numbers), Run(" people", unit=True)), "brand")
    root = write(Cards((Card(figure, Paragraph("figure-label", (Run("label"),), "brand")),) * 3, "brand")).root()
    sizes = {size.get(f"{W}val") for run in root.iter(f"{W}r") for size in run.iter(f"{W}sz")}
    assert sizes == {str(round(points * theme.measures["unit-ratio"] * 2))}


def test_a_unit_of_two_characters_stands_on_one_line(write, p, theme):
    head = Row((Cell(0, (p("table-head", "指标"),)), Cell(1, (p("table-head", "单位"),))), "head")
    row = Row((Cell(0, (p("table-cell", "培训"),)), Cell(1, (p("table-cell", "小时"),))), "")
    made = write(Table("statistics", ("text", "unit"), (), None, (), (head,), (row,), (), "brand"))
    width = int(made.root().find(f".//{W}tblGrid").findall(f"{W}gridCol")[1].get(f"{W}w")) / 20
    padding = theme.tables["statistics"].cell_padding
    words = 2 * max(theme.styles["table-head"].size, theme.styles["table-cell"].size)
    assert width >= words + padding[1] + padding[3] + 2


@pytest.mark.parametrize(
    ("head", "wide"),
    [
        ("Target 2023", 5.56),
        ("2023年目标", 4 * 0.556 + 3 + 0.25),
        ("Emissions of all the data centers that we rent", 4.72),
    ],
)
def test_the_head_of_numbers_is_broken_between_words_and_only_where_it_is_long(write, p, theme, head, wide):
    rows = [Row((Cell(0, (p("table-cell", "PUE"),)), Cell(1, (p("table-number", n),))), "") for n in ("1.365", "1.40")]
    heads = Row((Cell(0, (p("table-head", "Indicator"),)), Cell(1, (p("table-head", head),))), "head")
    root = write(Table("targets", ("text", "number"), (), None, (), (heads,), tuple(rows), (), "brand")).root()
    width = int(root.find(f".//{W}tblGrid").findall(f"{W}gridCol")[1].get(f"{W}w")) / 20
    inset = int(root.find(f".//{W}tr").findall(f".//{W}p")[1].find(f"{W}pPr/{W}ind").get(f"{W}right")) / 20
    padding, number = theme.tables["targets"].cell_padding, theme.styles["table-number"]
    room = width - padding[1] - padding[3] - inset
    assert wide * number.size < room < theme.measures["number-head-most"] + number.size, "in em of Arial, bold"


def test_space_is_held_by_the_paragraphs_around_a_table(write, theme, p):
    table = Table("text", ("text",), (), None, (), (), (Row((Cell(0, (p("table-cell", "x"),)),), ""),), (), "brand")
    root = write(p("prose", "above"), table, p("prose", "below")).root()
    above, below = (made.find(f"{W}pPr/{W}spacing") for made in root.find(f"{W}body").findall(f"{W}p"))
    space = str(round(theme.measures["table-before"] * 20))
    assert (above.get(f"{W}after"), below.get(f"{W}before")) == (space, space)


def test_a_box_is_made_of_paragraphs_with_a_bar_and_a_tint(english, theme):
    styles = {s.get(f"{W}styleId"): s for s in english.root("word/styles.xml").iter(f"{W}style")}
    case = styles["CaseEnvironment"].find(f"{W}pPr")
    assert case.find(f"{W}pBdr/{W}left").get(f"{W}color") == theme.families["environment"].base.lstrip("#")
    assert case.find(f"{W}shd").get(f"{W}fill") == theme.families["environment"].tint.lstrip("#")
    assert english.marked("Case Title") == ["“QZHOU”: answers for the keepers"]
