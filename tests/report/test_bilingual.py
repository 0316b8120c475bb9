"""The bilingual copy: both languages row by row, with names that lead to the catalogues."""

from __future__ import annotations

import re

import docx
import polib
import pytest
from click.testing import CliRunner
from docx.oxml.ns import qn

from reportgen.cli.main import main
from reportgen.i18n.identity import message_id

from .conftest import ID
from .conftest import copy as copied

SECTION = "content/sections/green_data_center.md"


def build(report, *arguments, code=0):
    result = CliRunner().invoke(main, ["build", "--bilingual", "--project", str(report.root), *arguments])
    assert result.exit_code == code, result.output
    return result


def squeezed(text):
    return re.sub(r"\s|\|", "", text)


def words(cell):
    return "".join(run.text or "" for run in cell._tc.iter(qn("w:t")))


@pytest.fixture(scope="module")
def copy(tmp_path_factory):
    report = copied(tmp_path_factory.mktemp("bilingual"))
    assert build(report).stdout == f"build/{ID}.bilingual.docx\n"
    return report


@pytest.fixture(scope="module")
def document(copy):
    return docx.Document(str(copy.root / f"build/{ID}.bilingual.docx"))


@pytest.fixture(scope="module")
def rows(document):
    return [[words(cell) for cell in row.cells] for table in document.tables for row in table.rows[1:]]


def test_every_name_is_a_message_s_and_stands_beside_its_translation(copy, rows):
    known = {}
    for path in (copy.root / "locales").rglob("*.po"):
        for entry in polib.pofile(path):
            known[message_id(path.stem, entry.msgid)] = (path.parts[-3], entry)
    named = [row for row in rows if row[0]]
    assert len(named) > 140
    for name, english, chinese in named:
        to, entry = known[name]
        texts = tuple(re.sub(r"<([^<>]*@[^<>]*)>", r"\1", text) for text in (entry.msgid, entry.msgstr))
        if not any(mark in text for text in texts for mark in ("{", "[", "- ", "<")):
            shown = {"zh_Hans": (english, chinese), "en": (chinese, english)}[to]
            for text, printed in zip(texts, shown, strict=True):
                # A card's words are parted from its figure, a chapter's name stands after its number.
                assert squeezed(printed).endswith(squeezed(text.replace("*", "")))


def test_all_translated_paragraphs_of_a_section_are_there_in_order(copy, rows):
    catalogue = polib.pofile(copy.root / "locales/zh_Hans/LC_MESSAGES/green_data_center.po")
    live = [entry.msgid for entry in catalogue if not entry.obsolete]
    wanted = [message_id("green_data_center", words) for words in live]
    found = [row[0] for row in rows if row[0].startswith("green_data_center.")]
    assert set(found) <= set(wanted)
    section = (copy.root / "content/sections/green_data_center.md").read_text(encoding="utf-8")
    elsewhere = re.findall(r"^(?:title:|##+) (.*?)(?: \{:.*)?$", section, re.MULTILINE)
    assert len(elsewhere) > 3
    # headings stand between the tables
    assert [words for words, name in zip(live, wanted, strict=True) if name not in found] == elsewhere
    notes = re.findall(r"^\[\^\w+\]: (.*)$", section, re.MULTILINE)  # they come last
    positions = [wanted.index(name) for name in dict.fromkeys(found) if live[wanted.index(name)] not in notes]
    assert positions == sorted(positions)


def test_numbers_are_printed_in_both_languages(rows):
    assert any("82,274.99" in row[1] and "82,274.99" in row[2] for row in rows)
    assert not any("{" in cell for row in rows for cell in row)


def test_what_stands_outside_the_text_is_there_with_its_names(document, rows):
    named = {(english, chinese) for name, english, chinese in rows if name}
    assert {("The Board of Directors", "董事会"), ("Address", "地址")} <= named  # of a diagram, of the contact page
    headings = [paragraph.text for paragraph in document.paragraphs if paragraph.style.name.startswith("Heading")]
    assert "04 Responsible Operations  ·  04 负责任运营" in headings  # of the highlights of a chapter
    assert headings[-1] == "Contact us  ·  联系我们"


def test_headings_are_headings_in_both_languages_and_rows_are_kept_whole(document):
    headings = [paragraph.text for paragraph in document.paragraphs if paragraph.style.name.startswith("Heading")]
    assert headings[:2] == ["Bilingual review copy  ·  双语审阅本", "About the Report  ·  关于本报告"]
    for table in document.tables:
        assert table.rows[0]._tr.trPr.find(qn("w:tblHeader")) is not None
    section = document.sections[0]
    assert section.page_width > section.page_height
    text = "\n".join(paragraph.text for paragraph in document.paragraphs)
    assert "Where the two languages differ, the Chinese text prevails." in text
    assert "两种语言如有歧义，以中文为准。" in text


def test_the_same_input_makes_the_same_bytes(copy):
    path = copy.root / f"build/{ID}.bilingual.docx"
    before = path.read_bytes()
    build(copy)
    assert path.read_bytes() == before


def test_what_is_not_translated_stops_it_and_a_draft_marks_it(report):
    report.replace(SECTION, "title: Green Data Center", "title: Greener Data Centers")
    result = build(report, code=1)
    assert "no zh_Hans translation of “Greener Data Centers”" in result.stderr
    assert not (report.root / f"build/{ID}.bilingual.docx").exists()
    build(report, "--draft")
    made = docx.Document(str(report.root / f"build/{ID}.bilingual.docx"))
    assert any(paragraph.text == "Greener Data Centers  ·  Greener Data Centers" for paragraph in made.paragraphs)


def test_one_language_alone_has_no_copy(report):
    result = build(report, "--locale", "en", code=1)
    assert "error[wrong-value]: a bilingual copy has two languages, not 1\n" in result.stderr
    assert "  = hint: name two of them: `--locale en --locale zh_Hans`\n" in result.stderr
