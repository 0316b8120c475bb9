"""What a translation must keep as numbered tokens, and translations with tokens as text again."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportgen.i18n.references import added, lost
from reportgen.i18n.restore import Fault, cleaned, restored
from reportgen.i18n.tokens import marked_up, tokenised, tokens, written

SOURCE = "Up by {growth}[^a], see [the {year} tables](#tables)."
SENT = "Up by ⟦1⟧⟦2⟧, see ⟦3⟧the ⟦4⟧ tables⟦/3⟧."

PARTS = st.sampled_from(
    [
        *("{current}", "{ghg[prior].value}", "{{", "}}", "[^a]", "%(value)s", "<https://example.com/a>", "**", "<br>"),
        *(
            "[",
            "]",
            "](#here)",
            '](#here "page")',
            "](https://example.com/a)",
            "⟦",
            "⟧",
            "⟦1⟧",
            "{",
            "}",
            "\\[",
            "词",
            " ",
        ),
    ]
)
TEXTS = st.lists(PARTS | st.text(max_size=4)).map("".join)


def sent(text: str, source: str) -> str:
    return written(tokenised(text, tokens(source)))


@pytest.mark.parametrize(
    ("source", "as_sent"),
    [
        (SOURCE, SENT),
        ("{a} and {a} of {{b}}", "⟦1⟧ and ⟦2⟧ of {{b}}"),
        ('see [](#tables), page [](#tables "page")', "see ⟦1⟧, page ⟦2⟧"),
        ("**%(value)s**<br>at <https://example.com>", "**⟦1⟧**<br>at ⟦2⟧"),
        ("[a [b](#b) c](#c)", "⟦1⟧a ⟦2⟧b⟦/2⟧ c⟦/1⟧"),
        ("[1] and a ⟦1⟧", "[1] and a ⟦1⟧1⟦2⟧"),
        ("a](#b) [c", "a](#b) [c"),
    ],
)
def test_what_must_be_kept_is_numbered(source: str, as_sent: str) -> None:
    assert sent(source, source) == as_sent
    assert restored(as_sent, source) == (source, ())


def test_a_translation_has_the_tokens_of_its_source() -> None:
    assert (
        sent("见[{year}年表格](#tables)，增长{growth}[^a]，{growth}。", SOURCE)
        == "见⟦3⟧⟦4⟧年表格⟦/3⟧，增长⟦1⟧⟦2⟧，⟦1⟧。"
    )
    assert sent("{old}年", SOURCE) == "{old}年"


@given(TEXTS, TEXTS)
def test_any_text_comes_back(text: str, source: str) -> None:
    assert marked_up(tokenised(text, tokens(source))) == text


@given(TEXTS)
def test_any_source_comes_back_from_the_file(source: str) -> None:
    assert restored(sent(source, source), source) == (source, ())


@given(TEXTS)
def test_what_is_taken_has_all_that_the_source_has(typed: str) -> None:
    text, faults = restored(cleaned(typed, SOURCE), SOURCE)
    assert faults or not (lost(SOURCE, text) or added(SOURCE, text))


@pytest.mark.parametrize(
    ("typed", "faults"),
    [
        (
            "⟦3⟧⟦4⟧年表格⟦/3⟧增长⟦2⟧",
            [
                (
                    "the token `⟦1⟧` is missing, which stands for `{growth}`",
                    "put it where it belongs in the translation; tokens can be copied from the source",
                )
            ],
        ),
        *(
            (
                f"⟦3⟧⟦4⟧年表格⟦/3⟧增长{typed}⟦2⟧",
                [
                    (
                        "the token `⟦1⟧` is missing, which stands for `{growth}`",
                        f"write `⟦1⟧` in place of `{typed}`; tokens can be copied from the source",
                    )
                ],
            )
            for typed in ("【1】", "[1]", "［1］", "［１］", "(1)")
        ),
        (
            SENT + "⟦7⟧",
            [("the source has no token `⟦7⟧`", "the source's tokens are `⟦1⟧`, `⟦2⟧`, `⟦3⟧`, `⟦4⟧`")],
        ),
        (
            SENT + "⟦/1⟧",
            [("the source has no token `⟦/1⟧`", "the source's tokens are `⟦1⟧`, `⟦2⟧`, `⟦3⟧`, `⟦4⟧`")],
        ),
        (
            SENT + "⟦2⟧",
            [
                (
                    "the token `⟦2⟧` stands 2 times, which stands for `[^a]`",
                    "the source has it once: take the others out",
                )
            ],
        ),
        (
            "⟦1⟧⟦2⟧⟦/3⟧⟦4⟧⟦3⟧",
            [
                (
                    "`⟦3⟧` and `⟦/3⟧` do not enclose the words of a link",
                    "put the first before the words of the link and the second after them",
                )
            ],
        ),
        (SENT + "⟦1", [("`⟦` is part of no token", "copy tokens as they stand in the source, such as `⟦1⟧`")]),
        (
            SENT + "{other}",
            [
                (
                    "the translation has `{other}`, which its source has not",
                    "take it out, or write the token that is meant",
                )
            ],
        ),
        (
            SENT + "}",
            [
                (
                    "the translation has a brace that stands alone",
                    "take it out; one that is to be printed is written twice",
                )
            ],
        ),
    ],
)
def test_a_broken_token_is_a_fault(typed: str, faults: list[tuple[str, str]]) -> None:
    _, found = restored(typed, SOURCE)
    assert [(fault.message, fault.hint) for fault in found] == faults


def test_a_source_without_tokens_says_so() -> None:
    _, (fault,) = restored("⟦1⟧年", "a year")
    assert isinstance(fault, Fault)
    assert fault.hint == "take it out: this source has no tokens"


def test_a_repeated_reference_is_the_translators_right() -> None:
    assert restored("⟦1⟧，⟦1⟧，⟦2⟧", "{a} of {a}") == ("{a}，{a}，{a}", ())
    assert restored("⟦ １ ⟧⟦2⟧，⟦3⟧表⟦／3⟧⟦4⟧", SOURCE) == ("{growth}[^a]，[表](#tables){year}", ())


@pytest.mark.parametrize(
    ("typed", "text"),
    [
        ("  译文 \r\n", "译文"),
        ("第一行\r\n第二行", "第一行第二行"),
        ("one line\nand another", "one line and another"),
        ("“smart” it’s", "“smart” it’s"),
        ("1\u00a0234", "1\u00a0234"),
        ("a\n\u00a0", "a \u00a0"),
        ("\u3000", ""),
    ],
)
def test_what_excel_leaves_is_cleaned(typed: str, text: str) -> None:
    assert cleaned(typed, "one line") == text


def test_line_ends_of_the_source_stay() -> None:
    assert cleaned("a\r\nb", "x\ny") == "a\nb"
