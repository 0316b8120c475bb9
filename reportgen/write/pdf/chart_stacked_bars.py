"""Slim stacked bars: a bar a category, its name in the side column, its parts labelled above it."""

from __future__ import annotations

from msgspec import Struct

from reportgen.model.flow import Chart, Paragraph, Point, Run
from reportgen.style.chart_placing import label_lines, parted, starts
from reportgen.write.pdf.chart_labels import NAME, LineLabel, base_in, line_label
from reportgen.write.pdf.page import Page
from reportgen.write.pdf.parts import Element
from reportgen.write.pdf.plot import Plot, part_shades
from reportgen.write.pdf.press import Press
from reportgen.write.pdf.text import SetText


class _Bar(Struct, frozen=True):
    """A bar: its name, and for each of its parts the length, the label and the label's place.

    ``lines`` says on which line above the bar each label stands, from 0 at the top; ``height`` is all labels'.
    """

    name: SetText
    lengths: list[float]
    labels: list[LineLabel]
    places: list[float]
    lines: list[int]
    height: float


def stacked_bars_plot(press: Press, chart: Chart, figure: Element) -> Plot:
    """Return the plot of a chart of stacked bars."""
    measures = press.theme.measures
    bars = [_bar(press, chart, number, figure) for number in range(len(chart.categories))]
    pitch = measures["chart-stack-pitch"] - press.theme.styles[NAME].leading
    heights = [max(bar.height, bar.name.height) + pitch for bar in bars]

    def paint(page: Page, top: float) -> None:
        y = top + measures["chart-stack-top"]
        for bar, height in zip(bars, heights, strict=True):
            _paint_bar(press, chart, figure, bar, page, y)
            y += height

    foot = measures["chart-stack-foot"]
    return Plot(measures["chart-stack-top"] + sum(heights) + foot, paint)


def _bar(press: Press, chart: Chart, number: int, figure: Element) -> _Bar:
    points = [each.points[number] for each in chart.series if each.points[number].text]
    labels = [line_label(press, chart, point) for point in points]
    lengths = _lengths(press, points)
    name = Paragraph("chart-category", (Run(chart.categories[number]),), chart.family)
    places, lines = _places(press, lengths, [label.width for label in labels])
    return _Bar(
        SetText(press, name, press.theme.page.side_width, figure),
        lengths,
        labels,
        places,
        lines,
        (max(lines, default=0) + 1) * press.theme.styles[NAME].leading,
    )


def _lengths(press: Press, points: list[Point]) -> list[float]:
    measures = press.theme.measures
    values = [point.value for point in points]
    return parted(values, press.theme.page.prose_width, measures["chart-part-between"], measures["chart-part-least"])


def _places(press: Press, lengths: list[float], widths: list[float]) -> tuple[list[float], list[int]]:
    measures = press.theme.measures
    between, gap, wide = (measures[f"chart-{name}"] for name in ("part-between", "label-gap", "part-wide"))
    return label_lines(lengths, widths, between, gap, wide, press.theme.page.prose_width)


def _paint_bar(press: Press, chart: Chart, figure: Element, bar: _Bar, page: Page, top: float) -> None:
    measures, frame = press.theme.measures, press.theme.page
    leading = press.theme.styles[NAME].leading
    bar.name.paint_all(page, frame.left, top)
    for label, x, line in zip(bar.labels, bar.places, bar.lines, strict=True):
        label.put(page, figure, frame.prose_x + x, top + line * leading + base_in(press, NAME))
    y = top + bar.height + measures["chart-stack-label-gap"]
    shades = part_shades(press, chart, len(bar.lengths))
    for x, length, shade in zip(starts(bar.lengths, measures["chart-part-between"]), bar.lengths, shades, strict=True):
        if length:
            page.paint(page.ink.rectangle(frame.prose_x + x, y, length, measures["chart-stack-bar"], shade), figure)
