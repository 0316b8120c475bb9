"""Stacked bars and columns: each part labelled beside it, at a place reckoned from the default one."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal

from reportgen.model.flow import Chart, Point
from reportgen.model.theme import Theme
from reportgen.style.chart_placing import label_lines, parted, spread, starts
from reportgen.write.docx.chart_pieces import (
    CATEGORIES,
    VALUES,
    Label,
    Look,
    axes,
    base_line,
    ends_of,
    fill,
    inner_area,
    labels,
    part_shades,
    series_data,
    series_head,
    usual_format,
    width_of,
)
from reportgen.write.docx.number_format import named_format, number_format
from reportgen.write.docx.xml import Node, a, c, emu

_CURRENT = "chart-value-current"
_SHARE = 0.35
"""A column's width, of the room of its category; the rest is its labels'."""

Offsets = Callable[[Chart, int, Look], list[tuple[float, float]]]


def stacked_height(chart: Chart, theme: Theme) -> float:
    """Return how high a chart of stacked bars is, in points, with the labels above its bars."""
    return _pitch(chart, theme) * len(chart.categories) + _above(chart, theme)


def stacked_bar_plot(chart: Chart, look: Look) -> list[Node]:
    """Return the plot of stacked bars, all of one length, their labels above them, their names in the side column."""
    theme = look.theme
    pitch, above, side = _pitch(chart, theme), _above(chart, theme), theme.page.prose_x - theme.page.left
    gap = round((pitch / theme.measures["chart-stack-bar"] - 1) * 100)
    plot = _plot("bar", "percentStacked", _series(chart, look, _over_bar, named_format), gap)
    area = inner_area(side, above, theme.page.prose_width, pitch * len(chart.categories), look)
    return [area, plot, *axes(look, False, "chart-category", [], a("ln", a("noFill")))]


def _pitch(chart: Chart, theme: Theme) -> float:
    """Return the distance of bars; what their labels need beyond one line is added."""
    more = max((max(_labels(chart, at, theme)[2]) for at in range(len(chart.categories))), default=0)
    return theme.measures["chart-stack-pitch"] + more * theme.styles[_CURRENT].leading


def _above(chart: Chart, theme: Theme) -> float:
    """Return how far the labels of the first bar reach above its half of the room."""
    pitch, measures = _pitch(chart, theme), theme.measures
    label = pitch - measures["chart-stack-pitch"] + theme.styles[_CURRENT].leading
    return max(0.0, measures["chart-stack-bar"] / 2 + measures["chart-stack-label-gap"] + label - pitch / 2)


def _labels(chart: Chart, at: int, theme: Theme) -> tuple[list[float], list[float], list[int]]:
    """Return the lengths of a bar's parts, where their labels' middles are, and on which line each stands."""
    measures, style = theme.measures, theme.styles[_CURRENT]
    points = [series.points[at] for series in chart.series]
    lengths = parted([point.value for point in points], theme.page.prose_width, 0.0, 0.0)
    drawn = [place for place, point in enumerate(points) if point.text]
    widths = [width_of(points[place].text + points[place].name, style) for place in drawn]
    gap, wide, room = measures["chart-label-gap"], measures["chart-part-wide"], theme.page.prose_width
    places, rows = label_lines([lengths[place] for place in drawn], widths, 0.0, gap, wide, room)
    middles, lines = [0.0] * len(points), [0] * len(points)
    for place, start, width, row in zip(drawn, places, widths, rows, strict=True):
        middles[place], lines[place] = start + width / 2, row
    return lengths, middles, lines


def stacked_column_plot(chart: Chart, look: Look) -> list[Node]:
    """Return the plot of stacked columns on one scale, labelled at their right; the last column's labels are named."""
    top = max((_whole(chart, at) for at in range(len(chart.categories))), default=Decimal(0))
    plot = _plot("col", "stacked", _series(chart, look, _beside_column, number_format), round((1 / _SHARE - 1) * 100))
    ends = ends_of(Decimal(0), top or None)
    area = inner_area(0.0, look.theme.step, _columns_width(look), look.theme.measures["chart-plot"], look)
    return [area, plot, *axes(look, True, "chart-category", ends, base_line(look))]


def _plot(direction: str, grouping: str, series: list[Node], gap: int) -> Node:
    return c(
        "barChart",
        c("barDir", val=direction),
        c("grouping", val=grouping),
        c("varyColors", val=0),
        *series,
        c("gapWidth", val=gap),
        c("overlap", val=100),
        c("axId", val=CATEGORIES),
        c("axId", val=VALUES),
    )


def _series(chart: Chart, look: Look, offsets: Offsets, code: Callable[[Point], str]) -> list[Node]:
    """Return the series: a hair of a part's own colour keeps the smallest to be seen."""
    by_category = [offsets(chart, at, look) for at in range(len(chart.categories))]
    style = look.theme.styles[_CURRENT]
    made = []
    for at, (series, colour) in enumerate(zip(chart.series, part_shades(look, len(chart.series)), strict=True)):
        last = len(series.points) - 1 if series.label else -1
        own = {
            place: Label(code(point), style, "ctr", series=place == last, offset=by_category[place][at])
            for place, point in enumerate(series.points)
            if point.text
        }
        usual = Label(usual_format(series), style, "ctr")
        outline = a("ln", fill(colour, look), w=emu(look.theme.measures["chart-least"]))
        made.append(
            c(
                "ser",
                *series_head(chart, at),
                c("spPr", fill(colour, look), outline),
                c("invertIfNegative", val=0),
                labels(own, usual, look),
                *series_data(chart, at),
            )
        )
    return made


def _over_bar(chart: Chart, at: int, look: Look) -> list[tuple[float, float]]:
    """Return, for each part of a bar, the way from its middle to its label's, in points."""
    measures, leading = look.theme.measures, look.theme.styles[_CURRENT].leading
    lengths, middles, lines = _labels(chart, at, look.theme)
    up = measures["chart-stack-bar"] / 2 + measures["chart-stack-label-gap"] + leading / 2
    return [
        (middle - (start + part / 2), -up - (max(lines) - line) * leading)
        for middle, start, part, line in zip(middles, starts(lengths, 0.0), lengths, lines, strict=True)
    ]


def _beside_column(chart: Chart, at: int, look: Look) -> list[tuple[float, float]]:
    """Return, for each part of a column, the way from its middle to that of its label, in points."""
    measures, style = look.theme.measures, look.theme.styles[_CURRENT]
    plot, column = measures["chart-plot"], _columns_width(look) / len(chart.categories) * _SHARE
    top = max(_whole(chart, each) for each in range(len(chart.categories)))
    height = plot * float(_whole(chart, at) / top) if top else 0.0
    lengths = parted([series.points[at].value for series in chart.series], height, 0.0, 0.0)
    middles = [-start - part / 2 for start, part in zip(starts(lengths, 0.0), lengths, strict=True)]
    last = at == len(chart.categories) - 1
    high = (2 if last else 1) * style.leading
    wanted = [middle - high / 2 for middle in reversed(middles)]
    places = list(reversed(spread(wanted, [high] * len(wanted), 0.0, -plot - look.theme.step, 0.0)))
    words = [(series.points[at].text, series.label if last else "") for series in chart.series]
    rights = [max(width_of(text, style) for text in each) / 2 for each in words]
    gap = measures["chart-part-gap"]
    return [
        (column / 2 + gap + right, place + high / 2 - middle)
        for right, place, middle in zip(rights, places, middles, strict=True)
    ]


def _columns_width(look: Look) -> float:
    """Return how wide the room of all columns is: the last one's labels reach beyond it."""
    return look.size[0] - look.theme.measures["chart-line-name-width"]


def _whole(chart: Chart, at: int) -> Decimal:
    values = (series.points[at].value for series in chart.series)
    return sum((value for value in values if value is not None and value > 0), Decimal(0))
