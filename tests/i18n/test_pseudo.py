"""The pseudo-language: what changes in a message, and what may not."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportgen.diagnostics import Diagnostics
from reportgen.i18n.catalogue_files import load_catalogues
from reportgen.i18n.message import TOOL
from reportgen.i18n.pseudo import pseudo, pseudo_translator, strays
from reportgen.i18n.references import references
from reportgen.i18n.translate import Translations
from reportgen.model.inline import Emphasis, Strong, Text
from reportgen.model.locale import LOCALES
from reportgen.model.project import Project
from reportgen.model.walk import walk
from reportgen.model.words import span_at
from reportgen.read.inlines import read_inlines

from .conftest import Catalogue, words

CHINESE = LOCALES["zh_Hans"]


@pytest.mark.parametrize(
    ("text", "disguised"),
    [
        ("We reduce.", "«Ŵéè ŕéèďûùćéè»."),
        ("ESG in {current}: 12.5%", "«ÉÈŠĞ îìñ» {current}: 12.5%"),
        ("**{solar}** of power[^note]", "**{solar}** «öòƒ þöòŵéèŕ»[^note]"),
        ("**Not applicable.** %(reason)s", "**«Ñöòť äàþþļîìćäàƀļéè».** %(reason)s"),
        ("{id}**bold**", "{id}«**ƀöòļď»**"),
        ("{id}**bold**5", "{id}«**ƀöòļď**»5"),
        ('See [the page](#a_b "page") and [](#c), <https://a.b/c>.', '«Šéèéè [ťĥéè þäàğéè](#a_b "page") äàñď» [](#c), <https://a.b/c>.'),
        ("Research \\& more &amp; {{x}}<br>so", "«Ŕéèšéèäàŕćĥ \\& ḿöòŕéè &amp; {{ẋ}}<br>šöò»"),
        ("我们减排", "【我˙们˙减˙排】"),
        ("共有**{patents}**项", "【共˙有**{patents}**项˙项】"),
        ("**重点：**见[附录](#a)ESG", "**【重˙点：**见˙见[附˙录](#a)ÉÈŠĞ】"),
        ("{current}", "{current}"),
        ("12 – 14", "12 – 14"),
        ("", ""),
    ],
)  # fmt: skip
def test_words_change_and_nothing_else_does(text: str, disguised: str) -> None:
    assert pseudo(words(text)).text == disguised


def test_a_text_grows_by_about_a_third() -> None:
    english = "Environmental law sets the floor for what we do, and beyond it we act on goals that we set ourselves."
    chinese = "我们严格遵守环境保护法律法规，积极响应国家目标，持续完善环境管理体系。"
    assert 1.25 < len(pseudo(words(english)).text) / len(english) < 1.45
    # a dot takes about a third of a character's width
    dots = len(pseudo(words(chinese)).text) - len(chinese)
    assert 0.25 < dots / 3 / len(chinese) < 0.45


def test_each_character_keeps_its_place() -> None:
    text = "排放 {scope2} of all"
    disguised = pseudo(words(text))
    at = disguised.text.index("{scope2}")
    assert span_at(disguised, at).column == text.index("{scope2}") + 1


@pytest.mark.parametrize(
    ("printed", "found"),
    [
        ("«Ťöòťäàļ» 2023", []),
        ("Total", ["Total"]),
        ("«Ťöòťäàļ» of all, Part", ["of all", "Part"]),
        ("【合˙计】合计", ["合计"]),
        ("合", ["合"]),
        ("【年˙年】 12 % – ≤ CO₂", ["CO"]),
        ("2023 – 12.5 %", []),
    ],
)
def test_what_never_passed_is_found(printed: str, found: list[str]) -> None:
    assert list(strays(printed)) == found


_SPOKEN = ("Words", " in ", "ESG", "我们", "年", "**bold**", "*重点*", "[here](#x)", "**重点：**")
_KEPT = ("{a}", "{b[prior].value}", "[^n]", '[](#x "page")', "<https://a.b/c_d>", "<br>", "\\*", "&amp;", "%(value)s")
_PARTS = st.sampled_from([*_SPOKEN, *_KEPT, "，", ". ", "12", "{{", "}}"])


@given(st.lists(_PARTS, max_size=9).map(" ".join))
def test_any_message_keeps_what_it_refers_to_and_how_it_is_set(text: str) -> None:
    disguised = pseudo(words(text))
    assert references(disguised.text) == references(text)
    before, after = Diagnostics(), Diagnostics()
    original, changed = read_inlines(words(text), before), read_inlines(disguised, after)
    assert len(before) == len(after)
    forms = [type(node) for node in walk(original) if not isinstance(node, Text)]
    assert [type(node) for node in walk(changed) if not isinstance(node, Text)] == forms
    spoken = "".join(node.text for node in walk(changed) if isinstance(node, Text)).replace("%(value)s", "")
    assert [stray for stray in strays(spoken) if "https" not in text] == []


@given(st.text())
def test_any_text_passes_the_same_each_time(text: str) -> None:
    assert pseudo(words(text)) == pseudo(words(text))


def test_emphasis_beside_letters_still_opens_and_closes() -> None:
    inlines = read_inlines(pseudo(words("{a}**bold**5 and *soft*")), Diagnostics())
    assert sum(isinstance(node, Strong | Emphasis) for node in walk(inlines)) == 2


def test_the_translation_is_shown_and_else_the_source(project: Project, catalogue: Catalogue) -> None:
    catalogue("a", 'msgid "One."\nmsgstr "一。"\n\n#, fuzzy\nmsgid "Two."\nmsgstr "二。"\n\nmsgid "New."\nmsgstr ""\n')
    diagnostics = Diagnostics()
    catalogues = load_catalogues(project, CHINESE, diagnostics)
    languages = {"about": CHINESE.id, TOOL: CHINESE.id}
    translate = pseudo_translator(Translations(CHINESE, "en", languages, catalogues), diagnostics)
    shown = [translate("a", words(text)).text for text in ("One.", "Two.", "New.", "Not there")]
    assert shown == ["【一˙一】。", "【二˙二】。", "«Ñéèŵ».", "«Ñöòť ťĥéèŕéè»"]
    assert translate("about", words("关于")).text == "【关˙于】"
    assert translate(TOOL, words("小时")).text == "【小˙时】"
    assert not list(diagnostics)
