"""A small theme of its own, so that these tests hold whatever the report's theme says."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from msgspec import Struct

from reportgen.model import flow
from reportgen.model.locale import LOCALES
from reportgen.model.theme import Face, FontFile, Page, Palette, TextStyle, Theme
from reportgen.write.pdf.setting import Typesetter

WESTERN, CHINESE = "justmytype_western_core", "manimgx_fonts_cjk"
INTER = FontFile("inter", WESTERN, "fonts/ofl/inter/Inter[opsz,wght].ttf", (("opsz", 14),))
INTER_ITALIC = FontFile("inter-italic", WESTERN, "fonts/ofl/inter/Inter-Italic[opsz,wght].ttf", (("opsz", 14),))
SERIF = FontFile("serif", WESTERN, "fonts/ofl/sourceserif4/SourceSerif4[opsz,wght].ttf", (), optical=True)
SERIF_ITALIC = FontFile("serif-italic", WESTERN, "fonts/ofl/sourceserif4/SourceSerif4-Italic[opsz,wght].ttf", ())
NOTO_SC = FontFile("noto-sc", CHINESE, "NotoSansCJK-VF.otf.ttc", (), family="Noto Sans CJK SC")
SYMBOLS = FontFile("symbols", WESTERN, "fonts/ofl/notosanssymbols2/NotoSansSymbols2-Regular.ttf", ())

SANS = Face("sans", (INTER, SYMBOLS), (INTER_ITALIC, INTER, SYMBOLS), (NOTO_SC,), "Arial", "Microsoft YaHei")
ROMAN = Face("serif", (SERIF, INTER), (SERIF_ITALIC, INTER_ITALIC), (NOTO_SC,), "Georgia", "Microsoft YaHei")

STYLES = (
    TextStyle("prose", ROMAN, 11, 15),
    TextStyle("han", SANS, 10, 17.5, align="justify"),
    TextStyle("sans", SANS, 10, 15),
    TextStyle("heading", SANS, 20, 24, weight=600, colour="base", balanced=True),
    TextStyle("footnote", SANS, 8, 11.25, hang=12),
    TextStyle("table-note", SANS, 8, 11.25, hang=18),
    TextStyle("tight", SANS, 100, 100, tracking=-0.05),
)
MEASURES = {
    "unit-ratio": 0.5,
    "note-mark-size": 7,
    "note-mark-rise": 3.6,
    "table-mark-size": 6.5,
    "table-mark-rise": 3,
    "quarter-em": 0.25,
}


def _theme() -> Theme:
    return Theme(
        page=Page(595.28, 841.89, 56.69, 68, 773, 481.89, 138.9, 399.69, 70.87, 41.1, 34, 798),
        colours={"ink": "#1B2733", "white": "#FFFFFF", "link": "#1F5FBF", "draft": "#B3006B"},
        families={"brand": Palette("#133A73", "#1F5FBF", "#6F9CDB", "#B8D0F0", "#EDF3FB")},
        styles={style.name: style for style in STYLES},
        tables={},
        measures=dict(MEASURES),
        places={},
        clouds={},
        step=15,
    )


class Setting(Struct, frozen=True):
    """A typesetter and its theme."""

    typesetter: Typesetter
    theme: Theme


@pytest.fixture
def theme() -> Theme:
    return _theme()


@pytest.fixture
def setting(tmp_path: Path) -> Callable[[str], Setting]:
    """Make a typesetter for a locale's id."""

    def make(locale: str) -> Setting:
        theme = _theme()
        return Setting(Typesetter(theme, LOCALES[locale], tmp_path), theme)

    return make


@pytest.fixture
def paragraph() -> Callable[..., flow.Paragraph]:
    """Make a paragraph of plain words, or of pieces."""

    def make(*pieces: flow.Piece | str, style: str = "prose", level: int = 0) -> flow.Paragraph:
        runs = tuple(flow.Run(piece) if isinstance(piece, str) else piece for piece in pieces)
        return flow.Paragraph(style, runs, "brand", level)

    return make
