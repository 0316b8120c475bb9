"""What holds for every stress report: it builds, conforms, says the same in both files, and nothing runs off a page."""

from __future__ import annotations

import zipfile

import page
import pypdfium2
import pytest
from checking_pdf import faults
from lxml import etree
from openxml_audit import OpenXmlValidator
from reading_docx import read_docx
from reading_pdf import read_pdf
from reading_story import read_story
from same_words import differences
from stress_project import Built

from reportgen.build import PUBLISHED, build
from reportgen.diagnostics import Diagnostics
from reportgen.load_inputs import load
from reportgen.model.locale import LOCALES

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def test_it_is_built_without_a_finding(report: Built) -> None:
    assert report.findings == []
    assert [path.rpartition(".")[2] for path in report.outcome.written] == ["pdf", "docx", "json", "json"]


def test_its_structure_has_no_fault(report: Built) -> None:
    assert faults(report.file("pdf")) == []


@pytest.mark.parametrize("profile", [page.ValidationProfile.PDF_UA_1, page.ValidationProfile.PDF_A_2A])
def test_it_conforms(report: Built, profile: page.ValidationProfile) -> None:
    found = page.validate_pdf(str(report.file("pdf")), profile=profile)
    assert [failure.message for failure in found.failures] == []
    assert found.is_compliant


def test_its_word_file_is_valid(report: Built) -> None:
    found = OpenXmlValidator().validate(str(report.file("docx")))
    assert [(error.part_uri, error.description, error.path) for error in found.errors] == []


def test_both_files_say_what_the_story_says(report: Built) -> None:
    found = Diagnostics()
    story = read_story(build(load(report.root, found), LOCALES[report.locale], PUBLISHED, found).story)
    pdf, docx = read_pdf(report.file("pdf")), read_docx(report.file("docx"))
    assert differences(story.blocks, pdf.blocks) == []
    assert differences(story.blocks, docx.blocks) == []
    assert pdf.notes == docx.notes == story.notes
    assert pdf.diagrams == docx.diagrams == story.diagrams


def test_a_paragraph_leaves_a_list_by_its_style_alone(report: Built) -> None:
    with zipfile.ZipFile(report.file("docx")) as package:
        body, numbers = (etree.fromstring(package.read(f"word/{part}.xml")) for part in ("document", "numbering"))
    known = {number.get(f"{W}numId") for number in numbers.iter(f"{W}num")}
    assert {number.get(f"{W}val") for number in body.iter(f"{W}numId")} <= known


def test_no_word_runs_off_a_page_or_into_its_foot(report: Built) -> None:
    for at, sheet in enumerate(pypdfium2.PdfDocument(report.file("pdf"))):
        text, (width, _) = sheet.get_textpage(), sheet.get_size()
        if at < 1 and text.count_chars() < 200:
            continue  # the cover
        for place in range(text.count_chars()):
            if text.get_text_range(place, 1).isspace():
                continue
            left, bottom, right, top = text.get_charbox(place)
            assert left >= 0
            assert right <= width
            assert top <= sheet.get_height()
            assert bottom > 66 or top < 46, f"page {at + 1}: words between text and foot"
