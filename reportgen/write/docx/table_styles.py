"""The table styles: horizontal rules only, a tinted head with a strong rule below it."""

from __future__ import annotations

from reportgen.model.theme import Palette, Theme
from reportgen.write.docx.names import style_id
from reportgen.write.docx.xml import Node, eighths, hexa, twips, w

_SIDES = ("top", "left", "bottom", "right")


def table_style(word: str, theme: Theme, name: str, palette: Palette) -> Node:
    """Return the definition of a table style of the theme in the colours of a palette; ``word`` is its name."""
    style = theme.tables[name]
    ink, hair = theme.colours["ink"], theme.colours["hair"]
    borders = w("tblBorders", rule("bottom", 0.75, ink))
    if style.rules == "rows":
        borders.append(rule("insideH", 0.5, hair))
    table = w(
        "tblPr",
        w("tblInd", w=0, type="dxa"),
        borders,
        w("tblCellMar", *_margins(style.cell_padding)),
    )
    head = w(
        "tblStylePr",
        w(
            "tcPr",
            w("tcBorders", rule("bottom", 1.25, ink)),
            w("shd", val="clear", color="auto", fill=hexa(palette.tint)),
            w("vAlign", val="bottom"),
        ),
        type="firstRow",
    )
    return w(
        "style",
        w("name", val=word),
        w("basedOn", val="TableNormal"),
        w("qFormat"),
        table,
        head,
        type="table",
        styleId=style_id(word),
    )


def rule(side: str, weight: float, colour: str) -> Node:
    """Return a table's or cell's rule; ``weight`` in points."""
    return w(side, val="single", sz=eighths(weight), space=0, color=hexa(colour))


def _margins(padding: tuple[float, float, float, float]) -> list[Node]:
    top, right, bottom, left = padding
    sizes = dict(zip(_SIDES, (top, left, bottom, right), strict=True))
    return [w(side, w=twips(size), type="dxa") for side, size in sizes.items()]
