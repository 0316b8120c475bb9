"""What of a published report is looked for in a built one: its numbers, in both languages, and its sentences."""

from __future__ import annotations

from pathlib import Path

import published_facts
import published_sentences
import pytest
from published_numbers import numbers_in_chinese, numbers_in_english
from published_text import Part, read_built, read_published, words
from reportlab.pdfgen.canvas import Canvas


def english(text: str) -> set[str]:
    return {number.value for number in numbers_in_english(text)}


def chinese(text: str) -> set[str]:
    return {number.value for number in numbers_in_chinese(text)}


def pdf(path: Path, *pages: str) -> Path:
    """Write a PDF of which each page has a running head, its number and a line of words."""
    canvas = Canvas(str(path))
    for at, page in enumerate(pages, start=11):
        canvas.drawString(72, 780, f"ESG Report 2023 {at}")
        canvas.drawString(72, 700, page)
        canvas.showPage()
    canvas.save()
    return path


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("1.350 is not 1.35", {"1.350", "1.35"}),
        ("RMB2.4 billion", {"2400000000"}),
        ("2,742 suppliers, 97.30% of them", {"2742", "97.30"}),
        ("seven Directors, the 3rd time, one-third", {"7", "3", "1"}),
        ("April 30, 2024", {"--04-30", "2024-04", "30", "2024"}),
        ("31 December 2023", {"--12-31", "2023-12", "31", "2023"}),
        ("GB50174-2017, Tier III/IV, KPI A1.1", {"GB50174", "2017", "III", "IV", "A1.1"}),
        ("400-1070-808, 7×24", {"400", "1070", "808", "7", "24"}),
        ("someone attends", set()),
    ],
)
def test_numbers_in_english(text: str, values: set[str]) -> None:
    assert english(text) == values


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("约24亿元", {"2400000000"}),
        ("超过 100 万千瓦时", {"1000000"}),
        ("十二个部门，三百二十家，两座", {"12", "320", "2"}),
        ("2024 年 4 月 30 日", {"--04-30", "2024-04", "2024", "4", "30"}),
        ("第三届；三分之一；首届", {"3", "1"}),
        ("GB50174-2017标准", {"GB50174", "2017"}),
    ],
)
def test_numbers_in_chinese(text: str, values: set[str]) -> None:
    assert chinese(text) == values


def test_a_published_line_is_read_without_its_marks(tmp_path: Path) -> None:
    path = tmp_path / "published.md"
    path.write_text(
        "# Title\n\n**137** visits in ~CO<sub>2</sub>, UPS<sup>4</sup>; [site](http://a.b/9)\n| A | ７ |\n",
        encoding="utf-8",
    )
    assert read_published(path) == [Part(1, "Title"), Part(3, "137 visits in ~CO2, UPS 4 ; site"), Part(4, "A 7")]


def test_running_heads_and_their_page_numbers_are_not_read(tmp_path: Path) -> None:
    path = pdf(tmp_path / "built.pdf", "Suppliers: 32", "Employees: 44")
    assert read_built(path) == [Part(1, "Suppliers: 32"), Part(2, "Employees: 44")]


def test_a_number_is_missed_where_it_is_absent_or_stands_among_other_words(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    published = tmp_path / "published.md"
    lines = ["Trained 32 procurement suppliers", "Invited 60 guests", "Opened 9 laboratories", *["And so on"] * 20]
    published.write_text("\n".join(lines), encoding="utf-8")
    built = pdf(tmp_path / "en.pdf", "Suppliers in procurement were 32", "The building has nine floors and balconies")
    translated = pdf(tmp_path / "zh.pdf", "32", "60")
    published_facts.main(published, built, translated)
    assert capsys.readouterr().out.split("\n\n") == [
        "3 numbers in the published text, 3 of them different",
        "Not in English: 1\n     2  60           Invited 60 guests",
        "In English, but among other words: 1\n     3  9            Opened 9 laboratories",
        "Not in Chinese: 1\n     3  9            Opened 9 laboratories\n",
    ]


def test_a_run_is_as_long_as_both_texts_have_it_over_lines_and_pages() -> None:
    theirs = list(words([Part(1, "We shall: keep one two three"), Part(4, "four five six, low-carbon seven eight.")]))
    ours = list(words([Part(2, "They keep one two"), Part(3, "three four Five six lowcarbon seven, nine")]))
    assert list(published_sentences.common_runs(theirs, ours)) == [
        published_sentences.Run(1, 2, tuple("keep one two three four five six lowcarbon seven".split()))
    ]


def test_eight_words_are_no_run() -> None:
    eight = list(words([Part(1, "one two three four five six seven eight")]))
    assert not list(published_sentences.common_runs(eight, eight))
