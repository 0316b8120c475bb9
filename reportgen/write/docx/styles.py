"""The styles part: the theme's styles as Word's. A style is defined when it is first used, and each but once.

What depends on the chapter's family is defined for the first family of the theme under the style's own name
(``Heading 2``), and for the others in a style based on it (``Heading 2 Environment``).
"""

from __future__ import annotations

from msgspec.structs import replace

from reportgen.model.locale import Locale
from reportgen.model.theme import Palette, TextStyle, Theme
from reportgen.write.docx.characters import character_style
from reportgen.write.docx.formats import Format, defaults, differing, paragraph_format
from reportgen.write.docx.names import style_id, titled, word_name
from reportgen.write.docx.numbering import Numbering
from reportgen.write.docx.placing import Placing, place, vary
from reportgen.write.docx.table_styles import table_style
from reportgen.write.docx.xml import Node, w

_FAMILY_COLOURS = ("deep", "base", "mid", "light", "tint")
_FAMILY_RULES = (
    "h2",
    "case-label",
    "case-title",
    "case-text",
    "pledge",
    "figure-number",
    "figure-number-small",
    "group-name",
)
_LEVELS = {"h1": 0, "opening-title": 0, "contact-title": 0, "h2": 1, "h3": 2, "group-name": 2, "h4": 3}
_BASES = {
    "opening-title": "h1",
    "contact-title": "h1",
    "figure-number-small": "figure-number",
    "card-number-small": "card-number",
    "group-name": "h3",
}
_SIGN_HANG = 13.5

RIGHT = ("table-number", "table-current", "index-number")
"""The styles of numbers in tables, which stand at the right."""

DRAWING = "drawing"
WIDE_DRAWING = "wide-drawing"
"""Of a drawing that reaches into the side column."""
SECTION_END = "section-end"
SEPARATOR = "footnote-separator"
CONNECTOR = "connector"
"""Of the lines between the levels of a diagram."""
_OWN = (DRAWING, WIDE_DRAWING, SECTION_END, SEPARATOR, CONNECTOR)
"""The styles of paragraphs without words: they are Word's, not the theme's."""


class StyleSheet:
    """Hands out the ids of styles and collects their definitions."""

    def __init__(self, theme: Theme, locale: Locale, numbering: Numbering) -> None:
        self._theme = theme
        self.locale = locale
        self._numbering = numbering
        self._first = next(iter(theme.families))
        self._ids: dict[tuple[str, str, str], str] = {}
        self._styles: dict[str, Node] = {}
        self._formats: dict[str, Format] = {}

    def paragraph(self, name: str, family: str, variant: str = "") -> str:
        """Return the id of a paragraph style: a theme style's name, a family and a variant (`names.word_name`)."""
        key = (name, family, variant)
        found = self._ids.get(key)
        if found is None:
            found = self._ids[key] = self._own(name) if name in _OWN else self._paragraph(name, family, variant)
        return found

    def _own(self, name: str) -> str:
        """Define a style that the theme does not know: it holds no words."""
        theme, word = self._theme, word_name(name)
        left = theme.page.prose_x - theme.page.left
        style = theme.styles["prose"]
        placing = {
            DRAWING: Placing(left, before=theme.step / 2, after=theme.step / 2, keep=True),
            WIDE_DRAWING: Placing(0.0, before=theme.step / 2, after=theme.step / 2, keep=True),
            SEPARATOR: Placing(left),
            SECTION_END: Placing(),
            CONNECTOR: Placing(keep=True),
        }[name]
        made = paragraph_format(replace(style, align="left"), placing, theme, self._palette(self._first), self.locale)
        if name in (SEPARATOR, SECTION_END):
            made.paragraph["spacing"] = w("spacing", before=0, after=0, line=20, lineRule="exact")
        self._define(word, made, "Normal")
        return style_id(word)

    def character(self, name: str, family: str = "") -> str:
        """Return the id of a character style by its name in Word, in a family's colours where one is given."""
        own = family if family and family != self._first else ""
        word = f"{name} {titled(own)}" if own else name
        if style_id(word) not in self._styles:
            palette = self._palette(family or self._first)
            self._styles[style_id(word)] = character_style(name, word, self._theme, palette, self.locale)
        return style_id(word)

    def table(self, name: str, family: str) -> str:
        """Return the id of a table style of the theme."""
        own = titled(family) if family != self._first else ""
        word = f"{titled(name)} Table {own}".strip()
        if style_id(word) not in self._styles:
            self._styles[style_id(word)] = table_style(word, self._theme, name, self._palette(family))
        return style_id(word)

    def placing(self, name: str, family: str) -> Placing:
        """Return where a style's paragraphs stand."""
        return place(self._theme.styles[name], self._theme, self._palette(family))

    def reference(self, name: str, family: str) -> str:
        """Return the name by which a ``STYLEREF`` field finds a style: as Word shows it, not as it stores it."""
        style = self._theme.styles[name]
        own = family if self._varies(style, "") and family != self._first else ""
        word = word_name(name, "", own)
        return word[:1].upper() + word[1:]

    def part(self) -> Node:
        """Return the part's root."""
        root = w("styles", defaults(self._theme, self.locale), *_standard())
        for style in ("prose", "h1", "h2", "h3", "h4", "contents-chapter", "contents-section"):
            self.paragraph(style, self._first)
        root.append(*(self._styles[key] for key in sorted(self._styles)))
        return root

    def _palette(self, family: str) -> Palette:
        return self._theme.families.get(family) or self._theme.families[self._first]

    def _paragraph(self, name: str, family: str, variant: str) -> str:
        style = self._theme.styles[name]
        own = family if self._varies(style, variant) and family != self._first else ""
        word = word_name(name, variant, own)
        if style_id(word) not in self._styles:
            based = "Normal"
            if own:
                based = self.paragraph(name, self._first, variant)
            elif variant:
                based = self.paragraph(name, self._first)
            elif name in _BASES:
                based = self.paragraph(_BASES[name], self._first)
            self._define(word, self._format(style, family if own else self._first, variant), based, name)
        return style_id(word)

    def _varies(self, style: TextStyle, variant: str) -> bool:
        return style.colour in _FAMILY_COLOURS or style.name in _FAMILY_RULES or variant == "alone"

    def _format(self, style: TextStyle, family: str, variant: str) -> Format:
        palette = self._palette(family)
        placing = vary(place(style, self._theme, palette), variant, self._theme, palette)
        if variant == "number" or style.name in RIGHT:
            style = replace(style, align="right")
        made = paragraph_format(style, placing, self._theme, palette, self.locale)
        if placing.mark:
            made.paragraph["numPr"] = w("numPr", w("numId", val=self._sign(style, placing, palette)))
        if style.name in _LEVELS:
            made.paragraph["outlineLvl"] = w("outlineLvl", val=_LEVELS[style.name])
        return made

    def _sign(self, style: TextStyle, placing: Placing, palette: Palette) -> int:
        colour = self._theme.colours.get("achieved", palette.base) if placing.mark == "✔" else palette.base
        hang = -placing.first or _SIGN_HANG
        return self._numbering.sign(
            placing.mark, placing.left - hang if placing.first else 0.0, hang, colour, style.size
        )

    def _define(self, word: str, made: Format, based: str, name: str = "") -> None:
        self._formats[style_id(word)] = made
        base = self._formats.get(based)
        style = w("style", w("name", val=word), type="paragraph", styleId=style_id(word))
        style.append(w("basedOn", val=based))
        if name in _LEVELS or name in ("opening-number", "table-caption"):
            style.append(w("next", val=self.paragraph("prose", self._first)))
        style.append(w("qFormat"))
        properties, look = differing(made, base)
        if properties.children:
            style.append(properties)
        if look.children:
            style.append(look)
        self._styles[style_id(word)] = style


def _standard() -> list[Node]:
    """Return the styles that every document has: the defaults of each kind."""
    normal = w("style", w("name", val="Normal"), w("qFormat"), type="paragraph", default=1, styleId="Normal")
    font = w(
        "style",
        w("name", val="Default Paragraph Font"),
        w("uiPriority", val=1),
        w("semiHidden"),
        type="character",
        default=1,
        styleId="DefaultParagraphFont",
    )
    margins = w("tblCellMar", w("left", w=0, type="dxa"), w("right", w=0, type="dxa"))
    table = w(
        "style",
        w("name", val="Normal Table"),
        w("uiPriority", val=99),
        w("semiHidden"),
        w("tblPr", w("tblInd", w=0, type="dxa"), margins),
        type="table",
        default=1,
        styleId="TableNormal",
    )
    none = w(
        "style", w("name", val="No List"), w("uiPriority", val=99), w("semiHidden"),
        type="numbering", default=1, styleId="NoList",
    )  # fmt: skip
    return [normal, font, table, none]
