"""A theme's text style as the paragraph and run properties of a Word style, in the order the schema asks for."""

from __future__ import annotations

from msgspec import Struct

from reportgen.model.locale import Script
from reportgen.model.theme import Palette, TextStyle
from reportgen.write.docx.design import Design
from reportgen.write.docx.markup import PARAGRAPH_ORDER
from reportgen.write.docx.placing import Border, Placing, Tab
from reportgen.write.docx.xml import Node, half_points, twips, w

_SIDES = ("top", "left", "bottom", "right", "between")
_ALIGN = {"left": "left", "right": "right", "centre": "center", "justify": "both"}


class Format(Struct, frozen=True):
    """A style's properties by tag."""

    paragraph: dict[str, Node]
    run: dict[str, Node]


def paragraph_format(style: TextStyle, placing: Placing, palette: Palette, design: Design) -> Format:
    """Return the properties of a paragraph style."""
    paragraph = {"spacing": _spacing(style, placing), "jc": w("jc", val=_ALIGN[style.align])}
    if placing.keep:
        paragraph["keepNext"] = w("keepNext")
        paragraph["keepLines"] = w("keepLines")
    if placing.borders:
        ordered = sorted(placing.borders, key=lambda border: _SIDES.index(border.side))
        paragraph["pBdr"] = w("pBdr", *(border_of(border, design) for border in ordered))
    if placing.shade:
        paragraph["shd"] = design.scheme.shade(placing.shade)
    if placing.tabs:
        paragraph["tabs"] = w("tabs", *(_tab(tab) for tab in placing.tabs))
    if placing.left or placing.right or placing.first:
        paragraph["ind"] = _indent(placing)
    return Format(paragraph, run_format(style, palette, design))


def run_format(style: TextStyle, palette: Palette, design: Design) -> dict[str, Node]:
    """Return the run properties of a style, in the schema's order."""
    run = {"rFonts": design.fonts.of(style.face)}
    if design.is_bold(style):
        run["b"] = w("b")
        run["bCs"] = w("bCs")
    if style.italic:
        run["i"] = w("i")
    run["color"] = design.scheme.colour(design.colour(style.colour, palette))
    if style.tracking:
        run["spacing"] = w("spacing", val=twips(style.tracking * style.size))
    run["sz"] = w("sz", val=half_points(style.size))
    run["szCs"] = w("szCs", val=half_points(style.size))
    return run


def defaults(design: Design) -> Node:
    """Return the document's defaults: the face and size of prose, the languages, how Chinese is set.

    What Chinese asks for (CLREQ 3.1, 3.2) is Word's own default, but not every program's: nothing prohibited at a
    line's end or start, marks of punctuation that may hang, a gap between Chinese and Latin text or digits.
    """
    prose, locale = design.theme.styles["prose"], design.locale
    latin, han = (locale.word, "zh-CN") if locale.script is Script.LATIN else ("en-US", locale.word)
    size = half_points(prose.size)
    look = w(
        "rPr",
        design.fonts.of(prose.face),
        design.scheme.colour(design.theme.colours["ink"]),
        w("sz", val=size),
        w("szCs", val=size),
        w("lang", val=latin, eastAsia=han, bidi="ar-SA"),
    )
    on = ("kinsoku", "wordWrap", "overflowPunct")
    chinese = (*(w(tag) for tag in on), w("topLinePunct", val=0), w("autoSpaceDE"), w("autoSpaceDN"))
    paragraph = w("pPr", w("widowControl"), *chinese, w("snapToGrid", val=0))
    return w("docDefaults", w("rPrDefault", look), w("pPrDefault", paragraph))


def differing(made: Format, base: Format | None) -> tuple[Node, Node]:
    """Return the paragraph and run properties in which a style differs from the one it is based on."""
    properties, look = w("pPr"), w("rPr")
    for tag in PARAGRAPH_ORDER:
        if tag in made.paragraph and (base is None or made.paragraph[tag] != base.paragraph.get(tag)):
            properties.append(made.paragraph[tag])
        elif tag == "ind" and tag not in made.paragraph and base is not None and tag in base.paragraph:
            properties.append(w("ind", left=0, right=0, firstLine=0))
    for tag, part in made.run.items():
        if base is None or part != base.run.get(tag):
            look.append(part)
    return properties, look


def _spacing(style: TextStyle, placing: Placing) -> Node:
    # Numerals larger than a line's natural height (a cover's year) are held to their leading, and so are the contents,
    # which are reckoned to fill a page; elsewhere lines may grow with their font.
    rule = "exact" if style.leading <= style.size or placing.exact else "atLeast"
    return w(
        "spacing",
        before=twips(placing.before),
        after=twips(placing.after),
        line=twips(style.leading),
        lineRule=rule,
    )


def border_of(border: Border, design: Design) -> Node:
    """Return a rule at a paragraph's side. Word holds it 31 points from the text at most."""
    return design.scheme.rule(border.side, border.weight, border.colour, min(31, round(border.space)))


def _tab(tab: Tab) -> Node:
    made = w("tab", val=tab.align, pos=twips(tab.at))
    if tab.leader:
        made.set("w:leader", tab.leader)
    return made


def _indent(placing: Placing) -> Node:
    made = w("ind", left=twips(placing.left), right=twips(placing.right))
    if placing.first < 0:
        made.set("w:hanging", twips(-placing.first))
    return made
