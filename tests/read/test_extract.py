"""Collecting messages: the same reading as for building."""

from __future__ import annotations

from pathlib import Path

from reportgen.diagnostics import Diagnostics, Span
from reportgen.load.chapters import RESERVED
from reportgen.model.index import Explanation
from reportgen.model.inline import Text
from reportgen.model.locale import LOCALES
from reportgen.model.project import Chapter, Company, Project
from reportgen.model.section_file import SectionFile
from reportgen.model.walk import walk
from reportgen.model.words import Words
from reportgen.read.extract import extract
from reportgen.read.sections import read_section
from reportgen.read.templates import Templates
from reportgen.sources import load_sources

HERE = Span("content/report.yaml")
BODY = """\
First of {current}.

## Part {: #part}

::: table
caption: A table

| Head | {a} |
|-|-|
| - one<br>- two | 5 |
:::

### Smaller

::: case "A case"
Words[^note].
:::

[^note]: A note.
"""
CASE = "::: box case\nlabel: {{ _('Case') }}\ntitle: {{ directive.words.title }}\n\n::: body\n:::\n:::\n"


def words(text: str) -> Words:
    return Words(text, HERE)


def section(language: str = "en") -> SectionFile:
    title = Words("The title", Span("content/sections/a.md", 3, 8, 9))
    return SectionFile(
        "content/sections/a.md", "a", title, LOCALES[language], (), BODY, 5, Span("content/sections/a.md")
    )


def project(root: Path) -> Project:
    name = words("Harbour Light")
    chapter = Chapter("one", "", words("Chapter one"), words("Introduction"), "brand", ("content/sections/a.md",), HERE)
    company = Company(name, words("灯"), name, words("2023"), (words("HKEX: 1"),))
    locales = (LOCALES["en"], LOCALES["zh_Hans"])
    return Project(
        root,
        "x",
        words("Report"),
        words("Report"),
        company,
        {},
        *locales[:1],
        locales,
        locales[1],
        (),
        (chapter,),
        HERE,
    )


def templates(root: Path) -> Templates:
    (root / "templates").mkdir()
    (root / "templates" / "case.md.j2").write_text(CASE, encoding="utf-8")
    return Templates(root, Diagnostics())


def test_messages_come_in_order_with_the_headings_above_them(tmp_path: Path) -> None:
    diagnostics = Diagnostics()
    explanation = Explanation("hkex", "A1.1", "not_applicable", words("We have none."), HERE)
    data = {"indices": {"hkex": {"A1.1": explanation}}}
    domains = extract(project(tmp_path), [section()], templates(tmp_path), data, diagnostics)
    assert not list(diagnostics)
    assert [(domain.name, domain.language) for domain in domains] == [
        ("a", "en"),
        ("report", "en"),
        ("indices", "en"),
        ("templates", "en"),
    ]
    found = {domain.name: [(message.comment, message.words.text) for message in domain.messages] for domain in domains}
    assert found["a"] == [
        ("", "The title"),
        ("The title", "First of {current}."),
        ("The title", "Part"),
        ("The title > Part", "A table"),
        ("The title > Part", "Head"),
        ("The title > Part", "- one<br>- two"),
        ("The title > Part", "Smaller"),
        ("The title > Part > Smaller", "A case"),
        ("The title > Part > Smaller", "Words[^note]."),
        ("The title > Part > Smaller", "A note."),
    ]
    assert [text for _, text in found["report"]] == [
        "Report",
        "Report",
        "Harbour Light",
        "灯",
        "Harbour Light",
        "HKEX: 1",
        "Chapter one",
        "Introduction",
    ]
    assert found["indices"] == [("A1.1", "We have none.")]
    assert found["templates"] == [("", "Case")]


def test_no_section_can_have_the_name_of_what_is_collected_elsewhere() -> None:
    sources = load_sources(Path(__file__).parents[2], Diagnostics())
    elsewhere = extract(sources.project, (), sources.templates, sources.data, Diagnostics())
    assert {domain.name for domain in elsewhere} == RESERVED


def test_a_section_keeps_its_own_language(tmp_path: Path) -> None:
    (domain, *_) = extract(project(tmp_path), [section("zh_Hans")], templates(tmp_path), {}, Diagnostics())
    assert domain.language == "zh_Hans"


def test_templates_keep_their_own_language(tmp_path: Path) -> None:
    templates(tmp_path)
    made = Templates(tmp_path, Diagnostics(), "zh_Hans")
    *_, domain = extract(project(tmp_path), [section()], made, {}, Diagnostics())
    assert (domain.name, domain.language) == ("templates", "zh_Hans")


def test_a_pseudo_translation_leaves_no_word_of_the_source(tmp_path: Path) -> None:
    def pseudo(domain: str, words: Words) -> Words:
        kept = words.text.replace("- one<br>- two", "- ⟦1⟧<br>- ⟦2⟧")
        return Words(kept if kept != words.text else f"⟦{words.text}⟧", words.span)

    made = templates(tmp_path)
    read = read_section(project(tmp_path), section(), made.signatures, pseudo, Diagnostics())
    texts = [node.text for node in walk(read) if isinstance(node, Text | Words)]
    bare = [text for text in texts if any(map(str.isalpha, text)) and "⟦" not in text]
    assert bare == []
