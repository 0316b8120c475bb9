"""Comments and tracked changes that LibreOffice itself made come back by file and line, in both languages."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner
from harbour import CHINESE, SECTION, Harbour
from office import WORD, Office

from reportgen.cli.main import main

from .conftest import LANGUAGES, Report

pytestmark = pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not there")

REVIEW = """
Sub Review(source, target)
  Dim search, found, note, when
  made = Opened(source)
  made.RecordChanges = True
  search = made.createReplaceDescriptor()
  search.SearchString = "{old}"
  search.ReplaceString = "{new}"
  made.replaceAll(search)
  made.RecordChanges = False
  search = made.createSearchDescriptor()
  search.SearchString = "{words}"
  found = made.findFirst(search)
  note = made.createInstance("com.sun.star.text.textfield.Annotation")
  note.Author = "Legal"
  note.Content = "{comment}"
  when = createUnoStruct("com.sun.star.util.DateTime")
  when.Year = 2024 : when.Month = 3 : when.Day = 5 : when.Hours = 10 : when.Minutes = 15
  note.DateTimeValue = when
  found.Text.insertTextContent(found, note, True)
  Save(made, target, "{word}")
  made.close(True)
End Sub
"""

SAVE = f"""
Sub Resave(source, target)
  made = Opened(source)
  Save(made, target, "{WORD}")
  made.close(True)
End Sub
"""


@pytest.fixture
def report(tmp_path: Path) -> Harbour:
    made = Harbour(tmp_path)
    made.build()
    return made


def passages(report: Harbour, locale: str, **words: str) -> list[dict]:
    """Return what a reviewer who works in LibreOffice changed and said in the file of a language."""
    reviewed = report.root / "reviewed.docx"
    Office(report.root / "office", REVIEW.format(word=WORD, **words)).run("Review", report.file(locale), reviewed)
    told = CliRunner().invoke(
        main, ["review", "import", "--project", str(report.root), "--output-format", "json", str(reviewed)]
    )
    assert told.exit_code == 0, told.output
    found = json.loads(told.stdout)
    assert found["untracked"] == [], "LibreOffice changed nothing else"
    return found["passages"]


def at(record: dict) -> str:
    """Return where a change or comment stands in the language that was reviewed."""
    place = record["places"][0]
    return f"{place['language']} {place['file']}:{place['line']}:{place['column']}"


def test_a_review_of_the_source(report: Harbour) -> None:
    wanted = {"old": "every night", "new": "each morning", "words": "take most of it", "comment": "How much?"}
    (passage,) = passages(report, "en", **wanted)
    (change,) = passage["changes"]
    assert (change["deleted"], change["inserted"]) == ("every night", "each morning")
    assert at(change) == f"en {SECTION}:7:20"
    (comment,) = passage["comments"]
    assert (comment["author"], comment["text"], comment["date"]) == ("Legal", "How much?", "2024-03-05T10:15:00Z")
    assert at(comment) == f"en {SECTION}:6:11"


def test_a_review_of_the_translation(report: Harbour) -> None:
    wanted = {"old": "每晚抄表", "new": "每天抄表", "words": "其中码头", "comment": "哪个码头？"}
    (passage,) = passages(report, "zh_Hans", **wanted)
    (change,) = passage["changes"]
    assert (change["deleted"], change["inserted"]) == ("每晚抄表", "每天抄表")
    assert at(change) == where(report, "每晚抄表")
    (comment,) = passage["comments"]
    assert comment["text"] == "哪个码头？"
    assert at(comment) == where(report, "其中码头")


@pytest.mark.parametrize("locale", LANGUAGES)
def test_a_file_that_is_only_saved_is_what_the_report_says(sample: Report, locale: str, tmp_path: Path) -> None:
    saved = tmp_path / "saved.docx"
    Office(tmp_path / "office", SAVE).run("Resave", sample.file(locale, "docx"), saved)
    told = CliRunner().invoke(main, ["review", "import", "--project", str(sample.root), str(saved)])
    assert told.stderr == "no comments, no changes\n"


def where(report: Harbour, words: str) -> str:
    """Return where words of the translation stand."""
    for number, line in enumerate((report.root / CHINESE).read_text("utf-8").splitlines(), 1):
        if words in line:
            return f"zh_Hans {CHINESE}:{number}:{line.index(words) + 1}"
    raise AssertionError(f"{words} is not in the catalogue")
