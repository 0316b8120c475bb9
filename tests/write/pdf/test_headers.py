"""Which header cells a table's cells refer to."""

from __future__ import annotations

from laying_out import elements, lay
from laying_tables import cell, group, head, row, table_of
from msgspec.structs import replace

from reportgen.model.flow import Row, Table
from reportgen.write.pdf.headers import headers_of


def said(table: Table) -> dict[str, list[str]]:
    """Return the words of the headers of each cell, by its own words."""
    found, words = headers_of(table, 1), {}
    for at, each in enumerate((*table.head, *table.body)):
        for one in each.cells:
            words[at, one.column] = one.content[0].pieces[0].text
    names = {id: words[place] for place, id in found.ids.items()}
    return {words[place]: [names[id] for id in ids] for place, ids in found.headers.items()}


def test_a_plain_table_needs_no_more_than_scopes() -> None:
    table = table_of(row("Oil", "1"), row("Gas", "2"))
    assert headers_of(table, 1).headers == {}
    assert all("Headers" not in each.attributes for each in elements(lay(table).layout.root, "TD", "TH"))


def test_a_cell_that_is_a_mere_sign_is_read_aloud_in_words() -> None:
    sign = replace(cell(1, "–", "table-number"), spoken="not available")
    table = table_of(Row((cell(0, "Oil"), sign), ""), row("Gas", "1"))
    assert [each.alternative for each in elements(lay(table).layout.root, "TD")] == ["not available", ""]


def test_a_head_over_columns_heads_those_below_it() -> None:
    table = table_of(row("Oil", "1", "2"), kinds=("text", "number", "number"))
    over = Row((cell(0, "Name", rows=2), cell(1, "Years", columns=2)), "head")
    below = Row((cell(1, "2022"), cell(2, "2023")), "head")
    headers = said(replace(table, head=(over, below)))
    assert headers["2023"] == ["Years"]
    assert headers["2"] == ["Years", "2023", "Oil"]
    assert headers["Oil"] == ["Name"]


def test_bands_groups_and_sums_head_the_rows_below_them() -> None:
    band = replace(group("Part A", 2), role="part")
    rows = (band, group("Quays", 2), row("Lamps", "10"), row("of brass", "7", role="child"), group("Piers", 2))
    headers = said(table_of(*rows, row("Bells", "3")))
    assert headers["Quays"] == ["Part A"]
    assert headers["7"] == ["Number", "Part A", "Quays", "Lamps", "of brass"]
    assert headers["3"] == ["Number", "Part A", "Piers", "Bells"]


def test_a_cell_over_rows_heads_each_of_them() -> None:
    first = Row((cell(0, "Oil", rows=2), cell(1, "1", "table-number")), "")
    headers = said(table_of(first, Row((cell(1, "2", "table-number"),), ""), row("Gas", "3")))
    assert headers["2"] == ["Number", "Oil"]
    assert headers["3"] == ["Number", "Gas"]


def test_beside_a_cell_over_rows_the_next_one_heads_each_row() -> None:
    kinds = ("text", "text", "unit", "number")
    first = Row((cell(0, "Lamps", rows=2), cell(1, "brass"), cell(2, "t"), cell(3, "1", "table-number")), "")
    second = Row((cell(1, "iron"), cell(2, "kg"), cell(3, "2", "table-number")), "")
    alone = Row((cell(0, "Bells"), cell(1, "all"), cell(2, "g"), cell(3, "3", "table-number")), "")
    headers = said(table_of(first, second, alone, kinds=kinds))
    assert [headers[value][-2:] for value in ("1", "2")] == [["Lamps", "brass"], ["Lamps", "iron"]]
    assert headers["iron"][-1] == "Lamps"
    assert headers["3"][-1] == "Bells"
    laid = lay(table_of(first, second, alone, kinds=kinds))
    scopes = [each.attributes["Scope"] for each in elements(laid.layout.root, "TH")]
    assert scopes == ["/Column"] * 4 + ["/Row"] * 4


def test_a_row_of_words_alone_is_headed_by_what_is_above_it() -> None:
    laid = lay(table_of(row("burnt in the harbour", "sold by the ton"), kinds=("text", "text"), style="text"))
    assert [each.attributes["Scope"] for each in elements(laid.layout.root, "TH")] == ["/Column"] * 2
    assert len(list(elements(laid.layout.root, "TD"))) == 2


def test_identifiers_are_those_of_the_elements() -> None:
    laid = lay(table_of(group("Quays", 2), row("Lamps", "10")), table_of(group("Piers", 2), row("Bells", "3")))
    ids = [each.id for each in elements(laid.layout.root, "TH")]
    assert len(set(ids)) == len(ids)
    for each in elements(laid.layout.root, "TD"):
        named = each.attributes["Headers"].strip("[]()").split(")(")
        assert set(named) <= set(ids)


def test_no_head_is_needed() -> None:
    table = replace(table_of(group("Quays", 2), row("Lamps", "10")), head=())
    assert said(table)["10"] == ["Quays", "Lamps"]
    assert said(replace(table, head=(head("", ""),)))["Quays"] == []
