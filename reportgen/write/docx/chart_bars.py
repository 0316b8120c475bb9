"""Grouped columns, and bars: every value labelled at its end."""

from __future__ import annotations

from decimal import Decimal

from reportgen.model.flow import Chart
from reportgen.model.theme import Palette
from reportgen.write.docx.chart_pieces import (
    CATEGORIES,
    VALUES,
    Label,
    Look,
    axes,
    base_line,
    ends_of,
    fill,
    labels,
    series_data,
    series_head,
    usual_format,
)
from reportgen.write.docx.number_format import number_format
from reportgen.write.docx.xml import Node, c

_ROOM = Decimal("1.22")
"""How long the scale is to the longest column: its label stands beyond its end."""


def bar_plot(chart: Chart, look: Look) -> list[Node]:
    """Return the plot of columns or bars, with its axes."""
    upright = chart.kind == "columns"
    colours = _colours(len(chart.series), look.palette)
    plot = c(
        "barChart",
        c("barDir", val="col" if upright else "bar"),
        c("grouping", val="clustered"),
        c("varyColors", val=0),
        *(_series(chart, at, colours[at], look) for at in range(len(chart.series))),
        c("gapWidth", val=20 if upright else 80),
        c("overlap", val=-8 if upright else 0),
        c("axId", val=CATEGORIES),
        c("axId", val=VALUES),
    )
    style = "chart-category" if upright else "chart-label"
    return [c("layout"), plot, *axes(look, upright, style, _ends(chart), base_line(look))]


def _colours(count: int, palette: Palette) -> list[str]:
    """Return the series' colours: the last is the current one and strongest, the ones before it lighter."""
    ramp = {1: [palette.base], 2: [palette.light, palette.base], 3: [palette.light, palette.mid, palette.base]}
    return ramp.get(count) or [palette.light, palette.mid, palette.base, palette.deep] * (count // 4 + 1)


def _series(chart: Chart, at: int, colour: str, look: Look) -> Node:
    return c(
        "ser",
        *series_head(chart, at),
        c("spPr", fill(colour, look)),
        c("invertIfNegative", val=0),
        _labels(chart, at, look),
        *series_data(chart, at),
    )


def _labels(chart: Chart, at: int, look: Look) -> Node:
    series, named = chart.series[at], len(chart.series) > 1
    style = look.theme.styles["chart-value-current" if at == len(chart.series) - 1 else "chart-value"]
    usual = usual_format(series)
    own = {
        place: Label(number_format(point), style, "outEnd", series=named)
        for place, point in enumerate(series.points)
        if number_format(point) != usual
    }
    return labels(own, Label(usual, style, "outEnd", series=named), look)


def _ends(chart: Chart) -> list[Node]:
    """Return the scale's ends: room for a label above the highest value; below nought, unless there is less."""
    values = [point.value for series in chart.series for point in series.points if point.value is not None]
    high = max(values) * _ROOM if values and max(values) > 0 else None
    return ends_of(None if any(value < 0 for value in values) else Decimal(0), high)
