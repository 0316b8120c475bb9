"""The character styles: what is set differently within a paragraph."""

from __future__ import annotations

from reportgen.model.locale import Script
from reportgen.model.theme import Palette
from reportgen.write.docx.design import Design
from reportgen.write.docx.names import style_id
from reportgen.write.docx.xml import Node, half_points, w

STRONG = "Strong"
EMPHASIS = "Emphasis"
HYPERLINK = "Hyperlink"
NOTE_REFERENCE = "footnote reference"
ACCENT = "Accent"
"""Of words in the colour of a family."""
QUIET = "Quiet"
"""Of units, labels and sources; their signs are those of Latin text."""
REVERSED = "Reversed"
"""Of words on a dark ground."""
CASE_TITLE = "Case Title"
LATIN = "Latin"
"""Of signs within Chinese that belong to Latin words and numbers, such as the 2 of CO₂."""
DRAFT = "Draft"


def character_style(name: str, word: str, palette: Palette, design: Design) -> Node:
    """Return the definition of a character style; ``word`` is its full name."""
    look = w("rPr", *_look(name, palette, design))
    based = w("basedOn", val="DefaultParagraphFont")
    return w(
        "style", w("name", val=word), based, w("qFormat"), look, type="character", styleId=style_id(word)
    )  # fmt: skip


def slanted(design: Design) -> list[Node]:
    """Return how emphasis is set. Chinese is not slanted."""
    return [w("i"), w("iCs")] if design.locale.script is Script.LATIN else []


def _look(name: str, palette: Palette, design: Design) -> list[Node]:
    scheme, theme = design.scheme, design.theme
    bold, title = [w("b"), w("bCs")], half_points(theme.styles["case-title"].size)
    looks = {
        STRONG: bold,
        EMPHASIS: slanted(design),
        HYPERLINK: [scheme.link(), w("u", val="single")],
        ACCENT: [scheme.colour(palette.base)],
        QUIET: [w("rFonts", hint="default"), scheme.colour(theme.colours["slate"])],
        REVERSED: [scheme.colour(theme.colours["white"])],
        CASE_TITLE: [*bold, w("sz", val=title), w("szCs", val=title)],
        LATIN: [w("rFonts", hint="default")],
        DRAFT: [scheme.colour(theme.colours["draft"]), w("u", val="dash")],
    }
    return looks.get(name, [w("vertAlign", val="superscript")])
