"""The theme part: the report's fonts and colours as Word's theme, by which "Design" changes a whole document."""

from __future__ import annotations

from reportgen.model.locale import Script
from reportgen.write.docx.fonts import Fonts, Pair
from reportgen.write.docx.scheme import Scheme
from reportgen.write.docx.xml import Node, a, clean, hexa

_LINES = (6350, 12700, 19050)
"""The weights of the theme's three lines, in English metric units."""


def theme_part(scheme: Scheme, fonts: Fonts, name: str) -> Node:
    """Return the part's root (ECMA-376 part 1, 20.1.6.9); ``name`` is what the theme is called."""
    colours = a("clrScheme", *(a(slot, a("srgbClr", val=hexa(colour))) for slot, colour in scheme.slots.items()))
    faces = a("fontScheme", _faces("majorFont", fonts.headings, fonts), _faces("minorFont", fonts.text, fonts))
    looks = a("fmtScheme", _fills("fillStyleLst"), _lines(), _effects(), _fills("bgFillStyleLst"))
    called = clean(name)
    for part in (colours, faces, looks):
        part.attributes["name"] = called
    return a("theme", a("themeElements", colours, faces, looks), name=called)


def _faces(tag: str, pair: Pair, fonts: Fonts) -> Node:
    script = fonts.locale.han.title() if fonts.locale.script is Script.HAN else "Hans"
    return a(
        tag,
        a("latin", typeface=pair.latin),
        a("ea", typeface=pair.han),
        a("cs", typeface=pair.latin),
        a("font", script=script, typeface=pair.han),
    )


def _fills(tag: str) -> Node:
    return a(tag, *(a("solidFill", a("schemeClr", val="phClr")) for _ in _LINES))


def _lines() -> Node:
    return a("lnStyleLst", *(a("ln", a("solidFill", a("schemeClr", val="phClr")), w=weight) for weight in _LINES))


def _effects() -> Node:
    return a("effectStyleLst", *(a("effectStyle", a("effectLst")) for _ in _LINES))
