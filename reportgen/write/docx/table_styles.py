"""The table style: horizontal rules only, a tinted head with a strong rule below it.

Word's choices "Header Row", "Total Row", "Banded Rows", "First Column" and "Last Column" each do what they say.
"""

from __future__ import annotations

from reportgen.model.theme import Palette
from reportgen.write.docx.design import Design
from reportgen.write.docx.names import style_id
from reportgen.write.docx.xml import Node, twips, w

_SIDES = ("top", "left", "bottom", "right")


def table_style(word: str, design: Design, palette: Palette) -> Node:
    """Return the definition of the table style in the colours of a palette; ``word`` is its name."""
    theme, scheme = design.theme, design.scheme
    ink, measures = theme.colours["ink"], theme.measures
    rules = (
        scheme.rule("bottom", measures["end-rule"], ink),
        scheme.rule("insideH", measures["rule"], theme.colours["hair"]),
    )
    tinted = scheme.shade(palette.tint)
    head = w(
        "tcPr", w("tcBorders", scheme.rule("bottom", measures["head-rule"], ink)), tinted, w("vAlign", val="bottom")
    )
    total = w("tcPr", w("tcBorders", scheme.rule("top", measures["end-rule"], ink)))
    return w(
        "style",
        w("name", val=word),
        w("basedOn", val="TableNormal"),
        w("qFormat"),
        w(
            "tblPr",
            w("tblStyleRowBandSize", val=1),
            w("tblInd", w=0, type="dxa"),
            w("tblBorders", *rules),
            w("tblCellMar", *cell_margins(usual_padding(design))),
        ),
        _part("firstRow", head, bold=True),
        _part("lastRow", total, bold=True),
        _part("firstCol", bold=True),
        _part("lastCol", w("tcPr", tinted), bold=True),
        _part("band2Horz", w("tcPr", tinted)),
        type="table",
        styleId=style_id(word),
    )


def usual_padding(design: Design) -> tuple[float, float, float, float]:
    """Return the padding of cells in the style: that of the theme's first tables; others say their own."""
    return next(iter(design.theme.tables.values())).cell_padding


def cell_margins(padding: tuple[float, float, float, float]) -> list[Node]:
    """Return the margins of cells by a padding: top, right, bottom, left, in points."""
    top, right, bottom, left = padding
    sizes = dict(zip(_SIDES, (top, left, bottom, right), strict=True))
    return [w(side, w=twips(size), type="dxa") for side, size in sizes.items()]


def _part(name: str, *cell: Node, bold: bool = False) -> Node:
    look = [w("rPr", w("b"), w("bCs"))] if bold else []
    return w("tblStylePr", *look, *cell, type=name)
