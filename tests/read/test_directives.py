"""Directives: openings, words, settings, nesting; the primitive ones become blocks."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from reportgen.model.block import Landscape, Paragraph, Table

from .conftest import Result

Read = Callable[..., Result]


def test_a_directive_keeps_what_stands_in_it(read: Read) -> None:
    result = read("""\
::: case "More than {sessions.over_20} sessions"
Held with [^a].

::: chart ghg
:::

[^a]: In {current}.
:::

After.
""")
    assert result.findings == ""
    assert (
        result.text
        == """\
::: case  {'title': 'More than {sessions.over_20} sessions'} {}
  p: Held with [^a].
  ::: chart ghg {} {}
  [^a] In {current}.
p: After."""
    )
    assert [words.text for words in result.messages] == [
        "More than {sessions.over_20} sessions",
        "Held with [^a].",
        "In {current}.",
        "After.",
    ]


def test_directives_end_paragraphs_and_stand_in_lists(read: Read) -> None:
    result = read("text\n::: chart a\n:::\n- item\n  ::: chart b\n  :::\n- next\n")
    assert result.findings == ""
    assert (
        result.text
        == """\
p: text
::: chart a {} {}
ul
  - p: item
    ::: chart b {} {}
  - p: next"""
    )


def test_the_primitives_become_blocks(read: Read, tmp_path: Path) -> None:
    (tmp_path / "hall.jpg").write_bytes(b"")
    result = read("""\
::: box case
label: Case
title: **Bold** title

Text.
:::

::: cards
- **{water}** of water saved
- **{trees}**棵树
- Words alone
:::

::: plot columns id=ghg
title: Emissions
source: [](#stats)
alternative: Emissions grew.

| | {prior} | {current} |
|-|-|-|
| Scope 1 | {a[prior]} | {a} |
| Scope 2 | {b[prior]} | {b} |
:::

::: figure hall.jpg id=hall
alternative: A server hall
caption: The hall
:::
""")
    assert result.findings == ""
    assert (
        result.text
        == """\
box case [Case] <b>Bold</b> title
  p: Text.
cards
  {water} / of water saved
  {trees} / 棵树
   / Words alone
chart columns #ghg: Emissions
   / <title stats> / Emissions grew.
  Scope 1 | Scope 2
  {prior}: {a[prior]} | {b[prior]}
  {current}: {a} | {b}
figure hall.jpg #hall: A server hall / The hall"""
    )


def test_a_drawing_is_a_list_of_levels_each_a_list_of_boxes(read: Read) -> None:
    result = read("""\
::: drawing levels id=house
title: The house
alternative: Organisation: the house.

- - **Keeper**[^who] minds the {lamps}

- - **Lamps**
  - **Boats** for the crew
:::

::: drawing steps
title: The way
alternative: Process.

- - **灯**常亮
:::

[^who]: Two of them.
""")
    assert result.findings == ""
    assert (
        result.text
        == """\
diagram levels #house: The house / Organisation: the house.
  Keeper: [^who] minds the {lamps}
  Lamps:  | Boats: for the crew
diagram steps #: The way / Process.
  灯: 常亮
[^who] Two of them."""
    )


def test_a_matrix_is_a_list_of_groups_and_their_issues(read: Read) -> None:
    result = read("""\
::: matrix id=weight
title: Weight
up: People
across: Harbour
alternative: Matrix: weight.

- - **Light[^all]** environment

  - **Oil** 40 75.5

- - **Keepers** people
  - **Sleep** 0 100
:::

[^all]: All of it.
""")
    assert result.findings == ""
    assert (
        result.text
        == """\
matrix #weight: Weight / People / Harbour / Matrix: weight.
  Light[^all] environment: Oil: 40 75.5
  Keepers people: Sleep: 0 100
[^all] All of it."""
    )


@pytest.mark.parametrize(
    ("source", "findings"),
    [
        (
            '::: cse "Title"\ntext\n:::\n',
            """\
error[unknown-directive]: `cse` is no kind of directive
  --> content/sections/a.md:1:5
  |
1 | ::: cse "Title"
  |     ^^^
  = hint: did you mean `case`?""",
        ),
        (
            '::: case "Title"\n\n::: chart ghg\n\ntext\n:::\n',
            """\
error[unclosed-directive]: `::: case` is not closed
  --> content/sections/a.md:1:5
  |
1 | ::: case "Title"
  |     ^^^^^^^^^^^^
  = hint: close it with a line `:::`; every opening needs its own (the last one below closes the directive of line 3)
error[wrong-directive]: `chart` holds no text
  --> content/sections/a.md:3:5
  |
3 | ::: chart ghg
  |     ^^^^^
  = hint: close it with `:::` on the next line""",
        ),
        (
            "text\n\n:::\n",
            """\
error[wrong-directive]: this `:::` closes no directive
  --> content/sections/a.md:3:1
  |
3 | :::
  | ^^^
  = hint: remove it, or open a directive above with `::: kind`""",
        ),
        (
            "::: case Title\n:::\n",
            """\
error[wrong-directive]: `case` takes no argument `Title`
  --> content/sections/a.md:1:5
  |
1 | ::: case Title
  |     ^^^^
  = hint: words stand in straight quotes: `::: case "Title"`
error[wrong-directive]: `case` needs a title
  --> content/sections/a.md:1:5
  |
1 | ::: case Title
  |     ^^^^
  = hint: write `::: case "Title"`""",
        ),
        (
            "::: chart colour=red\nlable: Words\n:::\n",
            """\
error[wrong-directive]: `chart` needs an argument
  --> content/sections/a.md:1:5
  |
1 | ::: chart colour=red
  |     ^^^^^
  = hint: write `::: chart name`
error[wrong-directive]: `chart` has no words `lable`
  --> content/sections/a.md:1:5
  |
1 | ::: chart colour=red
  |     ^^^^^
  = hint: remove it
error[wrong-directive]: `chart` has no setting `colour`
  --> content/sections/a.md:1:5
  |
1 | ::: chart colour=red
  |     ^^^^^
  = hint: remove it""",
        ),
        (
            '::: table\ncaption: One\ncaption: Two\n\ntext\n:::\n\n::: chart "a" b "\n:::\n',
            """\
error[wrong-directive]: `table` holds one table and nothing else
  --> content/sections/a.md:1:5
  |
1 | ::: table
  |     ^^^^^
  = hint: write one table of lines `| ... |` between its opening and `:::`, and its notes below
error[wrong-directive]: the words `caption` are given twice
  --> content/sections/a.md:3:1
  |
3 | caption: Two
  | ^^^^^^^
error[wrong-directive]: `chart` has no words `title`
  --> content/sections/a.md:8:5
  |
8 | ::: chart "a" b "
  |     ^^^^^
  = hint: remove it
error[wrong-directive]: `"` cannot be read
  --> content/sections/a.md:8:17
  |
8 | ::: chart "a" b "
  |                 ^
  = hint: a directive is `::: kind argument "Words" key=value`""",
        ),
        (
            "::: box blue\n:::\n\n::: cards\ntext\n:::\n",
            """\
error[wrong-directive]: `blue` is no kind of `box`
  --> content/sections/a.md:1:5
  |
1 | ::: box blue
  |     ^^^
  = hint: it is `case` or `callout`
error[wrong-directive]: key figures are the items of one list
  --> content/sections/a.md:4:5
  |
4 | ::: cards
  |     ^^^^^
  = hint: write a list: `- **{id}** of what it says`""",
        ),
        (
            "::: drawing house\ntitle: A\nalternative: A\n\n- - Keeper\n- one\n:::\n\n"
            "::: drawing steps\ntitle: A\nalternative: A\n\nText.\n:::\n",
            """\
error[wrong-directive]: `house` is no kind of `drawing`
  --> content/sections/a.md:1:5
  |
1 | ::: drawing house
  |     ^^^^^^^
  = hint: it is `steps` or `levels` or `cycle`
error[wrong-directive]: a box is one line of text that begins with its name
  --> content/sections/a.md:1:5
  |
1 | ::: drawing house
  |     ^^^^^^^
  = hint: write it as `**name** text`
error[wrong-directive]: a level is a list of boxes
  --> content/sections/a.md:1:5
  |
1 | ::: drawing house
  |     ^^^^^^^
  = hint: write `- - **name** text` for the first box of a level, `  - **name** text` for the others
error[wrong-directive]: a diagram is a list of levels and nothing else
  --> content/sections/a.md:9:5
  |
9 | ::: drawing steps
  |     ^^^^^^^
  = hint: write `- - **name** text` for the first box of a level, `  - **name** text` for the others""",
        ),
        (
            "::: matrix\ntitle: W\nup: U\nacross: A\nalternative: M.\n\n- - **Light** peple\n  - **Oil** 40 NaN\n:::\n",
            """\
error[wrong-directive]: a group of a matrix is its name and a family of colours, found `peple`
  --> content/sections/a.md:1:5
  |
1 | ::: matrix
  |     ^^^^^^
  = hint: did you mean `people`?
error[wrong-directive]: an issue of a matrix is its name and its place, across and upwards
  --> content/sections/a.md:1:5
  |
1 | ::: matrix
  |     ^^^^^^
  = hint: write `- - **name** family` for a group, `  - **name** 40 75` for each of its issues""",
        ),
        *(
            (
                f"::: plot bars\ntitle: A\nalternative: A\n\n{table}\n:::\n",
                """\
error[wrong-directive]: the table of a `plot` has one head row, and a value for each category and series
  --> content/sections/a.md:1:5
  |
1 | ::: plot bars
  |     ^^^^
  = hint: write a head row with the names of the series, and a row for each category; merge no cells""",
            )
            for table in (
                "| | a |\n| | b |\n|-|-|\n| c | 1 |",
                "|-|-|\n| c | 1 |",
                "| | a |\n|-|-|",
                "| |\n|-|\n| c |",
                "| | a |\n|-|-|\n| c | << |",
            )
        ),
        (
            "::: table style=statistic\n| a |\n|---|\n| b |\n:::\n",
            """\
error[wrong-attributes]: `statistic` is no style of a table
  --> content/sections/a.md:1:5
  |
1 | ::: table style=statistic
  |     ^^^^^
  = hint: did you mean `statistics`?""",
        ),
        (
            "::: matrix\ntitle: W\nup: U\nacross: A\nalternative: M.\n\n- - **Light** brand\n  - **Oil** 40\n"
            "  - **Gas** 40 101\n  - **Fog** here there\n:::\n\n::: matrix\ntitle: W\nup: U\n\nwords\n:::\n",
            """\
error[wrong-directive]: an issue of a matrix is its name and its place, across and upwards
  --> content/sections/a.md:1:5
  |
1 | ::: matrix
  |     ^^^^^^
  = hint: write `- - **name** family` for a group, `  - **name** 40 75` for each of its issues
error[wrong-directive]: `matrix` needs the words `across`
  --> content/sections/a.md:13:5
   |
13 | ::: matrix
   |     ^^^^^^
  = hint: write `across: ...` on the line below `::: matrix`
error[wrong-directive]: `matrix` needs the words `alternative`
  --> content/sections/a.md:13:5
   |
13 | ::: matrix
   |     ^^^^^^
  = hint: write `alternative: ...` on the line below `::: matrix`
error[wrong-directive]: a diagram is a list of levels and nothing else
  --> content/sections/a.md:13:5
   |
13 | ::: matrix
   |     ^^^^^^
  = hint: write `- - **name** text` for the first box of a level, `  - **name** text` for the others""",
        ),
    ],
)
def test_what_is_wrong_with_a_directive_is_shown(source: str, findings: str, read: Read) -> None:
    assert read(source).findings == findings


def test_a_landscape_holds_blocks_and_leaves_their_notes_to_the_section(read: Read) -> None:
    source = (
        "::: landscape\nWide.[^a]\n\n::: table id=t\n| a[^b] |\n|---|\n| 1 |\n\n[^b]: Own.\n:::\n\n[^a]: Far.\n:::\n"
    )
    result = read(source)
    assert result.findings == ""
    (landscape,) = result.blocks
    assert isinstance(landscape, Landscape)
    assert [type(block) for block in landscape.blocks] == [Paragraph, Table]
    assert [note.name for note in result.notes] == ["a"], "a table's notes are its own"
