"""Tables: cells counted, merged, with roles and lists; their settings."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from reportgen.i18n.draft import mark
from reportgen.model.words import Words

from .conftest import Result

Read = Callable[..., Result]


def test_a_plain_table(read: Read) -> None:
    result = read("| Name | Value |\n|------|------:|\n| a \\| b | {x} {: role=total} |\n| c {: role=child} | |\n")
    assert result.findings == ""
    assert (
        result.text
        == """\
table text # text number () []
  head | 0 p: Name | 1 p: Value
  body | 0 p: a | b | 1 p: {x} .total
  body.child | 0 p: c .child | 1 """
    )
    assert [words.text for words in result.messages] == ["Name", "Value", "a \\| b", "c"]


def test_a_table_with_settings_on_the_line_below(read: Read) -> None:
    source = '| a | b |\n|---|---|\n| c | d |\n{: #t widths="2 3" columns="text current" style=grouped header-rows=2}\n'
    result = read(source)
    assert result.findings == ""
    assert (
        result.text
        == """\
table grouped #t text current (2, 3) []
  head | 0 p: a | 1 p: b
  head | 0 p: c | 1 p: d"""
    )


TRAINING = """\
::: table id=training widths="2 3 2 5" header-rows=2
caption: Training
  system

| Module | Programme | << | << |
| ^^ | Name | Trainees[^a] | Content |
|---|---|---|---|
| Management | EMBA | Senior managers | - one<br>- **two** |
| ^^ | Others<br>by choice | ^^ | Also:<br>- three |
| All {: role=total} | << | << | << |

[^a]: Quarterly.
:::
"""


def test_a_table_with_merged_cells_lists_and_notes(read: Read) -> None:
    result = read(TRAINING)
    assert result.findings == ""
    assert (
        result.text
        == """\
table text #training text text text text (2, 3, 2, 5) [Training system]
  head | 0 (2x1) p: Module | 1 (1x3) p: Programme
  head | 1 p: Name | 2 p: Trainees[^a] | 3 p: Content
  body | 0 (2x1) p: Management | 1 p: EMBA | 2 (2x1) p: Senior managers | 3 ul; - p: one; - p: <b>two</b>
  body | 1 p: Others¶by choice | 3 p: Also:; ul; - p: three
  body.total | 0 (1x4) p: All .total
  [^a] Quarterly."""
    )


def test_a_cell_has_a_name_to_refer_to(read: Read) -> None:
    result = read("| Name | Value |\n|---|---|\n| Scope 2 {: #scope2 role=total} | 5 |\n")
    assert result.findings == ""
    (table,) = result.blocks
    assert [cell.anchor for _, cell in table.body[0].cells] == ["scope2", ""]


def test_a_cell_is_one_message(read: Read) -> None:
    texts = [words.text for words in read(TRAINING).messages]
    assert texts[:4] == ["Training system", "Module", "Programme", "Name"]
    assert "- one<br>- **two**" in texts
    assert texts[-1] == "Quarterly."


def test_a_translated_cell_keeps_its_form(read: Read) -> None:
    def translate(words: Words) -> Words:
        return Words("- 一<br>- 二", words.span) if words.text.startswith("- ") else words

    assert "3 ul; - p: 一; - p: 二" in read(TRAINING, translate).text


def test_in_drafts_each_line_of_an_unfinished_cell_is_marked(read: Read) -> None:
    result = read("|a|\n|-|\n|x<br>- one<br>- two|\n", mark)
    assert "p: <todo>x</todo>; ul; - p: <todo>one</todo>; - p: <todo>two</todo>" in result.text


def test_places_in_cells_are_exact(read: Read) -> None:
    source = "|a|\n|-|\n|x<br>- one<br>- {two}{: role=total} |\n"
    result = read(source.replace("{two}", "{tw o}"))
    assert ":3:18\n" in result.findings


METERS = "::: table{setting}\n| Oil | May |\n|---|---|\n| North | 120 |\n| 130 | 140 l |\n:::\n"


def test_digits_alone_in_a_cell_are_looked_at_unless_the_table_s_numbers_are_meant(read: Read) -> None:
    looked = ["Oil", "May", "North", "120", "130", "140 l"]
    assert looked_at(read(METERS.format(setting=""))) == looked
    meant = read(METERS.format(setting=" numbers=plain"))
    assert looked_at(meant) == ["Oil", "May", "North", "140 l"]
    assert "1 p: 120" in meant.text


def looked_at(result: Result) -> list[str]:
    assert result.findings == ""
    return [words.text for words in result.messages]


@pytest.mark.parametrize(
    ("source", "findings"),
    [
        (
            "| a | b |\n|---|---|\n| c |\n| d | e | f |\n",
            """\
error[cell-count]: the row has 1 cell, the table has 2 columns
  --> content/sections/a.md:3:3
  |
3 | | c |
  |   ^
  = hint: a `|` in text is written `\\|`; merged cells are `^^` and `<<`, an empty cell is `| |`
error[cell-count]: the row has 3 cells, the table has 2 columns
  --> content/sections/a.md:4:11
  |
4 | | d | e | f |
  |           ^
  = hint: a `|` in text is written `\\|`; merged cells are `^^` and `<<`, an empty cell is `| |`""",
        ),
        (
            "| a | b |\n|---|---|\n| ^^ | c |\n| << | d |\n",
            """\
error[wrong-merge]: `^^` has no cell above to merge with
  --> content/sections/a.md:3:3
  |
3 | | ^^ | c |
  |   ^^
  = hint: head and body do not merge; an empty cell is `| |`
error[wrong-merge]: `<<` has no cell to the left to merge with
  --> content/sections/a.md:4:3
  |
4 | | << | d |
  |   ^^
  = hint: head and body do not merge; an empty cell is `| |`""",
        ),
        (
            "| a | b |\n|---|---|\n| c | << |\n| ^^ | d |\n",
            """\
error[wrong-merge]: the merged cells form no rectangle
  --> content/sections/a.md:4:3
  |
4 | | ^^ | d |
  |   ^^
  = hint: fill the rectangle's other cells with `^^` or `<<` too""",
        ),
        (
            "| a | b |\n|---|---|\n| c | d |\n| ^^ | ^^ |\n",
            """\
error[wrong-merge]: all cells of the row merge with those above
  --> content/sections/a.md:4:3
  |
4 | | ^^ | ^^ |
  |   ^
  = hint: remove the row""",
        ),
        (
            "| a |\n|---|\n| b |\n{: style=fancy}\n",
            """\
error[wrong-attributes]: `fancy` is no style of a table
  --> content/sections/a.md:4:4
  |
4 | {: style=fancy}
  |    ^^^^^^^^^^^
  = hint: the styles are `grouped`, `index`, `statistics`, `targets`, `text`""",
        ),
        (
            "| a | b |\n| c | d |\n",
            """\
error[literal-markup]: the table has no delimiter line
  --> content/sections/a.md:1:1
  |
1 | | a | b |
  | ^
  = hint: write `|---|---|` below its head, or `\\|` if it is no table""",
        ),
        (
            "a | b\n--|--\nc | d\n",
            """\
error[literal-markup]: this looks like a table and is none
  --> content/sections/a.md:1:1
  |
1 | a | b
  | ^
  = hint: begin each line of a table with `|`""",
        ),
        (
            '| a |\n|---|\n| b {: role=sum} |\n{: widths="1 x" columns="text text" header-rows=9 long=1}\n',
            """\
error[wrong-attributes]: `sum` is no role of a cell
  --> content/sections/a.md:3:8
  |
3 | | b {: role=sum} |
  |        ^^^^^^^^
  = hint: a cell is `achieved`, `area`, `child`, `missed`, `part`, `quiet`, `total`
error[wrong-attributes]: `x` is no width
  --> content/sections/a.md:4:4
  |
4 | {: widths="1 x" columns="text text" header-rows=9 long=1}
  |    ^^^^^^^^^^^^
  = hint: widths are relative: `widths="2 3 5"`
error[wrong-attributes]: `columns` names 2 columns, the table has 1
  --> content/sections/a.md:4:17
  |
4 | {: widths="1 x" columns="text text" header-rows=9 long=1}
  |                 ^^^^^^^^^^^^^^^^^^^
error[wrong-attributes]: `header-rows` is a number from 0 to 2, not `9`
  --> content/sections/a.md:4:37
  |
4 | {: widths="1 x" columns="text text" header-rows=9 long=1}
  |                                     ^^^^^^^^^^^^^
error[wrong-attributes]: a table has no attribute `long`
  --> content/sections/a.md:4:51
  |
4 | {: widths="1 x" columns="text text" header-rows=9 long=1}
  |                                                   ^^^^^^
  = hint: it takes `columns`, `header-rows`, `id`, `numbers`, `style`, `widths`""",
        ),
        (
            "| a |\n|---|\n| b |\n{: numbers=typed}\n",
            """\
error[wrong-attributes]: the numbers of a table are not `typed`
  --> content/sections/a.md:4:4
  |
4 | {: numbers=typed}
  |    ^^^^^^^^^^^^^
  = hint: write `numbers=plain` where they are meant as they stand, or leave it out""",
        ),
    ],
)
def test_what_is_wrong_with_a_table_is_shown(source: str, findings: str, read: Read) -> None:
    assert read(source).findings == findings


@pytest.mark.parametrize("source", ["|", "|\n|-|", "||\n|-|-|\n|", "|\\|\n|-|\n", "|-|", "| a\n|-\n| b"])
def test_odd_tables_do_no_harm(source: str, read: Read) -> None:
    read(source)
