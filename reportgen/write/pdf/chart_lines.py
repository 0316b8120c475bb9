"""Lines over few periods: a dot a value with the value at it, the periods beneath, each line's name at its end."""

from __future__ import annotations

from decimal import Decimal
from itertools import pairwise

from msgspec import Struct

from reportgen.model.flow import Chart, Paragraph, Run, Series
from reportgen.style.chart_placing import at_dots, spread
from reportgen.write.pdf.chart_labels import VALUE, base_in
from reportgen.write.pdf.page import Page
from reportgen.write.pdf.parts import Element
from reportgen.write.pdf.plot import Plot, label, part_shades, put_label, scale_of
from reportgen.write.pdf.press import Press
from reportgen.write.pdf.text import SetText


class _Grid(Struct, frozen=True):
    """The x of each period, and how high a value stands over the base; ``end`` is where names begin."""

    xs: tuple[float, ...]
    scale: Decimal
    height: float
    end: float

    def over(self, value: Decimal) -> float:
        return max(float(value / self.scale), 0.0) * self.height


def lines_plot(press: Press, chart: Chart, figure: Element) -> Plot:
    """Return the plot of a chart of lines. The scale begins at zero."""
    measures = press.theme.measures
    grid = _grid(press, chart)
    names = [_name(press, chart, each, figure) for each in chart.series]
    height = measures["chart-plot-top"] + measures["chart-plot"] + measures["chart-line-foot"]

    def paint(page: Page, top: float) -> None:
        base = top + measures["chart-plot-top"] + measures["chart-plot"]
        _paint_labels(press, chart, figure, grid, page, base)
        _paint_names(press, chart, names, grid, page, base)
        _paint_lines(press, chart, figure, grid, page, base)

    return Plot(height, paint)


def _grid(press: Press, chart: Chart) -> _Grid:
    measures, frame = press.theme.measures, press.theme.page
    names = measures["chart-line-name-width"]
    pitch = (frame.prose_width - names) / max(len(chart.categories), 1)
    xs = tuple(frame.prose_x + (at + 0.5) * pitch for at in range(len(chart.categories)))
    end = frame.prose_x + frame.prose_width - names + measures["chart-gap"]
    return _Grid(xs, scale_of(chart.series), measures["chart-plot"], end)


def _name(press: Press, chart: Chart, series: Series, figure: Element) -> SetText:
    width = press.theme.measures["chart-line-name-width"] - press.theme.measures["chart-gap"]
    return SetText(press, Paragraph("chart-label", (Run(series.label),), chart.family), width, figure)


def _paint_labels(press: Press, chart: Chart, figure: Element, grid: _Grid, page: Page, base: float) -> None:
    """Paint, period by period, its name and its values; the lowest of several stands below its dot."""
    measures = press.theme.measures
    for at, (name, x) in enumerate(zip(chart.categories, grid.xs, strict=True)):
        text = label(press, chart, name, "chart-series")
        put_label(page, figure, text, x - text.width / 2, base + measures["chart-series-below"])
        for words, y in _values(press, chart, at, grid):
            value = label(press, chart, words, VALUE)
            put_label(page, figure, value, x - value.width / 2, base + y + base_in(press, VALUE))


def _values(press: Press, chart: Chart, at: int, grid: _Grid) -> list[tuple[str, float]]:
    """Return the values of a period from the highest down, with the upper edges of their labels over the base."""
    measures, size = press.theme.measures, press.theme.styles[VALUE].leading
    dots = [(-grid.over(each.points[at].value or Decimal(0)), each.points[at].text) for each in chart.series]
    dots.sort(key=lambda dot: dot[0])
    low = -grid.height - measures["chart-plot-top"]
    places = at_dots([y for y, _ in dots], size, measures["chart-dot"] / 2 + 1, low, 0.0)
    return [(text, y) for (_, text), y in zip(dots, places, strict=True)]


def _paint_names(press: Press, chart: Chart, names: list[SetText], grid: _Grid, page: Page, base: float) -> None:
    ends = [(base - grid.over(_last(each)), name) for each, name in zip(chart.series, names, strict=True)]
    ends.sort(key=lambda end: end[0])
    sizes = [name.height for _, name in ends]
    wanted = [y - name.height / 2 for y, name in ends]
    top = base - grid.height - press.theme.measures["chart-plot-top"]
    for (_, name), y in zip(ends, spread(wanted, sizes, 0.0, top, base), strict=True):
        name.paint_all(page, grid.end, y)


def _last(series: Series) -> Decimal:
    return next((point.value for point in reversed(series.points) if point.value is not None), Decimal(0))


def _paint_lines(press: Press, chart: Chart, figure: Element, grid: _Grid, page: Page, base: float) -> None:
    measures, frame = press.theme.measures, press.theme.page
    width = grid.end - measures["chart-gap"] - frame.prose_x
    rule = page.ink.rule(frame.prose_x, base, width, measures["end-rule"], press.colour("ink", chart.family))
    page.paint(rule, figure)
    size = measures["chart-dot"]
    for each, shade in zip(chart.series, part_shades(press, chart, len(chart.series)), strict=True):
        dots = [
            None if point.value is None else (x, base - grid.over(point.value))
            for x, point in zip(grid.xs, each.points, strict=True)
        ]
        strokes = [(start, end) for start, end in pairwise(dots) if start and end]
        if strokes:
            page.paint(page.ink.stroke(strokes, measures["chart-line"], shade), figure)
        for x, y in filter(None, dots):
            page.paint(page.ink.disc(x - size / 2, y - size / 2, size, shade), figure)
