"""The sample's index: every provision has its own reference or explanation, and every page number in it is right."""

from __future__ import annotations

import docx
import pytest
from docx.oxml.ns import qn
from reading_pdf import read_structure

from reportgen.diagnostics import Diagnostics
from reportgen.load.framework import load_framework
from reportgen.load.yaml_file import PACKAGE_ROOT

LANGUAGES = ("en", "zh_Hans")
HEADS = {"en": "What is asked for", "zh_Hans": "披露要求"}


def squeezed(text: str) -> str:
    return "".join(text.split())


def words_of(cell) -> str:
    """Return a Word cell's words, those in fields too."""
    return squeezed("".join(run.text or "" for run in cell._tc.iter(qn("w:t"))))


@pytest.fixture(scope="module")
def structures(sample):
    return {language: read_structure(sample.file(language, "pdf")) for language in LANGUAGES}


def rows_of(structure, language):
    """Return the rows of the index below its head, each as its cells' texts."""
    tables = [table for table in structure.all("Table") if next(table.all("TH")).text() == HEADS[language]]
    assert len(tables) == 1
    body = next(tables[0].all("TBody"))
    return [[squeezed(cell.text()) for cell in row.all("TH", "TD")] for row in body.all("TR")]


def rows_by_table(structure):
    """Return the pages on which each table with a title has rows, by its title."""
    pages = {}
    for table in structure.all("Table"):
        title = squeezed("".join(caption.text() for caption in table.all("Caption")))
        pages[title] = {cell.page for cell in table.all("TH", "TD") if cell.page}
    return pages


def starts(structure):
    """Return the pages on which each heading and each table's title begins, by its words without note marks."""
    pages = {}
    for node in structure.all("H1", "H2", "H3", "H4", "Caption"):
        words = squeezed("".join(part for part in node.parts if isinstance(part, str)) or node.text())
        page = node.page or next(child.page for child in node.all("P", "Span", "Link", "Reference") if child.page)
        pages.setdefault(words, page)
    return pages


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_page_number_is_the_page_where_its_place_begins(structures, language):
    pages = {title: {page} for title, page in starts(structures[language]).items()}
    pages |= rows_by_table(structures[language])
    places = [(cells[-2], cells[-1]) for cells in rows_of(structures[language], language) if cells[-1].isdecimal()]
    assert len(places) > 40
    assert [(title, page, pages.get(title)) for title, page in places if page not in pages.get(title, ())] == []


@pytest.mark.parametrize(("language", "waste"), [("en", "Hazardous waste"), ("zh_Hans", "有害废弃物")])
def test_a_table_is_cited_where_the_row_stands(structures, language, waste):
    pages = []
    for row in structures[language].all("TR"):
        for name in list(row.all("TH"))[:1]:
            if name.text().startswith(waste):
                pages.append(name.page or next(kid.page for kid in name.all("P", "Span") if kid.page))
    index = rows_of(structures[language], language)
    at = next(at for at, cells in enumerate(index) if "A1.3" in cells[0])
    assert [cells[-1] for cells in index[at : at + 3] if cells[-1].isdecimal()][-1] == pages[0]


def test_a_section_without_a_chapter_does_not_stand_below_the_name_of_another_one(structures):
    index = rows_of(structures["en"], "en")
    at = next(at for at, cells in enumerate(index) if cells[0] == "KPIB7.1")
    highlights, chapter, section = index[at : at + 3]
    assert highlights[-2:] == ["ESGPerformanceHighlightsin2023", "06"]
    assert [*chapter, *section] == ["03BusinessEthics", "Anti-corruption", "22"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_whole_guide_is_there_row_by_row(structures, language):
    framework = load_framework("hkex_2023", PACKAGE_ROOT, Diagnostics())
    assert len(framework.provisions) == 5 + 12 + 36
    rows = rows_of(structures[language], language)
    firsts = [cells[0] for cells in rows]
    at = 0
    for provision in framework.provisions:
        at = firsts.index(squeezed(provision.label[language]), at)
        cells = rows[at]
        assert cells[1] == squeezed(provision.requirement[language])
        assert cells[2] == squeezed(framework.obligations[provision.duties[0].obligation][language])
        assert cells[3]
        at += 1


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_word_file_has_the_same_index(sample, structures, language):
    tables = docx.Document(str(sample.file(language, "docx"))).tables
    index = next(table for table in tables if table.rows[0].cells[0].text == HEADS[language])
    rows = [[words_of(cell) for cell in row.cells] for row in index.rows[2:]]
    shown = [(cells[3], cells[4]) for cells in rows if cells[4].isdecimal()]
    places = [(cells[-2], cells[-1]) for cells in rows_of(structures[language], language) if cells[-1].isdecimal()]
    assert shown == places
