"""Another company's theme: other colours, faces and page size, and no line of Python changed."""

from __future__ import annotations

import shutil
import zipfile
from pathlib import Path
from typing import Any

import pikepdf
import pytest
import yaml
from reading_pdf import read_pdf

THEME = Path(__file__).parent.parent / "themes/harbour.yaml"
OURS = Path(__file__).parent.parent.parent / "templates/theme.yaml"
LETTER = (612, 792)
LANGUAGES = ("en", "zh_Hans")


def over(base: Any, changes: Any) -> Any:
    """Return a theme with another's values in place of its own."""
    if not isinstance(base, dict) or not isinstance(changes, dict):
        return changes
    return {**base, **{key: over(base.get(key), value) for key, value in changes.items()}}


def read(path: Path) -> Any:
    return yaml.load(path.read_text("utf-8"), yaml.BaseLoader)


@pytest.fixture(scope="module")
def harbour(sample, tmp_path_factory):
    report = type(sample)(tmp_path_factory.mktemp("harbour"))
    for name in ("content", "locales", "templates", "assets"):
        shutil.copytree(sample.root / name, report.root / name)
    theme = over(read(OURS), read(THEME))
    (report.root / "templates/theme.yaml").write_text(yaml.safe_dump(theme, allow_unicode=True), "utf-8")
    _, findings = report.build()
    assert findings == []
    return report


@pytest.mark.parametrize("language", LANGUAGES)
def test_it_says_the_same(sample, harbour, language):
    assert read_pdf(harbour.file(language, "pdf")).blocks == read_pdf(sample.file(language, "pdf")).blocks


@pytest.mark.parametrize("language", LANGUAGES)
def test_pages_have_its_size_and_words_stand_within_them(harbour, language):
    with pikepdf.open(harbour.file(language, "pdf")) as pdf:
        sizes = {tuple(int(length) for length in page.mediabox[2:]) for page in pdf.pages}
        assert LETTER in sizes
        assert sizes <= {LETTER, LETTER[::-1]}


@pytest.mark.parametrize("language", LANGUAGES)
def test_faces_are_its_own(harbour, language):
    with pikepdf.open(harbour.file(language, "pdf")) as pdf:
        names = {str(font.FontName) for font in pdf.objects if _is_descriptor(font)}
    assert any("NotoSerif" in name for name in names)
    assert not any(face in name for name in names for face in ("Inter", "SourceSerif"))
    with zipfile.ZipFile(harbour.file(language, "docx")) as package:
        styles = package.read("word/styles.xml").decode()
        theme = package.read("word/theme/theme1.xml").decode() if "word/theme/theme1.xml" in package.namelist() else ""
    assert "Cambria" in styles + theme
    assert "Georgia" not in styles + theme


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_colour_of_the_other_theme_is_left(harbour, language):
    families = read(OURS)["families"]
    theirs = {_operands(colour) for family in families.values() for colour in family.values()}
    with pikepdf.open(harbour.file(language, "pdf")) as pdf:
        painted = {
            tuple(f"{float(operand):.3f}" for operand in operands)
            for page in pdf.pages
            for operands, operator in pikepdf.parse_content_stream(page)
            if str(operator) in ("rg", "RG")
        }
    assert painted & theirs == set()


def _is_descriptor(item: object) -> bool:
    return isinstance(item, pikepdf.Dictionary) and item.get("/Type") == "/FontDescriptor"


def _operands(colour: str) -> tuple[str, ...]:
    return tuple(f"{int(colour[at : at + 2], 16) / 255:.3f}" for at in (1, 3, 5))
