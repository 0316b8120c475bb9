from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportgen.diagnostics import Diagnostics, Span
from reportgen.load.yaml_nodes import Mapping, Node, Scalar, Sequence, parse_yaml, words_of
from reportgen.model.words import span_at

Findings = Callable[[str, Diagnostics], str]


def parse(text: str) -> Node | None:
    diagnostics = Diagnostics()
    node = parse_yaml(text, "a.yaml", diagnostics)
    assert not len(diagnostics)
    return node


def value(text: str, key: str = "a") -> Scalar:
    node = parse(text)
    assert isinstance(node, Mapping)
    found = node.entries[key][1]
    assert isinstance(found, Scalar)
    return found


def places(text: str, source: str) -> list[str]:
    """Return, for each character of a value but white space, what stands at its place in the file."""
    lines = source.split("\n")
    words = words_of(value(source))
    assert words.text == text
    spans = [span_at(words, at) for at, character in enumerate(text) if not character.isspace()]
    return [lines[span.line - 1][span.column - 1] for span in spans]


@pytest.mark.parametrize("typed", ["5.30", "no", "12:30", "0x1F", "~", "null", "1e5", "2023-01-01", "007"])
def test_every_scalar_is_text_as_typed(typed: str) -> None:
    assert value(f"a: {typed}\n").text == typed


def test_columns_count_characters_from_one() -> None:
    assert value("a: 1\n").span == Span("a.yaml", 1, 4, 1)
    assert value('a: "港灯"\n').span == Span("a.yaml", 1, 5, 2)
    node = parse("港: {灯: 光}\n")
    assert isinstance(node, Mapping)
    inner = node.entries["港"][1]
    assert isinstance(inner, Mapping)
    assert inner.entries["灯"] == (Span("a.yaml", 1, 5, 1), Scalar("光", Span("a.yaml", 1, 8, 1)))


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("one two three four", "a:\n  one two\n  three\n  four\n"),
        ("one two three", "a: one\n   two\n   three\n"),
        ("one two", "a: 'one\n  two'\n"),
        ("it's two", "a: 'it''s\n  two'\n"),
        ("one two\n", "a: >\n  one\n  two\n"),
        ("one\ntwo\n", "a: |\n  one\n  two\n"),
        ("one\n  two", "a: |-\n  one\n    two\n"),
        ("one two\nthree\n", "a: >\n\n  one\n  two\n\n  three\n".replace(">\n\n", ">\n")),
        ("港灯 之光", "a:\n  港灯\n  之光\n"),
    ],
)
def test_each_character_of_a_folded_text_has_its_place(text: str, source: str) -> None:
    assert places(text, source) == [character for character in text if not character.isspace()]


def test_characters_after_an_escape_have_their_place() -> None:
    assert places('a"b c', 'a: "a\\"b\\u0020c"\n') == ["a", "\\", "b", "c"]
    assert places("oneé two", 'a: "one\\xe9 \\\n  two"\n') == ["o", "n", "e", "\\", "t", "w", "o"]


def test_lines_above_are_counted() -> None:
    node = parse_yaml("a: 1\n", "a.md", Diagnostics(), lines_before=4)
    assert isinstance(node, Mapping)
    assert node.entries["a"][0] == Span("a.md", 5, 1, 1)


def test_lists_and_mappings_keep_their_order() -> None:
    node = parse("b: [1, {x: 2}]\na: []\n")
    assert isinstance(node, Mapping)
    assert list(node.entries) == ["b", "a"]
    items = node.entries["b"][1]
    assert isinstance(items, Sequence)
    assert [type(item) for item in items.items] == [Scalar, Mapping]


def test_an_empty_text_is_no_node() -> None:
    assert parse("# nothing yet\n") is None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "a: 1\n b: 2\n",
            "error[yaml-broken]: a colon stands where no key is expected\n"
            "  --> a.yaml:2:3\n"
            "  |\n"
            "2 |  b: 2\n"
            "  |   ^\n"
            "  = hint: indent the line as the ones around it, or quote the text if the colon belongs to it",
        ),
        (
            "a: [1, 2\nb: 3\n",
            "error[yaml-broken]: a list in brackets is not closed\n"
            "  --> a.yaml:1:4\n"
            "  |\n"
            "1 | a: [1, 2\n"
            "  |    ^\n"
            "  = hint: add `]`, or a comma between its items",
        ),
        (
            "a:\n  b: {c: 1, d: 2\n  e: {f: 3}\n",
            "error[yaml-broken]: a mapping in braces is not closed\n"
            "  --> a.yaml:2:6\n"
            "  |\n"
            "2 |   b: {c: 1, d: 2\n"
            "  |      ^\n"
            "  = hint: add `}`, or a comma between its entries",
        ),
        (
            "a: {b: 1 c: 2}\n",
            "error[yaml-broken]: a mapping in braces is not closed\n"
            "  --> a.yaml:1:11\n"
            "  |\n"
            "1 | a: {b: 1 c: 2}\n"
            "  |           ^\n"
            "  = hint: add `}`, or a comma between its entries",
        ),
        (
            "a: 'x\n",
            "error[yaml-broken]: a quotation mark is not closed\n"
            "  --> a.yaml:2:1\n"
            "  |\n"
            "2 | \n"
            "  | ^\n"
            "  = hint: close it",
        ),
        (
            "\ta: 1\n",
            "error[yaml-broken]: a value cannot begin with this character\n"
            "  --> a.yaml:1:1\n"
            "  |\n"
            "1 |  a: 1\n"
            "  | ^\n"
            "  = hint: indent by spaces, not tabs, and quote a text that begins with %, @ or a backtick",
        ),
        (
            "a: &x [1]\nb: *x\n",
            "error[yaml-broken]: aliases (`*name`) are not supported\n"
            "  --> a.yaml:2:4\n"
            "  |\n"
            "2 | b: *x\n"
            "  |    ^\n"
            "  = hint: write the value out",
        ),
        (
            "a: !!python/object:os.system x\n",
            "error[yaml-broken]: tags (`!name`) are not supported\n"
            "  --> a.yaml:1:4\n"
            "  |\n"
            "1 | a: !!python/object:os.system x\n"
            "  |    ^\n"
            "  = hint: write the value without it",
        ),
        (
            "a: 1\n---\nb: 2\n",
            "error[yaml-broken]: a second document begins (`---`)\n"
            "  --> a.yaml:2:1\n"
            "  |\n"
            "2 | ---\n"
            "  | ^\n"
            "  = hint: keep one document a file",
        ),
        (
            "a: 1\nb: \x01\n",
            "error[yaml-broken]: the character U+0001 is not allowed\n"
            "  --> a.yaml:2:4\n"
            "  |\n"
            "2 | b: \x01\n"
            "  |    ^\n"
            "  = hint: delete it",
        ),
        (
            "a: 数据数据数据数据\nb: x\x01y\n",
            "error[yaml-broken]: the character U+0001 is not allowed\n"
            "  --> a.yaml:2:5\n"
            "  |\n"
            "2 | b: x\x01y\n"
            "  |     ^\n"
            "  = hint: delete it",
        ),
        (
            "[a]: 1\n",
            "error[yaml-broken]: a key must be text, not a list or mapping\n"
            "  --> a.yaml:1:1\n"
            "  |\n"
            "1 | [a]: 1\n"
            "  | ^\n"
            "  = hint: quote the key",
        ),
    ],
)
def test_broken_text_is_one_finding(text: str, expected: str, findings: Findings) -> None:
    diagnostics = Diagnostics()
    assert parse_yaml(text, "a.yaml", diagnostics) is None
    assert findings(text, diagnostics) == expected


def test_a_key_given_twice_is_a_finding_and_the_first_counts(findings: Findings) -> None:
    text = "a: 1\nb: 2\na: 3\n"
    diagnostics = Diagnostics()
    node = parse_yaml(text, "a.yaml", diagnostics)
    assert isinstance(node, Mapping)
    assert node.entries["a"][1] == Scalar("1", Span("a.yaml", 1, 4, 1))
    assert findings(text, diagnostics) == (
        "error[duplicate-key]: the key `a` is given twice\n"
        "  --> a.yaml:3:1\n"
        "  |\n"
        "3 | a: 3\n"
        "  | ^\n"
        "  = hint: the other one is at a.yaml:1:1; keep one of them"
    )


@pytest.mark.parametrize("piece", ["[", "{a: ", "- "])
def test_deep_nesting_is_a_finding(piece: str) -> None:
    diagnostics = Diagnostics()
    assert parse_yaml(piece * 100_000, "a.yaml", diagnostics) is None
    assert [found.message for found in diagnostics] == ["the text is nested more than 20 levels deep"]


@given(st.text(alphabet=st.characters(exclude_categories=["Cs"]), max_size=60))
def test_any_text_is_a_node_or_a_finding(text: str) -> None:
    diagnostics = Diagnostics()
    node = parse_yaml(text, "a.yaml", diagnostics)
    assert node is None or not any("not supported" in found.message for found in diagnostics)
