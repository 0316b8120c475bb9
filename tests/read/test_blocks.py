"""Sections' text: paragraphs, headings, lists, quotations, notes, pictures, and what is wrong with them."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from reportgen.model.words import Words, span_at

from .conftest import Result

Read = Callable[..., Result]

TEXT = """\
Our emissions were {scope2},
*down* again.[^boundary]

## Scope 3 {: #scope3 discloses="hkex_2023:A1.2 hkex_2023:A1.5"}
### Business travel, {current} ##

One line<>
and another\\
and a last.

- first
  item
- second

  with more
  - nested

1. one
2. two

> A pledge
> of ours

[^boundary]: Purchased
electricity.
[^other]: 另一个
注释。
""".replace("<>", "  ")

DUMP = """\
p: Our emissions were {scope2}, <i>down</i> again.[^boundary]
h3 #scope3 hkex_2023:A1.2 hkex_2023:A1.5: Scope 3
h4 #a-business-travel: Business travel, {current}
p: One line¶and another¶and a last.
ul
  - p: first item
  - p: second
    p: with more
    ul
      - p: nested
ol
  - p: one
  - p: two
quotation
  p: A pledge of ours
[^boundary] Purchased electricity.
[^other] 另一个注释。"""


def test_a_text_becomes_blocks(read: Read) -> None:
    result = read(TEXT)
    assert result.findings == ""
    assert result.text == DUMP


def test_each_message_passes_the_translation_once_in_order(read: Read) -> None:
    assert [words.text for words in read(TEXT).messages] == [
        "Our emissions were {scope2}, *down* again.[^boundary]",
        "Scope 3",
        "Business travel, {current}",
        "One line<br>and another<br>and a last.",
        "first item",
        "second",
        "with more",
        "nested",
        "one",
        "two",
        "A pledge of ours",
        "Purchased electricity.",
        "另一个注释。",
    ]


def test_every_character_of_a_message_has_its_place(read: Read) -> None:
    lines = TEXT.split("\n")
    for words in read(TEXT).messages:
        for offset, character in enumerate(words.text.replace("<br>", "    ")):
            span = span_at(words, offset)
            if not character.isspace():
                assert lines[span.line - 1][span.column - 1] == character, (words.text, offset)


def test_a_translation_takes_the_place_of_its_message(read: Read) -> None:
    pseudo = read(TEXT, lambda words: Words(f"⟦{words.text}⟧", words.span))
    assert pseudo.text.count("⟦") == pseudo.text.count("⟧") == 13


def test_anchors_come_from_the_source_not_the_translation(read: Read) -> None:
    result = read(
        "## Our climate\n\n## Our climate\n\n## 范围三 {x}\n\n## {y}\n", lambda words: Words("翻译", words.span)
    )
    assert result.text.split("\n") == [
        "h3 #a-our-climate: 翻译",
        "h3 #a-our-climate-2: 翻译",
        "h3 #a-范围三: 翻译",
        "h3 #a-heading: {y}",
    ]


@pytest.mark.parametrize(
    ("source", "message"),
    [
        ("one\ntwo", "one two"),
        ("共同\n努力", "共同努力"),
        ("共同\nWork", "共同 Work"),
        ("共同，\nWork", "共同，Work"),
        ("**共同**\n努力", "**共同**努力"),
        ("one  \ntwo", "one<br>two"),
        ("one\\\ntwo", "one<br>two"),
        ("one\\\\\ntwo", "one\\\\ two"),
        ("  one\n   two  ", "one two"),
    ],
)
def test_line_breaks_fold(source: str, message: str, read: Read) -> None:
    assert [words.text for words in read(source).messages] == [message]


def test_references_and_punctuation_alone_are_no_messages(read: Read) -> None:
    assert read("{energy_total}\n\n[](#x)\n\n<https://a.b>\n\n–\n\n{a}[^b]\n").messages == ()


def test_digits_alone_pass_the_translation_where_they_are_looked_at(read: Read) -> None:
    result = read("{a2}\n\n12.5%\n\n| {b} | 30 |\n|---|---|\n| – | 7 |\n")
    assert [words.text for words in result.messages] == ["12.5%", "30", "7"]


def test_a_picture_stands_alone_in_its_paragraph(read: Read, tmp_path: Path) -> None:
    (tmp_path / "assets").mkdir()
    (tmp_path / "assets" / "hall.png").write_bytes(b"")
    result = read('![A server hall](assets/hall.png "The hall in {current}")\n{: #hall}\n')
    assert result.findings == ""
    assert result.text == "figure assets/hall.png #hall: A server hall / The hall in {current}"
    assert [words.text for words in result.messages] == ["A server hall", "The hall in {current}"]


@pytest.mark.parametrize(
    ("source", "findings"),
    [
        (
            "# Title\n",
            """\
error[wrong-heading]: a section has no heading `#`
  --> content/sections/a.md:1:3
  |
1 | # Title
  |   ^^^^^
  = hint: the section's title is in its front matter; headings inside are `##` and `###`""",
        ),
        (
            '## Title {: #x colour=red}\n\n## Other {: #x "}\n',
            """\
error[wrong-attributes]: a heading has no attribute `colour`
  --> content/sections/a.md:1:16
  |
1 | ## Title {: #x colour=red}
  |                ^^^^^^^^^^
  = hint: it takes `discloses`, `id`
error[duplicate-id]: the id `x` is used twice in this section
  --> content/sections/a.md:3:4
  |
3 | ## Other {: #x "}
  |    ^^^^^
  = hint: give one of them another id
error[wrong-attributes]: `"` is no attribute
  --> content/sections/a.md:3:16
  |
3 | ## Other {: #x "}
  |                ^
  = hint: attributes are `{: #id key="value" key=value}`""",
        ),
        (
            "- one\n-\n",
            """\
error[literal-markup]: the item of the list is empty
  --> content/sections/a.md:2:1
  |
2 | -
  | ^
  = hint: write words behind it, or `\\-` where it is a dash""",
        ),
        (
            "Words.\n{: role=quiet}\n",
            """\
error[wrong-attributes]: a paragraph has no attribute `role`
  --> content/sections/a.md:2:4
  |
2 | {: role=quiet}
  |    ^^^^^^^^^^
  = hint: remove it""",
        ),
        (
            '## Title {: discloses="A1.2"}\n',
            """\
error[wrong-attributes]: `A1.2` is no provision
  --> content/sections/a.md:1:13
  |
1 | ## Title {: discloses="A1.2"}
  |             ^^^^^^^^^^^^^^^^
  = hint: name framework and provision: `discloses="hkex_2023:A1.2"`""",
        ),
        (
            "text\n\n{: #x}\n",
            """\
error[wrong-attributes]: these attributes belong to no block
  --> content/sections/a.md:3:1
  |
3 | {: #x}
  | ^^^^^^
  = hint: attributes stand right below a table or a picture, and in a heading's own line""",
        ),
        (
            "text\n\n---\n",
            """\
error[literal-markup]: a rule has no place in a report
  --> content/sections/a.md:3:1
  |
3 | ---
  | ^^^
  = hint: remove it""",
        ),
        (
            "[^a]: one\n\n[^a]: two\n",
            """\
error[duplicate-id]: the note `a` is defined twice
  --> content/sections/a.md:3:1
  |
3 | [^a]: two
  | ^^^^^^^^^
  = hint: give one of them another name""",
        ),
        (
            "![Hall](assets/hall.png)\n",
            """\
error[file-missing]: `assets/hall.png` does not exist
  --> content/sections/a.md:1:9
  |
1 | ![Hall](assets/hall.png)
  |         ^^^^^^^^^^^^^^^""",
        ),
        (
            "![](../secret.png)\n",
            """\
error[file-outside]: `../secret.png` is outside the project
  --> content/sections/a.md:1:5
  |
1 | ![](../secret.png)
  |     ^^^^^^^^^^^^^
  = hint: move the file into the project and name it relative to the project's folder
error[wrong-attributes]: the picture has no alternative text
  --> content/sections/a.md:1:1
  |
1 | ![](../secret.png)
  | ^^
  = hint: say what the picture shows: `![...](path)`""",
        ),
        (
            "> " * 45 + "deep\n",
            """\
error[wrong-directive]: more than 39 blocks stand inside one another
  --> content/sections/a.md:1:1
  |
1 | """
            + "> " * 45
            + """deep
  | """
            + "^" * 94
            + """
  = hint: take some of them apart""",
        ),
    ],
)
def test_what_is_wrong_is_shown(source: str, findings: str, read: Read) -> None:
    assert read(source).findings == findings
