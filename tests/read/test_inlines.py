"""What stands in a line: references, notes, links, emphasis, breaks."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from markdown_it import MarkdownIt

from reportgen.diagnostics import Diagnostics, Span
from reportgen.i18n.draft import BEGIN, mark
from reportgen.model.inline import Ref, Unfinished
from reportgen.model.words import Turn, Words
from reportgen.read.inlines import read_inlines

ReadLine = Callable[[str], tuple[str, str]]


@pytest.mark.parametrize(
    ("source", "read"),
    [
        ("plain words", "plain words"),
        ("*a* and **b** and ***c***", "<i>a</i> and <b>b</b> and <i><b>c</b></i>"),
        ("{a} {a[prior]} {a.value} {a[prior].over_20}", "{a} {a[prior]} {a.value} {a[prior].over_20}"),
        ("a set {{x}} and {{{id}}}", "a set {x} and {{id}}"),
        ("text[^one].[^two]", "text[^one].[^two]"),
        ("[here](https://a.b/c_d) [mail](mailto:x@y.z)", "<a https://a.b/c_d>here</a> <a mailto:x@y.z>mail</a>"),
        ("<https://a.b/c_d> <x@y.z>", "<a https://a.b/c_d>https://a.b/c_d</a> <a mailto:x@y.z>x@y.z</a>"),
        ('[](#a) on [](#a "page"), [there](#a)', "<title a> on <page a>, <a #a>there</a>"),
        ("[**{n}** of it](#a)", "<a #a><b>{n}</b> of it</a>"),
        ("one<br>two<br/>three<br />four", "one¶two¶three¶four"),
        (r"\*a\* 1 < 2 &amp; a_b_c `code` 5\% a|b", "*a* 1 < 2 & a_b_c `code` 5% a|b"),
        ("**open", "**open"),
        ("a \ue000**b** c\ue001 d", "a <todo><b>b</b> c</todo> d"),
    ],
)
def test_a_line_is_read(source: str, read: str, read_line: ReadLine) -> None:
    assert read_line(source) == (read, "")


@pytest.mark.parametrize(
    ("source", "read"),
    [
        ("共有**{patents}**项", "共有<b>{patents}</b>项"),
        ("减少**10%**的", "减少<b>10%</b>的"),
        ("减少**10%**", "减少<b>10%</b>"),
        ("**重点：**后文", "<b>重点：</b>后文"),
        ("**重点：**Latin", "<b>重点：</b>Latin"),
        ("Latin**《书》**Latin", "Latin<b>《书》</b>Latin"),
        ("重点：**后文**，再", "重点：<b>后文</b>，再"),
        ("*《条例》*的", "<i>《条例》</i>的"),
        ("根据*《条例》*的", "根据<i>《条例》</i>的"),
        ("根据*《条例》*、*《办法》*等", "根据<i>《条例》</i>、<i>《办法》</i>等"),
        ("*“重点”*后文", "<i>“重点”</i>后文"),
        ("强调**A+**级和**（一）**类", "强调<b>A+</b>级和<b>（一）</b>类"),
        ("**甲：**后文**乙**丙", "<b>甲：</b>后文<b>乙</b>丙"),
        ("**甲《*乙*》丙**丁", "<b>甲《<i>乙</i>》丙</b>丁"),
        ("他说**“好”**。", "他说<b>“好”</b>。"),
        ("共**[链接](https://a.b)**个", "共<b><a https://a.b>链接</a></b>个"),
        ("数值[^甲]和**值[^a]**后", "数值[^甲]和<b>值[^a]</b>后"),
        ("全角，**{a}**（**{b}**）", "全角，<b>{a}</b>（<b>{b}</b>）"),
        ("5 * 3 和 2 * 4", "5 * 3 和 2 * 4"),
        ("甲 * 乙 * 丙", "甲 * 乙 * 丙"),
        ("２＊３", "２＊３"),
        ("snake_重点_case", "snake_重点_case"),
        ("Korean **강조(예)**는", "Korean <b>강조(예)</b>는"),
    ],
)
def test_emphasis_works_beside_wide_characters(source: str, read: str, read_line: ReadLine) -> None:
    assert read_line(source) == (read, "")


@pytest.mark.parametrize(
    "source", ['a*"b"*c', "a**(b)**c", "foo*bar*", "*(*foo*)*", "**Gomphocarpus (*G. p.*)**", "a * b*"]
)
def test_emphasis_among_latin_letters_is_that_of_commonmark(source: str, read_line: ReadLine) -> None:
    html = MarkdownIt("commonmark").renderInline(source)
    html = html.replace("strong>", "b>").replace("em>", "i>").replace("&quot;", '"')
    assert read_line(source)[0] == html


@pytest.mark.parametrize(
    ("source", "findings"),
    [
        (
            "the {Total Energy} used",
            """\
error[broken-reference]: `{Total Energy}` is no reference
  --> content/sections/a.md:1:5
  |
1 | the {Total Energy} used
  |     ^^^^^^^^^^^^^^
  = hint: did you mean `{total_energy}`?""",
        ),
        (
            "共{能源}吨",
            """\
error[broken-reference]: `{能源}` is no reference
  --> content/sections/a.md:1:2
  |
1 | 共{能源}吨
  |   ^^^^^^
  = hint: a reference is `{id}`, `{id[period]}` or `{id[period].form}`; a brace in text is `{{` or `}}`""",
        ),
        (
            "a set {x",
            """\
error[broken-reference]: `{` neither begins nor ends a reference
  --> content/sections/a.md:1:7
  |
1 | a set {x
  |       ^
  = hint: a reference is `{id}`, `{id[period]}` or `{id[period].form}`; a brace in text is `{{` or `}}`""",
        ),
        (
            "text {: role=quiet}",
            """\
error[broken-reference]: `{: role=quiet}` is no reference
  --> content/sections/a.md:1:6
  |
1 | text {: role=quiet}
  |      ^^^^^^^^^^^^^^
  = hint: attributes stand at the end of a heading or a cell, or on a line of their own below a block""",
        ),
        (
            "*a " * 51 + "b" + "*" * 51,
            f"""\
error[literal-markup]: more than 50 emphases and links stand inside one another
  --> content/sections/a.md:1:1
  |
1 | {"*a " * 33}*…
  | {"^" * 100}
  = hint: take some of them apart""",
        ),
        (
            r"a \{ brace",
            """\
error[broken-reference]: a brace in text is written twice, not `\\{`
  --> content/sections/a.md:1:3
  |
1 | a \\{ brace
  |   ^^
  = hint: write `{{`""",
        ),
        (
            "so <b>bold",
            """\
error[raw-html]: `<b>` is HTML
  --> content/sections/a.md:1:4
  |
1 | so <b>bold
  |    ^^^
  = hint: of HTML only `<br>` is known; a `<` in text is `\\<`""",
        ),
        (
            "so ![x](a.png)",
            """\
error[literal-markup]: a picture cannot stand inside a text
  --> content/sections/a.md:1:4
  |
1 | so ![x](a.png)
  |    ^^^^^^^^^^^
  = hint: put it in a paragraph of its own, or use `::: figure`""",
        ),
        (
            "see [x](javascript:alert)",
            """\
error[unknown-target]: `javascript:alert` is no place a link can lead to
  --> content/sections/a.md:1:5
  |
1 | see [x](javascript:alert)
  |     ^^^^^^^^^^^^^^^^^^^^^
  = hint: a link leads to `https://...`, `http://...`, `mailto:...` or `#id`""",
        ),
        (
            'see [x](#a "Title")',
            """\
error[wrong-attributes]: a link cannot have the title "Title"
  --> content/sections/a.md:1:5
  |
1 | see [x](#a "Title")
  |     ^^^^^^^^^^^^^^^
  = hint: a page number is `[](#id "page")`; other links have no title""",
        ),
    ],
)
def test_what_is_wrong_in_a_line_is_shown(source: str, findings: str, read_line: ReadLine) -> None:
    assert read_line(source)[1] == findings


def test_places_are_those_of_the_file_after_a_folded_line() -> None:
    words = Words("one two {a}", Span("x.md", 4, 3), (Turn(4, 5, 3),))
    (*_, reference) = read_inlines(words, Diagnostics())
    assert reference == Ref("a", "", "", Span("x.md", 5, 7, 3))


def test_the_marks_of_drafts_do_not_move_places() -> None:
    words = mark(Words("one two {a}", Span("x.md", 4, 3), (Turn(4, 5, 3),)))
    (unfinished,) = read_inlines(words, Diagnostics())
    assert isinstance(unfinished, Unfinished)
    assert unfinished.children[-1] == Ref("a", "", "", Span("x.md", 5, 7, 3))


@pytest.mark.parametrize("deep", ["*" * 3000 + "a" + "*" * 3000, BEGIN * 3000 + "a"])
def test_words_that_are_too_deep_in_one_another_are_read_as_they_stand(deep: str, read_line: ReadLine) -> None:
    text, findings = read_line(deep)
    assert text == deep
    assert findings.startswith("error[literal-markup]: more than 50 emphases and links stand inside one another\n")
