"""Words carry the name of their message behind them, wherever they are printed; Word has it in hidden bookmarks."""

from __future__ import annotations

import pytest

from reportgen.diagnostics import Diagnostics, Span
from reportgen.i18n.draft import mark
from reportgen.i18n.identity import LONGEST_BOOKMARK, bookmark_of, message_id, message_of
from reportgen.i18n.message import TOOL
from reportgen.i18n.naming import naming, with_name, without_name
from reportgen.model.inline import Inline, Said, Strong, Text, Unfinished
from reportgen.model.words import Words
from reportgen.read.inlines import read_inlines
from reportgen.read.markup import as_markdown

HERE = Span("content/sections/energy.md", 3)
NAME = message_id("energy", "Power")


def words(text: str) -> Words:
    return Words(text, HERE)


def read(text: str) -> tuple[Inline, ...]:
    found = Diagnostics()
    inlines = read_inlines(words(text), found)
    assert not list(found)
    return inlines


def translated(domain: str, text: str) -> str:
    return naming(lambda domain, words: Words(f"»{words.text}«", HERE))(domain, words(text)).text


def test_a_translation_carries_the_name_of_its_source() -> None:
    assert read(translated("energy", "Power")) == (Text("»Power«"), Said(NAME))


@pytest.mark.parametrize(("domain", "text"), [(TOOL, "tonnes"), ("energy", "{ghg}[^a]"), ("energy", "5,000")])
def test_what_is_no_message_has_no_name(domain: str, text: str) -> None:
    assert translated(domain, text) == f"»{text}«"


def test_a_name_stands_before_white_space_and_comes_off_again() -> None:
    assert with_name(words("Power "), NAME).text.endswith(" ")
    assert read(with_name(words("Power "), NAME).text) == (Text("Power"), Said(NAME), Text(" "))
    assert without_name(with_name(words("Power"), NAME)) == (words("Power"), NAME)
    assert without_name(words("Power")) == (words("Power"), "")
    assert with_name(words("Power"), "") == words("Power")


def test_a_template_may_print_words_anywhere() -> None:
    one, other = with_name(words("**Power**"), NAME), with_name(words("heat | light"), "kpis.00000000")
    printed = f"- **{as_markdown(with_name(words('Grid'), 'kpis.11111111'))}** {as_markdown(one)}{as_markdown(other)}"
    assert read(printed[2:]) == (
        Strong((Text("Grid"), Said("kpis.11111111"))),
        Text(" "),
        Strong((Text("Power"),)),
        Said(NAME),
        Text("heat | light"),
        Said("kpis.00000000"),
    )


def test_a_draft_s_mark_stays_inside() -> None:
    assert read(with_name(mark(words("Power")), NAME).text) == (Unfinished((Text("Power"),)), Said(NAME))


@pytest.mark.parametrize(
    ("name", "time", "bookmark"),
    [
        ("energy.0711e9bf", 1, "_energy_0711e9bf"),
        ("energy.0711e9bf", 12, "_energy_0711e9bf_12"),
        ("green-data.0711e9bf", 2, "_green_data_0711e9bf_2"),
        ("a_catalogue_with_quite_a_long_name.0711e9bf", 1, "_a_catalogue_with_quite_a_long__0711e9bf"),
        ("a_catalogue_with_quite_a_long_name.0711e9bf", 3, "_a_catalogue_with_quite_a_lon_0711e9bf_3"),
    ],
)
def test_a_bookmark_is_hidden_short_and_leads_back(name: str, time: int, bookmark: str) -> None:
    known = {"0711e9bf": ("other.0711e9bf", name)}
    assert bookmark_of(name, time) == bookmark
    assert len(bookmark) <= LONGEST_BOOKMARK
    assert message_of(bookmark, known) == name
    assert message_of(f"{bookmark}_Copy_1", known) == name


def test_a_message_that_is_gone_keeps_its_name_and_other_bookmarks_are_none() -> None:
    assert message_of("_energy_0711e9bf", {"0711e9bf": ("other.0711e9bf",)}) == "energy.0711e9bf"
    assert [message_of(other, {}) for other in ("_Toc0711e9bf", "_Note3", "energy_0711e9bf", "_GoBack")] == [""] * 4
