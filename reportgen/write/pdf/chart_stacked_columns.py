"""Stacked columns: a column a category, parted by series; each part is labelled beside it, the category beneath."""

from __future__ import annotations

from decimal import Decimal

from msgspec import Struct

from reportgen.model.flow import Chart, Paragraph, Run
from reportgen.style.chart_placing import parted, spread, starts
from reportgen.write.pdf.chart_labels import block_label
from reportgen.write.pdf.page import Page
from reportgen.write.pdf.parts import Element
from reportgen.write.pdf.plot import Plot, part_shades, top_of
from reportgen.write.pdf.press import Press
from reportgen.write.pdf.text import SetText

_SHARE = 0.4
"""The most that a column takes of its room."""


class _Column(Struct, frozen=True):
    """A column: its left edge, its name, its parts' heights from the foot up, and a label for each part."""

    x: float
    name: SetText
    heights: list[float]
    labels: list[SetText]


def stacked_columns_plot(press: Press, chart: Chart, figure: Element) -> Plot:
    """Return the plot of a chart of stacked columns; all columns are on one scale."""
    measures = press.theme.measures
    columns = [_column(press, chart, number, figure) for number in range(len(chart.categories))]
    names = max((column.name.height for column in columns), default=0.0)
    top, plot = measures["chart-stack-top"], measures["chart-plot"]
    below = measures["chart-column-name-below"]

    def paint(page: Page, y: float) -> None:
        for column in columns:
            _paint_column(press, chart, figure, column, page, y + top + plot)

    return Plot(top + plot + below + names + measures["chart-plot-foot"], paint)


def _column(press: Press, chart: Chart, number: int, figure: Element) -> _Column:
    measures, frame = press.theme.measures, press.theme.page
    count = max(len(chart.categories), 1)
    pitch = (frame.prose_width + measures["chart-gap"]) / count
    width, gap = _width(press, pitch), measures["chart-part-gap"] * 2
    room = pitch - measures["chart-gap"] - width - gap
    name = Paragraph("chart-category", (Run(chart.categories[number]),), chart.family)
    points = [(each.label, each.points[number]) for each in chart.series]
    return _Column(
        frame.prose_x + number * pitch,
        SetText(press, name, width + gap + room, figure),
        _heights(press, chart, number),
        [block_label(press, chart, (point.text, label), room, figure, "left") for label, point in points],
    )


def _width(press: Press, pitch: float) -> float:
    """Return a column's width; it leaves the larger part of its room to its labels."""
    measures = press.theme.measures
    return min(measures["chart-column-most"], (pitch - measures["chart-gap"]) * _SHARE)


def _heights(press: Press, chart: Chart, number: int) -> list[float]:
    measures = press.theme.measures
    scale = top_of(max((_sum(chart, at) for at in range(len(chart.categories))), default=Decimal(0)))
    height = float(_sum(chart, number) / scale) * measures["chart-plot"]
    values = [each.points[number].value for each in chart.series]
    return parted(values, height, measures["chart-part-between"], measures["chart-least"])


def _sum(chart: Chart, number: int) -> Decimal:
    values = (each.points[number].value for each in chart.series)
    return sum((value for value in values if value is not None and value > 0), Decimal(0))


def _paint_column(press: Press, chart: Chart, figure: Element, column: _Column, page: Page, base: float) -> None:
    """Paint a column in reading order: its name, then its parts' labels from the top down, as they are seen."""
    measures = press.theme.measures
    width = _width(press, (press.theme.page.prose_width + measures["chart-gap"]) / max(len(chart.categories), 1))
    column.name.paint_all(page, column.x, base + measures["chart-column-name-below"])
    feet = starts(column.heights, measures["chart-part-between"])
    order = list(reversed(range(len(column.labels))))
    sizes = [column.labels[at].height for at in order]
    wanted = [base - feet[at] - column.heights[at] / 2 - column.labels[at].height / 2 for at in order]
    places = spread(wanted, sizes, 0.0, base - measures["chart-plot"] - measures["chart-stack-top"], base)
    for at, y in zip(order, places, strict=True):
        column.labels[at].paint_all(page, column.x + width + measures["chart-part-gap"] * 2, y)
    for foot, height, shade in zip(feet, column.heights, part_shades(press, chart, len(feet)), strict=True):
        if height:
            page.paint(page.ink.rectangle(column.x, base - foot - height, width, height, shade), figure)
    page.paint(page.ink.rule(column.x, base, width, measures["end-rule"], press.colour("ink", chart.family)), figure)
