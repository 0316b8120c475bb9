"""A dot plot: a line a category, a dot for the actual value, a tick for each limit; all lines on one scale."""

from __future__ import annotations

from decimal import Decimal

from msgspec import Struct

from reportgen.model.flow import Chart, Paragraph, Point, Run
from reportgen.style.chart_placing import beside_ticks, dots_scale
from reportgen.write.pdf.chart_labels import base_in
from reportgen.write.pdf.page import Page
from reportgen.write.pdf.parts import Element, Segment
from reportgen.write.pdf.plot import Plot, label, put_label
from reportgen.write.pdf.press import Press
from reportgen.write.pdf.text import SetText

ACTUAL, LIMIT = "chart-actual", "chart-series"


class _Scale(Struct, frozen=True):
    """Where values stand: from ``low`` to ``high`` on a line from ``left`` of a ``width``."""

    low: Decimal
    high: Decimal
    left: float
    width: float

    def x(self, value: Decimal) -> float:
        return self.left + float((value - self.low) / (self.high - self.low)) * self.width


class _Row(Struct, frozen=True):
    """A category: its name, its actual value, its limits by series."""

    name: SetText
    actual: Point
    limits: tuple[Point, ...]


def dots_plot(press: Press, chart: Chart, figure: Element) -> Plot:
    """Return the plot of a chart of dots: its first series are the actual values, the others the limits."""
    measures = press.theme.measures
    rows = [_row(press, chart, number, figure) for number in range(len(chart.categories))]
    scale = _scale(press, chart)

    def paint(page: Page, top: float) -> None:
        for number, row in enumerate(rows):
            y = top + measures["chart-dots-top"] + number * measures["chart-dots-pitch"]
            _paint_row(press, chart, figure, row, scale, page, y)

    height = measures["chart-dots-top"] + (len(rows) - 1) * measures["chart-dots-pitch"] + measures["chart-dots-foot"]
    return Plot(height, paint)


def _row(press: Press, chart: Chart, number: int, figure: Element) -> _Row:
    words = Paragraph("chart-category", (Run(chart.categories[number]),), chart.family)
    width = press.theme.measures["chart-dots-label-width"] - press.theme.measures["chart-gap"]
    actual, *limits = (each.points[number] for each in chart.series)
    return _Row(SetText(press, words, width, figure), actual, tuple(limits))


def _scale(press: Press, chart: Chart) -> _Scale:
    width = press.theme.measures["chart-dots-label-width"]
    left, room = press.theme.page.prose_x + width, press.theme.page.prose_width - width
    values = [point.value for each in chart.series for point in each.points if point.value is not None]
    return _Scale(*dots_scale(values), left, room)


def _paint_row(press: Press, chart: Chart, figure: Element, row: _Row, scale: _Scale, page: Page, y: float) -> None:
    """Paint a row in reading order, its line at ``y``: the name, the actual value, the limits."""
    measures, frame = press.theme.measures, press.theme.page
    row.name.paint_all(page, frame.prose_x, y - row.name.height / 2)
    value = label(press, chart, row.actual.text, ACTUAL)
    x = scale.left if row.actual.value is None else scale.x(row.actual.value)
    above = y - measures["chart-dots-value-gap"]
    most = scale.left + scale.width - value.width
    put_label(page, figure, value, min(max(x - value.width / 2, scale.left), most), above)
    _paint_limit_labels(press, chart, figure, row, scale, page, y)
    rule = measures["rule"]
    page.paint(page.ink.rule(scale.left, y - rule / 2, scale.width, rule, press.colour("rule", chart.family)), figure)
    _paint_ticks(press, chart, figure, row, scale, page, y)
    if row.actual.value is not None:
        size = measures["chart-dot"]
        page.paint(page.ink.disc(x - size / 2, y - size / 2, size, press.colour("base", chart.family)), figure)


def _paint_ticks(press: Press, chart: Chart, figure: Element, row: _Row, scale: _Scale, page: Page, y: float) -> None:
    """Paint the limits' ticks: the first limit is this year's, and stronger."""
    measures, ink = press.theme.measures, press.colour("ink", chart.family)
    high = measures["chart-tick-height"]
    for number, point in enumerate(row.limits):
        if point.value is not None:
            weight = measures["chart-tick-next" if number else "chart-tick"]
            tick = page.ink.rectangle(scale.x(point.value) - weight / 2, y - high / 2, weight, high, ink)
            page.paint(tick, figure)


def _paint_limit_labels(
    press: Press, chart: Chart, figure: Element, row: _Row, scale: _Scale, page: Page, y: float
) -> None:
    labels: list[tuple[float, Segment]] = []
    for point in row.limits:
        x = scale.left if point.value is None else scale.x(point.value)
        labels.append((x, label(press, chart, point.text + point.name, LIMIT)))
    labels.sort(key=lambda each: each[0])
    gap = press.theme.measures["chart-part-gap"] * 2
    left, right = press.theme.page.prose_x, scale.left + scale.width
    places = beside_ticks([x for x, _ in labels], [text.width for _, text in labels], gap, left, right)
    base = y + press.theme.measures["chart-dots-limit-gap"] + base_in(press, LIMIT)
    for (_, text), x in zip(labels, places, strict=True):
        put_label(page, figure, text, x, base)
