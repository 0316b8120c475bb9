"""The chart part: clustered columns or bars, every value labelled at its end, no axis, grid or legend."""

from __future__ import annotations

from collections import Counter
from decimal import Decimal

from reportgen.model.flow import Chart, Point, Series
from reportgen.model.locale import Locale
from reportgen.model.theme import Palette, TextStyle, Theme
from reportgen.write.docx.formats import BOLD, colour_of
from reportgen.write.docx.number_format import number_format
from reportgen.write.docx.workbook import SHEET, column_letter
from reportgen.write.docx.xml import Node, a, c, clean, emu, hexa, worded

_ROOM = Decimal("1.22")
"""How long the scale is to the longest column: its label stands beyond its end."""

_CATEGORIES, _VALUES = 1001, 1002
"""The ids of the two axes."""


def chart_part(chart: Chart, theme: Theme, palette: Palette, locale: Locale, workbook: str) -> Node:
    """Return the root of a chart's part. ``workbook`` is the id of the relationship to its workbook."""
    plot = c("plotArea", c("layout"), _bars(chart, theme, palette), *_axes(chart, theme, palette), _nothing("spPr"))
    data = c("externalData", c("autoUpdate", val=0))
    data.set("r:id", workbook)
    return c(
        "chartSpace",
        c("date1904", val=0),
        c("lang", val=locale.word),
        c("roundedCorners", val=0),
        c("chart", c("autoTitleDeleted", val=1), plot, c("plotVisOnly", val=1), c("dispBlanksAs", val="gap")),
        _nothing("spPr"),
        _text(theme.styles["chart-label"], theme, palette),
        data,
    )


def _bars(chart: Chart, theme: Theme, palette: Palette) -> Node:
    upright = chart.kind == "columns"
    colours = _colours(len(chart.series), palette)
    return c(
        "barChart",
        c("barDir", val="col" if upright else "bar"),
        c("grouping", val="clustered"),
        c("varyColors", val=0),
        *(_series(chart, at, colours[at], theme, palette) for at in range(len(chart.series))),
        c("gapWidth", val=20 if upright else 80),
        c("overlap", val=-8 if upright else 0),
        c("axId", val=_CATEGORIES),
        c("axId", val=_VALUES),
    )


def _colours(count: int, palette: Palette) -> list[str]:
    """Return the series' colours: the last is the current one and strongest, the ones before it lighter."""
    ramp = {1: [palette.base], 2: [palette.light, palette.base], 3: [palette.light, palette.mid, palette.base]}
    return ramp.get(count) or [palette.light, palette.mid, palette.base, palette.deep] * (count // 4 + 1)


def _series(chart: Chart, at: int, colour: str, theme: Theme, palette: Palette) -> Node:
    series = chart.series[at]
    letter, last = column_letter(at + 1), len(chart.categories) + 1
    labels = _labels(series, theme, palette, named=len(chart.series) > 1, current=at == len(chart.series) - 1)
    return c(
        "ser",
        c("idx", val=at),
        c("order", val=at),
        c("tx", _strings(f"{SHEET}!${letter}$1", (series.label,))),
        c("spPr", _fill(colour)),
        c("invertIfNegative", val=0),
        labels,
        c("cat", _strings(f"{SHEET}!$A$2:$A${last}", chart.categories)),
        c("val", _numbers(f"{SHEET}!${letter}$2:${letter}${last}", series)),
    )


def _strings(formula: str, texts: tuple[str, ...]) -> Node:
    points = [c("pt", worded(c("v"), text), idx=at) for at, text in enumerate(texts)]
    return c("strRef", worded(c("f"), formula), c("strCache", c("ptCount", val=len(texts)), *points))


def _numbers(formula: str, series: Series) -> Node:
    """Return the cached values. A missing one is held as nought whose format prints its dash; the workbook has none."""
    points = [
        c("pt", worded(c("v"), f"{point.value or 0:f}"), idx=at, formatCode=clean(number_format(point)))
        for at, point in enumerate(series.points)
    ]
    code = worded(c("formatCode"), _usual(series))
    return c("numRef", worded(c("f"), formula), c("numCache", code, c("ptCount", val=len(points)), *points))


def _usual(series: Series) -> str:
    formats = Counter(number_format(point) for point in series.points if point.value is not None)
    return formats.most_common(1)[0][0] if formats else "General"


def _labels(series: Series, theme: Theme, palette: Palette, named: bool, current: bool) -> Node:
    style = theme.styles["chart-value-current" if current else "chart-value"]
    usual = _usual(series)
    made = c("dLbls")
    for at, point in enumerate(series.points):
        if number_format(point) != usual:
            made.append(c("dLbl", c("idx", val=at), *_label(style, number_format(point), theme, palette, named, point)))
    made.append(*_label(style, usual, theme, palette, named, None))
    return made


def _label(style: TextStyle, code: str, theme: Theme, palette: Palette, named: bool, point: Point | None) -> list[Node]:
    shown = {"showLegendKey": 0, "showVal": 1, "showCatName": 0, "showSerName": int(named)}
    parts = [
        c("numFmt", formatCode=clean(code), sourceLinked=0),
        _nothing("spPr"),
        _text(style, theme, palette),
        c("dLblPos", val="outEnd"),
        *(c(tag, val=value) for tag, value in shown.items()),
        c("showPercent", val=0),
        c("showBubbleSize", val=0),
    ]
    return [*parts, worded(c("separator"), "\n")] if named else parts


def _axes(chart: Chart, theme: Theme, palette: Palette) -> tuple[Node, Node]:
    upright = chart.kind == "columns"
    style = theme.styles["chart-category" if upright else "chart-label"]
    line = a("ln", _fill(theme.colours["ink"]), w=emu(0.75))
    categories = c(
        "catAx",
        c("axId", val=_CATEGORIES),
        c("scaling", c("orientation", val="minMax" if upright else "maxMin")),
        c("delete", val=0),
        c("axPos", val="b" if upright else "l"),
        *_ticks("low"),
        c("spPr", line),
        _text(style, theme, palette),
        c("crossAx", val=_VALUES),
        c("crosses", val="autoZero"),
        c("auto", val=1),
        c("lblAlgn", val="ctr"),
        c("lblOffset", val=100),
        c("noMultiLvlLbl", val=0),
    )
    values = c(
        "valAx",
        c("axId", val=_VALUES),
        c("scaling", c("orientation", val="minMax"), *_ends(chart)),
        c("delete", val=1),
        c("axPos", val="l" if upright else "t"),
        c("numFmt", formatCode="General", sourceLinked=0),
        *_ticks("nextTo"),
        c("crossAx", val=_CATEGORIES),
        c("crosses", val="autoZero"),
        c("crossBetween", val="between"),
    )
    return categories, values


def _ends(chart: Chart) -> list[Node]:
    """Return the scale's ends: room for a label above the highest value; below nought, unless there is less."""
    values = [point.value for series in chart.series for point in series.points if point.value is not None]
    ends = []
    if values and max(values) > 0:
        ends.append(c("max", val=f"{max(values) * _ROOM:f}"))
    if not any(value < 0 for value in values):
        ends.append(c("min", val=0))
    return ends


def _ticks(labels: str) -> list[Node]:
    return [c("majorTickMark", val="none"), c("minorTickMark", val="none"), c("tickLblPos", val=labels)]


def _fill(colour: str) -> Node:
    return a("solidFill", a("srgbClr", val=hexa(colour)))


def _nothing(tag: str) -> Node:
    return c(tag, a("noFill"), a("ln", a("noFill")))


def _text(style: TextStyle, theme: Theme, palette: Palette) -> Node:
    face = style.face
    look = a(
        "defRPr",
        _fill(colour_of(style.colour, theme, palette)),
        a("latin", typeface=face.word_latin),
        a("ea", typeface=face.word_han),
        a("cs", typeface=face.word_latin),
        sz=round(style.size * 100),
        b=int(style.weight >= BOLD),
    )
    paragraph = a("p", a("pPr", look), a("endParaRPr"))
    return c("txPr", a("bodyPr", wrap="none"), a("lstStyle"), paragraph)
