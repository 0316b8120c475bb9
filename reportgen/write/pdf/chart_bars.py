"""Horizontal bars: a row a category, its label at the left, its value after the bar's end. One series."""

from __future__ import annotations

from msgspec import Struct

from reportgen.model.flow import Chart, Paragraph, Point, Run
from reportgen.write.pdf.page import Page
from reportgen.write.pdf.parts import Element
from reportgen.write.pdf.plot import Plot, label, length, put_label, shades_of, value_style
from reportgen.write.pdf.press import Press
from reportgen.write.pdf.text import SetText, baseline


class _Row(Struct, frozen=True):
    name: SetText
    point: Point
    height: float


def bars_plot(press: Press, chart: Chart, figure: Element) -> Plot:
    """Return the plot of a chart of bars; it shows the last series."""
    measures = press.theme.measures
    rows = _rows(press, chart, figure)
    above, below = measures["chart-bars-top"], measures["chart-bars-foot"]
    height = sum(row.height for row in rows)

    def paint(page: Page, top: float) -> None:
        y = top + above
        for row in rows:
            _paint_row(press, chart, figure, row, page, y)
            y += row.height
        x = press.theme.page.prose_x + measures["chart-label-width"]
        line = page.ink.rectangle(x, top + above, measures["end-rule"], height, press.colour("ink", chart.family))
        page.paint(line, figure)

    return Plot(above + height + below, paint)


def _rows(press: Press, chart: Chart, figure: Element) -> list[_Row]:
    if not chart.series:
        return []
    measures = press.theme.measures
    width = measures["chart-label-width"] - measures["chart-gap"]
    rows = []
    for name, point in zip(chart.categories, chart.series[-1].points, strict=True):
        text = SetText(press, Paragraph("chart-label", (Run(name),), chart.family), width, figure)
        spare = measures["chart-row"] - text.style.leading
        rows.append(_Row(text, point, max(measures["chart-row"], text.height + spare)))
    return rows


def _paint_row(press: Press, chart: Chart, figure: Element, row: _Row, page: Page, top: float) -> None:
    measures, frame = press.theme.measures, press.theme.page
    middle = top + row.height / 2
    row.name.paint_all(page, frame.prose_x, middle - row.name.height / 2)
    most = max((point.value for point in chart.series[-1].points if point.value is not None), default=None)
    longest = frame.prose_width - measures["chart-label-width"] - measures["chart-value-width"]
    width = length(row.point.value, most, longest, measures["chart-least"]) if most else 0.0
    x = frame.prose_x + measures["chart-label-width"]
    style = press.theme.styles[value_style(chart, len(chart.series) - 1)]
    value = label(press, chart, row.point.text, style.name)
    base = middle - style.leading / 2 + baseline(style.leading, style.size, measures["baseline"])
    put_label(page, figure, value, x + width + measures["chart-value-gap"], base)
    if width:
        shade = shades_of(press, chart)[-1]
        bar = page.ink.rectangle(x, middle - measures["chart-bar"] / 2, width, measures["chart-bar"], shade)
        page.paint(bar, figure)
