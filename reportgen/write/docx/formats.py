"""A theme's text style as the paragraph and run properties of a Word style, in the order the schema asks for."""

from __future__ import annotations

from msgspec import Struct

from reportgen.model.locale import Locale, Script
from reportgen.model.theme import Face, Palette, TextStyle, Theme
from reportgen.write.docx.placing import Border, Placing
from reportgen.write.docx.xml import Node, eighths, half_points, hexa, twips, w

BOLD = 600
"""From this weight on a style is bold: Word's faces have two weights."""

_PARAGRAPH_ORDER = (
    *("keepNext", "keepLines", "framePr", "numPr", "pBdr", "shd", "tabs", "spacing", "ind", "jc", "outlineLvl"),
)
_SIDES = ("top", "left", "bottom", "right", "between")
_ALIGN = {"left": "left", "right": "right", "centre": "center", "justify": "both"}


class Format(Struct, frozen=True):
    """A style's properties by tag."""

    paragraph: dict[str, Node]
    run: dict[str, Node]


def paragraph_format(style: TextStyle, placing: Placing, theme: Theme, palette: Palette, locale: Locale) -> Format:
    """Return the properties of a paragraph style."""
    paragraph = {"spacing": _spacing(style, placing), "jc": w("jc", val=_ALIGN[style.align])}
    if placing.keep:
        paragraph["keepNext"] = w("keepNext")
        paragraph["keepLines"] = w("keepLines")
    if placing.borders:
        ordered = sorted(placing.borders, key=lambda border: _SIDES.index(border.side))
        paragraph["pBdr"] = w("pBdr", *(_border(border) for border in ordered))
    if placing.shade:
        paragraph["shd"] = w("shd", val="clear", color="auto", fill=hexa(placing.shade))
    if placing.tabs:
        paragraph["tabs"] = w("tabs", *(w("tab", val=tab.align, pos=twips(tab.at)) for tab in placing.tabs))
    if placing.left or placing.right or placing.first:
        paragraph["ind"] = _indent(placing)
    return Format(paragraph, run_format(style, theme, palette, locale))


def run_format(style: TextStyle, theme: Theme, palette: Palette, locale: Locale) -> dict[str, Node]:
    """Return the run properties of a style, in the schema's order."""
    run = {"rFonts": fonts(style.face, locale)}
    if style.weight >= BOLD:
        run["b"] = w("b")
        run["bCs"] = w("bCs")
    if style.italic:
        run["i"] = w("i")
    run["color"] = w("color", val=hexa(colour_of(style.colour, theme, palette)))
    if style.tracking:
        run["spacing"] = w("spacing", val=twips(style.tracking * style.size))
    run["sz"] = w("sz", val=half_points(style.size))
    run["szCs"] = w("szCs", val=half_points(style.size))
    return run


def fonts(face: Face, locale: Locale) -> Node:
    """Return the fonts of a face. In Chinese the quotation marks and dashes both scripts share are Chinese ones."""
    latin = face.word_latin
    made = w("rFonts", ascii=latin, hAnsi=latin, eastAsia=face.word_han, cs=latin)
    if locale.script is Script.HAN:
        made.set("w:hint", "eastAsia")
    return made


def colour_of(token: str, theme: Theme, palette: Palette) -> str:
    """Return the colour that a style's token stands for."""
    if token in theme.colours:
        return theme.colours[token]
    return {
        "deep": palette.deep,
        "base": palette.base,
        "mid": palette.mid,
        "light": palette.light,
        "tint": palette.tint,
    }[token]


def defaults(theme: Theme, locale: Locale) -> Node:
    """Return the document's defaults: the face and size of prose, the languages for spelling."""
    prose = theme.styles["prose"]
    latin, han = (locale.word, "zh-CN") if locale.script is Script.LATIN else ("en-US", locale.word)
    size = half_points(prose.size)
    look = w(
        "rPr",
        fonts(prose.face, locale),
        w("color", val=hexa(theme.colours["ink"])),
        w("sz", val=size),
        w("szCs", val=size),
        w("lang", val=latin, eastAsia=han, bidi="ar-SA"),
    )
    paragraph = w("pPr", w("widowControl"), w("snapToGrid", val=0))
    return w("docDefaults", w("rPrDefault", look), w("pPrDefault", paragraph))


def differing(made: Format, base: Format | None) -> tuple[Node, Node]:
    """Return the paragraph and run properties in which a style differs from the one it is based on."""
    properties, look = w("pPr"), w("rPr")
    for tag in _PARAGRAPH_ORDER:
        if tag in made.paragraph and (base is None or made.paragraph[tag] != base.paragraph.get(tag)):
            properties.append(made.paragraph[tag])
    for tag, part in made.run.items():
        if base is None or part != base.run.get(tag):
            look.append(part)
    return properties, look


def _spacing(style: TextStyle, placing: Placing) -> Node:
    # Numerals larger than a line's natural height (a cover's year) are held to their leading; words may grow.
    rule = "exact" if style.leading <= style.size else "atLeast"
    return w(
        "spacing",
        before=twips(placing.before),
        after=twips(placing.after),
        line=twips(style.leading),
        lineRule=rule,
    )


def _border(border: Border) -> Node:
    return w(
        border.side,
        val="single",
        sz=eighths(border.weight),
        space=min(31, round(border.space)),
        color=hexa(border.colour),
    )


def _indent(placing: Placing) -> Node:
    made = w("ind", left=twips(placing.left), right=twips(placing.right))
    if placing.first < 0:
        made.set("w:hanging", twips(-placing.first))
    return made
