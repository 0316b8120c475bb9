"""PDF, Word and story of a language say the same, block by block; and the same input makes the same bytes."""

from __future__ import annotations

import re
from decimal import Decimal

import pytest
from reading_docx import read_docx
from reading_pdf import read_pdf
from reading_story import read_story
from same_words import differences

LANGUAGES = ("en", "zh_Hans")


def placed(sample, kind):
    """Return how many directives of a kind stand in the sections."""
    sections = (sample.root / "content/sections").glob("*.md")
    return sum(path.read_text(encoding="utf-8").count(f"\n::: {kind} ") for path in sections)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_pdf_says_what_the_story_says(sample, language):
    story, pdf = read_story(sample.story(language)), read_pdf(sample.file(language, "pdf"))
    assert differences(story.blocks, pdf.blocks) == []
    assert pdf.notes == story.notes
    assert pdf.diagrams == story.diagrams
    assert len(pdf.diagrams) == placed(sample, "diagram") > 0


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_word_file_says_what_the_story_says(sample, language):
    story, docx = read_story(sample.story(language)), read_docx(sample.file(language, "docx"))
    assert differences(story.blocks, docx.blocks) == []
    assert docx.notes == story.notes
    assert docx.diagrams == story.diagrams


@pytest.mark.parametrize("language", LANGUAGES)
def test_charts_show_the_same_words_and_values(sample, language):
    story = read_story(sample.story(language))
    pdf, docx = read_pdf(sample.file(language, "pdf")), read_docx(sample.file(language, "docx"))
    assert len(story.charts) == len(pdf.charts) == len(docx.charts) == placed(sample, "chart") > 0
    for chart, drawn, stored in zip(story.charts, pdf.charts, docx.charts, strict=True):
        assert [word for word in chart if word not in drawn[0]] == []
        numbers = [Decimal(word.replace(",", "")) for word in chart if re.fullmatch(r"[\d,.]+", word)]
        assert sorted(numbers) == sorted(Decimal(word) for word in stored if re.fullmatch(r"[\d.]+", word))


def test_building_twice_makes_the_same_bytes(sample, report):
    report.build()
    for language in LANGUAGES:
        for form in ("pdf", "docx"):
            assert report.file(language, form).read_bytes() == sample.file(language, form).read_bytes()
    assert report.ledger.read_bytes() == sample.ledger.read_bytes()
