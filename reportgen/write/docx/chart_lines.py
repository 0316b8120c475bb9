"""Lines over periods, and dots with their limits: charts of lines, of which dots show only the markers.

A missing value is a gap.
"""

from __future__ import annotations

from decimal import Decimal

from reportgen.model.flow import Chart, Series
from reportgen.style.chart_placing import at_dots, dots_scale, spread
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
)
from reportgen.write.docx.number_format import named_format, number_format
from reportgen.write.docx.xml import Node, a, c, emu

_ROOM = Decimal("1.22")
"""How high the scale of lines is to the highest value: its label stands above it."""

_TICK = 14
"""The width of a limit's tick, in points."""


def line_plot(chart: Chart, look: Look) -> list[Node]:
    """Return the plot of lines from nought, each named at its last value."""
    measures, values, colours = look.theme.measures, _values(chart), part_shades(look, len(chart.series))
    high = max(values) * _ROOM if values and max(values) > 0 else Decimal(1)
    low = min([*values, Decimal(0)])
    offsets = _value_offsets(chart, (low, high), look)
    series = [_line(chart, at, colours[at], offsets[at], look) for at in range(len(chart.series))]
    width = look.size[0] - measures["chart-line-name-width"]
    area = inner_area(0.0, look.theme.step, width, measures["chart-plot"], look)
    return [area, _plot(series), *axes(look, True, "chart-series", ends_of(low, high), base_line(look))]


def dot_plot(chart: Chart, look: Look) -> list[Node]:
    """Return the plot of dots: a dot for the actual value, at its left; a tick for each limit, at its right."""
    low, high = dots_scale(_values(chart))
    offsets = _limit_offsets(chart, (low, high), look)
    series = [_dots(chart, at, offsets.get(at, {}), look) for at in range(len(chart.series))]
    return [c("layout"), _plot(series), *axes(look, True, "chart-category", ends_of(low, high), base_line(look))]


def _plot(series: list[Node]) -> Node:
    return c(
        "lineChart",
        c("grouping", val="standard"),
        c("varyColors", val=0),
        *series,
        c("marker", val=1),
        c("axId", val=CATEGORIES),
        c("axId", val=VALUES),
    )


def _values(chart: Chart) -> list[Decimal]:
    return [point.value for series in chart.series for point in series.points if point.value is not None]


def _line(chart: Chart, at: int, colour: str, offsets: dict[int, float], look: Look) -> Node:
    series, measures = chart.series[at], look.theme.measures
    style, last = look.theme.styles["chart-value-current"], _last(series)
    own = {
        place: Label(
            number_format(point),
            style,
            "r" if place == last else "t",
            series=place == last,
            offset=(0.0, offsets[place]) if offsets.get(place) else None,
        )
        for place, point in enumerate(series.points)
    }
    line = a("ln", fill(colour, look), a("round"), w=emu(measures["chart-line"]))
    return c(
        "ser",
        *series_head(chart, at),
        c("spPr", line),
        _marker("circle", measures["chart-dot"], colour, look),
        labels(own, Label(usual_format(series), style, "t"), look),
        *series_data(chart, at),
        c("smooth", val=0),
    )


def _last(series: Series) -> int:
    """Return the place of the last value; of the last point where there is none."""
    given = [place for place, point in enumerate(series.points) if point.value is not None]
    return given[-1] if given else len(series.points) - 1


def _value_offsets(chart: Chart, scale: tuple[Decimal, Decimal], look: Look) -> list[dict[int, float]]:
    """Return how far down the labels of values move so that none covers another or a dot, by series and category."""
    size, reach = look.theme.styles["chart-value-current"].leading, look.theme.measures["chart-dot"] / 2 + 1
    room = look.theme.measures["chart-plot"]
    found: list[dict[int, float]] = [{} for _ in chart.series]
    for category in range(len(chart.categories)):
        order = [at for at in _from_the_top(chart, category) if category != _last(chart.series[at])]
        dots = [_down(chart, at, category, scale, room) for at in order]
        for at, dot, place in zip(order, dots, at_dots(dots, size, reach, -look.theme.step, room), strict=True):
            found[at][category] = place - (dot - reach - size)
    named = [at for at in _from_the_top(chart, -1) if chart.series[at].points]
    middles = [_down(chart, at, _last(chart.series[at]), scale, room) for at in named]
    wanted = [middle - size for middle in middles]
    places = spread(wanted, [2 * size] * len(named), 0.0, -look.theme.step, room + size)
    for at, start, place in zip(named, wanted, places, strict=True):
        found[at][_last(chart.series[at])] = place - start
    return found


def _from_the_top(chart: Chart, category: int) -> list[int]:
    """Return the series that have a value in a category, the highest first; -1 is each one's last."""
    values = {}
    for at, series in enumerate(chart.series):
        place = _last(series) if category < 0 else category
        value = series.points[place].value if series.points else None
        if value is not None:
            values[at] = value
    return sorted(values, key=lambda at: -values[at])


def _down(chart: Chart, at: int, category: int, scale: tuple[Decimal, Decimal], room: float) -> float:
    """Return how far below the plot's top a value stands."""
    low, high = scale
    value = chart.series[at].points[category].value
    return room - float(((low if value is None else value) - low) / (high - low)) * room


def _marker(symbol: str, size: float, colour: str, look: Look) -> Node:
    return c(
        "marker",
        c("symbol", val=symbol),
        c("size", val=round(size)),
        c("spPr", fill(colour, look), a("ln", a("noFill"))),
    )


def _dots(chart: Chart, at: int, offsets: dict[int, float], look: Look) -> Node:
    """Return a series of markers; the first one is the actual values'."""
    series, actual = chart.series[at], at == 0
    style = look.theme.styles["chart-actual" if actual else "chart-series"]
    place = "l" if actual else "r"
    own = {
        at: Label(named_format(point), style, place, offset=(0.0, offsets[at]) if offsets.get(at) else None)
        for at, point in enumerate(series.points)
    }
    size, colour = look.theme.measures["chart-dot"], look.palette.base
    return c(
        "ser",
        *series_head(chart, at),
        c("spPr", a("ln", a("noFill"))),
        _marker("circle", size, colour, look) if actual else _marker("dash", _TICK, look.theme.colours["ink"], look),
        labels(own, Label(usual_format(series), style, place), look),
        *series_data(chart, at),
        c("smooth", val=0),
    )


def _limit_offsets(chart: Chart, scale: tuple[Decimal, Decimal], look: Look) -> dict[int, dict[int, float]]:
    """Return how far down the labels of limits move so that none covers another, by series and category."""
    room, size = look.theme.measures["chart-plot"], look.theme.styles["chart-series"].leading
    found: dict[int, dict[int, float]] = {at: {} for at in range(1, len(chart.series))}
    for category in range(len(chart.categories)):
        order = [at for at in _from_the_top(chart, category) if at in found]
        wanted = [_down(chart, at, category, scale, room) - size / 2 for at in order]
        places = spread(wanted, [size] * len(order), 0.0, -size, room + size)
        for at, place, start in zip(order, places, wanted, strict=True):
            found[at][category] = place - start
    return found
