"""Which font sets a character."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from msgspec.structs import replace
from uharfbuzz import StyleTag

from reportgen.diagnostics import ReportError, Span
from reportgen.model import flow
from reportgen.model.locale import LOCALES
from reportgen.model.theme import Face, FontFile
from reportgen.write.pdf.chain import Chains
from reportgen.write.pdf.faces import MOST_FACES, Faces

PACKAGE, CHINESE = "justmytype_western_core", "manimgx_fonts_cjk"


def fonts(typesetter: Any) -> dict[str, str]:
    """Which characters each font set, by the end of its name."""
    used = {}
    for face in typesetter.fonts.used():
        family = face.source.get_name(1).replace(" ", "")
        used[family] = used.get(family, "") + "".join(sorted(map(face.codes.meaning, face.advances)))
    return used


@pytest.mark.parametrize(
    ("locale", "style", "words", "expected"),
    [
        ("en", "prose", "CO₂", {"SourceSerif4": "CO₂"}),
        ("en", "prose", "5 ℃", {"SourceSerif4": " 5", "Inter": "℃"}),
        ("en", "prose", "“a” 骨", {"SourceSerif4": " a“”", "NotoSansCJKSC": "骨"}),
        ("en", "sans", "☑", {"NotoSansSymbols2": "☑"}),
        ("zh_Hans", "han", "“骨”", {"NotoSansCJKSC": "“”骨"}),
        ("zh_Hans", "han", "CO₂，12%", {"Inter": "%12CO₂", "NotoSansCJKSC": "，"}),
        ("zh_Hans", "han", "ａ２", {"NotoSansCJKSC": "２ａ"}),
        ("zh_Hans", "han", "A’s", {"Inter": "As’"}),
        ("zh_Hans", "han", "甲——乙", {"NotoSansCJKSC": "——乙甲"}),
    ],
)
def test_script_first_then_language_then_fallback(
    setting: Callable[[str], Any],
    paragraph: Callable[..., flow.Paragraph],
    locale: str,
    style: str,
    words: str,
    expected: dict[str, str],
) -> None:
    made = setting(locale)
    made.typesetter.lines(paragraph(words, style=style), 500)
    assert fonts(made.typesetter) == expected
    assert made.typesetter.missing == {}


def test_a_missing_character_is_named_with_the_words_around_it(
    setting: Callable[[str], Any], paragraph: Callable[..., flow.Paragraph]
) -> None:
    made = setting("en")
    made.typesetter.lines(paragraph("The symbol 𝒳 is not there"), 500)
    assert made.typesetter.missing == {"𝒳": "The symbol 𝒳 is not there"}


def test_decomposed_letters_are_composed(
    setting: Callable[[str], Any], paragraph: Callable[..., flow.Paragraph]
) -> None:
    made = setting("en")
    made.typesetter.lines(paragraph("e\u0301t\u200be"), 500)
    assert fonts(made.typesetter) == {"SourceSerif4": "eté"}


def test_emphasis_is_italic_in_latin_and_upright_in_chinese(
    setting: Callable[[str], Any], paragraph: Callable[..., flow.Paragraph]
) -> None:
    made = setting("zh_Hans")
    made.typesetter.lines(paragraph(flow.Run("《条例》Act", emphasis=True), style="han"), 500)
    slants = {face.han: face.font.get_style_value(StyleTag.SLANT_ANGLE) < 0 for face in made.typesetter.fonts.used()}
    assert slants == {True: False, False: True}


def test_weights_of_a_font_that_a_theme_does_not_use_are_set_in_the_nearest(tmp_path: Path) -> None:
    font = FontFile("noto", CHINESE, "NotoSansCJK-VF.otf.ttc", (), family="Noto Sans CJK SC", weights=(400, 700))
    faces = Faces(LOCALES["zh_Hans"], tmp_path)
    set_in = {weight: faces.face(font, weight, 10, han=True) for weight in (300, 400, 549, 550, 600, 700, 900)}
    assert [face.axes["wght"] for face in set_in.values()] == [400, 400, 400, 700, 700, 700, 700]
    assert set_in[600] is set_in[700]


def test_only_so_many_faces(tmp_path: Path) -> None:
    font = FontFile("inter", PACKAGE, "fonts/ofl/inter/Inter[opsz,wght].ttf", ())
    faces = Faces(LOCALES["en"], tmp_path)
    for weight in range(100, 100 + MOST_FACES):
        faces.face(font, weight, 10, han=False)
    with pytest.raises(ReportError, match="the theme needs more than 64 faces"):
        faces.face(font, 900, 10, han=False)


@pytest.mark.parametrize(
    ("font", "message", "hint"),
    [
        (
            FontFile("x", "no_such_package", "a.ttf", ()),
            "font `x`: the package `no_such_package` is not installed",
            "install the Python package `no_such_package`",
        ),
        (
            FontFile("x", PACKAGE, "a.ttf", ()),
            "font `x`: there is no file `a.ttf`",
            f"`path` is looked for in the package `{PACKAGE}`",
        ),
        (
            FontFile("x", "", "assets/a.ttf", ()),
            "font `x`: there is no file `assets/a.ttf`",
            "`path` is looked for in the project",
        ),
        (FontFile("x", "", "../a.ttf", ()), "font `x`: `../a.ttf` lies outside the project", ""),
        (
            FontFile("x", "", "no-font.ttf", ()),
            "font `x`: `no-font.ttf` has no outlines",
            "give a TrueType or OpenType font (.ttf, .otf), or a collection of such (.ttc)",
        ),
        (
            FontFile("x", CHINESE, "NotoSansCJK-VF.otf.ttc", (), family="Noto Sans CJK DE"),
            "font `x`: `NotoSansCJK-VF.otf.ttc` has no family `Noto Sans CJK DE`",
            "did you mean `Noto Sans CJK TC`?",
        ),
        (
            FontFile("x", CHINESE, "NotoSansCJK-VF.otf.ttc", (), family="SimSun"),
            "font `x`: `NotoSansCJK-VF.otf.ttc` has no family `SimSun`",
            "it has `Noto Sans CJK JP`, `Noto Sans CJK KR`, `Noto Sans CJK SC`, `Noto Sans CJK TC`, `Noto Sans CJK HK`",
        ),
    ],
)
def test_what_is_wrong_with_a_font_is_told(tmp_path: Path, font: FontFile, message: str, hint: str) -> None:
    (tmp_path / "no-font.ttf").write_bytes(b"not a font at all")
    faces = Faces(LOCALES["en"], tmp_path)
    placed = replace(font, span=Span("templates/theme.yaml", 40, 10))
    with pytest.raises(ReportError) as caught:
        Chains(faces, LOCALES["en"]).chain(Face("f", (placed,), (), (), "", ""), 400, 10, italic=False)
    assert [(d.message, d.span, d.hint) for d in caught.value.diagnostics] == [(message, placed.span, hint)]
