"""Grouped columns: a group a category, a column a series; values above, series and category beneath, no axis."""

from __future__ import annotations

from msgspec import Struct

from reportgen.model.flow import Chart, Paragraph, Run
from reportgen.write.pdf.page import Page
from reportgen.write.pdf.parts import Element
from reportgen.write.pdf.plot import Plot, label, length, put_label, scale_of, shades_of, value_style
from reportgen.write.pdf.press import Press
from reportgen.write.pdf.text import SetText


class _Group(Struct, frozen=True):
    """Where a category stands: the left edge of its group, the group's and a column's width."""

    number: int
    x: float
    width: float
    column: float
    name: SetText


def columns_plot(press: Press, chart: Chart, figure: Element) -> Plot:
    """Return the plot of a chart of grouped columns."""
    measures = press.theme.measures
    groups = _groups(press, chart, figure)
    names = max((group.name.height for group in groups), default=0.0)
    height = measures["chart-plot-top"] + measures["chart-plot"] + measures["chart-name-below"] + names
    height += measures["chart-plot-foot"]

    def paint(page: Page, top: float) -> None:
        base = top + measures["chart-plot-top"] + measures["chart-plot"]
        for group in groups:
            _paint_group(press, chart, figure, group, page, base)

    return Plot(height, paint)


def _groups(press: Press, chart: Chart, figure: Element) -> list[_Group]:
    measures, frame = press.theme.measures, press.theme.page
    count, series = max(len(chart.categories), 1), max(len(chart.series), 1)
    width = (frame.prose_width - (count - 1) * measures["chart-gap"]) / count
    column = (width - (series - 1) * measures["chart-column-gap"]) / series
    return [
        _Group(
            number,
            frame.prose_x + number * (width + measures["chart-gap"]),
            width,
            column,
            SetText(press, Paragraph("chart-category", (Run(name),), chart.family), width, figure),
        )
        for number, name in enumerate(chart.categories)
    ]


def _paint_group(press: Press, chart: Chart, figure: Element, group: _Group, page: Page, base: float) -> None:
    """Paint a group in reading order: the category, then each series with its value."""
    measures = press.theme.measures
    group.name.paint_all(page, group.x, base + measures["chart-name-below"])
    for number in range(len(chart.series)):
        x = group.x + number * (group.column + measures["chart-column-gap"])
        _paint_column(press, chart, figure, page, (group.number, number), (x, group.column, base))
    rule = measures["end-rule"]
    page.paint(page.ink.rule(group.x, base, group.width, rule, press.colour("ink", chart.family)), figure)


def _paint_column(
    press: Press,
    chart: Chart,
    figure: Element,
    page: Page,
    place: tuple[int, int],
    column: tuple[float, float, float],
) -> None:
    category, number = place
    x, width, base = column
    measures, series = press.theme.measures, chart.series[number]
    point = series.points[category]
    height = length(point.value, scale_of(chart.series), measures["chart-plot"], measures["chart-least"])
    name = label(press, chart, series.label, "chart-series")
    put_label(page, figure, name, x + (width - name.width) / 2, base + measures["chart-series-below"])
    value = label(press, chart, point.text, value_style(chart, number))
    put_label(page, figure, value, x + (width - value.width) / 2, base - height - measures["chart-value-gap"])
    if height:
        shade = shades_of(press, chart)[number]
        page.paint(page.ink.rectangle(x, base - height, width, height, shade), figure)
