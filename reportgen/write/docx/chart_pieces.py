"""What the plots of chart parts are made of: cached words and numbers, labels, axes, text, fills."""

from __future__ import annotations

from collections import Counter
from decimal import Decimal

from msgspec import Struct

from reportgen.model.cell_names import column_letter
from reportgen.model.flow import Chart, Series
from reportgen.model.theme import Palette, TextStyle, Theme
from reportgen.style.chart_shades import ramp
from reportgen.write.docx.design import Design
from reportgen.write.docx.extent import em_width
from reportgen.write.docx.number_format import number_format
from reportgen.write.docx.workbook import SHEET, held_value, series_name
from reportgen.write.docx.xml import Node, a, c, clean, emu, worded

CATEGORIES, VALUES = 1001, 1002
"""The ids of the two axes."""


class Look(Struct, frozen=True):
    """What a chart looks like: the design, the family's colours, its width and height in points."""

    design: Design
    palette: Palette
    size: tuple[float, float]

    @property
    def theme(self) -> Theme:
        """The design's theme."""
        return self.design.theme


class Label(Struct, frozen=True):
    """A value's label: its format, where it stands, what it names beside the value.

    ``place`` is a position by the schema (``outEnd``), or empty where the kind of plot has none; ``offset`` moves it
    from there, in points. ``series`` and ``category`` say whether their names stand above the value.
    """

    code: str
    style: TextStyle
    place: str
    series: bool = False
    category: bool = False
    offset: tuple[float, float] | None = None


def part_shades(look: Look, count: int) -> list[str]:
    """Return a colour for each of so many parts of a whole."""
    return [getattr(look.palette, token) for token in ramp(count)]


def series_head(chart: Chart, at: int) -> list[Node]:
    """Return what a series begins with: its numbers and its name."""
    name = strings(f"{SHEET}!${column_letter(at + 1)}$1", (series_name(chart.series[at]),))
    return [c("idx", val=at), c("order", val=at), c("tx", name)]


def series_data(chart: Chart, at: int) -> list[Node]:
    """Return what a series ends with: its categories and its values."""
    letter, last = column_letter(at + 1), len(chart.categories) + 1
    return [
        c("cat", strings(f"{SHEET}!$A$2:$A${last}", chart.categories)),
        c("val", _numbers(f"{SHEET}!${letter}$2:${letter}${last}", chart, at)),
    ]


def strings(formula: str, texts: tuple[str, ...]) -> Node:
    """Return a reference to words in the workbook, with the words."""
    points = [c("pt", worded(c("v"), text), idx=at) for at, text in enumerate(texts)]
    return c("strRef", worded(c("f"), formula), c("strCache", c("ptCount", val=len(texts)), *points))


def _numbers(formula: str, chart: Chart, at: int) -> Node:
    """Return a reference to the numbers of a series in the workbook, with the numbers that it has there."""
    series = chart.series[at]
    points = [
        c("pt", worded(c("v"), f"{value:f}"), idx=place, formatCode=clean(number_format(point)))
        for place, point in enumerate(series.points)
        if (value := held_value(chart, point)) is not None
    ]
    code = worded(c("formatCode"), usual_format(series))
    return c("numRef", worded(c("f"), formula), c("numCache", code, c("ptCount", val=len(series.points)), *points))


def usual_format(series: Series) -> str:
    """Return the format that most of a series' values print in."""
    formats = Counter(number_format(point) for point in series.points if point.value is not None)
    return formats.most_common(1)[0][0] if formats else "General"


def labels(by_point: dict[int, Label], usual: Label, look: Look, *, leaders: bool = False) -> Node:
    """Return a series' labels: those of single points, and how all others look.

    ``leaders`` are lines from values to labels that stand away from them.
    """
    single = [c("dLbl", c("idx", val=at), *_label(label, look)) for at, label in sorted(by_point.items())]
    return c("dLbls", *single, *_label(usual, look), c("showLeaderLines", val=int(leaders)))


def _label(label: Label, look: Look) -> list[Node]:
    shown = {"showLegendKey": 0, "showVal": 1, "showCatName": int(label.category), "showSerName": int(label.series)}
    named = label.series or label.category
    return [
        *([_moved(label.offset, look)] if label.offset else []),
        c("numFmt", formatCode=clean(label.code), sourceLinked=0),
        nothing("spPr"),
        text(label.style, look),
        *([c("dLblPos", val=label.place)] if label.place else []),
        *(c(tag, val=value) for tag, value in shown.items()),
        c("showPercent", val=0),
        c("showBubbleSize", val=0),
        *([worded(c("separator"), "\n")] if named else []),
    ]


def _moved(offset: tuple[float, float], look: Look) -> Node:
    x, y = (f"{points / whole:.5f}" for points, whole in zip(offset, look.size, strict=True))
    return c("layout", c("manualLayout", c("x", val=x), c("y", val=y)))


def inner_area(x: float, y: float, width: float, height: float, look: Look) -> Node:
    """Return the layout of a plot's inner area, given in points."""
    shares = {"x": x / look.size[0], "y": y / look.size[1], "w": width / look.size[0], "h": height / look.size[1]}
    return c(
        "layout",
        c(
            "manualLayout",
            c("layoutTarget", val="inner"),
            c("xMode", val="edge"),
            c("yMode", val="edge"),
            *(c(tag, val=f"{share:.5f}") for tag, share in shares.items()),
        ),
    )


def width_of(words: str, style: TextStyle) -> float:
    """Return how wide words are in a style, about, in points."""
    return em_width(words) * style.size


def base_line(look: Look) -> Node:
    """Return the outline of an axis on which columns stand."""
    return a("ln", fill(look.theme.colours["ink"], look), w=emu(look.theme.measures["end-rule"]))


def axes(look: Look, upright: bool, style: str, ends: list[Node], line: Node) -> list[Node]:
    """Return a visible axis of categories and a hidden one of values, which begins and ends at ``ends``."""
    categories = c(
        "catAx",
        c("axId", val=CATEGORIES),
        c("scaling", c("orientation", val="minMax" if upright else "maxMin")),
        c("delete", val=0),
        c("axPos", val="b" if upright else "l"),
        *_ticks("low"),
        c("spPr", line),
        text(look.theme.styles[style], look),
        c("crossAx", val=VALUES),
        c("crosses", val="autoZero"),
        c("auto", val=1),
        c("lblAlgn", val="ctr"),
        c("lblOffset", val=100),
        c("noMultiLvlLbl", val=0),
    )
    values = c(
        "valAx",
        c("axId", val=VALUES),
        c("scaling", c("orientation", val="minMax"), *ends),
        c("delete", val=1),
        c("axPos", val="l" if upright else "t"),
        c("numFmt", formatCode="General", sourceLinked=0),
        *_ticks("nextTo"),
        c("crossAx", val=CATEGORIES),
        c("crosses", val="autoZero"),
        c("crossBetween", val="between"),
    )
    return [categories, values]


def ends_of(low: Decimal | None, high: Decimal | None) -> list[Node]:
    """Return the ends of a scale; ``None`` leaves one to Word."""
    most = [] if high is None else [c("max", val=f"{high:f}")]
    return most if low is None else [*most, c("min", val=f"{low:f}")]


def _ticks(names: str) -> list[Node]:
    return [c("majorTickMark", val="none"), c("minorTickMark", val="none"), c("tickLblPos", val=names)]


def fill(colour: str, look: Look) -> Node:
    """Return a plain fill, by the colour scheme where the colour is one of it."""
    return look.design.scheme.fill(colour)


def nothing(tag: str) -> Node:
    """Return a shape without fill and outline."""
    return c(tag, a("noFill"), a("ln", a("noFill")))


def text(style: TextStyle, look: Look) -> Node:
    """Return how text looks in a style of the theme."""
    pair = look.design.fonts.drawn(style.face)
    characters = a(
        "defRPr",
        fill(look.design.colour(style.colour, look.palette), look),
        a("latin", typeface=pair.latin),
        a("ea", typeface=pair.han),
        a("cs", typeface=pair.latin),
        sz=round(style.size * 100),
        b=int(look.design.is_bold(style)),
    )
    paragraph = a("p", a("pPr", characters), a("endParaRPr"))
    return c("txPr", a("bodyPr", wrap="none"), a("lstStyle"), paragraph)
