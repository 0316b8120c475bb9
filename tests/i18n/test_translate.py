"""Catalogues and the function that translates."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportgen.diagnostics import Diagnostics
from reportgen.i18n.catalogue_files import load_catalogues
from reportgen.i18n.draft import BEGIN, END, mark, unmark
from reportgen.i18n.references import added, lost, references
from reportgen.i18n.translate import Translate, Translations, draft_translator, translator
from reportgen.model.locale import LOCALES
from reportgen.model.project import Project
from reportgen.model.words import Words, span_at

from .conftest import Catalogue, shown, words

CHINESE = LOCALES["zh_Hans"]
ENGLISH = LOCALES["en"]
AB = """\
msgid "One."
msgstr "一。"

#, fuzzy
#| msgid "Two"
msgid "Two."
msgstr "二"

msgid "Three."
msgstr ""

# translators may say something
#: content/sections/a.md
#, python-brace-format
msgid ""
"Emissions were {scope2}. "
"They fell."
msgstr ""
"排放量为\\"{scope2}\\"。"
"有所下降。"

msgid "[Here](#a) is {b} of {b}[^c]."
msgstr "{b}的{d}[^c]。"

#~ msgid "Gone."
#~ msgstr "走了。"
"""


def make(
    project: Project, diagnostics: Diagnostics, kind: Callable[..., Translate] = translator, locale: str = "zh_Hans"
) -> Translate:
    catalogues = load_catalogues(project, LOCALES[locale], diagnostics)
    return kind(Translations(LOCALES[locale], project.source.id, {"about": "zh_Hans"}, catalogues), diagnostics)


def test_messages_are_translated(project: Project, catalogue: Catalogue) -> None:
    catalogue("a", AB)
    diagnostics = Diagnostics()
    translate = make(project, diagnostics)
    assert translate("a", words("One.")).text == "一。"
    assert translate("a", words("Emissions were {scope2}. They fell.")).text == '排放量为"{scope2}"。有所下降。'
    assert shown(diagnostics) == ""


def test_a_translation_stands_where_its_characters_stand(project: Project, catalogue: Catalogue) -> None:
    catalogue("a", AB)
    translation = make(project, Diagnostics())("a", words("Emissions were {scope2}. They fell."))
    lines = (project.root / translation.span.path).read_text(encoding="utf-8").split("\n")
    for offset, character in enumerate(translation.text):
        span = span_at(translation, offset)
        assert lines[span.line - 1][span.column - 1 :].lstrip("\\").startswith(character)


def test_what_is_written_in_the_language_passes_through(project: Project) -> None:
    diagnostics = Diagnostics()
    assert make(project, diagnostics)("about", words("关于")).text == "关于"
    assert make(project, diagnostics, locale="en")("a", words("About")).text == "About"
    assert make(project, diagnostics)("a", words("{current} 12%")).text == "{current} 12%"
    assert shown(diagnostics) == ""


def test_what_is_not_translated_is_named(project: Project, catalogue: Catalogue) -> None:
    catalogue("a", AB)
    diagnostics = Diagnostics()
    translate = make(project, diagnostics)
    translate("a", words("Three.", line=3))
    translate("a", words("Two.", line=4))
    translate("a", words("This is a message that nobody has translated, and a rather long one too.", line=5))
    translate("b", words("Other.", path="content/sections/b.md"))
    assert (
        shown(diagnostics)
        == """\
error[untranslated]: no zh_Hans translation of “Three.”
  --> content/sections/a.md:3:1
  = hint: translate it in `locales/zh_Hans/LC_MESSAGES/a.po`, line 14
error[fuzzy]: the zh_Hans translation of “Two.” is out of date
  --> content/sections/a.md:4:1
  = hint: correct it in `locales/zh_Hans/LC_MESSAGES/a.po`, line 11, and remove `fuzzy` above it
error[untranslated]: no zh_Hans translation of “This is a message that nobody has translated, and a rather l…”
  --> content/sections/a.md:5:1
  = hint: run `reportgen translate update`, then translate it in `locales/zh_Hans/LC_MESSAGES/a.po`
error[untranslated]: no zh_Hans translation of “Other.”
  --> content/sections/b.md:3:1
  = hint: run `reportgen translate update`, then translate it in `locales/zh_Hans/LC_MESSAGES/b.po`"""
    )


def test_drafts_mark_what_is_not_translated(project: Project, catalogue: Catalogue) -> None:
    catalogue("a", AB)
    diagnostics = Diagnostics()
    translate = make(project, diagnostics, draft_translator)
    assert translate("a", words("Three.")).text == f"{BEGIN}Three.{END}"
    assert translate("a", words("Two.")).text == f"{BEGIN}二{END}"
    assert translate("a", words("One.")).text == "一。"
    assert shown(diagnostics) == ""


def test_what_a_translation_lost_is_shown_in_the_catalogue(project: Project, catalogue: Catalogue) -> None:
    catalogue("a", AB)
    diagnostics = Diagnostics()
    make(project, diagnostics)("a", words("[Here](#a) is {b} of {b}[^c].", line=9))
    assert (
        shown(diagnostics)
        == """\
error[reference-lost]: the translation has lost `#a`
  --> locales/zh_Hans/LC_MESSAGES/a.po:27:9
  = hint: the source is content/sections/a.md:9:1: put `#a` where it belongs in the translation
error[reference-lost]: the translation has lost `{b}`
  --> locales/zh_Hans/LC_MESSAGES/a.po:27:9
  = hint: the source is content/sections/a.md:9:1: put `{b}` where it belongs in the translation
error[reference-lost]: the translation has `{d}`, which its source has not
  --> locales/zh_Hans/LC_MESSAGES/a.po:27:13
  = hint: compare it with the source, content/sections/a.md:9:1"""
    )


@pytest.mark.parametrize("character", "\x01 \ue123 \ufffd \ufffe \uffff".split())
def test_characters_that_cannot_be_printed_are_refused(project: Project, character: str) -> None:
    diagnostics = Diagnostics()
    make(project, diagnostics, locale="en")("a", words(f"A {character} sign"))
    assert (
        shown(diagnostics)
        == f"""\
error[unprintable]: the character U+{ord(character):04X} cannot be printed
  --> content/sections/a.md:3:3
  = hint: delete it, or write what it stands for"""
    )


def test_a_broken_catalogue_is_shown_with_its_line(project: Project, catalogue: Catalogue) -> None:
    catalogue("a", 'msgid "One"\nmsgstr "a "quoted" word"\n')
    catalogue("b", 'msgid "One"\nmsgstr "一"\nnonsense\n')
    diagnostics = Diagnostics()
    assert load_catalogues(project, CHINESE, diagnostics) == {}
    assert (
        shown(diagnostics)
        == """\
error[catalogue-broken]: this line is not what a catalogue has here
  --> locales/zh_Hans/LC_MESSAGES/a.po:6:1
  = hint: close the quotation mark; inside, only \\n, \\t, \\r, \\" and \\\\ may be escaped
error[catalogue-broken]: this line is not what a catalogue has here
  --> locales/zh_Hans/LC_MESSAGES/b.po:7:1
  = hint: close the quotation mark; inside, only \\n, \\t, \\r, \\" and \\\\ may be escaped"""
    )


def test_references_are_what_a_translator_must_keep() -> None:
    text = '{a}{a} {{no}} {{{b[prior].x}}} [^n] [x](https://a.b) [](#c "page") <https://d.e> %(period)s 5% of'
    assert references(text) == {
        "{a}": 2,
        "{b[prior].x}": 1,
        "[^n]": 1,
        "https://a.b": 1,
        '#c "page"': 1,
        "https://d.e": 1,
        "%(period)s": 1,
    }


PARTS = st.lists(st.sampled_from(["{a}", "{b[prior].value}", "[^n]", "[x](#y)", "文字", " words ", "{{", "}}", "%"]))


@given(PARTS)
def test_a_translation_may_move_and_repeat_references_but_not_lose_them(parts: list[str]) -> None:
    kept = sorted(parts) + [part for part in parts if part == "{a}"]
    assert lost("".join(parts), " ".join(kept)) == ()
    assert added("".join(parts), " ".join(kept)) == ()
    for part in {"{a}", "[^n]"} & set(parts):
        rest = list(parts)
        rest.remove(part)
        assert part in lost(" ".join(parts), " ".join(rest))


@given(st.text(st.characters(exclude_characters=BEGIN + END, exclude_categories=["Cs"]), min_size=1))
def test_marks_of_drafts_can_be_taken_away_again(text: str) -> None:
    source = Words(text, words("x").span)
    assert unmark(mark(source)).text == text
    assert unmark(source) is source
