"""A donut: each part labelled beside the ring, at a place reckoned from the default one in the ring."""

from __future__ import annotations

from math import cos, pi, sin

from reportgen.model.flow import Chart
from reportgen.style.chart_placing import parted, spread, starts
from reportgen.write.docx.chart_pieces import (
    Label,
    Look,
    fill,
    inner_area,
    labels,
    part_shades,
    series_data,
    series_head,
    usual_format,
    width_of,
)
from reportgen.write.docx.number_format import number_format
from reportgen.write.docx.xml import Node, a, c, emu

_HOLE = 62
"""The hole's diameter in per cent of the ring's."""

_SIZE = 0.8
"""The ring's diameter, of the height of a plot: labels of two lines want more room beside it."""


def donut_plot(chart: Chart, look: Look) -> list[Node]:
    """Return the plot of a donut: the last series."""
    ring = _ring(look)
    at = len(chart.series) - 1
    area = inner_area((look.size[0] - ring) / 2, (look.size[1] - ring) / 2, ring, ring, look)
    plot = c(
        "doughnutChart",
        c("varyColors", val=1),
        _series(chart, at, look),
        c("firstSliceAng", val=0),
        c("holeSize", val=_HOLE),
    )
    return [area, plot]


def _ring(look: Look) -> float:
    return look.theme.measures["chart-plot"] * _SIZE


def _series(chart: Chart, at: int, look: Look) -> Node:
    style, series = look.theme.styles["chart-value-current"], chart.series[at]
    own = {
        place: Label(number_format(point), style, "", category=True, offset=offset)
        for place, (point, offset) in enumerate(zip(series.points, _offsets(chart, at, look), strict=True))
    }
    return c(
        "ser",
        *series_head(chart, at),
        *(_part(place, colour, look) for place, colour in enumerate(part_shades(look, len(series.points)))),
        labels(own, Label(usual_format(series), style, "", category=True), look, leaders=True),
        *series_data(chart, at),
    )


def _part(place: int, colour: str, look: Look) -> Node:
    edge = a("ln", fill(look.theme.colours["white"], look), w=emu(look.theme.measures["chart-part-between"] / 2))
    return c("dPt", c("idx", val=place), c("bubble3D", val=0), c("spPr", fill(colour, look), edge))


def _offsets(chart: Chart, at: int, look: Look) -> list[tuple[float, float]]:
    """Return, for each part, the way from the middle of its piece of the ring to that of its label, in points."""
    style, points, radius = look.theme.styles["chart-value-current"], chart.series[at].points, _ring(look) / 2
    middle = radius * (100 + _HOLE) / 200
    lengths = parted([point.value for point in points], 2 * pi, 0.0, 0.0)
    angles = [start + length / 2 for start, length in zip(starts(lengths, 0.0), lengths, strict=True)]
    heights = _heights(angles, radius, 2 * style.leading, look.size[1])
    reach = look.theme.measures["chart-donut-reach"]
    offsets = []
    for angle, height, point, name in zip(angles, heights, points, chart.categories, strict=True):
        half = max(width_of(point.text, style), width_of(name, style)) / 2
        side = (radius + reach + half) * (1 if angle <= pi else -1)
        offsets.append((side - middle * sin(angle), height + middle * cos(angle)))
    return offsets


def _heights(angles: list[float], radius: float, size: float, room: float) -> list[float]:
    """Return how far below the ring's centre the middle of each label is, those of a side apart."""
    found = [0.0] * len(angles)
    for right in (True, False):
        side = sorted(
            (at for at, angle in enumerate(angles) if (angle <= pi) is right), key=lambda at: -cos(angles[at])
        )
        wanted = [-radius * cos(angles[at]) - size / 2 for at in side]
        for at, place in zip(side, spread(wanted, [size] * len(side), 0.0, -room / 2, room / 2), strict=True):
            found[at] = place + size / 2
    return found
