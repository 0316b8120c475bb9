"""The character styles: what is set differently within a paragraph."""

from __future__ import annotations

from reportgen.model.locale import Locale, Script
from reportgen.model.theme import Palette, Theme
from reportgen.write.docx.names import style_id
from reportgen.write.docx.xml import Node, half_points, hexa, w

STRONG = "Strong"
EMPHASIS = "Emphasis"
STRONG_EMPHASIS = "Intense Emphasis"
HYPERLINK = "Hyperlink"
REFERENCE = "Quiet Link"
NOTE_REFERENCE = "footnote reference"
TABLE_MARK = "Table Note Mark"
DRAFT = "Draft"
UNIT = "Unit"
ENTRY = "Entry"
CHAPTER_MARK = "Chapter Mark"


def character_style(name: str, word: str, theme: Theme, palette: Palette, locale: Locale) -> Node:
    """Return the definition of a character style; ``word`` is its full name."""
    look = w("rPr", *_look(name, theme, palette, locale))
    based = w("basedOn", val="DefaultParagraphFont")
    return w(
        "style", w("name", val=word), based, w("qFormat"), look, type="character", styleId=style_id(word)
    )  # fmt: skip


def _look(name: str, theme: Theme, palette: Palette, locale: Locale) -> list[Node]:
    bold = [w("b"), w("bCs")]
    slanted = [w("i"), w("iCs")] if locale.script is Script.LATIN else []  # Chinese is not slanted
    size = half_points(theme.styles["figure-number"].size * theme.measures["unit-ratio"])
    looks = {
        STRONG: bold,
        EMPHASIS: slanted,
        STRONG_EMPHASIS: [*bold, *slanted],
        HYPERLINK: [_colour(theme.colours["link"]), w("u", val="single")],
        REFERENCE: [_colour(theme.colours["link"])],
        DRAFT: [_colour(theme.colours["draft"]), w("u", val="dash")],
        UNIT: [w("sz", val=size), w("szCs", val=size)],
        ENTRY: [_colour(theme.colours["ink"]), w("u", val="none")],
        CHAPTER_MARK: [*bold, _colour(palette.base)],
    }
    return looks.get(name, [w("vertAlign", val="superscript")])


def _colour(colour: str) -> Node:
    return w("color", val=hexa(colour))
