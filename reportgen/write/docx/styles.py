"""The styles part: the theme's styles as Word's. A style is defined when it is first used, and each but once.

What is drawn around a paragraph in the colour of the chapter's family (the rule above a section, the tint of a case) is
defined for the first family of the theme under the style's own name (``Heading 2``), and for the others in a style
based on it (``Heading 2 Environment``). Words in the colour of a family have its character style.
"""

from __future__ import annotations

from msgspec.structs import replace

from reportgen.model.theme import Palette, TextStyle
from reportgen.write.docx.characters import ACCENT, character_style
from reportgen.write.docx.design import Design
from reportgen.write.docx.dress import Dress, dress
from reportgen.write.docx.formats import Format, defaults, differing, paragraph_format
from reportgen.write.docx.names import shown_name, style_id, titled, word_name
from reportgen.write.docx.numbering import CHAPTER, HEADINGS, NO_LIST, Heading, Numbering
from reportgen.write.docx.placing import Fit, Placing, place
from reportgen.write.docx.table_styles import table_style
from reportgen.write.docx.xml import Node, w

_FAMILY_COLOURS = ("deep", "base", "mid", "light", "tint")
_DRAWN_IN_FAMILY = ("h2", "case-text")
"""The styles around whose paragraphs something is drawn in the colours of a family."""
_LEVELS = {"h1": 0, "opening-title": 0, "h2": 1, "h3": 2, "group-name": 2, "h4": 3}
_BASES = {"opening-title": "h1", "card-number-small": "card-number", "group-name": "h3"}
_ALWAYS = ("prose", "list", "h1", "h2", "h3", "h4", "table-caption", "contents-chapter", "contents-section")
"""The styles that a document has though it does not use them."""
_NOT_CHOSEN = (
    *("running-title", "foot-title", "footnote"),
    *("contents-title", "contents-chapter", "contents-section", "contents-front"),
)
"""The styles that Word sets by itself: they stand in no gallery."""
_SIGN_HANG = 13.5
_SIGN_SIZE = 1.3
"""The size of a sign before a paragraph, in sizes of its text: an arrow is lower than a letter."""
_UNCOUNTED = "Unnumbered"
_OWN_HEADING = "heading "
"""How the names of Word's own headings begin as they are stored."""

NUMBERS = ("table-number", "table-current", "index-number")
"""The styles of numbers in tables, which stand at the right."""
_CELL_SIDE = 108
"""Word's own margin at either side of a cell, in twips."""
NORMAL = "Normal"
"""The style of paragraphs that hold no words."""


class StyleSheet:
    """Hands out the ids of styles and collects their definitions; ``fit`` is how close the contents stand."""

    def __init__(self, design: Design, numbering: Numbering) -> None:
        self.design = design
        self.fit: Fit | None = None
        self._numbering = numbering
        self._first = design.first
        self._counted = (CHAPTER, *design.theme.numbered)
        self._ids: dict[tuple[str, str], str] = {}
        self._marks: dict[tuple[str, str], str] = {}
        self._characters: dict[tuple[str, str], str] = {}
        self._dresses: dict[str, Dress] = {}
        self._styles: dict[str, Node] = {}
        self._formats: dict[str, Format] = {}

    def paragraph(self, name: str, family: str) -> str:
        """Return the id of the paragraph style that a theme's style is in Word, for a family."""
        found = self._ids.get((name, family))
        if found is None:
            found = self._ids[name, family] = self._paragraph(self._worn(name).style, family)
        return found

    def uncounted(self, name: str, family: str) -> str:
        """Return the id of the paragraph style of a theme's style that Word counts, for a heading left out of it."""
        worn = self._worn(name).style
        based = self.paragraph(name, family)
        word = f"{shown_name(self._word(worn, self._own(worn, family)))} {_UNCOUNTED}"
        if style_id(word) not in self._styles:
            counted = self._formats[based]
            left_out = {**counted.paragraph, "numPr": w("numPr", w("numId", val=NO_LIST))}
            self._define(word, Format(left_out, counted.run), based, worn)
        return style_id(word)

    def words(self, name: str, family: str) -> str:
        """Return the id of the character style that words of a theme's style have in Word, or nothing."""
        found = self._marks.get((name, family))
        if found is None:
            found = self._marks[name, family] = self._words(name, family)
        return found

    def _words(self, name: str, family: str) -> str:
        worn = self._worn(name)
        if worn.mark:
            return self.character(worn.mark, family if worn.mark == ACCENT else "")
        coloured = self.design.theme.styles[worn.style].colour in _FAMILY_COLOURS
        return self.character(ACCENT, family) if coloured and family != self._first else ""

    def character(self, name: str, family: str = "") -> str:
        """Return the id of a character style by its name in Word, in a family's colours where one is given."""
        found = self._characters.get((name, family))
        if found is None:
            own = family if family and family != self._first else ""
            word = f"{name} {titled(own)}" if own else name
            found = self._characters[name, family] = style_id(word)
            self._styles[found] = character_style(name, word, self.design.palette(family), self.design)
        return found

    def table(self, family: str) -> str:
        """Return the id of the table style of a family."""
        word = f"Report Table {titled(family) if family != self._first else ''}".strip()
        if style_id(word) not in self._styles:
            self._styles[style_id(word)] = table_style(word, self.design, self.design.palette(family))
        return style_id(word)

    def placing(self, name: str, family: str) -> Placing:
        """Return where the paragraphs of a theme's style stand in Word."""
        design = self.design
        return place(self._worn_style(name), design.theme, design.palette(family), self.fit)

    def is_bold(self, name: str) -> bool:
        """Say whether the paragraph style that a theme's style is in Word is bold."""
        return self.design.is_bold(self._worn_style(name))

    def is_number(self, name: str) -> bool:
        """Say whether a theme's style is one of numbers in tables."""
        return self.design.theme.styles[name].name in NUMBERS

    def stands_right(self, name: str) -> bool:
        """Say whether the paragraph style that a theme's style is in Word sets its paragraphs at the right."""
        return self._worn_style(name).name in NUMBERS

    def headings(self, chapters: tuple[str, str]) -> tuple[Heading, ...]:
        """Return the levels of headings that are counted; the number of a chapter is not seen in its heading."""
        ids = [style_id(word_name(name)) for name in self._counted]
        return Heading(ids[0], chapters), *(Heading(id_) for id_ in ids[1:])

    def reference(self, name: str, family: str) -> str:
        """Return that by which a ``STYLEREF`` field finds a style (ISO/IEC 29500-1, 17.16.5.59).

        A style is found by its name as it is shown, which for Word's own ones is another in each language of Word; of
        these, headings are found by their level, as in Word's captions that have the number of their chapter.
        """
        word = self._shown(name, family)
        return word.removeprefix(_OWN_HEADING) if word.startswith(_OWN_HEADING) else f'"{shown_name(word)}"'

    def reference_uncounted(self, name: str, family: str) -> str:
        """Return as `reference` that of the style of headings that are left out of the count."""
        return f'"{shown_name(self._shown(name, family))} {_UNCOUNTED}"'

    def _shown(self, name: str, family: str) -> str:
        worn = self._worn(name).style
        return word_name(worn, self._own(worn, family))

    def part(self) -> Node:
        """Return the part's root."""
        root = w("styles", defaults(self.design), *_standard())
        for style in (*_ALWAYS, *self._counted):
            self.paragraph(style, self._first)
        root.append(*(self._styles[key] for key in sorted(self._styles)))
        return root

    def _worn(self, name: str) -> Dress:
        """Return what a theme's style is in Word; its closer variant (``table-cell-snug``) is a variant there too."""
        found = self._dresses.get(name)
        if found is None:
            variant = name.removeprefix(self.design.theme.styles[name].name)
            worn = dress(name.removesuffix(variant)) if variant else dress(name)
            closer = worn.style + variant
            known = closer in self.design.theme.styles
            found = self._dresses[name] = Dress(closer if known else worn.style, worn.mark)
        return found

    def _worn_style(self, name: str) -> TextStyle:
        return self.design.theme.styles[self._worn(name).style]

    def _word(self, name: str, family: str) -> str:
        """Return the name in Word of one of the theme's styles that are styles there."""
        variant = name.removeprefix(self.design.theme.styles[name].name)
        return (
            f"{shown_name(word_name(name.removesuffix(variant)))} {titled(variant[1:])}"
            if variant
            else word_name(name, family)
        )

    def _own(self, name: str, family: str) -> str:
        """Return the family that a style is defined for, or nothing where it is the same for all."""
        return family if name in _DRAWN_IN_FAMILY and family != self._first else ""

    def _paragraph(self, name: str, family: str) -> str:
        own = self._own(name, family)
        word = self._word(name, own)
        if style_id(word) not in self._styles:
            based = NORMAL
            if own:
                based = self._paragraph(name, self._first)
            elif name in _BASES:
                based = self._paragraph(_BASES[name], self._first)
            self._define(word, self._format(self.design.theme.styles[name], own or self._first), based, name)
        return style_id(word)

    def _format(self, style: TextStyle, family: str) -> Format:
        design, palette = self.design, self.design.palette(family)
        placing = place(style, design.theme, palette, self.fit)
        if style.name in NUMBERS:
            style = replace(style, align="right")
        if self.fit is not None and style.name in ("contents-chapter", "contents-section"):
            leading = self.fit.chapter if style.name == "contents-chapter" else self.fit.section
            style = replace(style, leading=leading)
        made = paragraph_format(style, placing, palette, design)
        if style.name in NUMBERS:
            made.run["rFonts"].drop("w:hint")  # its dashes are those of numbers
        if placing.mark:
            made.paragraph["numPr"] = w("numPr", w("numId", val=self._mark(style, placing, palette)))
        if style.name in self._counted:
            level = self._counted.index(style.name)
            place_in_list = [w("ilvl", val=level)] if level else []
            made.paragraph["numPr"] = w("numPr", *place_in_list, w("numId", val=HEADINGS))
        elif _BASES.get(style.name) in self._counted:
            made.paragraph["numPr"] = w("numPr", w("numId", val=NO_LIST))
        if style.name in _LEVELS:
            made.paragraph["outlineLvl"] = w("outlineLvl", val=_LEVELS[style.name])
        return made

    def mark(self, name: str, family: str) -> int:
        """Return the number that sets the sign of a theme's style before its paragraphs in a family's colour."""
        return self._mark(self._worn_style(name), self.placing(name, family), self.design.palette(family))

    def _mark(self, style: TextStyle, placing: Placing, palette: Palette) -> int:
        hang = -placing.first or _SIGN_HANG
        return self.sign(placing.mark, hang, placing.left, palette.base, style.size * _SIGN_SIZE)

    def sign(self, sign: str, hang: float, left: float, colour: str, size: float) -> int:
        """Return the number that sets a sign before paragraphs, whose text begins at ``left``."""
        return self._numbering.sign(sign, left - hang, hang, colour, size)

    def _define(self, word: str, made: Format, based: str, name: str) -> None:
        self._formats[style_id(word)] = made
        base = self._formats.get(based)
        style = w("style", w("name", val=word), type="paragraph", styleId=style_id(word))
        style.append(w("basedOn", val=based))
        if name in _LEVELS or name in ("opening-number", "table-caption"):
            style.append(w("next", val=self.paragraph("prose", self._first)))
        style.append(w("qFormat") if name not in _NOT_CHOSEN else w("uiPriority", val=99))
        properties, look = differing(made, base)
        if properties.children:
            style.append(properties)
        if look.children:
            style.append(look)
        self._styles[style_id(word)] = style


def _standard() -> list[Node]:
    """Return the styles that every document has: the defaults of each kind, and of tables that are added in Word."""
    normal = w("style", w("name", val=NORMAL), w("qFormat"), type="paragraph", default=1, styleId=NORMAL)
    font = w(
        "style",
        w("name", val="Default Paragraph Font"),
        w("uiPriority", val=1),
        w("semiHidden"),
        type="character",
        default=1,
        styleId="DefaultParagraphFont",
    )
    margins = w("tblCellMar", *(w(side, w=_CELL_SIDE, type="dxa") for side in ("left", "right")))
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
