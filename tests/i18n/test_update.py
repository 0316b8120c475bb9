"""Updating catalogues: what is kept, what becomes out of date, what is written."""

from __future__ import annotations

from pathlib import Path

import polib
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from reportgen.diagnostics import Diagnostics
from reportgen.i18n.matching import match
from reportgen.i18n.message import Domain, Message
from reportgen.i18n.po_entry import PoEntry
from reportgen.i18n.po_text import po_text, sentences
from reportgen.i18n.update import Update, update
from reportgen.model.locale import LOCALES
from reportgen.model.project import Project

from .conftest import FOLDER, Catalogue, shown, words

CHINESE = LOCALES["zh_Hans"]


def domain(name: str, *texts: str, language: str = "en") -> Domain:
    path = f"content/sections/{name}.md"
    return Domain(name, language, tuple(Message(words(text, path), "Title > Part") for text in texts))


def no_example(reference: str) -> str:
    return ""


def run(project: Project, *domains: Domain) -> dict[str, Update]:
    diagnostics = Diagnostics()
    updates = update(project, CHINESE, domains, no_example, diagnostics)
    assert shown(diagnostics) == ""
    for made in updates:
        file = project.root / made.path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(made.text, encoding="utf-8")
    return {Path(made.path).stem: made for made in updates}


def written(project: Project, name: str) -> str:
    return (project.root / FOLDER / f"{name}.po").read_text(encoding="utf-8")


HEADER = """\
msgid ""
msgstr ""
"Project-Id-Version: harbour\\n"
"Language: zh_Hans\\n"
"MIME-Version: 1.0\\n"
"Content-Type: text/plain; charset=UTF-8\\n"
"Content-Transfer-Encoding: 8bit\\n"
"X-Reportgen-Segmenter: 1\\n"
"""


def test_a_message_marked_out_of_date_that_has_no_translation_is_new(project: Project, catalogue: Catalogue) -> None:
    catalogue("a", '#, fuzzy\nmsgid "Title"\nmsgstr ""\n')
    made = run(project, domain("a", "Title"))["a"]
    assert (made.fuzzy, made.untranslated) == (0, 1)
    assert "fuzzy" not in made.text


def test_a_new_catalogue_is_in_the_source_s_order(project: Project) -> None:
    made = run(project, domain("a", "Title", "It was {b}. It fell, i.e. it “went down.” Good.", "Title"))
    assert (
        written(project, "a")
        == HEADER
        + """\

#. Title > Part
#: content/sections/a.md
msgid "Title"
msgstr ""

#. Title > Part
#: content/sections/a.md
#, python-brace-format
msgid ""
"It was {b}. "
"It fell, i.e. it “went down.” "
"Good."
msgstr ""
"""
    )
    assert (made["a"].changed, made["a"].untranslated) == (True, 2)


def test_what_is_written_in_the_language_has_no_catalogue_there(project: Project) -> None:
    assert run(project, domain("a", "关于", language="zh_Hans")) == {}
    assert not (project.root / FOLDER).exists()


def test_translations_notes_and_flags_are_kept_and_rewrapped(project: Project, catalogue: Catalogue) -> None:
    catalogue(
        "a",
        '# Please keep short.\n#: content/sections/a.md:12\n#, python-brace-format, no-wrap\nmsgid "One {b}."\n'
        'msgstr ""\n"一"\n"{b}。二。"\n',
    )
    run(project, domain("a", "New.", "One {b}."))
    assert written(project, "a").endswith("""\

#. Title > Part
#: content/sections/a.md
msgid "New."
msgstr ""

# Please keep short.
#. Title > Part
#: content/sections/a.md
#, no-wrap, python-brace-format
msgid "One {b}."
msgstr ""
"一{b}。"
"二。"
""")


BEFORE = 'msgid "We saved water in {year}, as in earlier years."\nmsgstr "我们节约用水{year}。"\n'


def test_a_changed_message_keeps_its_translation_as_out_of_date(project: Project, catalogue: Catalogue) -> None:
    catalogue("a", BEFORE)
    made = run(project, domain("a", "Something else.", "We saved much water in {year}, as in earlier years."))
    assert written(project, "a").endswith("""\
#. Title > Part
#: content/sections/a.md
#, fuzzy, python-brace-format
#| msgid "We saved water in {year}, as in earlier years."
msgid "We saved much water in {year}, as in earlier years."
msgstr "我们节约用水{year}。"
""")
    assert (made["a"].fuzzy, made["a"].untranslated, len(made["a"].obsolete)) == (1, 1, 0)


def test_a_message_changed_twice_still_shows_what_was_translated(project: Project, catalogue: Catalogue) -> None:
    catalogue("a", BEFORE)
    run(project, domain("a", "We saved much water in {year}, as in earlier years."))
    run(project, domain("a", "We saved very much water in {year}, as in earlier years."))
    (entry,) = polib.pofile(written(project, "a"))
    assert entry.previous_msgid == "We saved water in {year}, as in earlier years."


def test_vanished_translations_are_kept_and_revived(project: Project, catalogue: Catalogue) -> None:
    catalogue("a", 'msgid "One."\nmsgstr "一。"\n\nmsgid "Never translated."\nmsgstr ""\n')
    made = run(project, domain("a", "Quite different words"))
    assert written(project, "a").endswith('msgstr ""\n\n#~ msgid "One."\n#~ msgstr "一。"\n')
    assert len(made["a"].obsolete) == 1
    made = run(project, domain("a", "One."))
    assert "#~" not in written(project, "a")
    assert (made["a"].translated, made["a"].fuzzy) == (1, 0)


def test_a_message_that_moved_to_another_file_takes_its_translation_along(
    project: Project, catalogue: Catalogue
) -> None:
    catalogue("a", 'msgid "One moves."\nmsgstr "一。"\n')
    made = run(project, domain("a", "Stays."), domain("b", "One moves."))
    assert (made["b"].translated, made["b"].fuzzy, len(made["a"].obsolete)) == (1, 0, 0)


def test_updating_twice_changes_nothing(project: Project, catalogue: Catalogue) -> None:
    catalogue("a", BEFORE + '\nmsgid "Old one."\nmsgstr "旧。"\n')
    domains = (
        domain("a", "We saved much water in {year}, as in earlier years.", 'New "quoted" \\ one.'),
        domain("b", "x"),
    )
    run(project, *domains)
    first = written(project, "a")
    assert not any(made.changed for made in run(project, *domains).values())
    assert written(project, "a") == first


def test_a_broken_catalogue_is_left_alone(project: Project, catalogue: Catalogue) -> None:
    catalogue("a", "nonsense")
    diagnostics = Diagnostics()
    assert update(project, CHINESE, [domain("a", "One.")], no_example, diagnostics) == ()
    assert (
        shown(diagnostics)
        == """\
error[catalogue-broken]: this line is not what a catalogue has here
  --> locales/zh_Hans/LC_MESSAGES/a.po:5:1
  = hint: close the quotation mark; inside, only \\n, \\t, \\r, \\" and \\\\ may be escaped"""
    )


def test_the_likest_vanished_message_is_found_once_for_each() -> None:
    old = ["We trained 40 people in spring.", "我们在春季培训了四十名员工。", "Nothing of the kind."]
    new = [
        "我们在秋季培训了四十名员工。",
        "We trained 50 people in spring.",
        "We trained 60 people in spring and in autumn.",
    ]
    assert match(new, old) == {0: 1, 1: 0}


SAMPLES = ["One. Two.", "共一句。第二句！“三。”", "{a} of {b}.", 'say "x" \\n', "a\tb\nc", "《书》。（四。）后"]


@given(st.text())
def test_sentences_joined_are_the_text(text: str) -> None:
    assert "".join(sentences(text)) == text


@given(st.lists(st.one_of(st.sampled_from(SAMPLES), st.text('ab{}。. "\\\n中', min_size=1)), unique=True))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60)
def test_what_is_written_is_read_back(texts: list[str]) -> None:
    entries = [PoEntry(text, translation=text[::-1], comment="x") for text in texts]
    file = polib.pofile(po_text("harbour", "zh_Hans", "", entries, ()))
    assert [(entry.msgid, entry.msgstr) for entry in file] == [(text, text[::-1]) for text in texts]
