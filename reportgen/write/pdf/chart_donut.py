"""A donut: a ring parted by category, from the top clockwise; each part is labelled beside the ring, by a hair."""

from __future__ import annotations

from math import cos, pi, sin

from msgspec import Struct

from reportgen.model.flow import Chart
from reportgen.style.chart_placing import parted, spread, starts
from reportgen.write.pdf.chart_labels import block_label
from reportgen.write.pdf.page import Page
from reportgen.write.pdf.parts import Element
from reportgen.write.pdf.plot import Plot, part_shades
from reportgen.write.pdf.press import Press
from reportgen.write.pdf.text import SetText

_HOLE = 0.62
"""The radius of the hole, of the ring's."""


class _Part(Struct, frozen=True):
    """A part of the ring: from one angle to another, clockwise from the top, and its label."""

    start: float
    end: float
    label: SetText

    @property
    def middle(self) -> float:
        return (self.start + self.end) / 2

    @property
    def right(self) -> bool:
        return _is_right((self.start, self.end))


def donut_plot(press: Press, chart: Chart, figure: Element) -> Plot:
    """Return the plot of a donut; it shows the last series."""
    measures = press.theme.measures
    parts = _parts(press, chart, figure)
    top, size = measures["chart-plot-top"], measures["chart-plot"]

    def paint(page: Page, y: float) -> None:
        centre = (press.theme.page.prose_x + press.theme.page.prose_width / 2, y + top + size / 2)
        _paint_labels(press, chart, figure, parts, centre, page)
        _paint_ring(press, chart, figure, parts, centre, page)

    return Plot(top + size + measures["chart-plot-foot"], paint)


def _parts(press: Press, chart: Chart, figure: Element) -> list[_Part]:
    measures = press.theme.measures
    points = chart.series[-1].points if chart.series else ()
    radius = measures["chart-plot"] / 2
    room = press.theme.page.prose_width / 2 - radius - measures["chart-donut-reach"]
    lengths = parted([point.value for point in points], 2 * pi * radius, 0.0, measures["chart-part-least"])
    parts = []
    for start, length, point, name in zip(starts(lengths, 0.0), lengths, points, chart.categories, strict=True):
        angles = (start / radius, (start + length) / radius)
        align = "left" if _is_right(angles) else "right"
        parts.append(_Part(*angles, block_label(press, chart, (point.text, name), room, figure, align)))
    return parts


def _is_right(angles: tuple[float, float]) -> bool:
    """Say whether the middle between two angles lies on the right side."""
    return sum(angles) / 2 <= pi


def _paint_ring(
    press: Press, chart: Chart, figure: Element, parts: list[_Part], centre: tuple[float, float], page: Page
) -> None:
    radius = press.theme.measures["chart-plot"] / 2
    drawn = [part for part in parts if part.end > part.start]
    for part, shade in zip(parts, part_shades(press, chart, len(parts)), strict=True):
        if part.end > part.start:
            page.paint(page.ink.arc(centre, (radius, radius * _HOLE), (part.start, part.end), shade), figure)
    if len(drawn) > 1:
        cuts = [(_at(centre, radius * _HOLE - 1, part.start), _at(centre, radius + 1, part.start)) for part in drawn]
        white = press.colour("white", chart.family)
        page.paint(page.ink.stroke(cuts, press.theme.measures["chart-part-between"], white), figure)


def _paint_labels(
    press: Press, chart: Chart, figure: Element, parts: list[_Part], centre: tuple[float, float], page: Page
) -> None:
    for side in (True, False):
        ordered = sorted((part for part in parts if part.right is side), key=lambda part: -cos(part.middle))
        _paint_side(press, chart, figure, ordered, centre, page)


def _paint_side(
    press: Press, chart: Chart, figure: Element, parts: list[_Part], centre: tuple[float, float], page: Page
) -> None:
    """Paint the labels of one side from the top down, each with a hair from the ring to it."""
    measures = press.theme.measures
    radius, reach = measures["chart-plot"] / 2, measures["chart-donut-reach"]
    sizes = [part.label.height for part in parts]
    wanted = [_at(centre, radius, part.middle)[1] - part.label.height / 2 for part in parts]
    top = centre[1] - radius - measures["chart-plot-top"]
    for part, y in zip(parts, spread(wanted, sizes, 0.0, top, centre[1] + radius), strict=True):
        side = 1 if part.right else -1
        edge = centre[0] + side * (radius + reach)
        part.label.paint_all(page, edge if part.right else edge - part.label.width, y)
        ends = (_at(centre, radius + 2, part.middle), (edge - side * 3, y + part.label.height / 2))
        if part.end > part.start:
            page.paint(page.ink.stroke([ends], measures["rule"], press.colour("rule", chart.family)), figure)


def _at(centre: tuple[float, float], radius: float, angle: float) -> tuple[float, float]:
    """Return the point at a radius and an angle clockwise from the top."""
    return centre[0] + radius * sin(angle), centre[1] - radius * cos(angle)
